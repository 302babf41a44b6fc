package gradus.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The question file of a question that came from elsewhere. */
final class QuestionYaml {
    private static final int WIDTH = 150;
    private static final Set<String> TEXTS =
            Set.of("title", "prompt", "label", "say", "solution", "answer", "rows", "columns", "note");

    private QuestionYaml() {}

    /** Its text; what its parts lose is added to the question's losses. */
    static String of(PortableQuestion question, String id) {
        Object file = fields(question, id);
        for (Map.Entry<String, PortableQuestion> other : question.translations().entrySet()) {
            file = together("", other.getKey(), fields(other.getValue(), id), file);
        }
        DumpSettings settings = DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setWidth(WIDTH)
                .build();
        return new Dump(settings, new BlocksForLines(settings)).dumpToString(file);
    }

    /** English with another language beside it, where a text differs. */
    private static Object together(String field, String language, Object other, Object english) {
        if (other instanceof Map<?, ?> theirs && english instanceof Map<?, ?> ours) {
            Map<String, Object> both = new LinkedHashMap<>();
            ours.forEach((name, value) -> both.put(
                    name.toString(),
                    theirs.containsKey(name)
                            ? together(name.toString(), language, Objects.requireNonNull(theirs.get(name)), value)
                            : value));
            return both;
        }
        if (other instanceof List<?> theirs && english instanceof List<?> ours && theirs.size() == ours.size()) {
            List<Object> both = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                both.add(together(field, language, theirs.get(i), ours.get(i)));
            }
            return both;
        }
        boolean isText = TEXTS.contains(field) && english instanceof String && other instanceof String;
        return isText && !other.equals(english) ? new LinkedHashMap<>(Map.of(language, other, "en", english)) : english;
    }

    private static Map<String, Object> fields(PortableQuestion question, String id) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("id", id);
        file.put("title", question.name().isBlank() ? id : MarkdownWords.withoutPlaces(question.name()));
        if (!question.tags().isEmpty()) {
            file.put("tags", question.tags());
        }
        file.put("prompt", question.prompt().isBlank() ? question.name() : question.prompt());
        file.put("parts", parts(question));
        if (!question.hints().isEmpty()) {
            file.put(
                    "hints",
                    question.hints().stream().map(hint -> Map.of("say", hint)).toList());
        }
        if (!question.solution().isBlank()) {
            file.put("solution", question.solution());
        }
        return file;
    }

    private static List<Map<String, Object>> parts(PortableQuestion question) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (PortableQuestion.Field field : question.fields()) {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("id", question.fields().size() == 1 ? "answer" : "a" + (parts.size() + 1));
            if (!field.label().isBlank()) {
                part.put("label", field.label());
            }
            Map<String, Object> asked = field.asked().part(question.losses());
            if (!asked.containsKey("work") && !field.points().equals(BigFraction.ONE)) {
                part.put("points", new java.math.BigDecimal(ForeignNumbers.text(field.points())));
            }
            part.putAll(asked);
            parts.add(part);
        }
        return parts;
    }

    /** Texts of several lines are written as they are, line by line. */
    private static final class BlocksForLines extends StandardRepresenter {
        BlocksForLines(DumpSettings settings) {
            super(settings);
        }

        @Override
        protected Node representScalar(org.snakeyaml.engine.v2.nodes.Tag tag, String value, ScalarStyle style) {
            boolean lines =
                    value.contains("\n") && value.lines().noneMatch(line -> line.endsWith(" ") || line.endsWith("\t"));
            return super.representScalar(tag, value, lines ? ScalarStyle.LITERAL : style);
        }
    }
}
