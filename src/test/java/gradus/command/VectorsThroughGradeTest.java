package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases that others made, line by line through {@code grade --lines}. */
class VectorsThroughGradeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> answers(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Lines(Locale.ENGLISH)
                .answer(
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PartLines(Locale.ENGLISH));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading", "compare", "formula"})
    void everyCaseComesOutAsExpected(String vectors) throws IOException {
        JsonNode cases;
        try (InputStream file = VectorsThroughGradeTest.class.getResourceAsStream("/vectors/" + vectors + ".json")) {
            cases = JSON.readTree(file);
        }
        StringBuilder lines = new StringBuilder();
        cases.forEach(node -> lines.append(node).append('\n'));
        List<String> answers = answers(lines.toString());
        assertEquals(cases.size(), answers.size());
        for (int i = 0; i < answers.size(); i++) {
            JsonNode expect = cases.get(i).get("expect");
            JsonNode answer = JSON.readTree(answers.get(i));
            String message = cases.get(i) + " came out as " + answer;
            if (expect.has("verdict")) {
                assertEquals(expect.get("verdict"), answer.get("verdict"), message);
            }
            if (expect.has("reading")) {
                assertEquals(expect.get("reading"), answer.path("reading").get("is"), message);
            }
            if (expect.has("value")) {
                assertEquals(
                        numbers(expect.get("value")),
                        numbers(answer.path("reading").path("value")),
                        message);
            }
        }
    }

    /** JSON with every number as a double: 3 and 3.0 are the same. */
    private static JsonNode numbers(JsonNode json) {
        if (json.isArray()) {
            var list = JSON.createArrayNode();
            json.forEach(item -> list.add(numbers(item)));
            return list;
        }
        return json.isNumber() ? JSON.getNodeFactory().numberNode(json.doubleValue()) : json;
    }

    @Test
    void aBadLineIsAnsweredInItsPlace() throws IOException {
        List<String> answers = answers("""
                {"part": {"id": "p", "type": "number", "expect": "x"}, "let": {"x": 3}, "response": "3"}
                not JSON

                {"part": {"id": "p", "type": "numbre", "expect": "3"}, "response": "3"}
                {"part": {"id": "p", "type": "number", "expect": "3"}}
                {"part": {"id": "p", "type": "number", "expect": "3"}, "response": "3"} {}
                {"part": {"id": "p", "type": "number", "expect": "q"}, "response": "3"}
                {"part": {"id": "p", "type": "matrix", "expect": "2*A"}, "let": {"A": [[1,2],[3,4]]}, "response": "[[2,4],[6,9]]"}
                """);
        assertEquals(8, answers.size());
        assertEquals("correct", JSON.readTree(answers.get(0)).path("verdict").asText());
        for (int i = 1; i < 7; i++) {
            assertTrue(JSON.readTree(answers.get(i)).path("error").has("message"), answers.get(i));
        }
        JsonNode last = JSON.readTree(answers.get(7));
        assertEquals(0.75, last.get("score").asDouble());
        assertEquals("incorrect", last.get("cells").get(3).asText());
        assertTrue(last.get("mistake").isNull());
        assertTrue(last.get("feedback").get(0).asText().contains("3 of 4"));
    }

    @Test
    void whatIsReadIsWrittenAsAValue() throws IOException {
        List<String> answers = answers("""
                {"part": {"id": "p", "type": "integer", "expect": 5}, "response": "62,958"}
                {"part": {"id": "p", "type": "shape", "expect": "[28,28,8]"}, "response": "(28, 28, 8)"}
                {"part": {"id": "p", "type": "formula", "expect": "2*x", "symbols": {"x": {"from": 0, "to": 1}}}, "response": "x+x"}
                {"part": {"id": "p", "type": "number", "expect": 5}, "response": "1,5"}
                {"part": {"id": "p", "type": "number", "expect": 5}, "response": " "}
                """);
        assertEquals("{\"is\":\"read\",\"value\":62958}", reading(answers.get(0)));
        assertEquals("{\"is\":\"read\",\"value\":\"28x28x8\"}", reading(answers.get(1)));
        assertEquals("{\"is\":\"read\",\"value\":\"x + x\"}", reading(answers.get(2)));
        assertTrue(reading(answers.get(3)).startsWith("{\"is\":\"unreadable\",\"at\":1,\"reason\":"));
        assertEquals("{\"is\":\"blank\"}", reading(answers.get(4)));
    }

    @Test
    void aPartMayBeCalledLikeAValueOfItsLine() throws IOException {
        JsonNode answer = JSON.readTree(answers("""
                {"part": {"id": "p", "type": "number", "expect": "2*p"}, "let": {"p": 3}, "response": "6"}
                """).get(0));
        assertEquals("p", answer.path("id").asText());
        assertEquals("correct", answer.path("verdict").asText());
    }

    private static String reading(String answer) throws IOException {
        return JSON.readTree(answer).get("reading").toString();
    }
}
