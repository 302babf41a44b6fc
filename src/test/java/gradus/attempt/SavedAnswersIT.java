package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.TestVisitor;
import gradus.database.Database;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server has called saved is on the page and in the history after {@code kill -9} and a new start. */
class SavedAnswersIT {
    private static final int STUDENTS = 8;
    private static final int ENOUGH = 400;
    private static final Pattern ANSWER = Pattern.compile("answer ([0-9]+) of");

    @TempDir
    private Path folder;

    /** A student who answers the second question again and again until the server is gone. */
    private static final class Student {
        private final TestVisitor visitor;
        private final String attempt;
        private volatile int saved;
        private volatile int typed;

        Student(TestVisitor visitor) {
            this.visitor = visitor;
            visitor.get("/");
            HttpResponse<String> begun =
                    visitor.post("/courses/deep-learning/exams/deep-learning-practice/attempts", Map.of("name", "김하나"));
            Matcher path = Pattern.compile("/attempts/([0-9a-f-]{36})")
                    .matcher(begun.uri().getPath());
            assertTrue(path.find(), begun.statusCode() + " " + begun.uri());
            attempt = path.group(1);
        }

        @Nullable
        Void answerUntilTheServerIsGone() {
            try {
                while (true) {
                    typed++;
                    String text = "answer " + typed + " of " + attempt;
                    HttpResponse<String> reply = visitor.postJson(
                            "/attempts/" + attempt + "/responses",
                            "{\"responses\":[{\"position\":2,\"variant\":1,\"part\":\"logistic\",\"text\":\"" + text
                                    + "\"}]}");
                    assertEquals(200, reply.statusCode(), reply.body());
                    saved = typed;
                }
            } catch (UncheckedIOException gone) {
                return null;
            }
        }

        int shown() {
            String page = visitor.get("/attempts/" + attempt + "/questions/2").body();
            Matcher answer = ANSWER.matcher(page);
            assertTrue(answer.find(), page);
            return Integer.parseInt(answer.group(1));
        }
    }

    @Test
    void killingTheServerLosesNoAnswerThatItCalledSaved() throws Exception {
        ServerProcess server = ServerProcess.start("--port", "0", "--data", folder.toString());
        String port = Integer.toString(URI.create(server.address()).getPort());
        List<Student> students = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            students.add(new Student(server.visitor()));
        }
        for (int round = 0; round < 3; round++) {
            answerAndKill(server, students);
            server = ServerProcess.start("--port", port, "--data", folder.toString());
            server.address();
            for (Student student : students) {
                assertTrue(student.shown() >= student.saved, student.shown() + " < " + student.saved);
            }
        }
        server.close();
        try (Database database = Database.inFolder(folder)) {
            ResponseStore responses = database.store(ResponseStore.class);
            for (Student student : students) {
                long kept = responses
                        .all("deep-learning", UUID.fromString(student.attempt))
                        .size();
                assertTrue(kept >= student.saved - 3L, "of " + student.saved + " answers " + kept + " are there");
            }
        }
    }

    private static void answerAndKill(ServerProcess server, List<Student> students) throws Exception {
        int before = saved(students);
        ExecutorService threads = Executors.newFixedThreadPool(STUDENTS);
        try {
            List<Future<Void>> answering = new ArrayList<>();
            for (Student student : students) {
                answering.add(threads.submit(student::answerUntilTheServerIsGone));
            }
            while (saved(students) < before + ENOUGH && answering.stream().noneMatch(Future::isDone)) {
                Thread.sleep(5);
            }
            server.kill();
            for (Future<Void> student : answering) {
                student.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(saved(students) >= before + ENOUGH, "the server was killed while answers came in");
    }

    private static int saved(List<Student> students) {
        return students.stream().mapToInt(student -> student.saved).sum();
    }
}
