package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases written from the contract by people who did not write the code, with values computed elsewhere. */
class ForeignVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"eval", "reading", "compare", "formula", "diagnosis"})
    void everyCaseComesOutAsExpected(String vectors) throws IOException {
        List<JsonNode> cases = cases("/vectors/foreign-" + vectors + ".jsonl");
        List<JsonNode> answers = answers(cases, vectors.equals("eval"));
        assertEquals(cases.size(), answers.size());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            JsonNode expect = cases.get(i).get("expect");
            JsonNode answer = answers.get(i);
            if (!(vectors.equals("eval") ? evaluatesTo(expect, answer) : gradesTo(expect, answer))) {
                wrong.add(cases.get(i) + " came out as " + answer);
            }
        }
        if (!wrong.isEmpty()) {
            fail(String.join("\n", wrong));
        }
    }

    private static List<JsonNode> cases(String resource) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream file = ForeignVectorsTest.class.getResourceAsStream(resource)) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                cases.add(JSON.readTree(line));
            }
        }
        return cases;
    }

    private static List<JsonNode> answers(List<JsonNode> cases, boolean evaluated) throws IOException {
        StringBuilder lines = new StringBuilder();
        cases.forEach(line -> lines.append(line).append('\n'));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Lines(Locale.ENGLISH)
                .answer(
                        new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                        out,
                        evaluated ? EvalCommand::answer : new PartLines(Locale.ENGLISH));
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    private static boolean evaluatesTo(JsonNode expect, JsonNode answer) {
        if (expect.has("error")) {
            JsonNode at = expect.path("at");
            int place = answer.path("error").path("at").asInt(-1);
            return answer.path("error").has("message")
                    && (at.isMissingNode()
                            || (place >= at.get(0).asInt() && place <= at.get(1).asInt()));
        }
        boolean anyShape = expect.path("anyshape").asBoolean();
        return answer.has("value")
                && isNear(
                        expect.get("value"),
                        answer.get("value"),
                        Math.max(expect.get("tol").asDouble(), 1e-14),
                        anyShape);
    }

    private static boolean gradesTo(JsonNode expect, JsonNode answer) {
        JsonNode reading = answer.path("reading");
        JsonNode cells = expect.path("cells");
        String said = reading.path("reason").asText();
        JsonNode at = expect.path("at");
        int place = reading.path("at").asInt(-1);
        return same(expect, "reading", reading.path("is"))
                && same(expect, "verdict", answer.path("verdict"))
                && !answer.path("verdict").equals(expect.path("notverdict"))
                && (!expect.has("score")
                        || Math.abs(expect.get("score").asDouble()
                                        - answer.path("score").asDouble(-1))
                                < 1e-9)
                && (cells.isMissingNode() || cells.equals(answer.path("cells")))
                && same(expect, "mistake", answer.path("mistake"))
                && (!expect.has("named")
                        || answer.path("mistake").isTextual()
                                == expect.get("named").asBoolean())
                && said.contains(expect.path("offer").asText())
                && (at.isMissingNode()
                        || (at.isArray()
                                ? place >= at.get(0).asInt()
                                        && place <= at.get(1).asInt()
                                : place >= 0))
                && (!expect.has("value") || isNear(expect.get("value"), reading.path("value"), 1e-14, true));
    }

    private static boolean same(JsonNode expect, String field, JsonNode answer) {
        return !expect.has(field) || expect.get(field).equals(answer);
    }

    /** Whether two nested lists hold the same numbers, within a fraction of each and of the largest. */
    private static boolean isNear(JsonNode right, JsonNode given, double tolerance, boolean anyShape) {
        List<JsonNode> all = flat(right, new ArrayList<>());
        List<JsonNode> other = flat(given, new ArrayList<>());
        double largest = 0;
        for (JsonNode number : all) {
            largest = Math.max(largest, Math.abs(number.asDouble()));
        }
        if (all.size() != other.size() || !(anyShape || shape(right).equals(shape(given)))) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            double value = all.get(i).asDouble();
            double allowed = Math.max(tolerance * Math.max(largest * 1e-3, Math.abs(value)), 1e-13 * largest);
            if (all.get(i).isNull() != other.get(i).isNull()
                    || !(Math.abs(value - other.get(i).asDouble()) <= allowed)) {
                return false;
            }
        }
        return true;
    }

    private static List<JsonNode> flat(JsonNode json, List<JsonNode> into) {
        if (json.isArray()) {
            json.forEach(item -> flat(item, into));
        } else {
            into.add(json);
        }
        return into;
    }

    private static List<Integer> shape(JsonNode json) {
        List<Integer> shape = new ArrayList<>();
        for (JsonNode item = json; item.isArray(); item = item.path(0)) {
            shape.add(item.size());
        }
        return shape;
    }
}
