package gradus.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
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
        Map<String, Object> files = new LinkedHashMap<>();
        question.byLanguage().forEach((language, same) -> files.put(language, fields(same, id)));
        Object file = files.isEmpty() ? fields(question, id) : together("", files);
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

    /** What a field says in several languages as one: side by side where it is a text that differs, else as the first says it. */
    private static Object together(String field, Map<String, Object> byLanguage) {
        Object first = byLanguage.values().iterator().next();
        if (byLanguage.values().stream().allMatch(Map.class::isInstance)) {
            Map<String, Object> all = new LinkedHashMap<>();
            for (Object name : ((Map<?, ?>) first).keySet()) {
                all.put(
                        name.toString(),
                        together(name.toString(), inside(byLanguage, said -> ((Map<?, ?>) said).get(name))));
            }
            return all;
        }
        if (byLanguage.values().stream().allMatch(said -> size(said) == size(first) && size(said) >= 0)) {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < size(first); i++) {
                int at = i;
                all.add(together(field, inside(byLanguage, said -> ((List<?>) said).get(at))));
            }
            return all;
        }
        boolean texts = TEXTS.contains(field) && byLanguage.values().stream().allMatch(String.class::isInstance);
        return texts && Set.copyOf(byLanguage.values()).size() > 1 ? byLanguage : first;
    }

    /** What stands inside a field in each language that has it. */
    private static Map<String, Object> inside(Map<String, Object> byLanguage, Function<Object, @Nullable Object> step) {
        Map<String, Object> inner = new LinkedHashMap<>();
        byLanguage.forEach((language, said) -> {
            Object there = step.apply(said);
            if (there != null) {
                inner.put(language, there);
            }
        });
        return inner;
    }

    /** How many items a list has; negative where it is none. */
    private static int size(Object said) {
        return said instanceof List<?> list ? list.size() : -1;
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
