package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.Database;
import gradus.database.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An exam that more have sat than any class is large: a regrade of 100,000 answers that is killed half-way, and lists, statistics
 * and files of 1,000,000 answers.
 */
@Tag("faults")
class LargeExamIT {
    private static final String COURSE = "/courses/deep-learning";
    private static final String EXAM = COURSE + "/exams/quiz";
    private static final List<String> PARTS = List.of("v", "w", "x", "y", "z");
    /** Answers of one question in an attempt, of which it has two. */
    private static final int ANSWERS = PARTS.size();

    /** {@code -Dgradus.answers=100000} for less of everything. */
    private static final int ALL = Integer.getInteger("gradus.answers", 1_000_000);

    private static final int REGRADED = ALL / 10 / ANSWERS;
    private static final int SAT = ALL / (2 * ANSWERS);
    private static final double INTERACTIVE = 2;
    private static final Pattern APPLIED = Pattern.compile("It is applied to ([\\d,]+) attempts");
    private static final long PATIENCE = 1_800_000_000_000L;

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    private String database = "";

    /** What the tests look up in the database. */
    public interface Rows {
        @SqlQuery("SELECT COUNT(*) FROM grading WHERE kind = 'REGRADE'")
        long regradings();

        @SqlQuery("SELECT COUNT(DISTINCT attempt) FROM grading WHERE kind = 'REGRADE'")
        long regraded();

        @SqlQuery("SELECT COUNT(*) FROM part_score WHERE number = 1")
        long oldScores();

        @SqlQuery("SELECT COUNT(*) FROM response")
        long answers();

        @SqlQuery(
                "SELECT a.id FROM attempt a JOIN person p ON p.id = a.person WHERE p.login LIKE 's_' ORDER BY p.login")
        List<UUID> some();
    }

    @BeforeEach
    void files() throws IOException {
        key("a + b + 1");
        Files.writeString(question("more"), QUESTION.replace("ID", "more").replace("KEY", "a + b"));
        Files.writeString(
                folder.resolve("deep-learning/quiz.yaml"),
                "id: quiz\ntitle: {en: Quiz, ko: 큰 시험}\npolicy: {mode: timed, minutes: 60, feedback: after-submit}\n"
                        + "questions: [{question: sum, points: 10, label: 1-a}, {question: more, points: 5, label: 1-b}]\n");
    }

    private static final String QUESTION = """
            id: ID
            title: Sum
            params: {a: 'randint(2, 9)', b: 3}
            prompt: 'Add {{a}} and {{b}}.'
            parts:
            """
            + String.join(
                    "",
                    PARTS.stream()
                            .map(id -> "  - {id: " + id + ", type: integer, points: 1, expect: KEY}\n")
                            .toList());

    private Path question(String id) throws IOException {
        return Files.createDirectories(folder.resolve("deep-learning/questions"))
                .resolve(id + ".yaml");
    }

    private void key(String expect) throws IOException {
        Files.writeString(question("sum"), QUESTION.replace("ID", "sum").replace("KEY", expect));
    }

    /** Four students sit the exam, each in their own way, and so many others just as they did. */
    private void sat(String kind, int count) {
        database = kind.equals("H2") ? "jdbc:h2:async:" + data.resolve("large") : TestPostgres.emptyDatabase();
        try (TestServer server = TestServer.withBank(folder, database)) {
            welcome(server.visitor(), TestPeople.invited(server.database(), "prof", "prof", Role.INSTRUCTOR));
            List<UUID> attempts = new ArrayList<>();
            for (int way = 0; way < 4; way++) {
                TestVisitor student = server.visitor();
                welcome(student, TestPeople.invited(server.database(), "s" + way, "s" + way, Role.STUDENT));
                TestPage page = student.open(EXAM).press("Start");
                attempts.add(UUID.fromString(page.path().split("/")[2]));
                for (int question = 0; question < 2; question++) {
                    for (int part = 0; part < ANSWERS; part++) {
                        page.type(PARTS.get(part), Integer.toString(5 + (way + part + question) % 4 * way));
                    }
                    page = page.press(question == 0 ? "Next" : "Review and submit");
                }
                page.press("Submit");
            }
            long start = System.nanoTime();
            AttemptCopies.make(server.database(), attempts, count);
            say("%s: %,d attempts made in %d s", kind, count, seconds(start));
        }
    }

    private static void welcome(TestVisitor visitor, String path) {
        visitor.open(path).type("Password", "long enough").press("Begin");
    }

    private static void signIn(TestVisitor prof) {
        prof.open("/sign-in")
                .type("Login", "prof")
                .type("Password", "long enough")
                .press("Sign in");
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private static void say(String format, Object... figures) {
        System.out.println("large exam, " + String.format(format, figures));
    }

    private ServerProcess serve() {
        return ServerProcess.startBeside(
                folder,
                "serve",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--database",
                database,
                "--bank",
                folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aRegradeThatIsKilledHalfWayGradesEachOnce(String kind) throws Exception {
        sat(kind, REGRADED);
        key("a + b");
        String path;
        long start = System.nanoTime();
        try (ServerProcess server = serve()) {
            TestVisitor prof = server.visitor();
            signIn(prof);
            prof.open(EXAM + "/regrades");
            TestPage ready = worked(
                    prof,
                    prof.open(EXAM + "/regrades").type("Reason", "mended").press("Grade again by the current file"));
            say("%s: worked out in %d s", kind, seconds(start));
            path = ready.path();
            start = System.nanoTime();
            ready.press("Apply to " + (REGRADED + 4) + " attempts");
            while (applied(prof.open(path)) < REGRADED / 2) {
                assertTrue(System.nanoTime() - start < PATIENCE);
                Thread.sleep(500);
            }
            server.kill();
        }
        try (ServerProcess server = serve()) {
            TestVisitor prof = server.visitor();
            signIn(prof);
            TestPage done = worked(prof, prof.open(path));
            say("%s: applied in %d s, a kill and a start included", kind, seconds(start));
            assertTrue(done.text().contains("It is applied to"), done.text());
        }
        try (Database after = Database.at(database)) {
            Rows rows = after.store(Rows.class);
            assertEquals(REGRADED + 4, rows.regraded());
            assertEquals(REGRADED + 4, rows.regradings(), "each is graded once");
            assertEquals((REGRADED + 4) * 2L * ANSWERS, rows.oldScores(), "old scores are kept");
        }
    }

    /** To how many attempts a regrade is applied by now. */
    private static long applied(TestPage page) {
        Matcher said = APPLIED.matcher(page.text());
        return said.find() ? Long.parseLong(said.group(1).replace(",", "")) : 0;
    }

    /** The page of a regrade once the server has done what it does by itself. */
    private static TestPage worked(TestVisitor prof, TestPage page) throws InterruptedException {
        long start = System.nanoTime();
        TestPage now = page;
        while (now.text().contains("being worked out") || now.text().contains("being applied")) {
            assertTrue(System.nanoTime() - start < PATIENCE, now.text());
            Thread.sleep(500);
            now = prof.open(page.path());
        }
        return now;
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aMillionAnswersAreListedCountedAndWrittenOut(String kind) throws Exception {
        sat(kind, SAT / 10);
        double few = exported();
        double fewCounted = counted();
        try (Database filled = Database.at(database)) {
            AttemptCopies.make(filled, filled.store(Rows.class).some(), SAT - SAT / 10);
        }
        double many = exported();
        say("%s: %,d answers written in %.1f s, %,d in %.1f s", kind, ALL / 10, few, ALL, many);
        assertTrue(many < 15 * few, "time grows with the answers and not faster: " + few + " s, " + many + " s");
        double manyCounted = counted();
        say("%s: statistics of %,d answers in %.2f s, of %,d in %.2f s", kind, ALL / 10, fewCounted, ALL, manyCounted);
        assertTrue(manyCounted < INTERACTIVE, "statistics took " + manyCounted + " s");
    }

    /** How many seconds all answers take as a file, by a program that may use 64 MiB for all its objects. */
    private double exported() throws IOException {
        Path file = folder.resolve("answers.csv");
        long start = System.nanoTime();
        try (ServerProcess export = ServerProcess.startSmall(
                "64m",
                List.of("export", "quiz", "--rows", "responses", "--database", database, "--out", file.toString()))) {
            assertEquals(0, export.exitCode(), export.errors());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        try (Stream<String> lines = Files.lines(file);
                Database there = Database.at(database)) {
            assertEquals(there.store(Rows.class).answers() + 1, lines.count());
        }
        return seconds;
    }

    /** How many seconds the page of the statistics takes once they are counted. */
    private double counted() throws InterruptedException {
        try (TestServer server = TestServer.withBank(folder, database)) {
            TestVisitor prof = server.visitor();
            signIn(prof);
            long start = System.nanoTime();
            while (prof.get(EXAM + "/statistics")
                    .headers()
                    .firstValue("Refresh")
                    .isPresent()) {
                assertTrue(System.nanoTime() - start < PATIENCE);
                Thread.sleep(500);
            }
            say("counted the first time in %.1f s", (System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            assertEquals(200, prof.get(EXAM + "/statistics").statusCode());
            double statistics = (System.nanoTime() - start) / 1e9;
            for (String page :
                    List.of(EXAM + "/attempts", COURSE + "/gradebook", EXAM + "/gradebook", COURSE + "/queue")) {
                start = System.nanoTime();
                assertEquals(200, prof.get(page).statusCode(), page);
                say("%s in %.2f s", page, (System.nanoTime() - start) / 1e9);
            }
            return statistics;
        }
    }
}
