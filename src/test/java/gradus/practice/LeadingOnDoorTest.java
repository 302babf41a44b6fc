package gradus.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import gradus.TestVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leads a student on who has it wrong: what a cell is made of, and hints that go from the idea to the first step. */
class LeadingOnDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final String QUESTION = """
            id: slide
            title: Slide
            params: {x: [[1, 2, 3], [4, 5, 6], [7, 8, 9]], f: [[1, 0], [2, 5]]}
            prompt: '$x={{x}}$, $f={{f}}$'
            parts:
              - {id: y, type: matrix, points: 2, size: shown, label: Slid, expect: 'correlate2d(x, f)'}
              - {id: total, type: integer, points: 2, label: Total, expect: sum(y)}
            hints: [{say: 'Slide the window.'}]
            """;

    @TempDir
    static Path folder;

    private static TestServer server;
    /** Names have no digits, since what comes out is looked for on whole pages. */
    private static int people;

    @BeforeAll
    static void start() throws IOException {
        write("questions/slide.yaml", QUESTION);
        exam("drill", "mode: practice");
        exam("told", "mode: timed, open_to: anyone, minutes: 60, feedback: after-submit");
        exam(
                "shy",
                "mode: timed, open_to: anyone, minutes: 60, feedback: after-submit, show: [score, verdicts, messages]");
        exam("curt", "mode: timed, open_to: anyone, minutes: 60, feedback: after-submit, show: [score]");
        server = TestServer.withBank(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void exam(String id, String policy) throws IOException {
        write(
                id + ".yaml",
                "id: " + id + "\ntitle: Exam " + id + "\npolicy: {" + policy + "}\n"
                        + "questions: [{question: slide, points: 4, label: '1'}]\n");
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve("deep-learning").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static TestPage begin(String exam) {
        return begin(server.visitor(), exam);
    }

    private static TestPage begin(TestVisitor visitor, String exam) {
        String login = exam + "-student-" + (char) ('a' + people++);
        visitor.get("/sign-up");
        visitor.post("/sign-up", Map.of("name", login, "login", login, "password", "long enough"));
        return visitor.open(EXAMS + exam).press("Start");
    }

    @Test
    void aWrongCellOfPracticeShowsItsWindowAndItsProductsOnlyWithTheSolution() {
        TestPage page = begin("drill").type("Slid", "[[34,41],[58,66]]");
        assertFalse(page.response().body().contains("data-cell"), "nothing is marked yet");
        assertFalse(page.text().contains("Click a wrong cell"), page.text());
        page = page.press("Check");
        assertTrue(page.text().contains("Click a wrong cell, or press Enter in it"), page.text());
        TestPage cell = page.follow("41");
        assertTrue(cell.text().contains("row 1, column 2"), cell.text());
        assertTrue(cell.text().contains("rows 1–2, columns 2–3"), cell.text());
        assertEquals(List.of("2", "3", "5", "6", "1", "0", "2", "5"), cell.texts("td.covered"));
        assertFalse(cell.text().contains("42"), "the key: " + cell.text());
        assertFalse(page.response().body().contains("cell=1\""), "a right cell leads nowhere");
        TestPage ended = page.press("Show solution").follow("41");
        assertTrue(ended.text().contains("Right is 42"), ended.text());
        assertTrue(ended.text().contains("2 \\cdot 1") && ended.text().contains("= 42"), ended.text());
        assertEquals(200, ended.follow("Back to the answer").status());
    }

    @Test
    void anExamTellsOfACellWhatItsResultMaySay() {
        for (String exam : List.of("told", "shy", "curt")) {
            TestVisitor visitor = server.visitor();
            TestPage page =
                    begin(visitor, exam).type("Slid", "[[34,41],[58,66]]").press("Review and submit");
            String attempt = page.path().replace("/review", "");
            String cell = attempt + "/cells/1/y?variant=1&cell=2";
            assertEquals(409, visitor.get(cell).statusCode(), "while it runs");
            visitor.post(attempt + "/submission", Map.of("sure", "true"));
            TestPage seen = visitor.open(cell);
            assertEquals(exam.equals("curt") ? 409 : 200, seen.status(), exam);
            assertEquals(exam.equals("told"), seen.text().contains("Right is 42"), seen.text());
            assertEquals(exam.equals("told"), seen.text().contains("\\cdot"), seen.text());
            assertEquals(
                    exam.equals("curt") ? 409 : 404,
                    visitor.get(cell.replace("cell=2", "cell=5")).statusCode());
        }
    }

    @Test
    void hintsGoFromTheIdeaToTheFirstStepAndCostTheirPartAlone() {
        TestPage page = begin("drill").press("Hint");
        assertTrue(page.text().contains("Slide the window."), page.text());
        page = page.press("Hint: the formula for Slid (costs up to 0.2 of its 2 points)");
        assertTrue(page.text().contains("Formula: Slid") && page.text().contains("\\sum_{u,v}"), page.text());
        page = page.press("Hint: the first step for Slid (costs up to 0.2 of its 2 points)");
        assertTrue(page.text().contains("First step: Slid"), page.text());
        assertTrue(page.text().contains("1 \\cdot 1 + 4 \\cdot 2 + 5 \\cdot 5"), page.text());
        assertFalse(page.text().contains("34"), "what comes out: " + page.text());
        page = page.press("Hint: the formula for Total (costs up to 0.2 of its 2 points)");
        assertTrue(page.text().contains("Formula: Total"), page.text());
        assertFalse(
                page.offers("Hint: the first step for Total (costs up to 0.2 of its 2 points)"),
                "its numbers are the first part's key");
        page = page.type("Slid", "[[34,42],[58,66]]").press("Check");
        assertTrue(page.text().contains("1.6 of 4 points"), page.text());
        page = page.press("Hint: the first step for Total (costs up to 0.2 of its 2 points)");
        assertTrue(page.text().contains("First step: Total"), page.text());
        page = page.type("Total", "200").press("Check");
        assertTrue(page.text().contains("3.2 of 4 points as it stands (hints deducted)"), page.text());
    }
}
