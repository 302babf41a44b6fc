package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.TestPage;
import gradus.TestVisitor;
import gradus.author.Beginnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty data folder to an answered exam by files and the command line alone. */
class FilesAloneTest {
    private static final String EXAM = "/courses/vision/exams/quiz";

    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String tooManyParts() {
        return "id: parts\ntitle: T\nprompt: P\nparts:\n"
                + "  - {id: a, type: integer, points: 1, expect: 1}\n".repeat(10_000);
    }

    private static String bomb() {
        return "id: bomb\ntitle: T\nprompt: P\na: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                + "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
                + "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nparts: [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n";
    }

    @Test
    void aCourseIsCheckedServedWatchedAndAnswered() throws IOException {
        String data = folder.resolve("data").toString();
        write("vision/questions/conv-corr-valid.yaml", Beginnings.example("matrix-answer", "conv-corr-valid"));
        write(
                "vision/quiz.yaml",
                "id: quiz\ntitle: Quiz\npolicy: {mode: practice}\nquestions: [{question: conv-corr-valid, points: 5}]\n");
        assertEquals(
                0,
                CommandRun.of("check", folder.resolve("vision").toString(), "--variants", "20")
                        .code());
        write("vision/questions/parts.yaml", tooManyParts());
        write("vision/questions/bomb.yaml", bomb());
        write("vision/questions/huge.yaml", "#".repeat(10 << 20));
        write("vision/questions/old.yml", "id: old\n");
        write("vision/notes.txt", "to do");
        write("vision/drafts/one.yaml", "id: one\n");
        write("empty/notes.txt", "nothing here");
        CommandRun check = CommandRun.of("check", folder.resolve("vision").toString(), "--variants", "20");
        assertEquals(1, check.code());
        for (String broken : List.of("parts.yaml:5:3: ", "bomb.yaml:1:1: ", "huge.yaml:1:1: ")) {
            assertTrue(check.out().contains(broken), check.out());
        }
        assertEquals(
                0,
                CommandRun.of("course", "add", "vision", "--title", "en=Vision", "--data", data)
                        .code());
        try (ServerProcess server = ServerProcess.startBeside(
                folder.resolve("empty"),
                "serve",
                "--port",
                "0",
                "--data",
                data,
                "--bank",
                folder.resolve("vision").toString(),
                "--bank",
                folder.resolve("empty").toString())) {
            TestVisitor student = server.visitor();
            TestPage sitting = student.open(EXAM).press("Start");
            String said = server.errors();
            for (String ignored : List.of(
                    "vision/questions/old.yml is not read: rename it",
                    "vision/notes.txt is not read: ",
                    "vision/drafts is not read: ",
                    "empty holds no course: name the folder of a course")) {
                assertEquals(
                        1, said.lines().filter(line -> line.contains(ignored)).count(), ignored + " in " + said);
            }
            TestPage checked = sitting.type("The largest value", "1").press("Check");
            assertTrue(checked.texts("#part-peak .mark").size() == 1, checked.text());
            edited(server);
        }
    }

    /** A file that is edited outside while the server runs is asked as it is now; one that breaks stays as it was. */
    private void edited(ServerProcess server) throws IOException {
        Path file = folder.resolve("vision/questions/conv-corr-valid.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("en: Correlation and convolution", "en: Watched"));
        await(server, "Watched");
        Files.writeString(file, text.replace("parts:", "prats:"));
        Files.writeString(
                folder.resolve("vision/quiz.yaml"),
                "id: quiz\ntitle: Later\npolicy: {mode: practice}\nquestions: [{question: conv-corr-valid, points: 5}]\n");
        await(server, "Later");
        assertTrue(asked(server).contains("Watched"), asked(server));
    }

    private static String asked(ServerProcess server) {
        return server.visitor().open(EXAM).press("Start").text();
    }

    private static void await(ServerProcess server, String words) {
        assertTrue(
                Stream.generate(() -> asked(server)).limit(2_000).anyMatch(page -> page.contains(words)),
                "never " + words);
    }
}
