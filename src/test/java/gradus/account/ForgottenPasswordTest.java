package gradus.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gradus.App;
import gradus.Settings;
import gradus.TestPage;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.database.CannotStart;
import gradus.web.Front;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A forgotten password, set anew by a link that a real mail server delivers. */
class ForgottenPasswordTest {
    private static final Pattern LINK = Pattern.compile("http://exam\\.example\\.org(/welcome/\\S+)");

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private interface Visit {
        void by(TestVisitor visitor) throws Exception;
    }

    private void serve(Visit visit) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        MailServer server = MailServer.of("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "gradus@example.org", null);
        Front front = Front.of("http://exam.example.org", List.of(), List.of());
        try (App app = App.start(new Settings("127.0.0.1", port, folder, null, List.of(), false, front, server))) {
            visit.by(new TestVisitor("http://127.0.0.1:" + port));
        }
    }

    private static void signUp(TestVisitor visitor, String login, String email) {
        visitor.get("/sign-up");
        assertEquals(
                200,
                visitor.post(
                                "/sign-up",
                                Map.of("name", "김하나", "login", login, "password", "long enough", "email", email))
                        .statusCode());
        visitor.get("/");
        visitor.post("/sign-out", Map.of());
    }

    private static TestPage forget(TestVisitor visitor, String login) {
        return visitor.open("/sign-in")
                .follow("Forgot your password?")
                .type("Login", login)
                .press("Send me a link");
    }

    @Test
    void aLinkGoesToTheAddressInTheProfileAndWorksOnce() throws Exception {
        serve(visitor -> {
            signUp(visitor, "hana", "hana@example.org");
            String said = forget(visitor, "Hana").text();
            assertTrue(said.contains("a link is on its way"), said);
            assertTrue(mail.waitForIncomingEmail(60_000, 1));
            MimeMessage sent = mail.getReceivedMessages()[0];
            assertEquals("hana@example.org", sent.getAllRecipients()[0].toString());
            assertEquals("Gradus: a new password", sent.getSubject());
            String text = sent.getContent().toString();
            assertTrue(text.contains("김하나"), text);
            Matcher link = LINK.matcher(text);
            assertTrue(link.find(), text);
            visitor.open(link.group(1)).type("Password", "another one").press("Save");
            assertEquals(410, visitor.get(link.group(1)).statusCode());
            visitor.get("/");
            visitor.post("/sign-out", Map.of());
            Map<String, String> old = Map.of("login", "hana", "password", "long enough");
            visitor.get("/sign-in");
            assertEquals(422, visitor.post("/sign-in", old).statusCode());
            Map<String, String> fresh = Map.of("login", "hana", "password", "another one");
            assertEquals(200, visitor.post("/sign-in", fresh).statusCode());
        });
    }

    @Test
    void nobodyLearnsWhoHasAnAccountAndNobodyIsFloodedWithMail() throws Exception {
        serve(visitor -> {
            signUp(visitor, "hana", "hana@example.org");
            signUp(visitor, "silent", "");
            String known = forget(visitor, "hana").text();
            assertEquals(known, forget(visitor, "nobody").text());
            assertEquals(known, forget(visitor, "silent").text());
            assertEquals(known, forget(visitor, "hana").text());
            assertEquals(known, forget(visitor, "hana").text());
            TestPage sixth = forget(visitor, "hana");
            assertEquals(422, sixth.status());
            assertTrue(sixth.text().contains("Too many requests from here"), sixth.text());
            assertTrue(mail.waitForIncomingEmail(60_000, 1));
            assertFalse(mail.waitForIncomingEmail(2_000, 2), "one mail in five minutes");
        });
    }

    @Test
    void withoutAMailServerThePageNamesWhomToAsk() {
        try (TestServer server = TestServer.start()) {
            TestPage page = server.visitor().open("/sign-in").follow("Forgot your password?");
            assertTrue(page.text().contains("instructor or assistant can send you a link"), page.text());
            assertFalse(page.offers("Send me a link"));
        }
    }

    @Test
    void whatIsNoMailServerKeepsTheServerFromStarting() {
        assertThrows(CannotStart.class, () -> MailServer.of("http://mail.example.org", "a@example.org", null));
        assertThrows(CannotStart.class, () -> MailServer.of("smtp://mail.example.org", null, null));
        assertThrows(CannotStart.class, () -> MailServer.of("smtp://mail.example.org", "no address", null));
    }
}
