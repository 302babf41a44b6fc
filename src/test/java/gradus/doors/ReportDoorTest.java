package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that students report from where a question stands, and forms that are refused. */
class ReportDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams";

    @Test
    void aReportWithoutWordsAndARefusedFormLeadBackToAPageThatIsThere(@TempDir Path folder) {
        new ExamFolder(folder).question("plain", """
                        title: Two and two
                        prompt: What is $2 + 2$?
                        parts: [{id: sum, type: integer, points: 1, label: The sum, expect: 2 + 2}]
                        """).exam("drill", "mode: practice", "{question: plain, points: 2}");
        try (TestServer server = TestServer.withBank(folder)) {
            TestVisitor student = server.visitor();
            TestPage page = student.open("/courses/deep-learning/exams/drill").press("Start");
            String attempt = page.path().replaceFirst("/questions/.*", "");
            HttpResponse<String> said =
                    student.post(attempt + "/reports", Map.of("position", "1", "variant", "1", "report", " "));
            assertEquals(200, said.statusCode());
            assertEquals(attempt + "/questions/1", said.uri().getPath());
            assertTrue(said.body().contains("Say in at most 2000 characters what is wrong."), said.body());
            HttpResponse<String> refused = student.post(
                    attempt + "/reports", Map.of("position", "1", "variant", "1", "report", "x".repeat(2_001)));
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains("name=\"back\" value=\"/\""), "its language is chosen where a page is");
            assertEquals(
                    200,
                    student.post(attempt + "/reports", Map.of("position", "1", "variant", "1", "report", "It is five."))
                            .statusCode());
            staffAreToldHowManyThereAre(server, student, attempt);
        }
    }

    private static void staffAreToldHowManyThereAre(TestServer server, TestVisitor student, String attempt) {
        TestVisitor prof = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
        TestPage one = prof.open(EXAMS);
        assertTrue(one.offers("1 problem with a question has been reported"), one.text());
        student.post(attempt + "/reports", Map.of("position", "1", "variant", "1", "report", "Or is it six?"));
        assertTrue(prof.open(EXAMS).offers("2 problems with questions have been reported"));
        TestPage card = prof.open("/courses").within("#deep-learning");
        assertEquals(
                "/courses/deep-learning/reports",
                card.follow("2 problems with questions have been reported").path());
        TestPage reports = prof.open(EXAMS).follow("2 problems with questions have been reported");
        assertEquals(2, reports.texts("blockquote").size());
        reports.press("Mark as dealt with").press("Mark as dealt with");
        assertFalse(prof.open(EXAMS).text().contains("reported"), "both have been seen to");
        assertFalse(prof.open("/courses").text().contains("reported"));
        student.post(attempt + "/reports", Map.of("position", "1", "variant", "1", "report", "Or seven?"));
        TestVisitor grader = TestPeople.visitor(server, "park", Role.GRADER);
        for (String page : List.of(EXAMS, "/courses")) {
            assertFalse(grader.open(page).text().contains("reported"), "questions are the instructor's");
        }
    }
}
