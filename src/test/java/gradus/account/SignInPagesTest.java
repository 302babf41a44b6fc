package gradus.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import gradus.TestVisitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
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
    void whoIsSignedInIsLedOnInsteadOfBeingAskedForALogin() {
        TestVisitor visitor = server.visitor();
        visitor.get("/sign-up");
        visitor.post("/sign-up", Map.of("name", "Han", "login", "han", "password", "long enough"));
        for (String page : List.of("/sign-in", "/sign-up")) {
            TestPage known = visitor.open(page);
            assertTrue(known.text().contains("You are here as Han."), known.text());
            assertEquals(0, known.texts("label").size(), "nothing to fill in");
            assertEquals("/", known.follow("Go to the first page").path());
            assertEquals(
                    "/account",
                    visitor.open(page + "?back=/account").follow("Go on").path());
        }
        assertFalse(visitor.open("/forgotten").offers("Sign in"));
        TestPage forgotten =
                server.visitor().open("/forgotten").within("header").follow("Sign in");
        assertEquals("/sign-in", forgotten.path(), "who has signed in is done with forgetting");
        TestPage home = forgotten
                .type("Login", "han")
                .type("Password", "long enough")
                .within("main")
                .press("Sign in");
        assertEquals("/", home.path());
        visitor.open("/sign-in").within("main").press("Sign out");
        assertTrue(visitor.open("/sign-in").texts("label").contains("Password"), "the form for another account");
    }

    @Test
    void theAdminsLinkMakesAnAdminOnce() {
        URI link = URI.create(server.app().adminLink().orElseThrow());
        TestVisitor visitor = server.visitor();
        assertTrue(visitor.get(link.getPath()).body().contains("first admin"));
        HttpResponse<String> admin =
                visitor.post(link.getPath(), Map.of("name", "Root", "login", "root", "password", "long enough"));
        assertEquals("/courses", admin.uri().getPath(), "where the first course is made");
        assertTrue(visitor.get("/sign-in").body().contains("Root"));
        assertEquals(410, server.visitor().get(link.getPath()).statusCode());
    }

    @Test
    void aPersonChangesWhatIsKnownTheirPasswordAndErasesThemselves() {
        TestVisitor visitor = server.visitor();
        assertEquals("/sign-in", visitor.get("/account").uri().getPath());
        visitor.get("/sign-up");
        visitor.post("/sign-up", Map.of("name", "Choi", "login", "choi", "password", "long enough"));
        visitor.get("/account");
        Map<String, String> unsure =
                Map.of("name", "Choi Two", "email", "thief@example.org", "emailPassword", "a guess!!");
        assertEquals(422, visitor.post("/account", unsure).statusCode());
        assertFalse(visitor.get("/account").body().contains("thief@example.org"));
        Map<String, String> sure = Map.of("name", "Choi", "email", "choi@example.org", "emailPassword", "long enough");
        assertTrue(visitor.post("/account", sure).body().contains("value=\"choi@example.org\""));
        Map<String, String> onlyTheName = Map.of("name", "Choi Two", "email", "choi@example.org");
        assertTrue(visitor.post("/account", onlyTheName).body().contains("Choi Two"));
        Map<String, String> wrong = Map.of("password", "not mine!", "newPassword", "another one");
        assertEquals(422, visitor.post("/account/password", wrong).statusCode());
        TestVisitor elsewhere = server.visitor();
        elsewhere.get("/sign-in");
        elsewhere.post("/sign-in", Map.of("login", "choi", "password", "long enough"));
        Map<String, String> right = Map.of("password", "long enough", "newPassword", "another one");
        assertTrue(visitor.post("/account/password", right).body().contains("Choi Two"));
        assertEquals("/sign-in", elsewhere.get("/account").uri().getPath());

        assertEquals(
                422,
                visitor.post("/account/erasure", Map.of("erasePassword", "long enough"))
                        .statusCode());
        assertFalse(visitor.post("/account/erasure", Map.of("erasePassword", "another one"))
                .body()
                .contains("Choi"));
        visitor.get("/sign-in");
        Map<String, String> gone = Map.of("login", "choi", "password", "another one");
        assertEquals(422, visitor.post("/sign-in", gone).statusCode());
    }
}
