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
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of points, and what is said of it: solutions that were shown, questions that can no longer be drawn. */
class ToldDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";

    @TempDir
    private Path folder;

    @Test
    void copyingAShownSolutionEarnsNothingAndThePageSaysSo() {
        new ExamFolder(folder).question("fixed", """
                        title: Nothing drawn
                        prompt: What is the square of $x$?
                        parts:
                          - {id: square, type: formula, points: 1, label: The square, symbols: {x: {}}, expect: x^2}
                        solution: 'It is $x^2$.'
                        """).exam("drill", "mode: practice", "{question: fixed, points: 4}");
        try (TestServer server = TestServer.withBank(folder)) {
            TestPage first = server.visitor().open(EXAMS + "drill").press("Start");
            assertFalse(first.text().contains("earns no points"), first.text());
            TestPage again = first.press("Show solution").press("Clear and try again");
            assertTrue(again.text().contains("earns no points"), again.text());
            TestPage checked = again.type("The square", "x^2").press("Check");
            assertEquals("correct", checked.texts(".verdict-word").get(0));
            assertEquals(
                    "0 / 4",
                    checked.press("Review and submit")
                            .press("Submit")
                            .texts(".total-score")
                            .get(0));
        }
    }

    @Test
    void whatWasRightBeforeTheSolutionWasShownStillCounts() {
        new ExamFolder(folder).question("fixed", """
                        title: Nothing drawn
                        prompt: What is 2 + 2?
                        parts:
                          - {id: sum, type: integer, points: 1, label: The sum, expect: 2 + 2}
                        """).exam("drill", "mode: practice", "{question: fixed, points: 4}");
        try (TestServer server = TestServer.withBank(folder)) {
            TestPage again = server.visitor()
                    .open(EXAMS + "drill")
                    .press("Start")
                    .type("The sum", "4")
                    .press("Show solution")
                    .press("Clear and try again");
            TestPage result = again.press("Review and submit").press("Submit");
            assertEquals("4 / 4", result.texts(".total-score").get(0));
        }
    }

    @Test
    void anotherVariantHasNumbersThatWereNotThereBefore() {
        new ExamFolder(folder).question("few", """
                        title: Few numbers
                        params: {a: 'randint(1, 3)'}
                        prompt: 'What is {{a}} + 1?'
                        parts:
                          - {id: next, type: integer, points: 1, label: The next number, expect: a + 1}
                        """).exam("drill", "mode: practice", "{question: few, points: 1}");
        try (TestServer server = TestServer.withBank(folder)) {
            TestPage page = server.visitor().open(EXAMS + "drill").press("Start");
            Set<String> prompts = new HashSet<>();
            for (int variant = 0; variant < 3; variant++) {
                assertFalse(page.text().contains("earns no points"), page.text());
                prompts.add(page.texts(".prompt").get(0));
                page = page.press("Show solution").press("Another variant");
            }
            assertEquals(3, prompts.size(), prompts.toString());
            assertTrue(page.text().contains("earns no points"), page.text());
        }
    }

    @Test
    void anExamThatCanNoLongerBeDrawnIsRefusedInWordsAndStaffAreTold() {
        String good = """
                title: Drawn
                params: {a: 'randint(1, 9)'}
                prompt: 'What is {{a}} + 1?'
                parts:
                  - {id: next, type: integer, points: 1, label: The next number, expect: a + 1}
                """;
        ExamFolder files = new ExamFolder(folder)
                .question("drawn", good)
                .exam("quiz", "mode: timed, minutes: 60", "{question: drawn, points: 2, label: '7'}");
        try (TestServer server = TestServer.withBank(folder)) {
            TestVisitor instructor = server.visitor();
            TestPage home = instructor
                    .open(TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR))
                    .type("Password", "long enough")
                    .press("Begin");
            TestVisitor student = TestPeople.visitor(server, "20240001", "김하나", Role.STUDENT);
            assertFalse(
                    instructor.open("/courses/deep-learning/exams").text().contains("Nobody can begin"), home.text());

            files.question("drawn", good.replace("title: Drawn", "title: Never drawn\nrequire: ['a > 9']"));
            instructor.open("/courses/deep-learning/questions").press("Read the folders again");
            TestPage refused = student.open(EXAMS + "quiz").press("Start");
            assertEquals(409, refused.status());
            assertTrue(refused.text().contains("cannot be started at the moment"), refused.text());
            assertTrue(refused.text().contains("question 7"), refused.text());
            String told = instructor.open("/courses/deep-learning/exams").text();
            assertTrue(told.contains("Nobody can begin this exam now"), told);
            assertTrue(told.contains("quiz.yaml:"), told);
        }
    }

    @Test
    void aResultSaysByWhoseRulesAnAnswerWasRead() {
        new ExamFolder(folder).question("plain", """
                        title: The larger one
                        prompt: What is the larger of 0 and $x$?
                        parts:
                          - {id: larger, type: formula, points: 1, label: The larger, symbols: {x: {}}, expect: 'max(0, x)'}
                        """).exam("drill", "mode: practice", "{question: plain, points: 1}");
        try (TestServer server = TestServer.withBank(folder)) {
            TestPage result = server.visitor()
                    .open(EXAMS + "drill")
                    .press("Start")
                    .type("The larger", "np.maximum(0, x)")
                    .press("Review and submit")
                    .press("Submit");
            assertEquals("1 / 1", result.texts(".total-score").get(0));
            assertTrue(result.texts(".reading-note").get(0).contains("by the rules of NumPy"), result.text());
        }
    }

    @Test
    void oneIsNotMany() {
        new ExamFolder(folder)
                .question("plain", """
                        title: Plain
                        prompt: What is 2 + 2?
                        parts:
                          - {id: sum, type: integer, points: 1, label: The sum, expect: 2 + 2}
                        """)
                .exam("one", "mode: practice, tries: 1", "{question: plain, points: 1}");
        try (TestServer server = TestServer.withBank(folder)) {
            String login = "20240002";
            String link = TestPeople.invited(server.database(), login, "이두리", Role.STUDENT);
            TestVisitor visitor = server.visitor();
            String card = visitor.open(EXAMS + "one").text();
            assertTrue(card.contains("1 question, 1 point"), card);
            TestPage question = visitor.open(EXAMS + "one").press("Start");
            assertTrue(question.text().contains("1 try left"), question.text());
            visitor.open(link).type("Password", "long enough").press("Begin");
            String home = visitor.open("/").text();
            assertTrue(home.contains("You began one attempt on this browser"), home);
        }
    }
}
