package gradus.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a course under git: one author works on a clone and pushes, the server's folder pulls while it is watched. */
class GitFolderTest {
    private static final String COURSE = "/courses/deep-learning";
    private static final String QUESTION = """
            # agreed with the other section
            id: squares
            title: {ko: 제곱, en: Squares}
            params: {a: 'randint(2, 9)'}
            prompt: {ko: '{{a}}의 제곱은?', en: 'What is the square of {{a}}?'}
            parts:
              - {id: square, type: integer, points: 1, label: Square, expect: a * a}
            """;
    private static final String EXAM = """
            id: git-quiz
            title: {ko: 깃, en: From git}
            policy: {mode: practice}
            questions:
              - {question: squares, points: 1, with: {a: 7}}  # the number of the lecture
            """;

    @TempDir
    private Path folder;

    private Path author;
    private Path served;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(isInstalled(), "git is not installed on this machine, so a folder under git was not tried");
        author = folder.resolve("author");
        served = folder.resolve("deep-learning");
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String git(Path where, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", folder.resolve("none").toString(),
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "Kim",
                        "GIT_AUTHOR_EMAIL", "kim@example.org",
                        "GIT_COMMITTER_NAME", "Kim",
                        "GIT_COMMITTER_EMAIL", "kim@example.org"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + said);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return said;
    }

    private void commit(Map<String, String> files, String why) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = author.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        git(author, "add", "-A");
        git(author, "commit", "-q", "-m", why);
        git(author, "push", "-q", "origin", "HEAD:main");
        if (Files.isDirectory(served)) {
            git(served, "pull", "-q", "--ff-only");
        }
    }

    private static TestPage await(TestVisitor visitor, String path, Predicate<TestPage> wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        TestPage page = visitor.open(path);
        while (!wanted.test(page) && System.nanoTime() < until) {
            page = visitor.open(path);
        }
        assertTrue(wanted.test(page), page.text());
        return page;
    }

    @Test
    void whatIsPulledIsAskedAndWhatIsPublishedIsThereToCommit() throws IOException {
        git(folder, "init", "-q", "--bare", "--initial-branch=main", "origin");
        git(folder, "clone", "-q", "origin", "author");
        commit(Map.of("questions/squares.yaml", QUESTION, ".gitignore", "*.bak\n"), "A question");
        git(folder, "clone", "-q", "-b", "main", "origin", "deep-learning");
        try (TestServer server = TestServer.withBank(served)) {
            TestVisitor teacher = server.visitor();
            teacher.open(TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR))
                    .type("Password", "long enough for all")
                    .press("Begin");
            Path secret = Files.writeString(folder.resolve("secret"), "secret-of-the-machine");
            Files.createSymbolicLink(author.resolve("questions/peek.yaml"), secret);
            Files.createSymbolicLink(author.resolve("questions/peek.png"), secret);
            commit(Map.of("git-quiz.yaml", EXAM), "An exam with it");
            TestVisitor student = server.visitor();
            await(student, COURSE + "/exams/git-quiz", card -> card.offers("Start"));
            TestPage answered = student.open(COURSE + "/exams/git-quiz")
                    .press("Start")
                    .type("Square", "49")
                    .press("Check");
            assertEquals("correct", answered.texts(".verdict-word").get(0));
            brokenAndMended(teacher);
            published(teacher);
        }
    }

    /** What breaks is told with its place, and what was in force stays; each pull is a revision. */
    private void brokenAndMended(TestVisitor teacher) throws IOException {
        commit(Map.of("questions/squares.yaml", QUESTION.replace("expect:", "expcet:")), "A slip");
        TestPage list =
                await(teacher, COURSE + "/questions", page -> page.text().contains("expcet"));
        assertTrue(list.text().contains("squares.yaml:7:59: there is no field \"expcet\" here"), list.text());
        assertTrue(list.text().contains("its name begins with a dot"), list.text());
        assertFalse(list.text().contains("secret-of-the-machine"), list.text());
        assertTrue(
                teacher.open(COURSE + "/exams/git-quiz").press("Start").text().contains("What is the square of 7?"));
        String mended = QUESTION.replace("What is the square of {{a}}?", "Square {{a}}.");
        commit(Map.of("questions/squares.yaml", mended), "Mended, and shorter");
        await(teacher, COURSE + "/questions/squares", page -> !page.text().contains("What is the square of"));
        assertEquals(404, teacher.get(COURSE + "/pictures/peek.png").statusCode());
        assertTrue(list.text().contains("a link that leads out of the folder"), list.text());
        TestPage history = teacher.open(COURSE + "/questions/squares/history");
        assertTrue(history.text().contains("a file"), history.text());
    }

    private void published(TestVisitor teacher) throws IOException {
        TestPage text = teacher.open(COURSE + "/questions/squares/text");
        assertTrue(text.typed("Text").startsWith("# agreed with the other section\n"), text.typed("Text"));
        text.type("Text", text.typed("Text").replace("points: 1", "points: 2")).press("Save");
        TestPage proof = await(teacher, COURSE + "/questions/squares/proof", page -> page.offers("Publish"));
        if (proof.text().contains("I have seen what is odd")) {
            proof.tick("I have seen what is odd, and publish it all the same");
        }
        TestPage published = proof.press("Publish");
        assertEquals(200, published.status(), published.text());
        assertEquals(" M questions/squares.yaml\n", git(served, "status", "--porcelain"));
        String difference = git(served, "diff", "--unified=0");
        assertTrue(difference.contains("+  - {id: square, type: integer, points: 2,"), difference);
        assertEquals(
                1, difference.lines().filter(line -> line.matches("\\+[^+].*")).count(), difference);
    }
}
