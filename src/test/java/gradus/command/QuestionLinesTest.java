package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole questions, line by line through {@code grade --lines} and {@code key --lines}. */
class QuestionLinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOUBLE = """
            id: double
            title: Double
            prompt: 'Double {{x}}.'
            params: {x: 'randint(2, 9)'}
            parts:
              - {id: a, type: integer, points: 2, expect: 2*x, mistakes: [{id: square, expect: x^2, credit: 0.5}]}
            """;

    @TempDir
    Path folder = Path.of("");

    private Path question() throws IOException {
        Files.createDirectories(folder.resolve("questions"));
        return Files.writeString(folder.resolve("questions/double.yaml"), DOUBLE);
    }

    private static List<String> lines(String verb, ObjectNode... lines) {
        StringBuilder input = new StringBuilder();
        List.of(lines).forEach(line -> input.append(line).append('\n'));
        CommandRun run = CommandRun.reading(input.toString(), verb, "--lines");
        assertEquals(0, run.code(), run.err());
        return run.out().lines().toList();
    }

    private static ObjectNode asked(Path file, long seed) {
        return JSON.createObjectNode().put("file", file.toString()).put("seed", seed);
    }

    @Test
    void aLineIsAnsweredLikeTheFileByItself() throws IOException {
        String file = question().toString();
        ObjectNode line = asked(question(), 5);
        line.putObject("responses").put("a", "49");
        String alone = CommandRun.of("grade", file, "--seed", "5", "--responses", "{\"a\": \"49\"}")
                .out();
        assertEquals(List.of(alone.strip()), lines("grade", line));
        assertTrue(alone.startsWith("{\"score\":"), alone);
        assertEquals(
                List.of(CommandRun.of("key", file, "--seed", "5").out().strip()), lines("key", asked(question(), 5)));
    }

    @Test
    void whatAnExamFixesApplies() throws IOException {
        question();
        Path exam = Files.writeString(folder.resolve("final.yaml"), """
                id: final
                title: Final
                policy: {mode: practice}
                questions: [{question: double, points: 3, with: {x: 7}}]
                """);
        ObjectNode line = asked(exam, 1).put("question", "double");
        line.putObject("responses").put("a", "14");
        assertEquals(2, JSON.readTree(lines("grade", line).get(0)).get("score").intValue());
        assertEquals(
                14,
                JSON.readTree(lines("key", line).get(0)).at("/key/a").intValue(),
                "of the exam's own number, whatever the seed");
        ObjectNode other = line.deepCopy();
        other.putObject("with").put("x", 3);
        assertEquals(6, JSON.readTree(lines("key", other).get(0)).at("/key/a").intValue());
    }

    @Test
    void theTextItselfMayStandForTheFile() throws IOException {
        ObjectNode line = JSON.createObjectNode().put("text", DOUBLE).put("seed", 2);
        line.putObject("with").put("x", 4);
        line.putObject("responses").put("a", 8);
        JsonNode answer = JSON.readTree(lines("grade", line).get(0));
        assertEquals("correct", answer.at("/parts/0/verdict").textValue());
    }

    @Test
    void aPartAloneHasAKeyToo() throws IOException {
        ObjectNode line = (ObjectNode) JSON.readTree(
                "{\"part\": {\"id\": \"p\", \"type\": \"number\", \"expect\": \"2*p\"}, \"let\": {\"p\": 3}}");
        assertEquals(List.of("{\"params\":{},\"key\":{\"p\":6},\"mistakes\":{\"p\":{}}}"), lines("key", line));
    }

    @Test
    void aWrongProcedureIsNamedWhereThePartsValuesAreGivenBesideIt() throws IOException {
        String line = "{\"part\": {\"id\": \"a\", \"type\": \"matrix\", \"points\": 1, \"expect\": \"W'*dZ\"}, "
                + "\"let\": {\"W\": [[1,2],[3,5]], \"dZ\": [[7,11],[13,17]]}, \"response\": \"[[33,45],[86,118]]\"}\n";
        JsonNode answer =
                JSON.readTree(CommandRun.reading(line, "grade", "--lines").out());
        assertEquals("transpose_left_out", answer.at("/fault/kind").asText(), answer.toString());
        assertEquals("W'", answer.at("/fault/at").asText());
    }

    private static JsonNode graded(String part, String response) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("response", response);
        line.set("part", JSON.readTree(part));
        return JSON.readTree(lines("grade", line).get(0));
    }

    private static String verdict(String part, String response) throws IOException {
        return graded(part, response).get("verdict").textValue();
    }

    @Test
    void aSumIsASumHoweverItIsWrittenWhereTheFormAsksForOneOrForbidsIt() throws IOException {
        String part = "{\"id\": \"p\", \"type\": \"formula\", \"expect\": \"sum(v)\", "
                + "\"symbols\": {\"v\": {\"shape\": [4]}}, \"form\": {\"must_use\": [\"sum\"]}}";
        for (String sum : List.of("sum(v)", "Σ v", "Σ_i v_i", "\\sum_{i=1}^n v_i", "v.sum()", "np.sum(v, axis=0)")) {
            assertEquals("correct", verdict(part, sum), sum);
            assertEquals("incorrect", verdict(part.replace("must_use", "must_not_use"), sum), sum);
        }
        assertEquals("incorrect", verdict(part, "v[1] + v[2] + v[3] + v[4]"));
    }

    @Test
    void whatLacksOnlyTheFormAskedForIsNotMendedByAChangeThatChangesNothing() throws IOException {
        String part = "{\"id\": \"p\", \"type\": \"formula\", \"expect\": \"z^2 + 2*z + 1\", "
                + "\"symbols\": {\"z\": {}}, \"form\": {\"expanded\": true}}";
        assertEquals(
                "[\"The value is right, but the products must be multiplied out.\"]",
                graded(part, "(z+1)^2").get("feedback").toString());
        JsonNode other = graded(part, "(z+2)^2").get("feedback");
        assertFalse(other.toString().contains("would be right"), other.toString());
    }

    @Test
    void aStarOfTwoRulesIsReadWhereBothMakeAllProductsOfAColumnAndARow() throws IOException {
        String part = "{\"id\": \"p\", \"type\": \"formula\", \"expect\": \"c*r\", \"symbols\": "
                + "{\"c\": {\"shape\": [3, 1]}, \"r\": {\"shape\": [1, 4]}, "
                + "\"d\": {\"shape\": [4, 1]}, \"u\": {\"shape\": [3]}}}";
        assertEquals("correct", verdict(part, "c * r + 0*d.T"));
        assertEquals("correct", verdict(part, "c**1 * r"));
        assertEquals("incorrect", verdict(part, "c * d.T"));
        assertEquals("unreadable", verdict(part, "u * d.T"), "a vector of NumPy has one axis");
        assertEquals("unreadable", verdict(part, "d.T * c"), "the shapes fit neither rule");
        assertEquals("unreadable", verdict(part, "c.T * u"));
    }

    @Test
    void aBadLineIsAnErrorInItsPlace() throws IOException {
        ObjectNode good = asked(question(), 1);
        good.putObject("responses");
        CommandRun run = CommandRun.reading(
                String.join(
                        "\n",
                        good.toString(),
                        "{\"file\": 5}",
                        "{\"file\": \"nowhere.yaml\", \"responses\": {}}",
                        "{\"file\": \"\\u0000\", \"responses\": {}}",
                        asked(question(), 1).toString(),
                        good.deepCopy().put("seed", 1.5).toString(),
                        good.deepCopy().put("question", "double").toString(),
                        "{\"text\": \"a: [\", \"responses\": {}}",
                        "[]",
                        "",
                        good.toString()),
                "grade",
                "--lines");
        List<String> answers = run.out().lines().toList();
        assertEquals(11, answers.size(), run.out());
        for (int i = 1; i < 10; i++) {
            assertTrue(answers.get(i).startsWith("{\"error\":{\"message\":"), answers.get(i));
        }
        assertEquals(answers.get(0), answers.get(10));
        assertTrue(answers.get(0).startsWith("{\"score\":0"), answers.get(0));
    }

    @Test
    void aFileIsReadOnce() throws IOException {
        Path file = question();
        QuestionFiles files = new QuestionFiles();
        QuestionFiles.VariantRequest asked = new QuestionFiles.VariantRequest(file, null, null, 3, java.util.Map.of());
        files.variant(asked);
        Files.delete(file);
        assertEquals(
                "double",
                files.variant(new QuestionFiles.VariantRequest(file, null, null, 4, java.util.Map.of()))
                        .question()
                        .id());
    }
}
