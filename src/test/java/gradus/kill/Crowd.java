package gradus.kill;

import gradus.kill.Acknowledged.Kind;
import gradus.web.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Students who start, answer and submit, one person who signs in and out, and an instructor who opens an exam and not. */
final class Crowd {
    /** Opened and closed all the time; it asks nothing that anybody here practises, which would rest meanwhile. */
    static final String EXAM = "chapter-9-evaluation";

    private static final String PRACTICE = "/courses/deep-learning/exams/deep-learning-practice";
    private static final int STUDENTS = 12;
    private static final int ANSWERS = 30;
    private static final Pattern ATTEMPT = Pattern.compile("/attempts/([0-9a-f-]{36})");
    private static final Pattern PART = Pattern.compile("data-part=\"([^\"]+)\"");
    private static final Pattern SEQUENCE = Pattern.compile("\"seq\":(\\d+)");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" (?:content|value)=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Acknowledged acknowledged;
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private Crowd(String address, Acknowledged acknowledged) {
        this.address = address;
        this.acknowledged = acknowledged;
    }

    /** Lets them all work at this server until {@link #leave}. */
    static Crowd at(String address, Acknowledged acknowledged) {
        Crowd crowd = new Crowd(address, acknowledged);
        for (int student = 0; student < STUDENTS; student++) {
            crowd.work(crowd::sit);
        }
        crowd.work(crowd::signInAndOut);
        crowd.work(crowd::control);
        return crowd;
    }

    /** The server was killed, and no answer of it is missing. What it answered that nobody expected. */
    List<String> leave() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(surprises);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void work(Work work) {
        Thread thread = new Thread(() -> {
            try {
                while (!over) {
                    work.run();
                }
            } catch (IOException | InterruptedException killed) {
                over = true;
            } catch (RuntimeException surprise) {
                surprises.add(surprise.toString());
            }
        });
        threads.add(thread);
        thread.start();
    }

    private void sit() throws IOException, InterruptedException {
        Visit student = new Visit();
        student.get(PRACTICE);
        String path = student.post(PRACTICE + "/attempts", "");
        Matcher attempt = ATTEMPT.matcher(path);
        require(attempt.find(), "no attempt but " + path);
        acknowledged.add(Kind.START, attempt.group(1));
        Matcher part = PART.matcher(student.get(attempt.group() + "/questions/1"));
        require(part.find(), "no part");
        for (int answer = 0; answer < ANSWERS && !over; answer++) {
            String text = "max(0, " + answer + ")" + " ".repeat(answer * 97 % 800) + "+ x";
            String reply = student.postJson(
                    attempt.group() + "/responses",
                    "{\"responses\":[{\"position\":1,\"variant\":1,\"part\":\"" + part.group(1) + "\",\"text\":\""
                            + text + "\"}]}");
            Matcher sequence = SEQUENCE.matcher(reply);
            require(sequence.find(), "not saved but " + reply);
            acknowledged.add(Kind.SAVE, attempt.group(1) + " " + sequence.group(1) + " " + text);
        }
        if (!over) {
            student.post(attempt.group() + "/submission", "");
            acknowledged.add(Kind.SUBMISSION, attempt.group(1));
        }
    }

    private void signInAndOut() throws IOException, InterruptedException {
        Visit person = new Visit();
        person.get("/sign-in");
        person.post("/sign-in", "login=20240001&password=" + encode("long enough"));
        String session = Secret.hash(person.token);
        acknowledged.add(Kind.SIGN_IN, session);
        person.get("/account");
        if (session.hashCode() % 2 == 0) {
            return; // some stay signed in
        }
        acknowledged.forgetSignIn(session);
        person.post("/sign-out", "");
        acknowledged.add(Kind.SIGN_OUT, session);
    }

    private void control() throws IOException, InterruptedException {
        Visit instructor = new Visit();
        instructor.get("/sign-in");
        instructor.post("/sign-in", "login=root&password=" + encode("long enough"));
        instructor.get("/courses/deep-learning/exams");
        for (int change = 0; !over; change++) {
            String state = change % 2 == 0 ? "open" : "by-file";
            instructor.post("/courses/deep-learning/exams/" + EXAM + "/state", "state=" + state);
            acknowledged.addControl();
            Thread.sleep(20);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A browser without pictures: its cookie, the form token of its last page, and no redirects followed. */
    private final class Visit {
        private String token = "";
        private String csrf = "";

        String get(String path) throws IOException, InterruptedException {
            HttpResponse<String> page = send(request(path).GET(), 200);
            Matcher found = CSRF.matcher(page.body());
            if (found.find()) {
                csrf = found.group(1);
            }
            return page.body();
        }

        /** Sends a form; where it leads to. */
        String post(String path, String fields) throws IOException, InterruptedException {
            HttpResponse<String> reply = send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf + "&" + fields)),
                    302);
            return reply.headers().firstValue("Location").orElse("");
        }

        String postJson(String path, String json) throws IOException, InterruptedException {
            return send(
                            request(path)
                                    .header("Content-Type", "application/json")
                                    .header("X-CSRF-Token", csrf)
                                    .POST(HttpRequest.BodyPublishers.ofString(json)),
                            200)
                    .body();
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
            return token.isEmpty() ? request : request.header("Cookie", "gradus=" + token);
        }

        private HttpResponse<String> send(HttpRequest.Builder request, int expected)
                throws IOException, InterruptedException {
            HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            require(
                    reply.statusCode() == expected || reply.statusCode() == 303 && expected == 302,
                    reply.statusCode() + " " + reply.uri() + " "
                            + reply.body().lines().limit(3).toList());
            for (String cookie : reply.headers().allValues("Set-Cookie")) {
                if (cookie.startsWith("gradus=")) {
                    token = cookie.substring("gradus=".length(), cookie.indexOf(';'));
                }
            }
            return reply;
        }
    }
}
