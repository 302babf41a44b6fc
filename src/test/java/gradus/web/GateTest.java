package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> fetch(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void everyPageNarrowsWhatTheBrowserMayDo() {
        HttpResponse<String> page = server.visitor().get("/sign-in");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        String cookie = page.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertEquals(
                "text/html;charset=utf-8",
                page.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aFormOfAnotherVisitOrWithoutATokenIsRefused() {
        TestVisitor victim = server.visitor();
        victim.get("/sign-in");
        TestVisitor stranger = server.visitor();
        stranger.get("/sign-in");
        assertEquals(
                403,
                victim.withCsrf(stranger.csrf())
                        .post("/language", Map.of("language", "ko"))
                        .statusCode());
        assertEquals(
                403,
                victim.withCsrf("").post("/language", Map.of("language", "ko")).statusCode());
        assertEquals(
                403,
                server.visitor().post("/language", Map.of("language", "ko")).statusCode());
    }

    @Test
    void aFormThatOtherSitesSendIsRefused() throws Exception {
        for (String[] origin : new String[][] {
            {"Origin", "https://elsewhere.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
        }) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("/language")))
                    .headers(origin)
                    .POST(HttpRequest.BodyPublishers.ofString("language=ko"))
                    .build();
            HttpResponse<String> refused =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("did not come from a page of this site"), refused.body());
        }
    }

    @Test
    void errorsSpeakTheReadersLanguageAndScriptsGetAProblem() throws Exception {
        assertTrue(server.visitor()
                .speaking("ko-KR,en;q=0.5")
                .get("/nowhere")
                .body()
                .contains("없는 페이지"));
        HttpResponse<String> english = server.visitor().speaking("fr").get("/nowhere");
        assertEquals(404, english.statusCode());
        assertTrue(english.body().contains("<html lang=\"en\">"));
        HttpResponse<byte[]> problem = fetch("/nowhere", "Accept", "application/json");
        assertTrue(problem.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(new String(problem.body(), StandardCharsets.UTF_8).contains("\"status\":404"));
    }

    @Test
    void theLanguageSwitchGoesBackToThePage() {
        TestVisitor visitor = server.visitor();
        visitor.get("/sign-up?back=%2Fx");
        HttpResponse<String> page = visitor.post("/language", Map.of("language", "ko", "back", "/sign-up?back=%2Fx"));
        assertEquals(
                "/sign-up?back=%2Fx", page.uri().getRawPath() + "?" + page.uri().getRawQuery());
        assertTrue(page.body().contains("회원 가입"));
    }

    @Test
    void aBodyOverTheLimitIsRefusedInOurWords() {
        TestVisitor visitor = server.visitor();
        visitor.get("/sign-in");
        HttpResponse<String> form = visitor.post("/sign-in", Map.of("login", "x".repeat(5 << 20)));
        assertEquals(413, form.statusCode());
        assertTrue(form.body().contains("at most 1 MB"), form.body());
        HttpResponse<String> json = visitor.postJson("/sign-in", "\"" + "x".repeat(5 << 20) + "\"");
        assertEquals(413, json.statusCode());
        assertTrue(json.body().contains("at most 1 MB"), json.body());
    }

    @Test
    void aBodyOfUnknownLengthIsBoundedToo() throws Exception {
        URI address = URI.create(server.url("/"));
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nAccept: text/html\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            try {
                for (int i = 0; i < 40; i++) {
                    out.write(chunk);
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closedOnUs) {
                assertFalse(socket.isClosed());
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            String status =
                    answer.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
            assertTrue(status.contains("403") || status.contains("413"), status);
        }
    }

    @Test
    void filesAreNotTaken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("/sign-in")))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--"))
                .build();
        HttpResponse<String> refused = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(415, refused.statusCode());
    }

    @Test
    void nulIsStoppedAtTheDoor() {
        TestVisitor visitor = server.visitor();
        visitor.get("/sign-in");
        assertEquals(400, visitor.post("/sign-in", Map.of("login", "a\0b")).statusCode());
        assertEquals(400, visitor.postJson("/language", "{\"x\": \"\\u0000\"}").statusCode());
    }

    @Test
    void filesAreCompressedKeptAndAskedAboutOnlyWhereTheyMayChange() throws Exception {
        HttpResponse<byte[]> plain = fetch("/static/pico/pico.min.css");
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> packed = fetch("/static/pico/pico.min.css", "Accept-Encoding", "gzip");
        assertTrue(packed.body().length < plain.body().length / 4);
        assertEquals(
                "public, no-cache", plain.headers().firstValue("Cache-Control").orElse(""));
        String version = tag.replace("\"", "");
        HttpResponse<byte[]> kept = fetch("/static/pico/pico.min.css?v=" + version);
        assertTrue(kept.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(
                304, fetch("/static/pico/pico.min.css", "If-None-Match", tag).statusCode());
    }

    @Test
    void noFileOutsideIsServed() throws Exception {
        for (String path : new String[] {
            "/static/../pom.xml",
            "/static/%2e%2e/logback.xml",
            "/static/pico/../../../logback.xml",
            "/static/logback.xml"
        }) {
            assertTrue(fetch(path).statusCode() >= 400, path);
        }
    }

    /** Headers, addresses and bodies that no browser of ours sends, each with the answer's least and greatest status. */
    private static Stream<Arguments> brokenRequests() {
        String form = "Content-Type: application/x-www-form-urlencoded";
        return Stream.of(
                header("Accept-Language: -", 200, 200),
                header("Accept-Language: --,-;q=0.1", 200, 200),
                header("Accept-Language: *-*-x", 200, 200),
                header("Accept-Language: ko;q=x", 200, 200),
                header("Accept: ,;q=", 200, 200),
                header("Accept-Encoding: x;q=z", 200, 200),
                header("Cookie: gradus=\"; language=zz; =;", 200, 200),
                header("Cookie: \u0001=\u0002", 400, 400),
                header("Host: [", 400, 400),
                header("Expect: x", 417, 417),
                header("X-Large: " + "x".repeat(20_000), 431, 431),
                address("/%", 400, 404),
                address("/%zz", 400, 404),
                address("/%ff", 400, 404),
                address("/courses/%c0%af/exams/x", 400, 404),
                address("/welcome/%00", 400, 404),
                address("/?page=%ff&%zz=%", 200, 400),
                address("/" + "x".repeat(9_000), 404, 414),
                body(form + "; charset=nonsense", "login=a", 415, 415),
                body(form + "; charset=", "login=a", 415, 415),
                body(form + "; charset=\"", "login=a", 415, 415),
                body("Content-Type: application/json; charset='utf-8'", "{}", 415, 415),
                body("Content-Type: text/html; charset=-", "x", 415, 415),
                body(form, "csrf=%ff&login=%zz&%", 400, 403),
                body(form, "&&=&csrf", 400, 403),
                body("Content-Type: application/json", "{\"a\":", 400, 403));
    }

    private static Arguments header(String line, int least, int most) {
        return Arguments.of(
                "GET / HTTP/1.1\r\n" + (line.startsWith("Host") ? "" : "Host: localhost\r\n") + line, "", least, most);
    }

    private static Arguments address(String path, int least, int most) {
        return Arguments.of("GET " + path + " HTTP/1.1\r\nHost: localhost", "", least, most);
    }

    private static Arguments body(String line, String body, int least, int most) {
        return Arguments.of(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n" + line,
                body,
                least,
                most);
    }

    @ParameterizedTest
    @MethodSource("brokenRequests")
    void whatNoBrowserSendsIsAnsweredInOurWords(String head, String body, int least, int most) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", URI.create(server.url("/")).getPort())) {
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(bytes);
            String answer = bytes.toString(StandardCharsets.UTF_8);
            int status = Integer.parseInt(answer.substring(9, 12));
            assertTrue(status >= least && status <= most, answer);
            assertTrue(answer.contains("charset=utf-8"), answer);
            assertFalse(answer.contains("Exception") || answer.contains("Jetty"), answer);
        }
    }

    /** A proxy sends the requests of many people over one connection. */
    @Test
    void aHeaderIsReadAsItWasSentWhateverCameBeforeOnTheConnection() throws Exception {
        String cookie = TestPeople.visitor(server, "gate", Role.STUDENT).cookie("gradus");
        String first = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: GRADUS\r\n\r\n";
        String second = "GET /account HTTP/1.1\r\nHost: localhost\r\nCookie: gradus=" + cookie
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", URI.create(server.url("/")).getPort())) {
            socket.getOutputStream().write((first + second).getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(bytes);
            String answers = bytes.toString(StandardCharsets.UTF_8);
            assertEquals(2, answers.split("HTTP/1.1 200 ", -1).length - 1, answers);
        }
    }

    @Test
    void theServerSaysThatItIsWell() throws Exception {
        HttpResponse<byte[]> health = fetch("/healthz");
        assertEquals(200, health.statusCode());
        assertEquals("{\"status\":\"ok\"}", new String(health.body(), StandardCharsets.UTF_8));
    }
}
