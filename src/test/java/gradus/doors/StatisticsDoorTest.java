package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the statistics of an exam whose scores take long to read. */
class StatisticsDoorTest {
    private static final String EXAM = "/courses/deep-learning/exams/quiz";
    private static final String STATISTICS = EXAM + "/statistics";
    private static final String OLDER = "What has changed since is being counted.";
    private static final long PATIENCE = 60_000_000_000L;

    @TempDir
    private Path folder;

    private static void sit(TestServer server, String login) {
        sit(server, login, "Twice");
    }

    private static void sit(TestServer server, String login, String part) {
        TestPeople.visitor(server, login, Role.STUDENT)
                .open(EXAM)
                .press("Start")
                .type(part, "14")
                .press("Review and submit")
                .press("Submit");
    }

    /** Lets nobody read scores until it is closed. */
    private static Connection hold(String database) throws SQLException {
        Connection held = DriverManager.getConnection(database);
        held.setAutoCommit(false);
        try (Statement lock = held.createStatement()) {
            lock.execute("LOCK TABLE part_score IN ACCESS EXCLUSIVE MODE");
        }
        return held;
    }

    private static TestPage untilCounted(TestVisitor prof, String said) throws InterruptedException {
        long start = System.nanoTime();
        TestPage page = prof.open(STATISTICS);
        while (!page.text().contains(said)) {
            assertTrue(System.nanoTime() - start < PATIENCE, page.text());
            Thread.sleep(100);
            page = prof.open(STATISTICS);
        }
        return page;
    }

    @Test
    void itShowsWhatWasCountedLastWhileNewerAnswersAreCounted() throws Exception {
        new ExamFolder(folder)
                .question(
                        "two",
                        "title: Two\nprompt: Say.\nparts:\n  - {id: t, type: integer, expect: 14, label: Twice}\n")
                .exam(
                        "quiz",
                        "mode: timed, minutes: 60, feedback: after-submit",
                        "{question: two, points: 4, label: '1'}");
        String database = TestPostgres.emptyDatabase();
        try (TestServer server = TestServer.withBank(folder, database)) {
            TestVisitor prof = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            sit(server, "kim");
            try (Connection held = hold(database)) {
                HttpResponse<String> first = prof.get(STATISTICS);
                assertEquals("3", first.headers().firstValue("Refresh").orElse(""), "it looks again without a script");
                assertTrue(first.body().contains("The figures are being counted"), first.body());
                held.rollback();
            }
            TestPage counted = untilCounted(prof, "One submitted attempt is counted");
            assertFalse(counted.text().contains(OLDER), counted.text());
            sit(server, "lee");
            try (Connection held = hold(database)) {
                TestPage last = prof.open(STATISTICS);
                assertTrue(last.text().contains("One submitted attempt is counted"), last.text());
                assertTrue(last.text().contains(OLDER), last.text());
                held.rollback();
            }
            TestPage newest = untilCounted(prof, "2 submitted attempts are counted");
            assertFalse(newest.text().contains(OLDER), newest.text());
        }
    }

    @Test
    void questionsAndPartsBearTheirTitlesAndLabelsAlsoWhereOneOfSeveralWasDrawn() {
        new ExamFolder(folder)
                .question(
                        "two",
                        "title: Two\nprompt: Say.\nparts: [{id: t, type: integer, expect: 14, label: The sum},"
                                + " {id: a, type: integer, expect: 1, label: The rest}]\n")
                .question(
                        "six",
                        "title: Six\nprompt: Say.\nparts: [{id: t, type: integer, expect: 15, label: The sum},"
                                + " {id: a, type: integer, expect: 1, label: The rest}]\n")
                .exam(
                        "quiz",
                        "mode: timed, minutes: 60, feedback: after-submit",
                        "{choose: 1, of: [two, six], points: 4}");
        try (TestServer server = TestServer.withBank(folder)) {
            sit(server, "kim", "The sum");
            TestPage statistics =
                    TestPeople.visitor(server, "prof", Role.INSTRUCTOR).open(STATISTICS);
            assertTrue(statistics.text().contains("One of: Two, Six"), statistics.text());
            String part = statistics
                    .within("div[aria-label='Verdicts by part'] tbody tr")
                    .text();
            assertTrue(part.matches("1 (Two|Six) The sum t .*"), part);
            String bars = statistics.within("figure:has(.bars)").text();
            String verdict = part.contains("Two") ? "correct blank" : "incorrect blank";
            assertEquals("1 The sum 1 The rest " + verdict, bars, "bars in the question's order, and their colours");
        }
    }
}
