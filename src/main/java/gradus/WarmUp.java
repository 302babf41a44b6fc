package gradus;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.store.fs.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A guest whom nobody sees sits the shipped exam again and again, on a server of its own in memory, before a class comes: pages,
 * saves and grading take twenty times as long until the JVM has compiled them.
 */
final class WarmUp {
    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    private static final int SITTINGS = 30;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final String EXAM = "/courses/deep-learning/exams/deep-learning-practice";
    /** Some answers that can be read as numbers, matrices, formulas or texts; most are wrong, as grading those takes longest. */
    private static final List<String> ANSWERS = List.of("1.5", "[[1,2],[3,4]]", "2x + 1", "-3/4", "a");

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" (?:content|value)=\"([^\"]+)\"");
    private static final Pattern PART = Pattern.compile("data-part=\"([^\"]+)\"");
    private static final Pattern QUESTION = Pattern.compile("/questions/(\\d+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;
    private String csrf = "";

    private WarmUp(String address) {
        this.address = address;
    }

    /** Begins in the background; what goes wrong on the way is logged and costs nothing but time. */
    static void begin(Runnable whenWarm) {
        Thread thread = new Thread(
                () -> {
                    run();
                    whenWarm.run();
                },
                "gradus-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        String file = "nioMemFS:" + UUID.randomUUID();
        Settings settings = new Settings("127.0.0.1", 0, Path.of(""), "jdbc:h2:" + file, List.of(), false);
        try (App app = App.start(settings)) {
            long until = System.nanoTime() + LONGEST.toNanos();
            for (int i = 0; i < SITTINGS && System.nanoTime() < until; i++) {
                new WarmUp(app.address()).sit();
            }
        } catch (IOException | RuntimeException failure) {
            log.warn("the server was not warmed up: {}", failure.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            FileUtils.delete(file + ".mv.db");
        }
    }

    private void sit() throws IOException, InterruptedException {
        get(EXAM);
        HttpResponse<String> first = post(EXAM + "/attempts", "application/x-www-form-urlencoded", form());
        String attempt = first.uri().getPath().replaceFirst("/questions/.*", "");
        int last = QUESTION.matcher(first.body())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
        for (int position = 1; position <= last; position++) {
            String page = get(attempt + "/questions/" + position).body();
            Matcher part = PART.matcher(page);
            for (int i = 0; part.find(); i++) {
                String response =
                        "{\"responses\": [{\"position\": %d, \"variant\": 1, \"part\": \"%s\", \"text\": \"%s\"}]}"
                                .formatted(position, part.group(1), ANSWERS.get(i % ANSWERS.size()));
                post(attempt + "/responses", "application/json", response);
            }
        }
        post(attempt + "/submission", "application/x-www-form-urlencoded", form());
        get(attempt);
    }

    private String form() {
        return "csrf=" + csrf;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.uri().getPath() + " was answered with " + answer.statusCode());
        }
        Matcher found = CSRF.matcher(answer.body());
        if (found.find()) {
            csrf = found.group(1);
        }
        return answer;
    }
}
