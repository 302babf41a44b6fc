package gradus.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.account.AccountStore;
import gradus.course.CourseStore;
import gradus.course.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Test;

/** The course of examples, from the link that the start prints to its removal. */
class DemoTest {
    interface Rows {
        @SqlQuery("SELECT COUNT(*) FROM <table>")
        long of(@Define String table);

        @SqlQuery("SELECT COUNT(*) FROM <table> WHERE course = 'demo'")
        long ofDemo(@Define String table);
    }

    private static Map<String, Long> counts(TestServer server) {
        Rows rows = server.database().store(Rows.class);
        Map<String, Long> counts = new TreeMap<>();
        server.database().store(DemoStore.class).tables().forEach(table -> counts.put(table, rows.of(table)));
        for (String other : List.of("person", "course", "invitation")) {
            counts.put(other, rows.of(other));
        }
        return counts;
    }

    private static void enrol(TestServer server, String login) {
        UUID person = server.database()
                .store(AccountStore.class)
                .withLogin(login)
                .orElseThrow()
                .id();
        server.database().save(CourseStore.class).enrol(Demo.COURSE, person, Role.GRADER, Instant.EPOCH);
    }

    @Test
    void itsTeacherIsLedThroughAPastExamAndTakesAllOfItAway() {
        try (TestServer server = TestServer.start()) {
            TestVisitor colleague = TestPeople.visitor(server, "park", Role.GRADER);
            Map<String, Long> before = counts(server);
            List<String> links = server.app().demo();
            TestVisitor visitor = server.visitor();
            TestPage link =
                    visitor.open(links.get(0).substring(server.app().address().length()));
            assertTrue(link.text().contains("thirty made-up students"), "what the press leads to: " + link.text());
            TestPage tour = link.type("Password", "long enough").press("Begin");
            assertEquals(URI.create(links.get(1)).getPath(), tour.path());
            assertTrue(tour.offers("Try it as a student"), tour.text());
            for (String step : List.of(
                    "Try it as a student",
                    "Edit a question",
                    "Answer a regrade request",
                    "Look into a reported problem",
                    "Look at the statistics")) {
                assertEquals(200, tour.follow(step).status(), step);
            }
            assertTrue(
                    tour.follow("Look at the statistics")
                            .text()
                            .contains("attempts that wait for a grader are counted"),
                    "the figures by part are of more attempts than the totals");
            TestPage contested = tour.follow("Answer a regrade request").follow("Open the answer");
            assertTrue(contested.text().contains("I gave the reason as well"), contested.text());
            TestPage reports = tour.follow("Look into a reported problem");
            assertTrue(reports.text().contains("not right as well"), reports.text());
            assertFalse(reports.texts("article h2 > a").get(0).matches("[a-z0-9-]+"), "a title in words");
            assertFalse(reports.texts("pre, summary").contains(""), "no empty bar");
            assertEquals(200, reports.follow("The attempt").status());
            TestPage results = tour.follow("See all results and export them");
            assertTrue(
                    results.text().contains("Nguyễn Thị Mai") || results.text().contains("Yuki Tanaka"),
                    results.text());
            TestPage past = visitor.open("/courses/demo/exams/demo-midterm/attempts");
            String told = past.follow(past.texts("tbody th a").get(0))
                    .follow("Save history")
                    .within("main ul")
                    .text();
            String over =
                    server.visitor().open("/courses/demo/exams/demo-midterm").text();
            assertTrue(over.contains("students on the roster") && !over.contains("clock begins"), over);
            assertTrue(told.contains(", 11:30"), "an exam of 90 minutes from ten on: " + told);
            assertTrue(tour.texts(".tour li").get(2).matches("Grade [1-9] texts?.*"), tour.text());
            assertEquals(
                    200,
                    tour.follow(tour.texts(".tour li:nth-child(3) a").get(0)).status());
            Rows rows = server.database().store(Rows.class);
            assertTrue(rows.ofDemo("attempt") >= 50, "two exams of thirty, less who was away");
            assertEquals(links.get(1), server.app().demo().get(1), "a second start adds nothing");
            tour = visitor.open("/courses/demo/tour");
            enrol(server, "park");
            assertEquals(200, tour.press("Remove the demo").status());
            assertEquals(before, counts(server));
            assertEquals(
                    200,
                    colleague.get("/courses/deep-learning/exams").statusCode(),
                    "who is no example stays signed in");
        }
    }
}
