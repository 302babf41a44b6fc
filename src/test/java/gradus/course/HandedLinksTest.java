package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.App;
import gradus.Settings;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.web.Front;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links and codes that staff hand on: where they lead, and that nobody guesses them. */
class HandedLinksTest {
    private static final String PEOPLE = "/courses/deep-learning/people";
    private static final Pattern LINK = Pattern.compile("id=\"link\">([^<]+)<");

    @TempDir
    private Path folder;

    private static TestVisitor signedIn(TestVisitor visitor, String invitation) {
        visitor.open(invitation).type("Password", "long enough").press("Begin");
        return visitor;
    }

    /** Asks for a link for a grader in a request that names this host. */
    private static String link(TestVisitor teacher, int port, String host) throws IOException {
        teacher.get(PEOPLE);
        String body = "role=grader&csrf=" + teacher.csrf();
        String request = "POST " + PEOPLE + "/invitations HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + host
                + "\r\nConnection: close\r\nAccept: text/html\r\nCookie: gradus=" + teacher.cookie("gradus")
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = LINK.matcher(answer);
            assertTrue(found.find(), answer);
            return found.group(1);
        }
    }

    @Test
    void aLinkLeadsToThisServerWhateverHostTheRequestNames() throws IOException {
        try (TestServer server = TestServer.start()) {
            int port = URI.create(server.url("/")).getPort();
            TestVisitor teacher =
                    signedIn(server.visitor(), TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR));
            String link = link(teacher, port, "thief.example.org");
            assertTrue(link.startsWith("http://localhost:" + port + "/join?code="), link);
            String told =
                    server.visitor().open(link.substring(link.indexOf("/join"))).text();
            assertTrue(told.contains("You become a grader of Deep Learning: you may see"), told);
        }
    }

    @Test
    void whoIsInvitedIsToldIntoWhichCourseAndAsWhatBeforeTheyAccept() {
        try (TestServer server = TestServer.start()) {
            String link = TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR);
            String told = server.visitor().open(link).text();
            assertTrue(told.contains("You become an instructor of Deep Learning: you may edit"), told);
            String korean = server.visitor().speaking("ko").open(link).text();
            assertTrue(korean.contains("강좌의 교수가 됩니다."), korean);
        }
    }

    @Test
    void aLinkLeadsToTheAddressThatTheOperatorHasGiven() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Front front = Front.of("http://exam.example.org/", List.of(), List.of());
        Settings settings = new Settings("127.0.0.1", port, folder, null, List.of(), false, front, null);
        try (App app = App.start(settings)) {
            TestVisitor teacher = signedIn(
                    new TestVisitor("http://127.0.0.1:" + port),
                    TestPeople.invited(app.database(), "prof", "이교수", Role.INSTRUCTOR));
            String link = link(teacher, port, "thief.example.org");
            assertTrue(link.startsWith("http://exam.example.org/join?code="), link);
        }
    }

    @Test
    void guessingCodesIsSlowedDownAlsoForWhoOnlyLooksThemUp() {
        try (TestServer server = TestServer.start()) {
            TestVisitor guesser =
                    signedIn(server.visitor(), TestPeople.invited(server.database(), "guesser", "추측", Role.STUDENT));
            for (int i = 0; i < 5; i++) {
                guesser.get("/join");
                assertEquals(
                        422,
                        guesser.post("/join", Map.of("code", "AAAA-BBBB-CCC" + (2 + i)))
                                .statusCode());
            }
            HttpResponse<String> slowed = guesser.get("/join?code=AAAA-BBBB-CCCC");
            assertTrue(slowed.body().contains("Too many wrong codes"), slowed.body());
            TestVisitor anonymous = server.visitor();
            for (int i = 0; i < 5; i++) {
                assertFalse(anonymous.get("/join?code=none" + i).body().contains("Too many wrong codes"));
            }
            assertTrue(anonymous.get("/join?code=none").body().contains("Too many wrong codes"));
        }
    }
}
