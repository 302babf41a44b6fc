package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts that are void, students who are excused or absent, and staff who sit and score: what of it enters the results. */
class StandingDoorTest {
    private static final String COURSE = "/courses/deep-learning";
    private static final String EXAM = COURSE + "/exams/timed";

    @TempDir
    private Path folder;

    private TestServer start(String database) {
        @Nullable String url = database.equals("H2") ? null : TestPostgres.emptyDatabase();
        return TestServer.withBank(
                new TestBank(folder.resolve("bank"))
                        .exam("timed", "mode: timed, minutes: 60, feedback: after-submit")
                        .folder(),
                url);
    }

    /** Sits the exam; the path of the attempt. */
    private static String sat(TestVisitor student) {
        TestPage question = student.open(EXAM).press("Start");
        question.type("total", "5")
                .type("why", "because")
                .press("Review and submit")
                .press("Submit");
        return question.path().replaceFirst("/questions/1$", "");
    }

    /** The last row of who has this login, in an export. */
    private static NamedCsvRecord row(TestVisitor staff, String rows, String login) {
        String csv = staff.get(EXAM + "/results.csv?for=programs&rows=" + rows).body();
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .filter(row -> row.getField("login").equals(login))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void aVoidAttemptStaysInTheListAndCountsNowhereUntilItIsTakenBack(String database) {
        try (TestServer server = start(database)) {
            TestVisitor staff = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            TestVisitor student = TestPeople.visitor(server, "20240001", Role.STUDENT);
            String attempt = sat(student);
            String history = COURSE + attempt + "/history";
            staff.get(history);
            Map<String, String> silent = Map.of("standing", "void", "reason", " ");
            assertEquals(422, staff.post(COURSE + attempt + "/standing", silent).statusCode(), "a reason is asked for");
            TestPage declared = staff.open(history).type("Reason", "two phones").press("Declare this attempt void");
            assertTrue(declared.text().contains("Void: it does not count. (prof) two phones"), declared.text());
            assertTrue(staff.open(EXAM + "/attempts").text().contains("Void: it does not count."));
            NamedCsvRecord row = row(staff, "students", "20240001");
            assertEquals("void", row.getField("standing"));
            assertEquals("", row.getField("score"));
            assertEquals("", row.getField("question_7-b"));
            assertEquals("void", row(staff, "attempts", "20240001").getField("standing"));
            assertEquals("void", row(staff, "responses", "20240001").getField("standing"));
            assertTrue(staff.open(EXAM + "/statistics").text().contains("No attempt"), "no statistics count it");
            String seen = student.open(attempt).text();
            assertTrue(seen.contains("Void: it does not count. two phones"), seen);
            assertTrue(student.open("/").text().contains("Void: it does not count."));

            staff.open(history).press("Undo this: it counts");
            NamedCsvRecord again = row(staff, "students", "20240001");
            assertEquals("counts", again.getField("standing"));
            assertFalse(again.getField("score").isEmpty());
            assertTrue(staff.open(history).text().contains("two phones"), "the history keeps what was said");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whoIsExcusedOrAbsentHasNoScoreAndStandsSoInTheExports(String database) {
        try (TestServer server = start(database)) {
            TestVisitor staff = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            TestVisitor ill = TestPeople.visitor(server, "ill", Role.STUDENT);
            TestVisitor gone = TestPeople.visitor(server, "gone", Role.STUDENT);
            String attempt = sat(ill);
            TestPage page = staff.open(EXAM + "/standings");
            assertTrue(page.text().contains("One student on the roster has not sat it."), page.text());
            assertEquals(
                    422,
                    page.tick("gone")
                            .press("Mark the students ticked as absent")
                            .status());
            page.tick("gone").type("Reason", "did not come").press("Mark the students ticked as absent");
            TestPage both = staff.open(EXAM + "/standings")
                    .tick("ill")
                    .type("Reason", "fainted")
                    .press("Excuse the students ticked");
            assertTrue(both.text().contains("ill: Excused: does not count. (prof) fainted"), both.text());
            assertEquals("absent", row(staff, "students", "gone").getField("standing"));
            assertEquals("excused", row(staff, "students", "ill").getField("standing"));
            assertEquals("", row(staff, "students", "ill").getField("score"));
            assertEquals("excused", row(staff, "attempts", "ill").getField("standing"));
            assertTrue(ill.open(attempt).text().contains("fainted"));
            gone.get(EXAM);
            assertEquals(409, gone.post(EXAM + "/attempts", Map.of()).statusCode());
            staff.open(EXAM + "/standings").tick("gone").press("Undo this: it counts");
            assertTrue(gone.open(EXAM).press("Start").path().endsWith("/questions/1"));
            ill.get("/");
            assertEquals(
                    404,
                    ill.post(EXAM + "/standings", Map.of("standing", "counts")).statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void staffSitAnExamOnlyAsATryOutAndScoreNobodyTheyThemselvesAre(String database) {
        try (TestServer server = start(database)) {
            TestVisitor staff = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            TestVisitor helper = TestPeople.visitor(server, "helper", Role.STUDENT);
            String own = sat(helper);
            String row = staff.open(COURSE + "/people")
                    .response()
                    .body()
                    .replaceFirst("(?s).*(/courses/deep-learning/people/[0-9a-f-]+)\">helper<.*", "$1");
            staff.post(row + "/role", Map.of("role", "grader"));
            assertEquals(409, helper.get(COURSE + own).statusCode(), "one's own work is graded by somebody else");
            Map<String, String> full =
                    Map.of("position", "1", "variant", "1", "part", "why", "points", "2", "criterion", "said");
            assertEquals(409, helper.post(COURSE + own + "/scores", full).statusCode());
            assertFalse(helper.get(EXAM + "/waiting").uri().getPath().contains(own), "nor is it handed to them");
            assertTrue(staff.get(EXAM + "/waiting").uri().getPath().contains(own));
            assertTrue(helper.open(EXAM).text().contains("this is a try-out that enters no results"));
            String tryOut = sat(helper);
            assertFalse(staff.get(EXAM + "/attempts").body().contains(tryOut), "a try-out is in no list");
            assertTrue(staff.get(EXAM + "/attempts").body().contains(own));
            assertFalse(staff.get(EXAM + "/results.csv?rows=attempts")
                    .body()
                    .contains(tryOut.substring("/attempts/".length())));
            assertTrue(staff.open(COURSE + tryOut + "/history").text().contains("A try-out of staff"));
            assertEquals(
                    409,
                    staff.post(COURSE + tryOut + "/standing", Map.of("standing", "counts", "reason", "a friend"))
                            .statusCode(),
                    "nobody makes it count");
        }
    }
}
