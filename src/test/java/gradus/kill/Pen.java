package gradus.kill;

import gradus.TestPage;
import gradus.TestVisitor;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A student who types into the first field of an attempt, and whose page sends a text again until it is told that it is saved. */
final class Pen {
    private static final Pattern PART = Pattern.compile("name=\"response\\.([^\"]+)\"");

    private final TestVisitor student;
    private final String client;
    private final String attempt;
    private final String part;
    private final AtomicInteger again = new AtomicInteger();

    private Pen(TestVisitor student, String client, String attempt, String part) {
        this.student = student;
        this.client = client;
        this.attempt = attempt;
        this.part = part;
    }

    /** @param client what the page calls itself in what it sends */
    static Pen of(TestVisitor student, String client) {
        TestPage question = student.open("/courses/deep-learning/exams/deep-learning-original")
                .press("Start");
        Matcher part = PART.matcher(question.response().body());
        if (!part.find()) {
            throw new IllegalStateException("no field on " + question.path());
        }
        return new Pen(student, client, question.path().replaceFirst("/questions/1$", ""), part.group(1));
    }

    /**
     * Sends the text of this number until it is acknowledged.
     *
     * @return after how many milliseconds it was
     */
    long save(int n) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            HttpResponse<String> reply = send(n);
            if (reply.statusCode() == 200) {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            }
            if (reply.statusCode() < 500) {
                throw new IllegalStateException(reply.statusCode() + " " + reply.body());
            }
            again.incrementAndGet();
            Thread.sleep(50);
        }
    }

    /** Sends the text of this number once. */
    HttpResponse<String> send(int n) {
        return student.postJson(
                attempt + "/responses",
                "{\"responses\":[{\"position\":1,\"variant\":1,\"part\":\"" + part + "\",\"text\":\"text " + n
                        + "\",\"after\":0,\"client\":\"" + client + "\",\"n\":" + n + "}]}");
    }

    /** How often something had to be sent again. */
    int again() {
        return again.get();
    }

    /** The page on which it types, as the server has it now. */
    String page() {
        return student.open(attempt + "/questions/1").response().body();
    }
}
