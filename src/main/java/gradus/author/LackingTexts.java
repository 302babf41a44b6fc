package gradus.author;

import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.file.CourseFunctions;
import gradus.question.format.YamlEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The texts of a file that are written in some of the server's languages and not in all; one without languages serves all. */
final class LackingTexts {
    private static final Set<String> CODES =
            Languages.spoken().stream().map(Locale::getLanguage).collect(Collectors.toSet());

    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    private LackingTexts() {}

    /** Each language that is missing somewhere, with the lines of those texts. */
    static List<String> said(String text, Locale language) {
        LackingTexts lacking = new LackingTexts();
        YamlEdit.of(CourseFunctions.question(text)).ifPresent(file -> lacking.look(file.root()));
        return lacking.lines.entrySet().stream()
                .map(missing -> Message.of("author.lacks-at", missing.getKey(), String.join(", ", missing.getValue()))
                        .in(language))
                .toList();
    }

    private void look(Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::look);
        } else if (node instanceof MappingNode map) {
            List<String> names = names(map);
            if (names.stream().anyMatch(CODES::contains)) {
                missing(map, names);
            } else {
                map.getValue().forEach(field -> look(field.getValueNode()));
            }
        }
    }

    private static List<String> names(MappingNode map) {
        List<String> names = new ArrayList<>();
        for (NodeTuple field : map.getValue()) {
            if (field.getKeyNode() instanceof ScalarNode name) {
                names.add(name.getValue());
            }
        }
        return names;
    }

    private void missing(MappingNode map, List<String> names) {
        String line = map.getStartMark()
                .map(Mark::getLine)
                .map(from -> Integer.toString(from + 1))
                .orElse("");
        for (Locale spoken : Languages.spoken()) {
            if (!names.contains(spoken.getLanguage())) {
                lines.computeIfAbsent(Languages.name(spoken), none -> new ArrayList<>())
                        .add(line);
            }
        }
    }
}
