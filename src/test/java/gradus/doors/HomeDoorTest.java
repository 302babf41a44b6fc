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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the home page into practice and back: a question at once, what one knows, one's habits, what is due again. */
class HomeDoorTest {
    interface Earlier {
        @SqlUpdate("UPDATE practised_part SET happened = :when")
        void practised(Instant when);
    }

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        new ExamFolder(folder)
                .question("cube", """
                        title: The cube
                        prompt: What is $x^3$?
                        parts:
                          - {id: cube, type: formula, points: 1, label: Of x, symbols: {x: {}}, expect: x^3}
                        """)
                .question("sum", """
                        title: The sum
                        params: {a: 'randint(1, 100000)'}
                        prompt: 'Add 1 to {{a}}.'
                        parts:
                          - id: next
                            type: integer
                            points: 1
                            label: The sum
                            expect: a + 1
                            mistakes: [{id: less, expect: a - 1, say: You took one away.}]
                        """)
                .exam("arithmetic", "mode: practice", "{question: sum, points: 1}, {question: cube, points: 1}");
        server = TestServer.withBank(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static TestPage topic(TestPage home) {
        List<String> titles = home.texts(".topic h3");
        int place = titles.indexOf("Exam arithmetic") + 1;
        return home.within(".topic:nth-child(" + place + ")");
    }

    @Test
    void aNewcomerAnswersAQuestionAtOnceAndIsToldWhatCameOfIt() {
        TestVisitor visitor = server.visitor();
        TestPage home = visitor.open("/");
        assertTrue(home.text().contains("graded step by step"), home.text());
        assertEquals(List.of("The cube"), home.texts(".taster h2 span:last-child"), "the shortest of all");
        TestPage question = home.within(".taster").type("Of x", "x*x*x").press("Check");
        assertEquals(List.of("correct"), question.texts(".verdict-word"));
        assertEquals("x*x*x", question.typed("Of x"));
        TestPage after = visitor.open("/");
        assertEquals(List.of(), after.texts(".taster"), "who has begun is no newcomer");
        assertEquals(List.of("1, new", "2, full marks once"), topic(after).texts(".levels li"));
        assertTrue(topic(after).text().contains("1 of 2 known"), topic(after).text());
    }

    @Test
    void aMistakeMadeTwiceIsAHabitAndLeadsToNewNumbers() {
        TestVisitor visitor = server.visitor();
        TestPage question =
                visitor.open("/courses/deep-learning/exams/arithmetic").press("Practise: The sum");
        for (int times = 0; times < 2; times++) {
            assertFalse(visitor.open("/").text().contains("Your habits"), "once is no habit");
            question = question.type("The sum", Integer.toString(number(question) - 1))
                    .press("Check");
            assertTrue(question.text().contains("You took one away."), question.text());
            question = question.press("Another variant");
        }
        question.type("The sum", Integer.toString(number(question) + 1)).press("Check");
        TestPage home = visitor.open("/");
        assertTrue(home.text().contains("Your habits You took one away. The sum · 2 of 3 times"), home.text());
        int before = number(question);
        TestPage again = home.press("Practise again: The sum");
        assertFalse(number(again) == before, "what is done is asked with new numbers");
        assertEquals("", again.typed("The sum"));
    }

    @Test
    void allThatRunsIsOfferedToGoOnWithAnExamFirst() {
        new ExamFolder(folder)
                .exam("timed", "mode: timed, minutes: 60, open_to: anyone", "{question: cube, points: 1}");
        try (TestServer both = TestServer.withBank(folder)) {
            TestVisitor student = TestPeople.visitor(both, "hana", Role.STUDENT);
            String exam = student.open("/courses/deep-learning/exams/timed")
                    .press("Start")
                    .path();
            student.open("/courses/deep-learning/exams/arithmetic").press("Start");
            TestPage home = student.open("/");
            assertEquals(List.of("Go on with Exam timed", "Go on with Exam arithmetic"), home.texts(".notice a"));
            assertTrue(exam.startsWith(home.follow("Go on with Exam timed").path()), exam);
        }
    }

    @Test
    void anExamWithoutAnAttemptLeftLeadsToTheResultInsteadOfAStart() {
        new ExamFolder(folder).exam("once", "mode: timed, minutes: 60, open_to: anyone", "{question: cube, points: 1}");
        try (TestServer both = TestServer.withBank(folder)) {
            TestVisitor student = TestPeople.visitor(both, "hana", Role.STUDENT);
            String before = cardOf(student.open("/"), "Exam once");
            assertTrue(before.endsWith("Rules and start"), before);
            String result = student.open("/courses/deep-learning/exams/once")
                    .press("Start")
                    .press("Review and submit")
                    .press("Submit")
                    .path();
            TestPage home = student.open("/");
            String after = cardOf(home, "Exam once");
            assertTrue(after.endsWith("You have no attempt left. Your result"), after);
            assertEquals(result, home.follow("Your result").path());
        }
    }

    private static String cardOf(TestPage home, String title) {
        return home.texts(".exam-card").stream()
                .filter(card -> card.contains(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExamForTheRosterSaysSoToWhoeverIsNotKnownToBeOnIt() {
        String forRoster = "This exam is for the students on the roster of the course.";
        new ExamFolder(folder)
                .exam("mine", "mode: timed, minutes: 60", "{question: cube, points: 1}")
                .exam("coming", "mode: timed, opens: 2099-01-01T10:00+09:00", "{question: cube, points: 1}")
                .exam("ours", "mode: timed, minutes: 60, open_to: anyone", "{question: cube, points: 1}");
        try (TestServer all = TestServer.withBank(folder)) {
            TestPage stranger = all.visitor().open("/");
            String cards = String.join("\n", stranger.texts("article, li"));
            assertTrue(cards.matches("(?s).*Exam mine[^\n]*" + forRoster + ".*"), cards);
            assertTrue(cards.matches("(?s).*Exam coming[^\n]*" + forRoster + ".*"), cards);
            assertFalse(cards.matches("(?s).*Exam ours[^\n]*" + forRoster + ".*"), cards);
            String known =
                    TestPeople.visitor(all, "hana", Role.STUDENT).open("/").text();
            assertTrue(known.contains("Exam mine") && !known.contains(forRoster), known);
        }
    }

    private static int number(TestPage question) {
        return Integer.parseInt(question.texts(".prompt").get(0).replaceAll("\\D*1 to (\\d+)\\D*", "$1"));
    }

    @Test
    void progressGoesAlongWhenAGuestSignsInAndIsDueTheNextDay() {
        TestVisitor visitor = server.visitor();
        visitor.open("/").within(".taster").type("Of x", "x^3").press("Check");
        String link = TestPeople.invited(server.database(), "20260007", "김하나", Role.STUDENT);
        visitor.open(link).type("Password", "long enough").press("Begin");
        TestPage home = visitor.open("/");
        assertEquals(List.of("1, new", "2, new"), topic(home).texts(".levels li"));
        home = home.press("Move to my account");
        assertEquals(List.of("1, new", "2, full marks once"), topic(home).texts(".levels li"));
        assertFalse(home.text().contains("Due again"), home.text());
        server.database().save(Earlier.class).practised(Instant.now().minus(Duration.ofDays(2)));
        home = visitor.open("/");
        assertTrue(home.text().contains("Due again The cube"), home.text());
        assertEquals(List.of("correct"), home.press("Practise again: The cube").texts(".verdict-word"));
    }
}
