package gradus.question.file;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.mapOf;
import static gradus.question.format.Formats.number;
import static gradus.question.format.Formats.object;
import static gradus.question.format.Formats.pattern;
import static gradus.question.format.Formats.seed;
import static gradus.question.format.Formats.string;

import gradus.message.Message;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Format;
import gradus.question.format.Formats;
import gradus.question.format.Formats.Named;
import gradus.question.format.Problems;
import gradus.question.format.Source;
import gradus.question.format.TextSource;
import gradus.question.part.PartDeclaration;
import gradus.question.part.PartFields;
import gradus.question.part.PartTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** All fields of a question file; reader and JSON Schema are both derived from them. */
final class QuestionFields {
    private QuestionFields() {}

    /** Ids of files, such as {@code conv-corr-valid}. */
    static final Format<String> SLUG =
            pattern(Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*"), Message.of("question.expected-slug"));

    static final Field<String> ID = required("id", SLUG, "The name of the file without .yaml");
    static final Field<TextSource> TITLE = required("title", TextSource.format(), "Title");
    static final Field<List<String>> TAGS = optional("tags", listOf(string()), "What it is about");
    static final Field<List<Named<Source>>> PARAMS = optional(
            "params",
            mapOf(Source.format()),
            "Parameters, drawn in order from the variant's seed: expressions with draws, or fixed data");
    static final Field<List<Source>> REQUIRE =
            optional("require", listOf(Source.format()), "Conditions that a drawn variant must meet");
    static final Field<List<Named<Source>>> LET = optional("let", mapOf(Source.format()), "Named steps, not shown");
    static final Field<TextSource> PROMPT = required("prompt", TextSource.format(), "What is asked");
    static final Field<List<Fields>> PARTS =
            required("parts", listOf(new PartFormat(), 1, 200), "The answerable fields");

    static final Field<TextSource> CONVENTION_SAY =
            optional("say", TextSource.format(), "What a student who follows it is told");
    static final Field<List<Named<Source>>> CONVENTION_EXPECT =
            required("expect", mapOf(Source.format()), "Keys by the ids of their parts");
    static final Field<List<Fields>> CONVENTIONS = optional(
            "conventions",
            listOf(object(
                    Message.of("question.expected-convention"),
                    List.of(PartFields.LABEL_ID, CONVENTION_SAY, CONVENTION_EXPECT))),
            "Further whole sets of keys; the best single set counts");

    static final Field<BigDecimal> COST =
            optional("cost", number(0, 1), "The fraction of the question's points that it costs; 0 if left out");
    static final Field<List<Fields>> HINTS = optional(
            "hints",
            listOf(object(Message.of("question.expected-hint"), List.of(PartFields.SAY, COST))),
            "Helps that a student may ask for in practice");
    static final Field<TextSource> SOLUTION = optional("solution", TextSource.format(), "The worked solution");

    static final Field<Long> SEED = optional("seed", seed(), "Seed of the variant; 0 if left out");
    static final Field<List<Named<Source>>> WITH = optional("with", mapOf(Source.format()), "Fixed parameters");
    static final Field<List<Named<Source>>> GIVE =
            optional("give", mapOf(Source.format()), "Answers by the ids of their parts");
    static final Field<BigDecimal> SCORE = optional("score", number(0, 1e9), "The points due");
    static final Field<List<Named<String>>> MISTAKE =
            optional("mistake", mapOf(PartFields.LABEL), "The mistakes due, by the ids of their parts");
    static final Field<List<Fields>> TESTS = optional(
            "tests",
            listOf(object(Message.of("question.expected-test"), List.of(SEED, WITH, GIVE, SCORE, MISTAKE))),
            "What variants must make of some answers; run by check");

    static final Field<List<Named<String>>> ALIASES =
            optional("aliases", mapOf(PartFields.NAME), "Further names that students may type in formulas: {V: v}");

    static final Field<Fields> LAYOUT =
            optional("layout", LayoutFields.format(), "A table in which the fields stand, as on a printed sheet");

    static final List<Field<?>> ALL = List.of(
            ID,
            TITLE,
            TAGS,
            PARAMS,
            REQUIRE,
            LET,
            PROMPT,
            PARTS,
            LAYOUT,
            CONVENTIONS,
            PartTypes.ofSome("symbols"),
            ALIASES,
            PartTypes.ofSome("tolerance"),
            PartTypes.ofSome("credit"),
            PartFields.FOLLOW_THROUGH,
            PartFields.FAULTS,
            PartFields.MAY_EQUAL,
            HINTS,
            SOLUTION,
            TESTS);

    /** JSON Schema 2020-12 of question files. */
    static Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A question of Gradus");
        schema.putAll(Formats.schema(ALL));
        schema.put("$defs", Map.of("expression", Source.schema(), "text", TextSource.schema()));
        return schema;
    }

    /** The names of the fields of a part type; empty where there is no such type. */
    static Set<String> fieldsOf(String type) {
        PartDeclaration known = PartTypes.byName().get(type);
        return known == null
                ? Set.of()
                : PartTypes.fields(known).stream().map(Field::name).collect(Collectors.toSet());
    }

    /** Whether a part type inherits this field from the question. */
    static boolean takesForAll(String type, String field) {
        PartDeclaration known = PartTypes.byName().get(type);
        boolean exact = known != null && PartTypes.isWhole(known) && field.equals("tolerance");
        return fieldsOf(type).contains(field) && !exact;
    }

    /** Whether keys of a part type are numbers, which have worked steps, and neither chosen nor formulas in symbols. */
    static boolean isStepwise(String type) {
        Set<String> fields = fieldsOf(type);
        return fields.contains(PartFields.EXPECT.name()) && !fields.contains("options") && !fields.contains("symbols");
    }

    /** Ids of parts, in which the words of {@code each} stand for what is filled in. */
    private static final String ID_OR_PLACES = "^[A-Za-z{][A-Za-z0-9_{}]*$";

    /** The format of a part: a map whose fields depend on its type. */
    static final class PartFormat implements Format<Fields> {
        @Override
        public @Nullable Fields read(Node node, Problems problems) {
            if (!(node instanceof MappingNode map)) {
                return object(expected(), List.of()).read(node, problems);
            }
            PartDeclaration type = type(map);
            if (type == null) {
                Fields.read(map, PartTypes.fieldsOfAny(), problems);
                return null;
            }
            return Fields.read(map, PartTypes.fields(type), problems);
        }

        private static @Nullable PartDeclaration type(MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(PartTypes.TYPE.name())
                        && entry.getValueNode() instanceof ScalarNode type) {
                    return PartTypes.byName().get(type.getValue());
                }
            }
            return null;
        }

        @Override
        public Map<String, Object> schema() {
            List<Object> types = new ArrayList<>();
            for (PartDeclaration type : PartTypes.byName().values()) {
                Map<String, Object> schema = Formats.schema(PartTypes.fields(type));
                @SuppressWarnings("unchecked")
                Map<String, Object> properties = (Map<String, Object>) Objects.requireNonNull(schema.get("properties"));
                properties.put(PartTypes.TYPE.name(), Map.of("const", type.name()));
                properties.put(PartFields.ID.name(), Map.of("type", "string", "pattern", ID_OR_PLACES));
                types.add(schema);
            }
            return Map.of("oneOf", types);
        }

        @Override
        public boolean suits(Node node) {
            return node instanceof MappingNode;
        }

        @Override
        public Message expected() {
            return Message.of("question.expected-part");
        }
    }
}
