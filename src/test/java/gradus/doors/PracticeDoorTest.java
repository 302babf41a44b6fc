package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
                .question("written", """
                        title: Written
                        prompt: Write the functions.
                        parts:
                          - {id: sigmoid, type: formula, points: 1, label: Sigmoid, symbols: {z: {}}, allow: [exp], expect: 1/(1+exp(-z))}
                          - {id: tanh, type: formula, points: 1, label: Tanh, symbols: {x: {}}, allow: [exp, sqrt], expect: 1-2/(exp(2*x)+1)}
                          - {id: product, type: formula, points: 1, label: Product, symbols: {W: {shape: [2, 3]}, A: {shape: [3, 1]}}, expect: W@A}
                        """)
                .question("cases", """
                        title: Cases
                        prompt: Write it in two cases.
                        parts:
                          - {id: rectified, type: formula, points: 1, label: Rectified, symbols: {x: {}}, allow: [comparisons], expect: 'x > 0 ? x : 0'}
                        """)
                .question("chosen", """
                        title: Chosen
                        prompt: Choose.
                        parts:
                          - id: change
                            type: grid
                            points: 2
                            label: Change
                            rows: [Dropout, More data]
                            columns: [Bias]
                            options: [{id: up, say: more}, {id: down, say: less}]
                            expect: [[up], [down]]
                        """)
                .exam(
                        "drill",
                        "mode: practice",
                        "{question: fixed, points: 1}, {question: drawn, points: 1},"
                                + " {question: pinned, points: 1, with: {a: 5}}, {question: written, points: 3},"
                                + " {question: chosen, points: 2}, {question: cases, points: 1}");
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
        String solution = solved.within("#solution").text();
        assertTrue(solution.indexOf("It is") < solution.indexOf("Right answer"), "the work first: " + solution);
        assertTrue(solution.endsWith("Right answer The square x^{2}"), solution);
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
    void theOtherCaseOfAChoiceIsNamedInTheLanguageOfThePage() {
        String typed = "x > 0 ? x : 0";
        for (String language : List.of("ko", "en")) {
            String body = server.visitor()
                    .speaking(language)
                    .open("/courses/deep-learning/exams/drill")
                    .press(language.equals("ko") ? "시작" : "Start")
                    .within(".navigator")
                    .follow(language.equals("ko") ? "6 미입력" : "6 blank")
                    .type("Rectified", typed)
                    .press(language.equals("ko") ? "채점해 보기" : "Check")
                    .text();
            assertTrue(body.contains(language.equals("ko") ? "\\text{그 외}" : "\\text{otherwise}"), body);
            assertFalse(body.contains("\\text{else}"), body);
        }
    }

    @Test
    void aFieldListsAndOffersOnlyWhatItsPartAccepts() {
        TestPage question = begun().within(".navigator").follow("4 blank");
        assertTrue(question.texts(".help").get(1).startsWith("Symbols: x."), question.text());
        TestPage called = question.type("Tanh", "2*sigmoid(2*x) - 1").press("Check");
        String refused = called.within("#part-tanh").texts("[data-reading]").get(0);
        assertTrue(refused.contains("names (x), functions (exp, sqrt)") && !refused.contains("sigmoid,"), refused);
        String html = question.response().body();
        assertEquals(
                List.of("²", "√ ²", "ᵀ ⊙ Σ √ ²"),
                Pattern.compile("data-keys=\"([^\"]*[^\\w\"])\"")
                        .matcher(html)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    @Test
    void aTableOfChoicesIsMarkedInItsOwnCells() {
        TestPage table = begun().within(".navigator").follow("5 blank");
        String form = table.response().body();
        TestPage checked = table.tick("more").press("Check");
        assertFalse(form.contains("data-verdict"), "nothing is marked yet");
        assertEquals(List.of("correct", "blank"), checked.texts(".field-table .cell-said"));
        assertEquals(List.of(), checked.texts(".marked-cells"));
    }

    @Test
    void theResultSaysWhyAnAnswerWasNotRead() {
        TestPage result =
                begun().type("The square", "x +").press("Review and submit").press("Submit");
        assertTrue(result.within("#result-1-square").text().contains("ends too soon"), result.text());
    }

    @Test
    void theNavigatorSaysThatAnAnswerCannotBeRead() {
        TestPage saved = begun().type("The square", "x +").press("Save");
        assertEquals("unreadable", saved.texts("[aria-current] .step-state").get(0));
        assertEquals(
                "answered",
                saved.type("The square", "x + 1")
                        .press("Save")
                        .texts("[aria-current] .step-state")
                        .get(0));
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
