package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String HEAD = "title: Q\nprompt: P\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private CommandRun check(String id, String fields) throws IOException {
        return CommandRun.of(
                "check",
                "--variants",
                "50",
                file(id + ".yaml", "id: " + id + "\n" + HEAD + fields).toString());
    }

    @Test
    void whatIsFineExitsWithZeroAndSaysHowOftenItIsDrawn() throws IOException {
        CommandRun run = check("fine", """
                params: {x: 'randint(1, 6)'}
                parts:
                  - id: a
                    type: integer
                    expect: 2*x
                    mistakes: [{id: square, expect: x^2, credit: 0.5, say: squared}]
                tests: [{seed: 3, give: {a: x^2}, score: 0.5, mistake: {a: square}}]
                """);
        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().matches("(?s)fine: 1\\.\\d\\d draws a variant\n  a: \"square\" and \"key\".*"), run.out());
    }

    @Test
    void testsThatDoNotHoldAreSaidAtTheirPlace() throws IOException {
        CommandRun run = check("wrong", """
                parts:
                  - {id: a, type: integer, points: 2, expect: 5, mistakes: [{id: six, expect: 6, say: six}]}
                tests:
                  - {give: {a: 5}, score: 1}
                  - {give: {a: 6}, mistake: {a: seven}}
                  - {give: {a: 9}, mistake: {a: six}}
                """);
        assertEquals(1, run.code());
        String file = folder.resolve("wrong.yaml").toString();
        assertTrue(run.out().contains(file + ":7:5: this test scores 2, but 1 is due\n"), run.out());
        assertTrue(run.out().contains(file + ":8:5: this test finds the mistake six in the part a"), run.out());
        assertTrue(run.out().contains(file + ":9:5: this test finds no mistake in the part a"), run.out());
    }

    @Test
    void functionsThatAFormulaMayUseAreKnownHoweverTheyAreWrittenAndNoneIsMadeUp() throws IOException {
        String part = "parts: [{id: a, type: formula, symbols: {z: {}}, allow: [%s], expect: 'ReLU(z)'}]\n";
        assertEquals(
                0,
                check("known", part.formatted("ReLU, 'σ', comparisons, pi, '+'"))
                        .code());
        CommandRun run = check("unknown", part.formatted("ReLU, sigmod, wobble"));
        assertEquals(1, run.code());
        assertTrue(run.out().contains("there is no function sigmod; did you mean sigmoid?"), run.out());
        assertTrue(run.out().contains("there is no function wobble"), run.out());
    }

    @Test
    void pairsThatNoDrawTellsApartAreNamedAtTheirMistake() throws IOException {
        CommandRun run = check("pairs", """
                params: {x: 'randint(1, 6)', y: [[1, 1], [1, 1]]}
                parts:
                  - id: a
                    type: integer
                    expect: 2*x
                    mistakes:
                      - {id: same, expect: x + x, say: same}
                  - id: b
                    type: matrix
                    expect: y
                    mistakes:
                      - {id: turned, expect: rot180(y), say: turned}
                """);
        assertEquals(1, run.code());
        String file = folder.resolve("pairs.yaml").toString();
        assertTrue(run.out().contains(file + ":10:9: the answers \"same\" and \"key\""), run.out());
        assertTrue(run.out().contains(file + ":15:9: the answers \"turned\" and \"key\""), run.out());
    }

    @Test
    void keysThatFailAndTextsThatCannotBeFilledAreFound() throws IOException {
        CommandRun run = check("fails", """
                params: {k: 2}
                parts:
                  - {id: a, type: number, expect: 1/(k - 2), label: 'is {{[1, 2] * [1, 2, 3]}}'}
                  - {id: b, type: integer, expect: 2.5}
                """);
        assertEquals(1, run.code());
        String file = folder.resolve("fails.yaml").toString();
        assertTrue(run.out().contains(file + ":6:5: "), run.out());
        assertTrue(run.out().contains(file + ":6:5: a text cannot be filled in"), run.out());
        CommandRun never = check(
                "never",
                "params: {x: 'randint(1, 5)'}\nrequire: [x > 5]\nparts: [{id: a, type: integer, expect: x}]\n");
        assertEquals(1, never.code());
        assertTrue(never.out().contains("never.yaml:4:9: no draw of never met the condition \"x > 5\""), never.out());
    }

    @Test
    void examsAreCheckedWithWhatTheyFix() throws IOException {
        file("questions/sum.yaml", "id: sum\n" + HEAD + """
                        params: {x: 'randint(2, 2, 0, 9)'}
                        parts:
                          - id: a
                            type: integer
                            expect: sum(x)
                            mistakes: [{id: trace, expect: trace(x), say: trace}]
                        """);
        Path exam = file("final.yaml", """
                id: final
                title: Final
                policy: {mode: practice}
                questions:
                  - {question: sum, points: 3, with: {x: [[1, 0], [0, 2]]}}
                  - {question: sum, points: 3, with: {x: [[1, 5], [0, 2]]}}
                  - {question: nowhere, points: 1}
                  - {question: sum, points: 1, with: {z: 1}}
                """);
        CommandRun run = CommandRun.of("check", folder.toString());
        assertEquals(1, run.code());
        assertTrue(
                run.out().contains(exam + ":5:5: sum, as this exam fixes it: the answers \"trace\" and \"key\""),
                run.out());
        assertTrue(run.out().contains(exam + ":6:16: the question sum is asked twice"), run.out());
        assertTrue(run.out().contains(exam + ":7:16: "), run.out());
        assertTrue(run.out().contains(exam + ":8:42: "), run.out());
        assertTrue(run.out().endsWith("2 files, 5 findings\n"), run.out());
        CommandRun key = CommandRun.of("key", exam.toString(), "--question", "sum", "--seed", "4");
        assertEquals(
                "{\"params\":{\"x\":[[1,0],[0,2]]},\"key\":{\"a\":3},\"mistakes\":{\"a\":{\"trace\":3}}}\n", key.out());
        CommandRun with =
                CommandRun.of("key", exam.toString(), "--question", "sum", "--with", "{\"x\": [[1,1],[1,1]]}");
        assertTrue(with.out().contains("\"key\":{\"a\":4}"), with.out());
        assertEquals(2, CommandRun.of("key", exam.toString()).code());
        assertEquals(
                2, CommandRun.of("key", exam.toString(), "--question", "other").code());
    }

    @Test
    void anExamHasTheWholeNameOfItsFile() throws IOException {
        Path exam = file("midterm.yaml", "id: term\ntitle: T\npolicy: {mode: practice}\nquestions: []\n");
        CommandRun run = CommandRun.of("check", exam.toString());
        assertEquals(1, run.code(), run.out());
        assertTrue(
                run.out()
                        .contains(exam + ":1:5: the id \"term\" and the file \"midterm.yaml\" must have the same name"),
                run.out());
    }

    @Test
    void keysAreWrittenAsStudentsTypeThem() throws IOException {
        Path file = file("kinds.yaml", "id: kinds\n" + HEAD + """
                        params: {a: 0.01}
                        parts:
                          - {id: n, type: number, expect: a/2}
                          - {id: m, type: matrix, expect: [[1, 2], [3, 4]]}
                          - {id: s, type: shape, expect: [28, 28, 8]}
                          - {id: f, type: formula, symbols: {x: {}}, expect: 'max(a*x, x)'}
                          - {id: c, type: choice, options: [yes, no], expect: no}
                          - {id: l, type: choices, options: [u, v, w], expect: [u, w]}
                          - {id: g, type: grid, options: [+, '-', 0], rows: [r], columns: [b, v], expect: [[+, 0]]}
                          - {id: t, type: text}
                        """);
        JsonNode key =
                JSON.readTree(CommandRun.of("key", file.toString()).out()).get("key");
        assertEquals(
                JSON.readTree(
                        "{\"n\":0.005,\"m\":[[1,2],[3,4]],\"s\":\"28x28x8\",\"f\":\"max(0.01*x, x)\",\"c\":\"no\",\"l\":\"u,w\",\"g\":\"[[+,0]]\"}"),
                key);
    }

    @Test
    void programsGetOneJsonObject() throws IOException {
        Path bad = file("bad.yaml", "id: bad\ntitel: x\nparts: []\n");
        CommandRun run = CommandRun.of("check", bad.toString(), "--json");
        JsonNode json = JSON.readTree(run.out());
        assertEquals(1, run.code());
        assertEquals(bad.toString(), json.get("findings").get(0).get("file").textValue());
        assertEquals(1, json.get("files").intValue());
        CommandRun ko = CommandRun.of("check", bad.toString(), "--lang", "ko");
        assertTrue(ko.out().contains(":2:1: 여기에는 \"titel\" 항목이 없습니다"), ko.out());
    }

    @Test
    void whatIsNoYamlIsSaidWhereItBreaks() throws IOException {
        Path open = file("open.yaml", "id: open\ntitle: [a, b\nparts: x\n");
        Path tabs = file("tabs.yaml", "id: tabs\nparts:\n\t- a\n");
        Path twice = file("twice.yaml", "id: twice\n---\nid: twice\n");
        CommandRun run = CommandRun.of("check", open.toString(), tabs.toString(), twice.toString());
        assertEquals(1, run.code());
        assertTrue(run.out().contains(open + ":3:"), run.out());
        assertTrue(run.out().contains(tabs + ":3:1: "), run.out());
        assertTrue(run.out().contains(twice + ":2:1: "), run.out());
        assertTrue(!run.out().contains("neither"), run.out());
    }

    @Test
    void wrongUseExitsWithTwo() throws IOException {
        assertEquals(2, CommandRun.of("check").code());
        assertEquals(
                2,
                CommandRun.of("check", folder.resolve("nowhere.yaml").toString())
                        .code());
        assertEquals(
                2, CommandRun.of("check", "--variants", "0", folder.toString()).code());
        assertEquals(2, CommandRun.of("key").code());
        CommandRun neither =
                CommandRun.of("check", file("neither.yaml", "a: 1\n").toString());
        assertEquals(1, neither.code());
        assertTrue(neither.out().contains("neither.yaml:1:1: "), neither.out());
    }
}
