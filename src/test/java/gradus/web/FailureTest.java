package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import gradus.TestVisitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void aDatabaseThatGoesAwayBecomesAnIncidentWithoutATrace() {
        try (TestServer server = TestServer.start()) {
            TestVisitor visitor = server.visitor().speaking("ko");
            visitor.get("/sign-up");
            visitor.post("/sign-up", Map.of("name", "Lee", "login", "lee", "password", "long enough"));
            server.database().close();
            HttpResponse<String> failed = visitor.get("/account");
            // 503 once the server has noticed by itself
            assertTrue(failed.statusCode() == 500 || failed.statusCode() == 503, failed.body());
            assertEquals(failed.statusCode() == 500, failed.body().contains("오류 번호"), failed.body());
            assertFalse(failed.body().contains("Exception") || failed.body().contains("gradus."), failed.body());
            HttpResponse<String> health = visitor.get("/healthz");
            assertEquals(503, health.statusCode());
            assertEquals("{\"status\":\"database unreachable\"}", health.body());
        }
    }

    @Test
    void anAddressOfAFormLeadsBackToItsPageAndARefusedFormToItsSender() {
        try (TestServer server = TestServer.start()) {
            TestVisitor visitor = server.visitor();
            assertEquals("/", visitor.open("/language").path());
            assertEquals("/account", visitor.open("/account/erasure").path().replaceFirst("/sign-in.*", "/account"));
            assertEquals(404, visitor.get("/no-such-page").statusCode());
            String exam = "/courses/deep-learning/exams/deep-learning-practice";
            TestPage attempt = visitor.open(exam).press("Start");
            String own = attempt.path().replaceFirst("/questions.*", "");
            assertEquals(own, visitor.open(own + "/submission").path().replaceFirst("/questions.*", ""));
        }
    }
}
