package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file promises of an exam, and what becomes of attempts, as students without scripts meet it. */
class StudentDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final String PASSWORD = "long enough";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        ExamFolder files = new ExamFolder(folder);
        for (int i = 1; i <= 9; i++) {
            files.question("q" + i, drawn());
        }
        files.question("square", """
                        title: A matrix
                        prompt: Count to four.
                        parts:
                          - {id: counted, type: matrix, points: 1, label: The matrix, expect: '[[1, 2], [3, 4]]'}
                        """)
                .question("table", """
                        title: A table
                        prompt: What goes up?
                        parts:
                          - id: changes
                            type: grid
                            points: 6
                            label: Changes
                            options: [{id: up, say: Up}, {id: down, say: Down}]
                            rows: [Dropout, Depth]
                            columns: [Bias, Variance, Time]
                            expect: [[up, down, up], [down, up, up]]
                        """)
                .question("essay", """
                        title: A text
                        prompt: Why?
                        parts:
                          - id: why
                            type: text
                            points: 3
                            label: Why
                            rubric: [{id: said, points: 2, say: It says so.}, {id: well, points: 1, say: It says so well.}]
                        """)
                .question("several", """
                        title: Several
                        prompt: Count.
                        parts:
                          - {id: a, type: integer, points: 1, label: a, expect: 1}
                          - {id: b, type: integer, points: 1, label: b, expect: 2}
                          - {id: c, type: integer, points: 1, label: c, expect: 3}
                        """)
                .exam(
                        "three",
                        "mode: timed, minutes: 60, open_to: anyone, feedback: after-submit",
                        "{question: several, points: 3}, {question: square, points: 1}")
                .question("slip", """
                        title: A slip
                        prompt: 'Take $a=7$, $b=3$, $c=4$ and `dW2`.'
                        params: {a: '7', b: '3', c: '4'}
                        parts:
                          - {id: r, type: integer, points: 1, label: r, expect: 'a*b + c*2'}
                          - {id: dW2, type: formula, points: 1, label: '$dW^{[2]}$', symbols: {z: {}}, expect: z^2}
                          - {id: inner_one, type: formula, points: 1, label: Inner, symbols: {z: {}}, expect: z + 1}
                          - {id: last, type: formula, points: 1, label: Last, symbols: {z: {}}, expect: z + dW2}
                        """)
                .exam("slips", "mode: practice", "{question: slip, points: 4}")
                .exam("squares", "mode: practice, show: [score, verdicts, messages]", "{question: square, points: 1}")
                .exam("tables", "mode: practice", "{question: table, points: 6}")
                .exam("essays", "mode: practice", "{question: essay, points: 6}")
                .exam(
                        "written",
                        "mode: timed, minutes: 60, open_to: anyone, feedback: after-submit",
                        "{question: several, points: 3}, {question: essay, points: 6}")
                .exam("numbers", "mode: practice", "{question: q1, points: 4}")
                .exam("shared", "mode: practice, variants: per-exam", "{question: q1, points: 4}")
                .exam(
                        "shuffled",
                        "mode: practice, order: shuffled",
                        IntStream.rangeClosed(1, 9)
                                .mapToObj(i -> "{question: q" + i + ", points: 1}")
                                .collect(Collectors.joining(", ")));
        server = TestServer.withBank(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theReviewNamesEachQuestionWithEmptyFieldsOnceAndLeadsThere() {
        TestPage page = TestPeople.visitor(server, "empty", Role.STUDENT)
                .open(EXAMS + "three")
                .press("Start")
                .type("c", "x y z");
        TestPage review = page.press("Review and submit");
        assertEquals(
                List.of("Question 1: 2 fields are empty", "Question 2: 1 field is empty"),
                review.texts(".to-do li:not(:has([data-part]))"));
        assertEquals(1, review.texts(".to-do [data-reading=unreadable]").size(), review.text());
        assertTrue(review.text().contains("Blank (3)"), review.text());
        assertTrue(review.follow("Question 2: 1 field is empty").path().endsWith("/questions/2"));
    }

    @Test
    void cellsOfATableThatAreLeftBlankAreToldBeforeSubmission() {
        TestVisitor student = TestPeople.visitor(server, "cells", Role.STUDENT);
        TestPage page = student.open(EXAMS + "three")
                .press("Start")
                .type("a", "1")
                .type("b", "2")
                .type("c", "3")
                .press("Next")
                .type("The matrix", "[[1,_],[_,4]]");
        TestPage review = page.press("Review and submit");
        assertEquals(List.of("Question 2: 2 fields are empty"), review.texts(".to-do li"));
        assertEquals(List.of("answered", "partly"), review.texts(".step-state"));
        TestPage ended = review.press("Submit");
        assertEquals(
                ended.path(),
                student.open(EXAMS + "three").follow("Your result").path());
    }

    @Test
    void aSlipThatNobodyNamedIsToldByTheKindOfStep() {
        TestPage checked = begun("slips").type("r", "13").press("Check");
        assertEquals(
                List.of(
                        "Your work departs from the right one at a sum or difference. Check that each term is there, with its sign."),
                checked.texts("#part-r .said li"));
    }

    @Test
    void theSymbolsOfAFieldAreThoseThatTheQuestionShows() {
        assertEquals(
                List.of(
                        "Symbols: z. Example: 2*z - 1",
                        "Symbols: z, dW2. Example: 2*z - 1. The value of the formula is a single number.",
                        "Symbols: z, dW2. Example: 2*z - 1. The value of the formula is a single number."),
                begun("slips").texts(".help").subList(1, 4));
    }

    @Test
    void whatCannotBeReadIsMendedOnTheReviewItself() {
        TestPage review = TestPeople.visitor(server, "mending", Role.STUDENT)
                .open(EXAMS + "three")
                .press("Start")
                .type("b", "x y z")
                .type("c", "x y z")
                .press("Review and submit");
        assertEquals(2, review.texts(".to-do [data-part]").size(), review.text());
        TestPage mended = review.within("form:has(#part-c)").type("c", "3").press("Save");
        assertTrue(mended.path().endsWith("/review"), mended.path());
        assertEquals(List.of("b"), mended.texts(".to-do .part-label"));
        assertEquals("3", mended.within(".navigator").follow("1 unreadable").typed("c"));
    }

    private static String drawn() {
        return """
                title: Something drawn
                params: {a: 'randint(1, 1000000)'}
                prompt: 'What is {{a}} + 1?'
                parts:
                  - {id: next, type: integer, points: 1, label: The next number, expect: a + 1}
                """;
    }

    /** What stands in the database and on no page. */
    interface Rows {
        @SqlQuery("SELECT COUNT(*) FROM web_session WHERE former_guest IS NOT NULL")
        int rememberedGuests();
    }

    private static TestPage begun(TestVisitor visitor, String exam) {
        return visitor.open(EXAMS + exam).press("Start");
    }

    private static TestPage begun(String exam) {
        return begun(server.visitor(), exam);
    }

    private static TestPage submitted(TestPage question) {
        return question.press("Review and submit").press("Submit");
    }

    private static String answer(TestPage question) {
        return Integer.toString(
                Integer.parseInt(question.texts(".prompt").get(0).replaceAll("\\D+1?\\D*$|\\D", "")) + 1);
    }

    @Test
    void aSentenceThatGivesTheKeyAwayWaitsForTheSolution() {
        String wrong = "that is not the right shape";
        String revealing = "The right shape is";
        TestPage checked = begun("squares").type("The matrix", "[[1, 2, 3]]").press("Check");
        assertTrue(checked.text().contains(wrong), checked.text());
        assertFalse(checked.text().contains(revealing), checked.text());
        TestPage result = submitted(begun("squares").type("The matrix", "[[1, 2, 3]]"));
        assertTrue(result.text().contains(wrong), result.text());
        assertFalse(result.text().contains(revealing), result.text());
        assertTrue(checked.press("Show solution").text().contains(revealing));
    }

    @Test
    void questionsOfAShuffledExamComeInAnotherOrderForEachStudent() {
        List<String> first = begun("shuffled").texts(".step-label");
        List<String> second = begun("shuffled").texts(".step-label");
        List<String> sorted = first.stream().sorted().toList();
        assertEquals(IntStream.rangeClosed(1, 9).mapToObj(Integer::toString).toList(), sorted);
        assertNotEquals(sorted, first);
        assertNotEquals(first, second);
    }

    @Test
    void allStudentsOfAnExamThatSharesItsNumbersHaveTheSame() {
        List<String> numbers = begun("shared").texts(".prompt");
        assertEquals(numbers, begun("shared").texts(".prompt"));
        assertEquals(numbers, begun("shared").texts(".prompt"));
        assertNotEquals(begun("numbers").texts(".prompt"), begun("numbers").texts(".prompt"));
    }

    @Test
    void eachCellOfATableIsSavedWhereItWasTicked() {
        TestPage question = begun("tables");
        List<String> ticked = List.of("Up", "Down", "Up", "Down", "Up", "Up");
        List<String> cells = question.texts(".cell-options legend");
        assertEquals(List.of("Dropout, Bias", "Dropout, Variance", "Dropout, Time"), cells.subList(0, 3));
        for (int i = 0; i < ticked.size(); i++) {
            question.within(".cell-options:has(legend:containsOwn(" + cells.get(i) + "))")
                    .tick(ticked.get(i));
        }
        TestPage checked = question.press("Check");
        assertEquals(ticked, checked.texts("label:has(input[checked])"));
        assertEquals(List.of("correct"), checked.texts(".verdict-word"));
        assertTrue(submitted(checked).text().contains("6 / 6"));
    }

    @Test
    void tickedStatementsOfOnesOwnTextAddUpBesideTheScore() {
        TestPage result = submitted(begun("essays").type("Why", "because"));
        TestPage assessed = result.tick("It says so. 2 points").press("Keep my assessment");
        assertTrue(assessed.text().contains("Self-assessed texts: 4 of 6"), assessed.text());
        TestPage better = assessed.tick("It says so well. 1 point").press("Keep my assessment");
        assertTrue(better.text().contains("Self-assessed texts: 6 of 6"), better.text());
        assertEquals("0 / 6", better.texts(".total-score").get(0));
    }

    @Test
    void aTotalOfWhichAPartWaitsSaysSoInTheListOfAttemptsToo() {
        TestVisitor student = TestPeople.visitor(server, "20240077", Role.STUDENT);
        TestPage result =
                submitted(begun(student, "written").type("a", "1").press("Next").type("Why", "because"));
        String waits = "1 of 3 graded; 6 waiting";
        assertTrue(result.text().contains(waits), result.text());
        assertTrue(student.open("/").text().contains(waits), student.open("/").text());
    }

    @Test
    void theBestVariantCountsNeitherTheFirstNorTheLast() {
        TestPage first = begun("numbers").type("The next number", "0");
        TestPage second = first.press("Another variant");
        TestPage third = second.type("The next number", answer(second)).press("Another variant");
        TestPage result = submitted(third.type("The next number", "0"));
        assertEquals("4 / 4", result.texts(".total-score").get(0));
        assertTrue(result.text().contains(second.texts(".prompt").get(0)), result.text());
    }

    @Test
    void whoSignsInTakesOverWhatTheyBeganAsAGuestAndTheGuestIsForgotten() {
        String link = TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
        TestVisitor elsewhere = server.visitor();
        elsewhere.open(link).type("Password", PASSWORD).press("Begin");
        begun(elsewhere, "numbers");
        TestVisitor guest = server.visitor();
        String attempt = begun(guest, "numbers")
                .type("The next number", "12")
                .press("Save")
                .path();

        TestPage home = guest.open("/sign-in")
                .type("Login", "20240001")
                .type("Password", PASSWORD)
                .press("Sign in");
        assertTrue(home.text().contains("You began one attempt on this browser"), home.text());
        assertEquals(1, home.texts("tbody tr").size());
        assertEquals(404, guest.open(attempt).status());
        assertEquals(1, server.database().store(Rows.class).rememberedGuests());

        TestPage kept = home.press("Move to my account");
        assertFalse(kept.offers("Move to my account"));
        assertEquals(List.of("2", "1"), kept.texts("tbody td:nth-child(3)"));
        assertEquals("12", guest.open(attempt).typed("The next number"));
        assertTrue(elsewhere.open("/").text().contains("Exam numbers running 2"));
        assertEquals(0, server.database().store(Rows.class).rememberedGuests());
    }

    @Test
    void aSignedOutBrowserOffersTheNextPersonNothingOfTheOneBefore() {
        TestVisitor visitor = server.visitor();
        begun(visitor, "numbers");
        String link = TestPeople.invited(server.database(), "20240002", "이두리", Role.STUDENT);
        assertTrue(visitor.open(link).type("Password", PASSWORD).press("Begin").offers("Move to my account"));
        visitor.open("/").press("Sign out");
        TestPage home = visitor.open(TestPeople.invited(server.database(), "20240003", "박세나", Role.STUDENT))
                .type("Password", PASSWORD)
                .press("Begin");
        assertFalse(home.offers("Move to my account"));
        assertEquals(List.of(), home.texts("tbody tr"));
    }

    @Test
    void filesThatChangeAreReadWithoutARestart() throws InterruptedException {
        new ExamFolder(folder)
                .question("q9", drawn().replace("What is", "Tell me"))
                .exam("late", "mode: practice", "{question: q9, points: 1}");
        Instant limit = Instant.now().plus(Duration.ofSeconds(40));
        while (server.visitor().open(EXAMS + "late").status() == 404
                && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
        }
        assertTrue(begun("late").texts(".prompt").get(0).startsWith("Tell me"));
    }
}
