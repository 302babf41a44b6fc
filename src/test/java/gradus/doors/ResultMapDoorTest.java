package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of an attempt as a map: where points were lost first, one's own cells beside the right ones, and on from there. */
class ResultMapDoorTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasLostStandsFirstWithTheRightCellsBesideOnesOwn() {
        new ExamFolder(folder)
                .question("sum", """
                        title: The sum
                        prompt: What is $2 + 2$?
                        parts:
                          - {id: sum, type: integer, points: 1, label: Of two, expect: 2 + 2}
                        """)
                .question("double", """
                        title: The double
                        let: {x: '[[1, 2], [3, 4]]'}
                        prompt: Double {{x}}.
                        parts:
                          - {id: twice, type: matrix, points: 1, label: Twice, expect: 2*x}
                          - {id: trace, type: integer, points: 1, label: Its trace, expect: trace(twice)}
                        """)
                .exam("arithmetic", "mode: practice", "{question: sum, points: 1}, {question: double, points: 2}");
        try (TestServer server = TestServer.withBank(folder)) {
            TestPage result = server.visitor()
                    .open("/courses/deep-learning/exams/arithmetic")
                    .press("Start")
                    .type("Of two", "4")
                    .press("Next")
                    .type("Twice", "[[2,4],[6,9]]")
                    .type("Its trace", "11")
                    .press("Review and submit")
                    .press("Submit");
            assertEquals(List.of("Question 2 The double", "Question 1 The sum"), result.texts(".map-title"));
            assertEquals(List.of("1.75 / 2", "1 / 1"), result.texts(".map-points"));
            TestPage lost = result.within(".question-map[open]");
            assertEquals(List.of("9, incorrect, Right answer 8"), lost.texts(".cell-incorrect"));
            assertEquals(List.of("2, correct", "4, correct", "6, correct"), lost.texts(".cell-correct"));
            assertEquals(List.of("1 right answer"), lost.texts(".settled > summary"), "what follows on is folded");
            String path = "/courses/deep-learning" + result.path();
            TestPage seen = TestPeople.visitor(server, "park", Role.GRADER).open(path);
            String cells = ".marked-cells[tabindex=0][role=group][aria-label=Answer]";
            assertEquals(4, seen.texts(cells + " td").size(), "without links it is scrolled by keyboard all the same");
            TestPage again = lost.press("Practise this again: The double");
            assertEquals("", again.typed("Twice"), "a new attempt");
            assertTrue(
                    again.path().endsWith("/questions/2#question")
                            || again.path().endsWith("/questions/2"),
                    again.path());
            assertFalse(again.text().contains("Right answer"));
            TestPage right = again.type("Twice", "[[2,4],[6,8]]")
                    .type("Its trace", "10")
                    .press("Review and submit")
                    .press("Submit");
            assertEquals(
                    4,
                    right.texts(".marked-cells.paired[tabindex=0][role=group] td")
                            .size(),
                    right.text());
        }
    }

    @Test
    void aWorkedSolutionIsSentWhenItsLinkIsFollowedAndAllOfThemForPaper() {
        String questions = "{question: sum, points: 1}, {question: double, points: 1}, {question: bare, points: 1}";
        String show = "mode: practice, show: [score, verdicts, messages, keys";
        new ExamFolder(folder)
                .question("sum", solved("2 + 2", "It is {{2 + 2}}, as two and two are."))
                .question("double", solved("2 * 7", "It is {{2 * 7}}, twice seven."))
                .question("bare", solved("3 - 3", ""))
                .exam("open", show + ", solutions]", questions)
                .exam("kept", show + "]", questions);
        try (TestServer server = TestServer.withBank(folder)) {
            TestPage result = submitted(server.visitor(), "open");
            assertFalse(isTold(result), result.text());
            assertFalse(result.offers("Show solution: Question 3"), "it has none");
            TestPage second = result.follow("Show solution: Question 2");
            assertEquals(
                    List.of("Solution It is 14, twice seven."),
                    second.texts("details[open] > div > #solution-2[open]"));
            assertEquals(1, second.texts("details.solution").size());
            TestPage all = second.follow("Open everything, with all solutions (for printing)");
            assertEquals(2, all.texts("details.solution").size());
            assertEquals(List.of(), all.texts("details:not([open])"), "nothing is folded on paper");

            TestVisitor student = server.visitor();
            TestPage kept = submitted(student, "kept");
            assertFalse(kept.text().contains("Show solution") || kept.text().contains("Open everything"), kept.text());
            for (String open : List.of("1", "2", "all", "x")) {
                TestPage asked = student.open(kept.path() + "?open=" + open);
                assertTrue(asked.texts(".map-title").size() == 3 && !isTold(asked), asked.text());
            }
        }
    }

    private static TestPage submitted(TestVisitor student, String exam) {
        return student.open("/courses/deep-learning/exams/" + exam)
                .press("Start")
                .press("Review and submit")
                .press("Submit");
    }

    private static boolean isTold(TestPage page) {
        return page.text().contains("two and two") || page.text().contains("twice seven");
    }

    private static String solved(String expect, String solution) {
        return "title: One\nprompt: Compute it.\nparts:\n  - {id: it, type: integer, points: 1, label: It, expect: "
                + expect + "}\n" + (solution.isEmpty() ? "" : "solution: '" + solution + "'\n");
    }
}
