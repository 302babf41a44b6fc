package gradus.author;

import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.file.QuestionFindings;
import gradus.question.format.TextSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The texts of a file that are written in some of the server's languages and not in all; one without languages serves all. */
final class LackingTexts {
    private LackingTexts() {}

    /** Each language that is missing somewhere, with the lines of those texts for those who see lines. */
    static List<String> said(String text, boolean lined, Locale language) {
        List<TextSource> texts = QuestionFindings.texts(text);
        Map<String, Set<Integer>> lines = new LinkedHashMap<>();
        for (Locale spoken : Languages.spoken()) {
            Set<Integer> lacking = texts.stream()
                    .filter(one -> !one.languages().isEmpty())
                    .filter(one -> !one.languages().contains(spoken.getLanguage()))
                    .map(LackingTexts::line)
                    .collect(Collectors.toCollection(TreeSet::new));
            lines.put(Languages.name(spoken), lacking);
        }
        lines.values().removeIf(Set::isEmpty);
        return lines.entrySet().stream()
                .map(missing -> lined
                        ? Message.of("author.lacks-at", missing.getKey(), joined(missing.getValue()))
                                .in(language)
                        : missing.getKey())
                .toList();
    }

    private static int line(TextSource text) {
        return text.scalars().get(0).getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static String joined(Set<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
