package gradus.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInPagesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFormComesBackWithWhatWasTypedAndWhatIsWrong() {
        TestVisitor visitor = server.visitor().speaking("ko");
        visitor.get("/sign-up");
        HttpResponse<String> page =
                visitor.post("/sign-up", Map.of("name", "김<b>", "login", "kim1", "password", "짧다", "email", "x"));
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("8자 이상으로 정하십시오."));
        assertTrue(page.body().contains("value=\"김&lt;b&gt;\""));
        assertFalse(page.body().contains("짧다"));
    }

    @Test
    void signingUpSignsInAndSigningOutEndsTheSession() {
        TestVisitor visitor = server.visitor();
        visitor.get("/sign-up");
        HttpResponse<String> home = visitor.post(
                "/sign-up",
                Map.of("name", "Lee", "login", "lee", "password", "long enough", "back", "https://elsewhere.example/"));
        assertEquals("/", home.uri().getPath());
        assertTrue(home.body().contains("Lee"));
        HttpResponse<String> left = visitor.post("/sign-out", Map.of());
        assertFalse(left.body().contains("Lee"));
    }

    @Test
    void theAdminsLinkMakesAnAdminOnce() {
        URI link = URI.create(server.app().adminLink().orElseThrow());
        TestVisitor visitor = server.visitor();
        assertTrue(visitor.get(link.getPath()).body().contains("first admin"));
        visitor.post(link.getPath(), Map.of("name", "Root", "login", "root", "password", "long enough"));
        assertTrue(visitor.get("/sign-in").body().contains("Root"));
        assertEquals(410, server.visitor().get(link.getPath()).statusCode());
    }
}
