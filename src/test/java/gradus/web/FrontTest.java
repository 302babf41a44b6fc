package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.App;
import gradus.Settings;
import gradus.database.CannotStart;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server behind a proxy, asked over bare sockets as a proxy asks. */
class FrontTest {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" (?:content|value)=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?i)Set-Cookie: (gradus=[^;]+)([^\r]*)");
    private static final String[] FROM_NGINX = {
        "Host: exam.example.org", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.7"
    };

    @TempDir
    private Path folder;

    private int port;

    private App start(Front front) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        return App.start(new Settings("127.0.0.1", port, folder, null, List.of(), false, front, null));
    }

    private String ask(String request, String body, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head = request + " HTTP/1.1\r\nConnection: close\r\nAccept: text/html\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n" + body;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String first(Pattern pattern, int group, String answer) {
        Matcher found = pattern.matcher(answer);
        assertTrue(found.find(), answer);
        return found.group(group);
    }

    private String signUp(String... headers) throws IOException {
        return signUpUnder("", headers);
    }

    private String signUpUnder(String path, String... headers) throws IOException {
        String page = ask("GET " + path + "/sign-up", "", headers);
        String[] more = new String[headers.length + 2];
        System.arraycopy(headers, 0, more, 0, headers.length);
        more[headers.length] = "Cookie: " + first(COOKIE, 1, page);
        more[headers.length + 1] = "Origin: https://exam.example.org";
        String form = "csrf=" + first(CSRF, 1, page) + "&name=Kim&login=kim&password=long+enough";
        return ask("POST " + path + "/sign-up", form, more);
    }

    @Test
    void aFormThatCameThroughATrustedProxyWorksAndItsCookieIsForHttpsOnly() throws IOException {
        try (App app = start(Front.of(null, List.of("127.0.0.0/8"), List.of()))) {
            String answer = signUp(FROM_NGINX);
            assertTrue(answer.startsWith("HTTP/1.1 302"), answer);
            assertTrue(first(COOKIE, 2, answer).contains("Secure"), answer);
            assertTrue(app.address().startsWith("http://localhost:"));
        }
    }

    @Test
    void aServerThatKnowsItsAddressNeedsNoHeaders() throws IOException {
        try (App app = start(Front.of("https://exam.example.org/", List.of(), List.of()))) {
            String answer = signUp("Host: localhost");
            assertTrue(answer.startsWith("HTTP/1.1 302"), answer);
            assertTrue(first(COOKIE, 2, answer).contains("Secure"), answer);
            assertEquals("https://exam.example.org", app.address());
        }
    }

    /** Whether the proxy takes the path off or not. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/gradus"})
    void aServerUnderAPathOfItsHostNamesThatPathEverywhere(String handedOn) throws IOException {
        Front front = Front.of("https://exam.example.org/gradus/", List.of("127.0.0.0/8"), List.of());
        try (App app = start(front)) {
            assertEquals("https://exam.example.org/gradus", app.address());
            String page = ask("GET " + handedOn + "/sign-up", "", FROM_NGINX);
            assertTrue(page.contains("action=\"/gradus/sign-up\""), page);
            assertFalse(page.matches("(?s).* (href|src|action)=\"/(?!gradus/).*"), page);
            String answer = signUpUnder(handedOn, FROM_NGINX);
            assertTrue(answer.matches("(?s)HTTP/1.1 302.*\r\nLocation: /gradus/\r\n.*"), answer);
            String other = ask("GET /gradusse/sign-up", "", FROM_NGINX);
            assertTrue(other.startsWith("HTTP/1.1 404"), other);
        }
    }

    @Test
    void nobodyElseIsBelieved() throws IOException {
        try (App app = start(Front.of(null, List.of("10.0.0.0/8"), List.of()))) {
            String answer = signUp("Host: localhost", "X-Forwarded-Host: exam.example.org", "X-Forwarded-Proto: https");
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            assertFalse(app.address().contains("example"));
        }
    }

    @Test
    void aClientCannotWriteItselfAnotherAddress() throws IOException {
        try (App app = start(Front.of(null, List.of("127.0.0.1"), List.of()))) {
            boolean throttled = false;
            for (int i = 0; i < 15 && !throttled; i++) {
                throttled = guess("198.51.100." + i + ", 203.0.113.7").contains("Please wait");
            }
            assertTrue(throttled, app.address());
            assertFalse(guess("203.0.113.7, 198.51.100.9").contains("Please wait"));
        }
    }

    @Test
    void theMachineItselfReadsMetricsAndNobodyBehindAProxy() throws IOException {
        try (App app = start(Front.DIRECT)) {
            ask("GET /courses/deep-learning/exams/deep-learning-practice", "", "Host: localhost");
            ask("GET /kim-lives-here", "", "Host: localhost");
            ask("BREW /", "", "Host: localhost");
            String metrics = ask("GET /metrics", "", "Host: localhost");
            assertTrue(metrics.startsWith("HTTP/1.1 200"), metrics);
            String card =
                    "http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/courses/{course}/exams/{exam}\"} 1";
            assertTrue(metrics.contains(card), metrics);
            assertTrue(metrics.contains("{method=\"other\",status=\"404\",uri=\"none\"}"), metrics);
            assertTrue(metrics.contains("hikaricp_connections_active{pool=\"gradus\"}"), metrics);
            assertTrue(metrics.contains("jvm_memory_used_bytes{"), metrics);
            assertTrue(metrics.contains("gradus_database_well 1"), metrics);
            assertFalse(metrics.contains("kim") || metrics.contains("BREW"), metrics);
            for (String header : List.of("X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "Via: 1.1 proxy")) {
                assertTrue(ask("GET /metrics", "", "Host: localhost", header).startsWith("HTTP/1.1 404"), header);
            }
            assertTrue(app.address().startsWith("http"));
        }
    }

    private String guess(String forwardedFor) throws IOException {
        String[] headers = {"Host: localhost", "X-Forwarded-For: " + forwardedFor};
        String page = ask("GET /sign-in", "", headers);
        return ask(
                "POST /sign-in",
                "csrf=" + first(CSRF, 1, page) + "&login=kim&password=wrong",
                headers[0],
                headers[1],
                "Cookie: " + first(COOKIE, 1, page));
    }

    @Test
    void whatIsNoAddressIsRefusedInOneLine() {
        for (String base : List.of(
                "exam.example.org", "ftp://exam.example.org", "https://x.org/a b", "https://x.org/a?b", "https://")) {
            assertThrows(CannotStart.class, () -> Front.of(base, List.of(), List.of()), base);
        }
        assertThrows(CannotStart.class, () -> Front.of(null, List.of("my proxy"), List.of()));
        assertThrows(CannotStart.class, () -> Front.of(null, List.of(), List.of("10.0.0.0/99")));
    }
}
