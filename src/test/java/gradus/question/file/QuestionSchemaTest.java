package gradus.question.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The JSON Schema says what the reader does: everything that is shipped fits it, and what the reader refuses does not. */
class QuestionSchemaTest {
    private static final JsonNode SCHEMA = new ObjectMapper().valueToTree(QuestionFile.schema());

    private static JsonNode json(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return new ObjectMapper().valueToTree(new Load(settings).loadFromString(yaml));
    }

    @Test
    void everyShippedQuestionFits() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("db/bank/deep-learning/questions"))) {
            List<Path> questions =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertTrue(questions.size() >= 11);
            for (Path question : questions) {
                assertTrue(fits(json(Files.readString(question)), SCHEMA), question.toString());
            }
        }
    }

    @Test
    void theContractsExampleFits() {
        assertTrue(fits(json(QuestionFileTest.CONTRACT), SCHEMA));
    }

    @Test
    void unknownFieldsTypesAndWordsDoNotFit() {
        String head = "id: q\ntitle: Q\nprompt: P\nparts:\n  - ";
        assertTrue(fits(json(head + "{id: p, type: integer, expect: 1}"), SCHEMA));
        for (String part : List.of(
                "{id: p, type: integr, expect: 1}",
                "{id: p, type: integer, expect: 1, colour: red}",
                "{id: p, type: integer, expect: 1, options: [a]}",
                "{type: integer, expect: 1}",
                "{id: p, type: matrix, expect: 1, size: huge}",
                "{id: 5p, type: integer, expect: 1}",
                "{id: p, type: number, expect: 1, tolerance: {relative: -1}}",
                "{id: p, type: integer, expect: {a: 1}}")) {
            assertFalse(fits(json(head + part), SCHEMA), part);
        }
        assertFalse(fits(json("id: Q\ntitle: Q\nprompt: P\nparts: [{id: p, type: text}]"), SCHEMA));
        assertFalse(fits(json("id: q\ntitle: Q\nprompt: P\nparts: []"), SCHEMA));
    }

    @Test
    void everyFieldIsDescribed() {
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                SCHEMA.get("$schema").textValue());
        SCHEMA.get("properties").forEach(field -> assertTrue(field.has("description"), field.toString()));
    }

    /** JSON Schema as far as the format uses it. */
    private static boolean fits(JsonNode value, JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").textValue().substring("#/$defs/".length());
            return fits(value, SCHEMA.get("$defs").get(name));
        }
        if (schema.has("anyOf") && stream(schema.get("anyOf")).noneMatch(one -> fits(value, one))) {
            return false;
        }
        if (schema.has("oneOf")
                && stream(schema.get("oneOf")).filter(one -> fits(value, one)).count() != 1) {
            return false;
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            return false;
        }
        if (schema.has("enum") && stream(schema.get("enum")).noneMatch(value::equals)) {
            return false;
        }
        return fitsType(value, schema) && fitsBounds(value, schema) && fitsInside(value, schema);
    }

    private static boolean fitsType(JsonNode value, JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            return true;
        }
        Stream<String> types = type.isArray() ? stream(type).map(JsonNode::textValue) : Stream.of(type.textValue());
        return types.anyMatch(name -> switch (name) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new IllegalStateException(name);
        });
    }

    private static boolean fitsBounds(JsonNode value, JsonNode schema) {
        if (value.isNumber()) {
            return value.doubleValue() >= schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                    && value.doubleValue() <= schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        }
        if (value.isTextual() && schema.has("pattern")) {
            return value.textValue().matches(schema.get("pattern").textValue());
        }
        return !value.isArray()
                || value.size() >= schema.path("minItems").asInt(0)
                        && value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE);
    }

    private static boolean fitsInside(JsonNode value, JsonNode schema) {
        if (value.isArray() && schema.has("items")) {
            return stream(value).allMatch(item -> fits(item, schema.get("items")));
        }
        if (!value.isObject()) {
            return true;
        }
        boolean required = stream(schema.path("required")).allMatch(name -> value.has(name.textValue()));
        JsonNode further = schema.path("additionalProperties");
        return required
                && value.properties().stream().allMatch(field -> {
                    JsonNode known = schema.path("properties").path(field.getKey());
                    if (!known.isMissingNode()) {
                        return fits(field.getValue(), known);
                    }
                    return further.isObject() ? fits(field.getValue(), further) : further.asBoolean(true);
                });
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
