package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import gradus.TestVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that students report from where a question stands, and forms that are refused. */
class ReportDoorTest {
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
        }
    }
}
