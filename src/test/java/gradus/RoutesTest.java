package gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.account.AccountStore;
import gradus.account.AccountStore.NewPerson;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.database.Database;
import gradus.web.Secret;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the server, asked by everybody, against the table in {@code routes.txt}. */
class RoutesTest {
    private static final String COURSE = "deep-learning";
    private static final String PASSWORD_OF_NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$U2ltcGx5Tm90QVJlYWxIYXNoT2ZBbnlQYXNzd29yZA";
    private static final String QUESTION = """
            id: essay
            title: Essay
            params: {a: 'randint(2, 9)'}
            prompt: 'Why {{a}}? ![A dot](dot.png)'
            parts:
              - {id: why, type: text, points: 1, rubric: [{id: said, points: 1, say: Said.}]}
            """;
    private static final String EXAM = """
            id: essays
            title: Essays
            policy: {mode: practice}
            questions: [{question: essay, points: 10, label: '1'}]
            """;

    /** A second course, which nothing but a migration makes so far. */
    public interface CourseRows {
        @SqlUpdate("INSERT INTO course (id) VALUES (:id)")
        void add(String id);

        @SqlUpdate("INSERT INTO course_title (course, language, title) VALUES (:id, 'en', 'Another')")
        void title(String id);
    }

    private static final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path bank;

    @Test
    void everyRouteAnswersThoseWhomTheTableNamesAndNobodyElse() throws Exception {
        Path questions = Files.createDirectories(bank.resolve(COURSE).resolve("questions"));
        Files.writeString(questions.resolve("essay.yaml"), QUESTION);
        Files.write(questions.resolve("dot.png"), new byte[] {1});
        Files.writeString(bank.resolve(COURSE).resolve("essays.yaml"), EXAM);
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/gradus/routes.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        List<String> asked = List.of(lines.get(0).strip().split(" +"));
        try (TestServer server = TestServer.withBank(bank)) {
            assertEquals(
                    server.app().routes().stream()
                            .map(route -> route.method().name() + " " + route.path())
                            .sorted()
                            .toList(),
                    lines.stream()
                            .skip(1)
                            .map(line ->
                                    String.join(" ", List.of(line.split(" +")).subList(0, 2)))
                            .sorted()
                            .toList(),
                    "routes.txt must name every route");
            Visitors visitors = new Visitors(server);
            Map<String, Integer> lost = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String route = line.split(" +")[1];
                boolean hasPage = lines.stream().anyMatch(other -> other.startsWith("GET  " + route + " "));
                if (line.startsWith("POST") && !hasPage && !route.startsWith("/api/")) {
                    lost.put(route, visitors.landing(route.startsWith("/attempts/") ? "student" : "admin", route));
                }
            }
            lost.values().removeIf(status -> status == 200);
            lost.remove("/courses/{course}/tour/removal"); // only the demo has a tour
            assertEquals(Map.of(), lost, "who reloads what a form has led to comes to a page");
            List<String> seen = new ArrayList<>(List.of(lines.get(0)));
            for (String line : lines.subList(1, lines.size())) {
                String[] route = line.split(" +");
                StringBuilder row = new StringBuilder(String.format("%-4s %-55s", route[0], route[1]));
                for (String who : asked) {
                    row.append(String.format(" %-10s", visitors.answer(who, route[0], route[1])));
                }
                seen.add(row.toString().stripTrailing());
            }
            assertEquals(String.join("\n", lines), String.join("\n", seen));
        }
    }

    @Test
    void aRouteThatDoesNotSayWhoMayAskDoesNotStart() {
        Javalin server = Javalin.create(config -> config.routes.get("/forgotten", context -> {}));
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> Admission.routes(server));
        assertEquals("GET /forgotten: a route must name one audience, and not []", refused.getMessage());
    }

    /** People of every kind with a session of their own; the attempt that is asked for is the student's. */
    private static final class Visitors {
        private final TestServer server;
        private final Database database;
        private final Map<String, String> tokens = new LinkedHashMap<>();
        private final String attempt;

        Visitors(TestServer server) throws Exception {
            this.server = server;
            this.database = server.database();
            database.save(CourseRows.class).add("another");
            database.save(CourseRows.class).title("another");
            add("nobody", null, null, false);
            add("guest", null, null, false);
            add("student", COURSE, Role.STUDENT, false);
            add("elsewhere", "another", Role.INSTRUCTOR, false);
            add("grader", COURSE, Role.GRADER, false);
            add("instructor", COURSE, Role.INSTRUCTOR, false);
            add("admin", null, null, true);
            String started = send("student", "POST", "/courses/" + COURSE + "/exams/essays/attempts")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            attempt = started.substring(started.lastIndexOf('/') + 1);
        }

        private void add(String who, @Nullable String course, @Nullable Role role, boolean admin) {
            String token = Secret.random();
            tokens.put(who, token);
            if (who.equals("nobody")) {
                return;
            }
            UUID person = person(who.equals("guest") ? null : who, admin);
            Instant now = Instant.now();
            database.save(AccountStore.class)
                    .startSession(Secret.hash(token), person, null, now, now.plusSeconds(40L * 24 * 60 * 60));
            if (course != null && role != null) {
                database.save(CourseStore.class).enrol(course, person, role, now);
            }
        }

        private UUID person(@Nullable String login, boolean admin) {
            UUID person = UUID.randomUUID();
            String password = login == null ? null : PASSWORD_OF_NOBODY;
            database.save(AccountStore.class)
                    .insert(new NewPerson(person, "Kim", login, null, password, admin, Instant.now(), null));
            return person;
        }

        private UUID member() {
            UUID person = person("member-" + UUID.randomUUID(), false);
            database.save(CourseStore.class).enrol(COURSE, person, Role.STUDENT, Instant.now());
            return person;
        }

        /** {@code yes} where the handler answered, {@code no} where there is nothing for this visitor, or {@code sign-in}. */
        String answer(String who, String method, String route) throws Exception {
            HttpResponse<String> response = send(who, method, path(route));
            int status = response.statusCode();
            boolean signIn =
                    response.headers().firstValue("Location").orElse("").startsWith("/sign-in");
            return status >= 500 ? "broken" : status == 404 ? "no" : signIn || status == 401 ? "sign-in" : "yes";
        }

        private String path(String route) {
            String path = route.replace("{course}", COURSE)
                    .replace("{exam}", "essays")
                    .replace("{attempt}", attempt)
                    .replace("{position}", "1")
                    .replace("{question}", "essay")
                    .replace("{part}", "why")
                    .replace("{name}", "dot.png")
                    .replace("{format}", "qti")
                    .replace("<name>", "base.css")
                    .replace("{token}", "used-up")
                    .replace("{regrade}", attempt);
            if (path.contains("{person}")) {
                path = path.replace("{person}", member().toString());
            }
            return path;
        }

        /** The status of the page to which somebody comes who reloads what a form has led to. */
        int landing(String who, String route) throws Exception {
            HttpResponse<String> reply = send(who, "GET", path(route));
            for (int hop = 0; hop < 3 && reply.statusCode() / 100 == 3; hop++) {
                reply = send(who, "GET", reply.headers().firstValue("Location").orElseThrow());
            }
            return reply.statusCode();
        }

        private HttpResponse<String> send(String who, String method, String path)
                throws IOException, InterruptedException {
            String token = tokens.getOrDefault(who, "");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                    .header("Accept", "text/html")
                    .header("Cookie", "gradus=" + token);
            if (method.equals("POST")) {
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-Token", Secret.hash("csrf " + token))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "position=1&variant=1&part=why&state=by-file&role=student&language=en"));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }
}
