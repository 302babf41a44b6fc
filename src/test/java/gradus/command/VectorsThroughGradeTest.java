package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases that others made, line by line through {@code grade --lines}. */
class VectorsThroughGradeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A reported "wrong" formula that is right: 1 − e^−u/(1+e^−u) is the sigmoid of u, so the two agree wherever they are defined. */
    private static final String IDENTITY = "own: formula/scalar-mutant <10%";

    /** Reports name shipped questions, whose answers fit only the draws of the files as they were then. */
    private static final String SHIPPED = "db/bank/deep-learning/questions/";

    private static final String DRAWN = "src/test/resources/vectors/drawn/";
    private static final Pattern LOOKED_AT = Pattern.compile("the part looked at: (\\w+)");

    /** What the command answers, line by line; its paths are relative to the folder that the tests run in. */
    private static List<String> answers(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PartLines parts = new PartLines(Locale.ENGLISH);
        QuestionLines questions = new QuestionLines(Locale.ENGLISH);
        new Lines(Locale.ENGLISH)
                .answer(
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        out,
                        line -> QuestionLines.isQuestion(line) ? questions.graded(line) : parts.answer(line));
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

    /** Cases from public reports of how people write, of equality and of whole questions. */
    @Test
    void everyReportedCaseComesOutAsWanted() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        try (InputStream file = VectorsThroughGradeTest.class.getResourceAsStream("/vectors/field.json")) {
            JSON.readTree(file).forEach(cases::add);
        }
        cases.forEach(node -> lines.append(node.get("input").toString().replace(SHIPPED, DRAWN))
                .append('\n'));
        List<String> answers = answers(lines.toString());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            JsonNode answer = JSON.readTree(answers.get(i));
            JsonNode reported = cases.get(i);
            boolean asWanted =
                    reported.get("input").has("part") ? verdictIs(reported, answer) : scoresAre(reported, answer);
            if (!asWanted) {
                others.add(reported + " came out as " + answer);
            }
        }
        assertEquals(44, answers.size());
        assertEquals(List.of(), others);
    }

    private static boolean verdictIs(JsonNode reported, JsonNode answer) {
        boolean identity = reported.get("source").asText().equals(IDENTITY);
        String want = identity ? "correct" : reported.get("want").asText();
        return List.of(want.split("\\|")).contains(answer.path("verdict").asText());
    }

    /** Nothing at all for stock answers, and full credit for the part that the case looks at where only an earlier one slipped. */
    private static boolean scoresAre(JsonNode reported, JsonNode answer) {
        Matcher part = LOOKED_AT.matcher(reported.get("why").asText());
        if (!part.find()) {
            return answer.path("score").asDouble(-1) == 0;
        }
        for (JsonNode graded : answer.path("parts")) {
            if (graded.get("id").asText().equals(part.group(1))) {
                return graded.get("verdict").asText().equals("follows_through")
                        && graded.get("score").equals(graded.get("points"));
            }
        }
        return false;
    }

    /** Further cases of the same kinds; an offer of an unreadable one must itself be readable. */
    @ParameterizedTest
    @ValueSource(strings = {"notation", "typed", "written"})
    void whatPeopleWriteIsReadAsTheyMeanItOrNotAtAll(String vectors) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        try (InputStream file = VectorsThroughGradeTest.class.getResourceAsStream("/vectors/" + vectors + ".jsonl")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                cases.add(JSON.readTree(line));
                lines.append(cases.get(cases.size() - 1).get("input")).append('\n');
            }
        }
        List<String> answers = answers(lines.toString());
        List<String> others = new ArrayList<>();
        StringBuilder offered = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            JsonNode answer = JSON.readTree(answers.get(i));
            JsonNode wanted = cases.get(i);
            boolean asWanted = List.of(wanted.get("want").asText().split("\\|"))
                    .contains(answer.path("verdict").asText());
            JsonNode offers = answer.path("reading").path("offer");
            boolean offersIt = !wanted.has("offer")
                    || offers.toString().contains(wanted.get("offer").toString());
            if (!asWanted || !offersIt) {
                others.add(wanted + " came out as " + answer);
            }
            for (JsonNode offer : offers) {
                ObjectNode again = wanted.get("input").deepCopy();
                offered.append(again.set("response", offer).toString()).append('\n');
            }
        }
        for (String answer : answers(offered.toString())) {
            if (!JSON.readTree(answer).path("reading").path("is").asText().equals("read")) {
                others.add("offered but not read: " + answer);
            }
        }
        assertEquals("", String.join("\n", others));
        assertTrue(cases.size() >= 120);
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
