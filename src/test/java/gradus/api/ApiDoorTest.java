package gradus.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.account.AccountStore;
import gradus.course.Role;
import gradus.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The API over HTTP, as a program uses it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDoorTest {
    private static final String COURSE = "/api/v1/courses/deep-learning";
    private static final String EXAM = COURSE + "/exams/quiz";
    private static final HttpClient client = HttpClient.newHttpClient();

    private TestServer server;
    private String attempt;
    private String all;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        Path questions = Files.createDirectories(folder.resolve("deep-learning/questions"));
        Files.writeString(questions.resolve("sum.yaml"), """
                id: sum
                title: Sum
                params: {a: 2, b: 3}
                prompt: 'Add.'
                parts: [{id: total, type: integer, points: 3, expect: a + b}, {id: twice, type: integer, points: 1, expect: 10}]
                """);
        Files.writeString(folder.resolve("deep-learning/quiz.yaml"), """
                id: quiz
                title: {en: First quiz, ko: 첫 퀴즈}
                policy: {mode: timed, minutes: 60, feedback: after-submit}
                questions: [{question: sum, points: 10, label: '1'}]
                """);
        Files.writeString(folder.resolve("deep-learning/fine.yaml"), """
                id: fine
                title: Fine
                policy: {mode: timed, minutes: 60, round: 0.001}
                questions: [{question: sum, points: 8.5, label: '1'}]
                """);
        server = TestServer.withBank(folder);
        visitor("prof", Role.INSTRUCTOR);
        visitor("helper", Role.GRADER);
        TestVisitor student = visitor("kim", Role.STUDENT);
        TestPeople.onRoster(server.database(), "kim", "0012345", null);
        for (String exam : List.of("quiz", "fine")) {
            student.open("/courses/deep-learning/exams/" + exam)
                    .press("Start")
                    .type("total", "6")
                    .type("twice", "10")
                    .press("Review and submit")
                    .press("Submit");
        }
        all = token("prof", null, EnumSet.allOf(Permission.class));
        attempt = body(get(EXAM + "/attempts", all))
                .path("attempts")
                .path(0)
                .path("id")
                .asText();
    }

    @AfterAll
    void end() {
        server.close();
    }

    private TestVisitor visitor(String login, Role role) {
        return TestPeople.visitor(server, login, role);
    }

    private String token(String login, @Nullable String course, Set<Permission> permissions) {
        return new Tokens(server.database(), Clock.systemUTC())
                .add(
                        server.database()
                                .store(AccountStore.class)
                                .withLogin(login)
                                .orElseThrow()
                                .id(),
                        "test",
                        course,
                        permissions,
                        Duration.ofDays(1));
    }

    private HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET());
    }

    private HttpResponse<String> post(String path, String token, String json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(server.url(path))).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JsonNode body(HttpResponse<String> response) {
        return Json.stored(response.body());
    }

    @Test
    void aTokenOpensWhatItNamesAndItsPersonMaySee() {
        for (String bad : List.of("", "x", all.substring(1))) {
            HttpResponse<String> refused = get(EXAM, bad);
            assertEquals(401, refused.statusCode());
            assertEquals(
                    "Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""));
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
            assertEquals(401, body(refused).path("status").asInt());
        }
        assertEquals(
                403,
                get(COURSE + "/people", token("prof", null, EnumSet.of(Permission.EXAMS)))
                        .statusCode());
        String helper = token("helper", null, EnumSet.allOf(Permission.class));
        HttpResponse<String> read = get(EXAM + "/attempts", helper);
        assertEquals(200, read.statusCode(), read.body());
        assertEquals(404, get(COURSE + "/people", helper).statusCode(), "the roster is the instructor's");
        assertEquals(
                404,
                post(COURSE + "/attempts/" + attempt + "/scores", helper, "{}").statusCode());
        String student = token("kim", null, EnumSet.allOf(Permission.class));
        for (String path : List.of("/exams", "/people", "/exams/quiz/results", "/attempts/" + attempt + "/scores")) {
            assertEquals(404, get(COURSE + path, student).statusCode(), path);
        }
        assertEquals(0, body(get("/api/v1/courses", student)).path("courses").size());
        assertEquals(
                "instructor",
                body(get("/api/v1/courses", all))
                        .path("courses")
                        .path(0)
                        .path("role")
                        .asText());
        Tokens tokens = new Tokens(server.database(), Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        assertTrue(tokens.bearer(all).isEmpty(), "a token runs out");
    }

    @Test
    void whatProgramsReadIsWhatPagesShow() {
        assertEquals(
                "sum",
                body(get(EXAM, all)).path("questions").path(0).path("question").asText());
        assertEquals(
                List.of("0012345"),
                body(get(COURSE + "/people", all)).findValuesAsText("student_number").stream()
                        .filter(number -> !number.equals("null"))
                        .toList());
        JsonNode responses =
                body(get(COURSE + "/attempts/" + attempt + "/responses", all)).path("responses");
        assertEquals("6", responses.path(0).path("response").asText());
        assertEquals(1, body(get(EXAM + "/statistics", all)).path("attempts").asInt());
        assertTrue(body(get(EXAM + "/statistics", all)).path("exam").has("error_ratio"));
        assertTrue(get(EXAM + "/results?format=canvas", all).body().startsWith("Student,ID,SIS User ID"));
        assertTrue(get(EXAM + "/results?format=json&rows=students", all).body().contains("\"0012345\""));
        assertEquals(422, get(EXAM + "/results?format=pdf", all).statusCode());
        assertEquals(422, get(EXAM + "/attempts?limit=0", all).statusCode());
        assertEquals(404, get(COURSE + "/exams/none", all).statusCode());
    }

    @Test
    void scoresHaveTheDecimalsThatFilesHave() {
        JsonNode sat =
                body(get(COURSE + "/exams/fine/attempts", all)).path("attempts").path(0);
        assertEquals("2.125", sat.path("score").asText());
        assertEquals("2.125", sat.path("score_rounded").asText());
        JsonNode scores = body(get(COURSE + "/attempts/" + sat.path("id").asText() + "/scores", all));
        assertEquals("2.125", scores.path("score").asText());
        assertEquals(List.of("6.375", "2.125"), scores.path("parts").findValuesAsText("points"));
    }

    @Test
    void aScoreIsOverriddenWithAReasonAndAQuestionRegraded() throws InterruptedException {
        String scores = COURSE + "/attempts/" + attempt + "/scores";
        String good = "{\"position\": 1, \"variant\": 1, \"part\": \"total\", \"points\": 2.5, \"reason\": \"close\"}";
        assertEquals(422, post(scores, all, good.replace("close", " ")).statusCode());
        assertEquals(422, post(scores, all, good.replace("2.5", "8")).statusCode());
        assertEquals(400, post(scores, all, "[]").statusCode());
        HttpResponse<String> given = post(scores, all, good);
        assertEquals(200, given.statusCode(), given.body());
        assertEquals("5", body(given).path("score").asText());
        HttpResponse<String> asked =
                post(EXAM + "/regrades", all, "{\"question\": \"sum\", \"kind\": \"full\", \"reason\": \"unclear\"}");
        assertEquals(201, asked.statusCode(), asked.body());
        String regrade = asked.headers().firstValue("Location").orElseThrow();
        await(regrade, "ready");
        assertEquals("5", body(get(scores, all)).path("score").asText(), "nothing is written yet");
        assertEquals(
                200, post(regrade + "/state", all, "{\"state\": \"applying\"}").statusCode());
        await(regrade, "applied");
        assertEquals("10", body(get(scores, all)).path("score").asText());
        assertEquals(
                409, post(regrade + "/state", all, "{\"state\": \"applying\"}").statusCode());
    }

    private void await(String regrade, String state) throws InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        while (!body(get(regrade, all)).path("state").asText().equals(state)) {
            assertTrue(System.nanoTime() < until, get(regrade, all).body());
            Thread.sleep(100);
        }
    }

    @Test
    void theDocumentNamesEveryRoute() {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(server.url("/openapi.json"))));
        JsonNode document = body(response);
        assertEquals("3.1.0", document.path("openapi").asText());
        assertTrue(
                document.path("paths")
                        .path("/api/v1/courses/{course}/attempts/{attempt}/scores")
                        .has("post"),
                response.body());
        assertEquals(
                14,
                document.path("paths").properties().stream()
                        .mapToInt(path -> path.getValue().size())
                        .sum());
        assertFalse(response.body().contains("null"), response.body());
        JsonNode asked = document.path("paths").path("/api/v1/courses/{course}/exams/{exam}/regrades");
        assertTrue(asked.path("post").path("responses").has("201"), "what is answered is what is said");
        assertTrue(asked.path("get").path("responses").has("200"));
    }
}
