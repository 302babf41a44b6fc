package gradus.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.json.Json;
import gradus.result.own.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept about a student: as a file for them, in words for everybody, and until a day that the course sets. */
class OwnDataDoorTest {
    private static final String COURSE = "/courses/deep-learning";

    @TempDir
    private Path folder;

    private TestServer start() throws IOException {
        Path questions = Files.createDirectories(folder.resolve("deep-learning/questions"));
        Files.writeString(questions.resolve("sum.yaml"), """
                id: sum
                title: Sum
                params: {a: 'randint(2, 9)'}
                prompt: 'Double {{a}}.'
                parts: [{id: total, type: integer, points: 3, expect: 2 * a}, {id: why, type: integer, points: 1, expect: 8123}]
                """);
        Files.writeString(folder.resolve("deep-learning/shown.yaml"), exam("shown", "after-submit"));
        Files.writeString(folder.resolve("deep-learning/hidden.yaml"), exam("hidden", "never"));
        return TestServer.withBank(folder);
    }

    private static String exam(String id, String feedback) {
        return "id: " + id + "\ntitle: Exam " + id + "\npolicy: {mode: timed, minutes: 60, feedback: " + feedback
                + "}\nquestions: [{question: sum, points: 8, label: 7-b}]\n";
    }

    private static void sat(TestVisitor student, String exam) {
        student.open(COURSE + "/exams/" + exam)
                .press("Start")
                .type("total", "1")
                .type("why", "8123")
                .press("Review and submit")
                .press("Submit");
    }

    @Test
    void theFileHoldsAllOfOnesOwnAndNothingThatIsNotShownYet() throws IOException {
        try (TestServer server = start()) {
            TestVisitor student = TestPeople.visitor(server, "kim", Role.STUDENT);
            TestPeople.onRoster(server.database(), "kim", "20240001", "01");
            sat(student, "shown");
            sat(student, "hidden");
            TestPeople.visitor(server, "lee", Role.STUDENT);
            assertTrue(student.open("/account").offers("Download what is kept about you"));
            JsonNode data = Json.stored(student.get("/account/data").body());
            assertEquals("kim", data.path("account").path("login").asText());
            assertEquals(
                    "20240001",
                    data.path("courses").path(0).path("studentNumber").asText());
            assertEquals(2, data.path("attempts").size());
            for (JsonNode attempt : data.path("attempts")) {
                assertEquals(2, attempt.path("responses").size(), attempt.toString());
                boolean shown = attempt.path("exam").asText().equals("shown");
                assertEquals(shown ? 2 : 0, attempt.path("scores").size(), attempt.toString());
            }
            String text = data.toString();
            assertFalse(text.contains("lee") || text.contains("seed") || text.contains("params"), text);
            assertTrue(student.open("/privacy").text().contains("network address"));
        }
    }

    @Test
    void onItsDayACourseForgetsWhoItsStudentsWereAndKeepsWhatTheyWrote() throws IOException {
        try (TestServer server = start()) {
            TestVisitor prof = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            TestVisitor student = TestPeople.visitor(server, "kim", Role.STUDENT);
            TestPeople.onRoster(server.database(), "kim", "20240001", "01");
            sat(student, "shown");
            TestPage page = prof.open(COURSE + "/settings").follow("How long names are kept");
            assertEquals(422, page.type("The day", "2020-01-01").press("Save").status(), "no day that is over");
            assertEquals(422, page.type("The day", "soon").press("Save").status());
            String day = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(30).toString();
            assertEquals(day, page.type("The day", day).press("Save").typed("The day"));
            new Retention(server.database(), Clock.offset(Clock.systemUTC(), Duration.ofDays(20))).run();
            assertTrue(
                    prof.get(COURSE + "/exams/shown/results.csv?rows=attempts")
                            .body()
                            .contains("20240001"),
                    "not yet");

            new Retention(server.database(), Clock.offset(Clock.systemUTC(), Duration.ofDays(40))).run();
            String attempts =
                    prof.get(COURSE + "/exams/shown/results.csv?rows=responses").body();
            assertFalse(attempts.contains("20240001") || attempts.contains("kim"), attempts);
            assertTrue(attempts.contains("8123"), "what was written stays: " + attempts);
            assertFalse(prof.open(COURSE + "/people").text().contains("20240001"));
            assertTrue(prof.open(COURSE + "/retention").text().contains("has forgotten who its students were"));
            assertTrue(prof.open(COURSE + "/exams").status() == 200, "staff stay");
            assertEquals(
                    0,
                    Json.stored(student.get("/account/data").body())
                            .path("attempts")
                            .size());
            student.get("/");
            assertEquals(
                    404,
                    student.post(COURSE + "/retention", Map.of("until", day)).statusCode());
        }
    }
}
