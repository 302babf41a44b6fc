package gradus.question.format;

import gradus.message.Message;
import gradus.question.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * An author's text and where each of its languages stands in the file.
 *
 * @param scalars one a language
 */
public record TextSource(Text text, List<ScalarNode> scalars) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]{0,2000}+]\\(\\s*<?([^)>\\s]+)");
    private static final Pattern PICTURE_WITHOUT_ALT = Pattern.compile("!\\[\\s*]\\(");

    /** A text: a string, or a map from languages to strings. */
    public static Format<TextSource> format() {
        return new Format<>() {
            @Override
            public @Nullable TextSource read(Node node, Problems problems) {
                TextSource source = node instanceof MappingNode map ? byLanguage(map, problems) : plain(node, problems);
                if (source != null) {
                    source.checkPictures(problems);
                }
                return source;
            }

            @Override
            public Map<String, Object> schema() {
                return Map.of("$ref", "#/$defs/text");
            }

            @Override
            public boolean suits(Node node) {
                return node instanceof MappingNode || Formats.string().suits(node);
            }

            @Override
            public Message expected() {
                return Message.of("question.expected-wording");
            }
        };
    }

    /** JSON Schema of a text, under {@code $defs}. */
    public static Map<String, Object> schema() {
        Map<String, Object> languages = new LinkedHashMap<>();
        languages.put("type", "object");
        languages.put("propertyNames", Map.of("pattern", "^" + LANGUAGE.pattern() + "$"));
        languages.put("additionalProperties", Formats.string().schema());
        languages.put("minProperties", 1);
        return Map.of(
                "description",
                "Markdown with LaTeX and {{expressions}}: a string, or a map from languages such as ko and en to strings",
                "anyOf",
                List.of(Formats.string().schema(), languages));
    }

    private static @Nullable TextSource plain(Node node, Problems problems) {
        String text = Formats.string().read(node, problems);
        return text == null ? null : new TextSource(Text.of(text), List.of((ScalarNode) node));
    }

    private static @Nullable TextSource byLanguage(MappingNode map, Problems problems) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<ScalarNode> scalars = new ArrayList<>();
        boolean complete = true;
        for (NodeTuple entry : map.getValue()) {
            String language = Formats.string().read(entry.getKeyNode(), problems);
            String text = Formats.string().read(entry.getValueNode(), problems);
            if (language == null || text == null) {
                complete = false;
            } else if (!LANGUAGE.matcher(language).matches()) {
                problems.add(entry.getKeyNode(), Message.of("question.not-a-language", language));
                complete = false;
            } else if (texts.put(language, text) != null) {
                problems.add(entry.getKeyNode(), Message.of("question.field-twice", language));
                complete = false;
            } else {
                scalars.add((ScalarNode) entry.getValueNode());
            }
        }
        if (map.getValue().isEmpty()) {
            problems.add(map, Message.of("question.text-empty"));
            return null;
        }
        return complete ? new TextSource(new Text(texts), scalars) : null;
    }

    /** The languages that it has; none where it serves all. */
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>(text.byLanguage().keySet());
        languages.remove(Text.ANY_LANGUAGE);
        return languages;
    }

    /** Adds what its author will not have meant: languages left out, pictures that are not there, broken formulas. */
    public void findings(Set<String> languages, Predicate<String> hasPicture, Problems problems) {
        Set<String> lacking = new TreeSet<>(languages);
        lacking.removeAll(languages());
        if (!languages().isEmpty() && !lacking.isEmpty()) {
            problems.add(scalars.get(0), Message.of("question.text-lacks", String.join(", ", lacking)));
        }
        for (ScalarNode scalar : scalars) {
            Matcher picture = PICTURE.matcher(scalar.getValue());
            while (picture.find()) {
                if (!hasPicture.test(picture.group(1))) {
                    Source.report(
                            scalar,
                            picture.start(),
                            Message.of("question.picture-missing", picture.group(1)),
                            problems);
                }
            }
            LatexCheck.of(scalar.getValue(), (at, message) -> Source.report(scalar, at, message, problems));
        }
    }

    private void checkPictures(Problems problems) {
        for (ScalarNode scalar : scalars) {
            Matcher picture = PICTURE_WITHOUT_ALT.matcher(scalar.getValue());
            while (picture.find()) {
                Source.report(scalar, picture.start(), Message.of("question.picture-without-alt"), problems);
            }
        }
    }
}
