package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practice, as a guest without scripts meets it. */
class PracticeDoorTest {
    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        new ExamFolder(folder)
                .question("fixed", """
                        title: Nothing drawn
                        prompt: What is the square of $x$?
                        parts:
                          - {id: square, type: formula, points: 1, label: The square, symbols: {x: {}}, expect: x^2}
                        solution: 'It is $x^2$.'
                        """)
                .question("drawn", """
                        title: Something drawn
                        params: {a: 'randint(1, 1000)'}
                        prompt: 'What is {{a}} + 1?'
                        parts:
                          - {id: next, type: integer, points: 1, label: The next number, expect: a + 1}
                        """)
                .question("pinned", """
                        title: Something drawn, but not here
                        params: {a: 'randint(1, 1000)'}
                        prompt: 'What is {{a}} + 2?'
                        parts:
                          - {id: next, type: integer, points: 1, label: The number after the next, expect: a + 2}
                        """)
                .exam(
                        "drill",
                        "mode: practice",
                        "{question: fixed, points: 1}, {question: drawn, points: 1},"
                                + " {question: pinned, points: 1, with: {a: 5}}");
        server = TestServer.withBank(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestPage begun() {
        return server.visitor().open("/courses/deep-learning/exams/drill").press("Start");
    }

    @Test
    void aSolvedQuestionWithoutDrawsCanBeClearedAndTriedAgain() {
        TestPage question = begun().type("The square", "x + 1");
        assertFalse(question.offers("Another variant"));
        TestPage solved = question.press("Show solution");
        assertTrue(solved.text().contains("It is"), solved.text());
        assertFalse(solved.offers("Another variant"));
        TestPage again = solved.press("Clear and try again");
        assertEquals("", again.typed("The square"));
        TestPage checked = again.type("The square", "x*x").press("Check");
        assertEquals("correct", checked.texts(".verdict-word").get(0));
    }

    @Test
    void aQuestionWhoseNumbersTheExamFixesIsClearedToo() {
        TestPage question = begun().within(".navigator").follow("3 blank");
        assertFalse(question.offers("Another variant"));
        assertTrue(question.press("Show solution").press("Clear and try again").offers("Check"));
        assertTrue(begun().within(".navigator").follow("2 blank").offers("Another variant"));
    }

    @Test
    void aFormulaOfThousandsOfTermsIsUnreadableAndNeverAnError() {
        for (String chain : new String[] {"+x", "*x", " x", "^T", "'", "/2", "-x^2", "+max(0,x)"}) {
            for (int terms : new int[] {290, 400, 2_500}) {
                String formula = "x" + chain.repeat(terms);
                TestPage checked = begun().type("The square", formula).press("Check");
                assertEquals(200, checked.status(), chain + " " + terms);
                assertEquals(
                        200, checked.press("Review and submit").press("Submit").status(), chain + " " + terms);
                if (terms > 300) {
                    assertEquals("unreadable", checked.texts(".verdict-word").get(0), chain + " " + terms);
                    assertTrue(
                            checked.texts("[data-reading]").get(0).matches(".*(in a row|operations|characters).*"),
                            checked.texts("[data-reading]").get(0));
                }
            }
        }
    }
}
