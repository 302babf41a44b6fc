package gradus.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores that an instructor changes afterwards, through the pages: one part with a reason, or a question for everybody. */
class RegradeDoorTest {
    private static final String COURSE = "/courses/deep-learning";
    private static final String EXAM = COURSE + "/exams/quiz";
    private static final String QUESTION = """
            id: sum
            title: Sum
            params: {a: 2, b: 3}
            prompt: 'Add {{a}} and {{b}}.'
            parts:
              - {id: total, type: integer, points: 3, label: The total, expect: KEY}
              - {id: why, type: text, points: 1, rubric: [{id: said, points: 1, say: Said.}]}
            """;

    /** What the tests look up in the database. */
    public interface Rows {
        @SqlQuery("SELECT COUNT(*) FROM grading WHERE kind = 'REGRADE'")
        long regradings();

        @SqlQuery("SELECT COUNT(DISTINCT attempt) FROM grading WHERE kind = 'REGRADE'")
        long regraded();

        /** Copies an attempt with all that was asked, typed and scored in it. */
        @SqlUpdate("""
                INSERT INTO attempt (course, id, exam, exam_revision, person, number, started, submitted, ended_by, standing)
                SELECT course, :copy, exam, exam_revision, person, :number, started, submitted, ended_by, standing
                FROM attempt WHERE id = :attempt
                """)
        void copyAttempt(UUID attempt, UUID copy, int number);

        @SqlUpdate("""
                INSERT INTO attempt_question
                    (course, attempt, position, variant, question, revision, label, points, seed, params, drawn)
                SELECT course, CAST(:copy AS UUID), position, variant, question, revision, label, points, seed, params, drawn
                FROM attempt_question WHERE attempt = :attempt
                """)
        void copyQuestions(UUID attempt, UUID copy);

        @SqlUpdate("""
                INSERT INTO response (course, attempt, seq, position, variant, part, content, arrived)
                SELECT course, CAST(:copy AS UUID), seq, position, variant, part, content, arrived
                FROM response WHERE attempt = :attempt
                """)
        void copyResponses(UUID attempt, UUID copy);

        @SqlUpdate("""
                INSERT INTO grading (course, attempt, number, kind, done, score, graded, points)
                SELECT course, CAST(:copy AS UUID), number, kind, done, score, graded, points
                FROM grading WHERE attempt = :attempt
                """)
        void copyGradings(UUID attempt, UUID copy);

        @SqlUpdate("""
                INSERT INTO part_score (course, attempt, number, position, variant, part, revision, verdict, score, points)
                SELECT course, CAST(:copy AS UUID), number, position, variant, part, revision, verdict, score, points
                FROM part_score WHERE attempt = :attempt
                """)
        void copyScores(UUID attempt, UUID copy);
    }

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    private TestServer server;
    private TestVisitor prof;

    @BeforeEach
    void begin() throws IOException {
        key("a + b + 1");
        Files.writeString(
                folder.resolve("deep-learning/quiz.yaml"),
                "id: quiz\ntitle: Quiz\npolicy: {mode: timed, minutes: 60, feedback: after-submit}\n"
                        + "questions: [{question: sum, points: 8, label: 7-b}]\n");
        server = TestServer.withBank(folder);
        prof = visitor("prof", Role.INSTRUCTOR);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void key(String expect) throws IOException {
        Path questions = Files.createDirectories(folder.resolve("deep-learning/questions"));
        Files.writeString(questions.resolve("sum.yaml"), QUESTION.replace("KEY", expect));
    }

    private TestVisitor visitor(String login, Role role) {
        return TestPeople.visitor(server, login, role);
    }

    /** Sits the exam with this answer; the path of the attempt. */
    private static String sat(TestVisitor student, String total) {
        TestPage question = student.open(EXAM).press("Start");
        question.type("The total", total)
                .type("why", "because")
                .press("Review and submit")
                .press("Submit");
        return question.path().replaceFirst("/questions/1$", "");
    }

    private TestPage regrades() {
        return prof.open(EXAM + "/regrades");
    }

    /** The page of a regrade once the server has done what it does by itself. */
    private TestPage worked(TestPage page) throws InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        TestPage now = page;
        while (now.text().contains("being worked out") || now.text().contains("being applied")) {
            assertTrue(System.nanoTime() < until, now.text());
            Thread.sleep(200);
            now = prof.open(page.path());
        }
        return now;
    }

    private static String score(TestVisitor student, String attempt) {
        return student.open(attempt).text().replaceFirst("(?s).*?([0-9.]+) (?:of|/) ([0-9.]+) points.*", "$1/$2");
    }

    @Test
    void aMendedKeyIsShownBeforeItIsAppliedAndKeepsTheOldScores() throws Exception {
        TestVisitor right = visitor("right", Role.STUDENT);
        TestVisitor wrong = visitor("wrong", Role.STUDENT);
        String gains = sat(right, "5");
        String loses = sat(wrong, "6");
        assertTrue(
                prof.open(COURSE + gains).text().contains("0 / 8"),
                prof.open(COURSE + gains).text());
        key("a + b");
        prof.post(COURSE + "/questions/reload", Map.of());
        TestPage asked = regrades();
        assertTrue(asked.text().contains("2 attempts were graded with another version"), asked.text());
        assertEquals(422, asked.press("Grade again by the current file").status(), "a reason is asked for");
        TestPage shown =
                worked(asked.type("Reason", "the key was one too many").press("Grade again by the current file"));
        assertTrue(shown.text().contains("One attempt gains points. One attempt loses points."), shown.text());
        assertTrue(
                shown.texts("tbody tr").contains("right 0 / 8 6 / 8 +6"),
                shown.texts("tbody tr").toString());
        assertTrue(
                shown.texts("tbody tr").contains("wrong 6 / 8 0 / 8 −6"),
                shown.texts("tbody tr").toString());
        assertTrue(prof.open(COURSE + gains).text().contains("0 / 8"), "nothing is written before it is applied");

        TestPage applied = worked(shown.press("Apply to 2 attempts"));
        assertTrue(applied.text().contains("It is applied to 2 attempts."), applied.text());
        String after = prof.open(COURSE + gains).text();
        assertTrue(after.contains("6 / 8"), after);
        assertTrue(prof.open(COURSE + loses).text().contains("0 / 8"));
        String history = prof.open(COURSE + gains + "/overrides").text();
        assertTrue(history.contains("regraded 6 / 8 (prof) the key was one too many"), history);
        assertTrue(history.contains("by the grader, at the end 0 / 8"), "the old score is kept: " + history);
        assertFalse(
                regrades().text().contains("graded with another version"), "all are graded by the current file now");
    }

    @Test
    void fullMarksAndADroppedPartCountForEverybodyAndAPersonsScoreOutlivesARegrade() throws Exception {
        TestVisitor student = visitor("student", Role.STUDENT);
        String attempt = sat(student, "5");
        TestPage page = prof.open(COURSE + attempt + "/overrides");
        page.within("#part-1-why").type("Points (0 to 2)", "1.5").press("Save the score");
        assertFalse(prof.open(COURSE + attempt).text().contains("1.5 / 2"), "no score is changed without a reason");
        TestPage changed = page.within("#part-1-why")
                .type("Points (0 to 2)", "1.5")
                .type("Reason", "half said")
                .press("Save the score");
        assertTrue(changed.text().contains("1.5 / 2"), changed.text());
        assertTrue(student.open(attempt).text().contains("half said"), "the student reads the reason");
        assertEquals(
                422,
                page.within("#part-1-why")
                        .type("Points (0 to 2)", "2.5")
                        .press("Save the score")
                        .status(),
                "no more than the part is worth");

        key("a + b");
        prof.post(COURSE + "/questions/reload", Map.of());
        worked(worked(regrades().type("Reason", "mended").press("Grade again by the current file"))
                .press("Apply to one attempt"));
        assertTrue(
                prof.open(COURSE + attempt).text().contains("7.5 / 8"),
                prof.open(COURSE + attempt).text());

        TestPage form = regrades().type("Reason", "unclear");
        worked(worked(form.press("Full marks to all")).press("Apply to one attempt"));
        assertTrue(prof.open(COURSE + attempt).text().contains("8 / 8"));
        worked(worked(regrades().type("Reason", "taken out").press("Drop it")).press("Apply to one attempt"));
        String dropped = prof.open(COURSE + attempt + "/overrides").text();
        TestPage list = regrades();
        TestPage back = worked(list.follow("7-b: dropped").press("Undo it"));
        assertTrue(back.text().contains("0 / 0"), back.text());
        worked(back.press("Apply to one attempt"));
        assertTrue(prof.open(COURSE + attempt).text().contains("8 / 8"), "what was there before the part was dropped");
        assertTrue(dropped.contains("regraded 0 / 0 (prof) taken out"), dropped);
        assertFalse(student.open(attempt).text().contains("taken out"));
    }

    @Test
    void oneMoreRightAnswerIsTakenFromAllAndABrokenOneFromNobody() throws Exception {
        TestVisitor student = visitor("student", Role.STUDENT);
        String attempt = sat(student, "23");
        Map<String, String> broken =
                Map.of("question", "sum", "kind", "accept", "part", "total", "answer", "10*a + (", "reason", "read so");
        TestPage form = regrades();
        assertEquals(
                List.of("The whole question", "The total", "why"),
                form.texts("fieldset label"),
                "parts by their labels, and by their ids where they have none");
        assertEquals(422, prof.post(EXAM + "/regrades", broken).statusCode());
        TestPage refused = form.type("Also right", "10*a + b").tick("The total").press("Accept this answer, too");
        assertEquals(List.of("Please give a reason."), refused.texts(".problem"), "and no more than that");
        TestPage shown = worked(refused.type("Reason", "read so").press("Accept this answer, too"));
        assertTrue(shown.texts("tbody tr").contains("student 0 / 8 6 / 8 +6"), shown.text());
        assertTrue(shown.text().contains("Part: The total"), shown.text());
        worked(shown.press("Apply to one attempt"));
        assertTrue(prof.open(COURSE + attempt).text().contains("6 / 8"));
        assertEquals(
                404, student.get(EXAM + "/regrades").statusCode(), "no student reads what was accepted beside the key");
    }

    @Test
    void aRegradeGoesOnWhereAServerEndedAndGradesEachAttemptOnce() throws Exception {
        String kept = "jdbc:h2:async:" + data.resolve("kept");
        server.close();
        server = TestServer.withBank(folder, kept);
        prof = visitor("prof", Role.INSTRUCTOR);
        TestVisitor student = visitor("student", Role.STUDENT);
        UUID attempt = UUID.fromString(sat(student, "5").substring("/attempts/".length()));
        Rows rows = server.database().save(Rows.class);
        int copies = 150;
        copy(server.database(), attempt, copies);
        key("a + b");
        prof.post(COURSE + "/questions/reload", Map.of());
        TestPage ready = worked(regrades().type("Reason", "mended").press("Grade again by the current file"));
        assertTrue(ready.text().contains(copies + " attempts gain points"), ready.text());
        TestPage applying = ready.press("Apply to " + copies + " attempts");
        long until = System.nanoTime() + 120_000_000_000L;
        while (rows.regraded() == 0) {
            assertTrue(System.nanoTime() < until);
            Thread.sleep(5);
        }
        String path = applying.path();
        server.close();
        server = TestServer.withBank(folder, kept);
        prof = server.visitor();
        prof.open("/sign-in")
                .type("Login", "prof")
                .type("Password", "long enough")
                .press("Sign in");
        TestPage applied = worked(prof.open(path));
        assertTrue(applied.text().contains("It is applied to " + copies + " attempts."), applied.text());
        Rows after = server.database().store(Rows.class);
        assertEquals(copies, after.regraded());
        assertEquals(copies, after.regradings(), "each is graded once");
    }

    /** Makes so many of an attempt. */
    private static void copy(Database database, UUID attempt, int copies) {
        database.save(Rows.class, inside -> {
            for (int number = 2; number <= copies; number++) {
                UUID copy = UUID.randomUUID();
                inside.copyAttempt(attempt, copy, number);
                inside.copyQuestions(attempt, copy);
                inside.copyResponses(attempt, copy);
                inside.copyGradings(attempt, copy);
                inside.copyScores(attempt, copy);
            }
            return copies;
        });
    }
}
