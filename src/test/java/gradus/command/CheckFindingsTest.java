package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} finds in files that read, each at its line and column. */
class CheckFindingsTest {
    private static final String PART = "parts: [{id: a, type: integer, expect: 2}]\n";

    @TempDir
    Path folder = Path.of("");

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Path question(String fields) throws IOException {
        return file("questions/q.yaml", "id: q\ntitle: Q\n" + fields);
    }

    private Path exam(String policy, String... entries) throws IOException {
        return file(
                "final.yaml",
                "id: final\ntitle: F\npolicy: {" + policy + "}\nquestions:\n  - {" + String.join("}\n  - {", entries)
                        + "}\n");
    }

    private static String check(Path file) {
        return CommandRun.of("check", "--variants", "5", file.toString()).out();
    }

    /** Asserts a finding with these words at the place where a snippet of the file stands last. */
    private static void assertFound(Path file, String snippet, String words) throws IOException {
        String before = Files.readString(file);
        int at = before.lastIndexOf(snippet);
        before = before.substring(0, at);
        String place = file + ":" + (1 + before.chars().filter(c -> c == '\n').count()) + ":"
                + (at - before.lastIndexOf('\n')) + ": ";
        String out = check(file);
        assertTrue(
                out.lines().anyMatch(line -> line.startsWith(place) && line.contains(words)),
                place + words + " not in:\n" + out);
    }

    private void assertClean(String fields) throws IOException {
        String out = check(question(fields));
        assertTrue(out.endsWith("1 file, 0 findings\n"), out);
    }

    @Test
    void aToleranceSoWideThatAnotherAnswerIsRight() throws IOException {
        String wide = "prompt: P\nparts: [{id: a, type: number, expect: 2, tolerance: {absolute: 1e6}}]\n";
        assertFound(question(wide), "{id: a", "scores full in the part a");
        assertClean(wide.replace("1e6", "0.5"));
    }

    @Test
    void anOptionNamedLikeSomethingThatIsNoAnswer() throws IOException {
        String options = "prompt: P\nparts: [{id: a, type: choice, expect: '\"NaN\"', options: [NaN, two]}]\n";
        assertFound(question(options), "{id: a", "\"NaN\", which is no answer, is graded in the part a as: correct");
        assertClean(options.replace("NaN", "one"));
    }

    @Test
    void aTextThatLacksALanguageOfTheOthers() throws IOException {
        String label = "parts: [{id: a, type: integer, expect: 2, label: {ko: 값, en: Value}}]\n";
        assertFound(question("prompt: {en: 'What?'}\n" + label), "'What?'", "missing in: ko");
        assertClean("prompt: serves all\n" + label);
    }

    @Test
    void aPictureThatIsNotThere() throws IOException {
        assertFound(question("prompt: 'See ![a net](gone.svg)'\n" + PART), "![a net]", "no picture gone.svg");
        file("questions/net.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertClean("prompt: 'See ![a net](net.svg)'\n" + PART);
    }

    @Test
    void aPictureThatAServerWouldNotTake() throws IOException {
        file("questions/그림.svg", "<svg/>");
        assertFound(question("prompt: '![A net](그림.svg)'\n" + PART), "![A net]", "그림.svg");
    }

    /** What a server says of a folder on its console and its page of questions is said beforehand. */
    @Test
    void whatAServerWouldNotRead() throws IOException {
        String text = Files.readString(question("prompt: P\n" + PART));
        Path old = file("questions/old.yml", text.replace("id: q", "id: old"));
        Path loose = file("loose.yaml", text.replace("id: q", "id: loose"));
        file("drafts/one.yaml", text.replace("id: q", "id: one"));
        Path among = file(
                "questions/term.yaml",
                "id: term\ntitle: T\npolicy: {mode: practice}\nquestions: [{question: q, points: 1}]\n");
        Path notes = file("notes.txt", "to do");
        String out = check(folder);
        for (Path lost : List.of(old, loose, folder.resolve("drafts"), among)) {
            assertTrue(out.contains(lost + ":1:1: is not read: "), lost + " not in:\n" + out);
        }
        assertTrue(out.contains(notes + " is not read: "), out);
        assertTrue(out.endsWith("5 files, 4 findings\n"), out);
        Files.delete(old);
        Files.delete(loose);
        Files.delete(among);
        Files.delete(folder.resolve("drafts/one.yaml"));
        CommandRun left = CommandRun.of("check", "--variants", "5", folder.toString(), "--json");
        assertEquals(0, left.code(), "a note hides no question");
        assertEquals(
                notes.toString(),
                Json.stored(left.out()).path("unread").findValuesAsText("file").get(1));
    }

    @Test
    void anExamOfACourseAsksTheQuestionsOfThatCourseAlone() throws IOException {
        question("prompt: P\n" + PART);
        file("other/questions/mine.yaml", "id: mine\ntitle: M\nprompt: P\n" + PART);
        Path exam = file(
                "other/final.yaml",
                "id: final\ntitle: F\npolicy: {mode: practice}\nquestions: [{question: q, points: 1}]\n");
        String out = check(folder);
        assertTrue(out.contains(exam + ":4:24: "), out);
    }

    private void assertRefused(String formula, String snippet, String words) throws IOException {
        assertFound(question("prompt: 'See $" + formula + "$.'\n" + PART), snippet, words);
    }

    @Test
    void formulasThatKatexRefuses() throws IOException {
        assertRefused("\\frac{1}{2", "{2", "{ is never closed");
        assertRefused("x}", "}$", "} closes nothing");
        assertRefused("\\left( x", "\\left", "\\left is never closed");
        assertRefused("x \\right)", "\\right", "\\right closes nothing");
        assertRefused("\\left x \\right)", "\\left", "delimiter");
        assertRefused("\\frca{1}{2}", "\\frca", "did you mean \\frac");
        assertRefused("\\begin{pmatrx}1\\end{pmatrx}", "\\begin", "did you mean \"pmatrix\"");
        assertRefused("\\begin{cases} \\left( x \\end{cases}", "\\end", "stands before \\left is closed");
        assertRefused("a & b", "& b", "outside an environment");
        assertRefused("x^", "^", "nothing follows ^");
        assertRefused("x^2^3", "^3", "a second ^");
        assertFound(question("prompt: 'a $ b'\n" + PART), "$ b", "no partner");
        String fault = "parts: [{id: a, type: integer, expect: 1 + 1, faults: {term_left_out: {say: 'Add $x^$.'}}}]\n";
        assertFound(question("prompt: P\n" + fault), "^$", "nothing follows ^");
        assertClean("prompt: '$\\left[\\begin{pmatrix}1&{{1+1}}\\end{pmatrix}\\right]_{i}^{2}\\{x\\}$, `$`, \\$5'\n"
                + PART);
    }

    @Test
    void parametersThatNothingUses() throws IOException {
        String fields = "prompt: 'Double {{x}}'\nparams: {x: 2, why: 3}\n" + PART;
        assertFound(question(fields), "why", "the parameter why is used nowhere");
    }

    @Test
    void furtherNamesThatHelpNobody() throws IOException {
        String formula =
                "prompt: P\nparts: [{id: a, type: formula, symbols: {v: {}, w: {}}, label: A, expect: v + w}]\n";
        assertClean(formula + "aliases: {V2: v, u: a}\n");
        assertFound(
                question(formula + "aliases: {U: x}\n"),
                "U: x",
                "\"U\" stands for \"x\", which is no symbol of a formula");
        assertFound(question(formula + "aliases: {w: v}\n"), "w: v", "\"w\" is a symbol itself");
    }

    @Test
    void anExamThatIsCalledLikeItsQuestionFindsIt() throws IOException {
        question("prompt: P\n" + PART);
        Path file =
                file("q.yaml", "id: q\ntitle: Q\npolicy: {mode: practice}\nquestions: [{question: q, points: 1}]\n");
        assertEquals(
                "",
                CommandRun.of("check", "--variants", "5", folder.toString())
                        .out()
                        .replaceAll(".*0 findings\\R", ""));
        assertTrue(Files.exists(file));
    }

    @Test
    void questionsWorthNothing() throws IOException {
        Path file = question("prompt: P\nparts: [{id: a, type: integer, points: 0, expect: 2}]\n");
        assertFound(file, "[{id: a", "worth 0 points");
    }

    @Test
    void keysThatDoNotSuitTheirPart() throws IOException {
        Path fraction = question("prompt: P\nparts: [{id: a, type: integer, expect: 5/2}]\n");
        assertFound(fraction, "{id: a", "not whole");
        Path none = question("prompt: P\nparts: [{id: a, type: choices, options: [u, v], expect: []}]\n");
        assertFound(none, "{id: a", "no option");
    }

    @Test
    void optionsThatAreNotThere() throws IOException {
        Path file = question("prompt: P\nparts: [{id: a, type: choice, options: [u, v], expect: u,"
                + " mistakes: [{id: m, expect: '\"w\"'}]}]\n");
        assertFound(file, "{id: m", "could not be computed in any variant");
    }

    @Test
    void mistakesThatAreOnlyTheKeyTurned() throws IOException {
        String turned = "prompt: P\nparts: [{id: a, type: matrix, %s expect: [[1, 2, 3]],"
                + " mistakes: [{id: m, expect: [[1], [2], [3]]}]}]\n";
        assertFound(question(String.format(turned, "")), "{id: m", "\"m\"");
        assertClean(String.format(turned, "orientation: strict,"));
    }

    @Test
    void namesThatFoldTogether() throws IOException {
        Path file = question("prompt: '{{lambda}}'\nparams: {lambda: 2, λ: 3}\n" + PART);
        assertFound(file, "λ: 3", "λ");
    }

    @Test
    void examsThatNobodyCouldSitAsMeant() throws IOException {
        question("prompt: P\nparams: {x: 'randint(1, 9)'}\nparts: [{id: a, type: integer, expect: x}]\n");
        file(
                "questions/never.yaml",
                "id: never\ntitle: N\nprompt: P\nparams: {x: 'randint(1, 9)'}\nrequire: [x > 9]\n"
                        + "parts: [{id: a, type: integer, expect: x}]\n");
        String entry = "question: q, points: 3";
        String practice = "mode: practice";
        assertFound(exam(practice, "question: gone, points: 3"), "gone", "gone");
        assertFound(exam(practice, entry, "question: never, points: 3"), "{question: never", "cannot be drawn");
        assertFound(exam(practice, entry, entry), "q, points", "asked twice");
        assertFound(exam(practice, "question: q, points: 0"), "- {question", "0 points");
        assertFound(exam(practice, entry + ", with: {z: 1}"), "1}}", "\"z\"");
        String late = "mode: timed, opens: 2026-12-01T09:00Z, closes: 2026-12-01T08:00Z";
        assertFound(exam(late, entry), "2026-12-01T08:00Z", "closes before it opens");
        String own = "mode: timed, opens: 2026-12-01T09:00Z, closes: 2026-12-01T10:00Z, allowances: ["
                + "{students: [s], closes: 2026-12-01T07:00Z}, {minutes: 5}]";
        assertFound(exam(own, entry), "2026-12-01T07:00Z", "closes before it opens");
        assertFound(exam(own, entry), "{minutes: 5}", "no students");
        assertFound(exam("mode: timed", entry), "{mode", "after-submit");
    }

    @Test
    void keysThatOpenPracticeTells() throws IOException {
        question("prompt: P\nparams: {x: 'randint(1, 99)'}\nparts: [{id: a, type: integer, expect: x},"
                + " {id: f, type: formula, symbols: {z: {}}, expect: z^2}]\n");
        file(
                "practice.yaml",
                "id: practice\ntitle: P\npolicy: {mode: practice}\nquestions: [{question: q, points: 1}]\n");
        String dates = "mode: timed, opens: 2026-12-01T09:00Z, closes: 2026-12-01T10:00Z";
        String entry = "question: q, points: 3";
        assertFound(exam(dates, entry), "q, points", "practice, which is open before this exam is over: f");
        assertFalse(
                check(exam("mode: timed, feedback: after-submit", entry)).contains("open before"),
                "an exam without dates gives no finding");
    }

    @Test
    void everyBrokenFileIsSaid() throws IOException {
        file("a.yaml", "a: [\n");
        file("b.yaml", "b: {\n");
        assertEquals(3, check(folder).lines().count());
    }
}
