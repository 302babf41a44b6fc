package gradus.bench;

import gradus.ServerProcess;
import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.bench.Bench.Row;
import gradus.browser.Browser;
import gradus.course.Role;
import gradus.kill.AttemptCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What must not grow with a course, or no faster than it: the gradebook's page and the file of all answers, of twenty times as
 * many answers; and what a browser loads for its first page of an exam.
 */
final class SizeRows {
    private static final int PARTS = 10;
    private static final int FEW = 10_000 / PARTS;
    private static final int TIMES = 20;
    private static final int ROUNDS = 9;
    private static final String EXAM = "/courses/deep-learning/exams/quiz";

    private final Path folder;
    private final String database;

    private SizeRows(Path folder) {
        this.folder = folder;
        this.database = "jdbc:h2:async:" + folder.resolve("large");
    }

    static List<Row> measure() throws IOException {
        SizeRows rows = new SizeRows(Files.createTempDirectory("gradus-size"));
        rows.writeExam();
        UUID attempt = rows.sat();
        rows.copy(attempt, FEW - 1);
        double page = rows.gradebook();
        double file = rows.export();
        rows.copy(attempt, (TIMES - 1) * FEW);
        return List.of(
                new Row("gradebook page, 10,000 → 200,000 answers", page, rows.gradebook(), "ms", "1: flat"),
                new Row(
                        "file of all answers with a heap of 64 MiB, 200,000 beside 20 × 10,000",
                        TIMES * file,
                        rows.export(),
                        "s",
                        "≤ 1: time grows linearly"),
                new Row("exam page, first view", 200_000, firstView(), "bytes", "≤ 1"));
    }

    private void writeExam() throws IOException {
        Path course = Files.createDirectories(folder.resolve("bank/deep-learning/questions"));
        String parts = IntStream.range(0, PARTS)
                .mapToObj(part -> "  - {id: x" + part + ", type: integer, points: 1, expect: a + " + part + "}\n")
                .collect(Collectors.joining());
        Files.writeString(
                course.resolve("sums.yaml"),
                "id: sums\ntitle: Sums\nparams: {a: 'randint(2, 9)'}\nprompt: 'Add to {{a}}.'\nparts:\n" + parts);
        Files.writeString(
                course.resolveSibling("quiz.yaml"),
                "id: quiz\ntitle: Quiz\npolicy: {mode: timed, minutes: 60, feedback: after-submit}\n"
                        + "questions: [{question: sums, points: 10}]\n");
    }

    private TestServer serve() {
        return TestServer.withBank(folder.resolve("bank"), database);
    }

    private UUID sat() {
        try (TestServer server = serve()) {
            TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            TestVisitor student = TestPeople.visitor(server, "student", Role.STUDENT);
            TestPage page = student.open(EXAM).press("Start");
            UUID attempt = UUID.fromString(page.path().split("/")[2]);
            for (int part = 0; part < PARTS; part++) {
                page.type("x" + part, Integer.toString(5 + part));
            }
            page.press("Review and submit").press("Submit");
            return attempt;
        }
    }

    private void copy(UUID attempt, int count) {
        try (TestServer server = serve()) {
            AttemptCopies.make(server.database(), List.of(attempt), count);
        }
    }

    /** The median of some looks at the page, in milliseconds. */
    private double gradebook() {
        try (TestServer server = serve()) {
            TestVisitor staff = server.visitor();
            staff.open("/sign-in").type("Login", "prof").type("Password", "long enough").press("Sign in");
            double[] times = new double[ROUNDS];
            for (int i = -ROUNDS; i < ROUNDS; i++) {
                long begun = System.nanoTime();
                if (staff.get(EXAM + "/attempts").statusCode() != 200) {
                    throw new IllegalStateException("no gradebook");
                }
                times[Math.max(0, i)] = (System.nanoTime() - begun) / 1e6;
            }
            Arrays.sort(times);
            return times[ROUNDS / 2];
        }
    }

    private double export() {
        Path file = folder.resolve("answers.csv");
        long begun = System.nanoTime();
        try (ServerProcess export = ServerProcess.startSmall(
                "64m",
                List.of("export", "quiz", "--rows", "responses", "--database", database, "--out", file.toString()))) {
            if (export.exitCode() != 0) {
                throw new IllegalStateException(export.errors());
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double firstView() {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), "ko")) {
            browser.go("/courses/deep-learning/exams/deep-learning-original").follow("form.start button");
            return browser.weight();
        }
    }
}
