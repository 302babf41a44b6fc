package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that say in short what would otherwise be said part by part. */
class ShortFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = "id: q\ntitle: Q\nprompt: P\n";

    private static JsonNode graded(String fields, String... responses) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("text", HEAD + fields);
        ObjectNode typed = line.putObject("responses");
        for (int i = 0; i < responses.length; i += 2) {
            typed.put(responses[i], responses[i + 1]);
        }
        String out = CommandRun.reading(line + "\n", "grade", "--lines").out();
        return JSON.readTree(out);
    }

    private static String verdicts(JsonNode graded) {
        StringBuilder verdicts = new StringBuilder();
        graded.path("parts")
                .forEach(
                        part -> verdicts.append(part.get("verdict").textValue()).append(' '));
        return graded.has("error") ? graded.toString() : verdicts.toString().strip();
    }

    private static JsonNode keys(String fields) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("text", HEAD + fields);
        return JSON.readTree(CommandRun.reading(line + "\n", "key", "--lines").out());
    }

    @Test
    void whatAQuestionSaysHoldsForItsPartsThatDoNotSayItThemselves() throws IOException {
        String fields = """
                tolerance: {absolute: 0.5}
                credit: all-or-nothing
                follow_through: {credit: 0.5}
                symbols: {z: {from: 1, to: 4}, y: {}}
                parts:
                  - {id: a, type: number, expect: 3.3}
                  - {id: b, type: number, tolerance: exact, expect: 3.3}
                  - {id: m, type: matrix, expect: [[1, 2]]}
                  - {id: f, type: formula, expect: z^2}
                  - {id: g, type: formula, symbols: {y: {from: 1, to: 2}}, expect: sqrt(y)*z}
                """;
        assertEquals(
                "correct incorrect incorrect correct correct",
                verdicts(graded(fields, "a", "3.5", "b", "3.5", "m", "[[1,9]]", "f", "z*z", "g", "z*sqrt(y)")));
    }

    @Test
    void eachMakesAPartForEachOfItsWords() throws IOException {
        String fields = """
                params: {W1: 1, B1: 5}
                parts:
                  - {id: 'd{P}', each: {P: [W1, B1], N: [one, two]}, type: integer, expect: '{P} + 1',
                     label: 'Number {N}, {{P}}', mistakes: [{id: 'no_{N}', expect: '{P}'}]}
                """;
        assertEquals(
                "{\"params\":{\"W1\":1,\"B1\":5},\"key\":{\"dW1\":2,\"dB1\":6},"
                        + "\"mistakes\":{\"dW1\":{\"no_one\":1},\"dB1\":{\"no_two\":5}}}",
                keys(fields).toString());
        Question question = QuestionFile.read(HEAD + fields, "q.yaml");
        Variant variant = Variant.of(question, Map.of());
        assertEquals("Number two, 5", variant.label(question.part("dB1"), Locale.ENGLISH));
        String uneven = keys(fields.replace("[one, two]", "[one]")).toString();
        assertTrue(uneven.contains("6:24") && uneven.contains("all of one length"), uneven);
    }

    @Test
    void aNameStandsWhereThereIsNoLabelAndSolutionStepsShowsAllWork() {
        Question question = QuestionFile.read(HEAD + """
                params: {x: [[1, 2], [3, 4]], f: [[1, 0], [0, 1]]}
                parts:
                  - {id: c, name: 'Y^{[1]}', type: matrix, expect: 'correlate2d(x, f)'}
                  - {id: s, type: integer, label: Sum, expect: sum(c)}
                  - {id: d, type: shape, label: Size, expect: '[rows(c), 2*s]'}
                  - {id: e, type: shape, expect: '[d[2], d[1]]'}
                  - {id: t, type: text}
                  - {id: o, type: choice, options: [u, v], expect: u}
                  - {id: g, type: formula, symbols: {z: {}}, expect: 2*z}
                solution: steps
                """, "q.yaml");
        Variant variant = Variant.of(question, Map.of());
        assertEquals("$Y^{[1]}$", variant.label(question.part("c"), Locale.KOREAN));
        assertEquals("Sum", variant.label(question.part("s"), Locale.KOREAN));
        String solution = variant.solution(Locale.ENGLISH, true);
        assertTrue(solution.contains("$Y^{[1]}$\n\n") && solution.contains("$s$\n\n"), solution);
        assertTrue(solution.contains("5") && !solution.contains("{{"), solution);
        assertFalse(solution.contains("bmatrix}_"), "a cell of a vector is shown by its number: " + solution);
        assertTrue(solution.contains("$d$\n\n") && !solution.contains("$o$") && !solution.contains("$g$"), solution);
    }

    @Test
    void choicesScoreRightTicksLessWrongOnes() throws IOException {
        String fields = "parts: [{id: c, type: choices, points: 2, options: [u, v, w, x], expect: [u, w]}]\n";
        assertEquals(2, graded(fields, "c", "u,w").get("score").doubleValue());
        assertEquals(1, graded(fields, "c", "u").get("score").doubleValue());
        assertEquals(1, graded(fields, "c", "u,w,x").get("score").doubleValue());
        assertEquals(0, graded(fields, "c", "u,v").get("score").doubleValue());
        assertEquals(0, graded(fields, "c", "u,v,w,x").get("score").doubleValue());
        String whole = fields.replace("points: 2", "points: 2, credit: all-or-nothing");
        assertEquals(0, graded(whole, "c", "u").get("score").doubleValue());
    }

    @Test
    void optionsThatReadAlikeAreDrawnAgain() {
        Question question = QuestionFile.read(HEAD + """
                params: {x: 'randint(1, 2)', y: 'randint(1, 2)'}
                parts:
                  - {id: c, type: choice, options: [{id: a, say: '{{x}}'}, {id: b, say: '{{y}}'}], expect: a}
                """, "q.yaml");
        for (long seed = 0; seed < 30; seed++) {
            Map<String, ?> params = Variant.draw(question, seed).params();
            assertNotEquals(params.get("x"), params.get("y"), params.toString());
        }
    }

    @Test
    void furtherNamesOfASymbolMayBeTyped() throws IOException {
        String fields = """
                aliases: {V: v, theta: w}
                symbols: {v: {}, w: {}}
                parts:
                  - {id: f, type: formula, expect: 2*v - w}
                """;
        assertEquals("correct", verdicts(graded(fields, "f", "2V - θ")));
        assertEquals("correct", verdicts(graded(fields, "f", "2v - theta")));
        assertEquals("unreadable", verdicts(graded(fields, "f", "2U - w")));
        String twice =
                keys(fields.replace("{V: v, theta: w}", "{θ: v, theta: w}")).toString();
        assertTrue(twice.contains("4:17: ") && twice.contains("mean the same name"), twice);
    }

    @Test
    void aWholeSymbolIsDrawnWhole() throws IOException {
        String fields = """
                symbols: {n: {integer: true, from: 1, to: 9}}
                parts:
                  - {id: f, type: formula, expect: '1'}
                """;
        assertEquals("correct", verdicts(graded(fields, "f", "(-1)^(2n)")));
        assertEquals("incorrect", verdicts(graded(fields, "f", "(-1)^n")));
    }

    @Test
    void aLayoutMustHaveACellAColumn() throws IOException {
        String fields = """
                params: {x: 3}
                parts: [{id: a, type: integer, expect: x}, {id: b, type: integer, expect: x}]
                layout: {columns: [one, two], rows: [{say: 'Row {{x}}', cells: [a, 'b']}]}
                """;
        assertEquals("{\"a\":3,\"b\":3}", keys(fields).get("key").toString());
        String uneven = keys(fields.replace("[a, 'b']", "[a]")).toString();
        assertTrue(uneven.contains("as many cells"), uneven);
        String twice = keys(fields.replace("[a, 'b']", "[a, a]")).toString();
        assertTrue(twice.contains("error"), twice);
        String hole = keys(fields.replace("{{x}}", "{{y}}")).toString();
        assertTrue(hole.contains("error"), hole);
    }

    @Test
    void answersInAFileSumOverTheExamplesOfTheirPart(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("examples.yaml");
        Files.writeString(file, """
                id: examples
                title: Examples
                prompt: What is the gradient?
                parts:
                  - {id: s, type: formula, examples: rows, expect: "X'*(X*w - t)", symbols: {X: {shape: [3, 3]}, w: {shape: [3]}, t: {shape: [3]}},
                     accept: [{expect: "Σ_d (w' X_d - t_d) X_d"}], mistakes: [{id: sign, expect: "Σ_d (t_d - w' X_d) X_d", say: Sign.}]}
                tests:
                  - {seed: 1, give: {s: "Σ_d (X_d' w - t_d) X_d"}, score: 1}
                  - {seed: 1, give: {s: "Σ_d (t_d - X_d' w) X_d"}, score: 0, mistake: {s: sign}}
                """);
        CommandRun run = CommandRun.of("check", file.toString(), "--variants", "3");
        assertTrue(run.out().contains("1 file, 0 findings"), run.out());
    }
}
