package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database: what somebody does through one, whoever asks the other meets at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final String EXAM = "/courses/deep-learning/exams/timed";
    private static final String CLOSED = "/courses/deep-learning/exams/closed";
    private static final Pattern LEFT = Pattern.compile("\"left\":(\\d+)");
    /** Two seconds are promised; this is how long a starved machine may take. */
    private static final long PATIENCE = 30_000;

    private TestServer one;
    private TestServer two;
    private TestVisitor staff;

    @BeforeAll
    void begin(@TempDir Path folder) {
        String database = TestPostgres.emptyDatabase();
        Path bank = new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60, grace: 0s, feedback: after-submit")
                .exam("closed", "mode: timed, open_to: anyone, minutes: 60, grace: 0s, feedback: after-submit")
                .folder();
        one = TestServer.withBank(bank, database);
        two = TestServer.withBank(bank, database);
        staff = visitor("staff", "김교수", Role.INSTRUCTOR);
    }

    private String begin(TestVisitor student, String exam) {
        return student.open(exam).press("Start").path().replaceFirst("/questions/1$", "");
    }

    @AfterAll
    void stop() {
        two.close();
        one.close();
    }

    private TestVisitor visitor(String login, String name, Role role) {
        return TestPeople.visitor(one, login, name, role);
    }

    /** The same browser, sent to the other server. */
    private TestVisitor elsewhere(TestVisitor visitor) {
        return two.visitor().withCookie("gradus", visitor.cookie("gradus"));
    }

    private static void soon(BooleanSupplier happens, String what) throws InterruptedException {
        long start = System.nanoTime();
        while (!happens.getAsBoolean()) {
            if ((System.nanoTime() - start) / 1_000_000 > PATIENCE) {
                fail(what);
            }
            Thread.sleep(100);
        }
    }

    @Test
    void anAnswerGivenToOneStandsOnThePageOfTheOther() {
        TestVisitor student = visitor("20240001", "김하나", Role.STUDENT);
        String attempt = begin(student, EXAM);
        TestPage question = student.open(attempt + "/questions/1").type("total", "5");
        question.press("Review and submit");
        TestPage other = elsewhere(student).open(attempt + "/questions/1");
        assertEquals("5", other.typed("total"));
        other.type("total", "56").press("Review and submit");
        assertEquals("56", student.open(attempt + "/questions/1").typed("total"));
    }

    @Test
    void whoSignsOutAtOneIsSignedOutAtTheOther() {
        TestVisitor student = visitor("20240003", "최세찌", Role.STUDENT);
        TestVisitor other = elsewhere(student);
        assertEquals("/account", other.open("/account").path());
        student.open("/").press("Sign out");
        assertTrue(other.open("/account").path().startsWith("/sign-in"));
    }

    @Test
    void whoIsTakenOutOfACourseAtOneGetsNothingFromTheOther() {
        TestVisitor grader = visitor("grader", "이조교", Role.GRADER);
        TestVisitor other = elsewhere(grader);
        assertEquals(200, other.open(EXAM + "/attempts").status());
        staff.open("/courses/deep-learning/people").within("tr:contains(이조교)").press("Remove");
        assertEquals(404, other.open(EXAM + "/attempts").status());
    }

    @Test
    void whoChangesTheirPasswordAtOneIsSignedOutAtTheOtherToo() {
        TestVisitor student = visitor("20240005", "한다섯", Role.STUDENT);
        TestVisitor thief = elsewhere(student);
        assertEquals("/account", thief.open("/account").path());
        student.get("/account");
        student.post("/account/password", Map.of("password", "long enough", "newPassword", "another one"));
        assertEquals("/account", student.open("/account").path());
        assertTrue(thief.open("/account").path().startsWith("/sign-in"));
    }

    @Test
    void moreTimeThatIsGivenAtOneCountsAtTheOther() throws InterruptedException {
        TestVisitor student = visitor("20240006", "오여섯", Role.STUDENT);
        TestPeople.onRoster(one.database(), "20240006", "20240006", null);
        String attempt = begin(student, EXAM);
        TestVisitor other = elsewhere(student);
        assertTrue(left(other, attempt) <= 60 * 60_000);
        staff.open(EXAM + "/allowances")
                .type("Student number", "20240006")
                .type("Minutes in all", "120")
                .press("Give");
        soon(() -> left(other, attempt) > 118 * 60_000, "the other counts down as before");
    }

    private static long left(TestVisitor student, String attempt) {
        Matcher left = LEFT.matcher(student.get(attempt + "/state").body());
        assertTrue(left.find(), "a time is left");
        return Long.parseLong(left.group(1));
    }

    @Test
    void aPauseAndAClosingAtOneStandAtTheOther() throws InterruptedException {
        TestVisitor student = visitor("20240004", "정네찌", Role.STUDENT);
        String attempt = begin(student, CLOSED);
        TestVisitor other = elsewhere(student);
        staff.open(CLOSED + "/room").press("Pause the exam for everybody");
        soon(() -> other.get(attempt + "/state").body().contains("\"paused\":true"), "the other still counts down");
        staff.open(CLOSED + "/room").press("Resume the exam");
        soon(() -> other.get(attempt + "/state").body().contains("\"paused\":false"), "the other still stands");
        staff.open("/courses/deep-learning/exams")
                .within("#closed")
                .press("Close")
                .press("Close and end one attempt");
        soon(
                () -> other.open(attempt + "/questions/1").text().contains("Staff closed the exam"),
                "the other lets them go on");
        TestVisitor late = elsewhere(visitor("20240002", "박두리", Role.STUDENT));
        soon(() -> !late.open(CLOSED).offers("Start"), "the other lets people begin");
        assertTrue(
                late.open(CLOSED).text().contains("closed"), late.open(CLOSED).text());
    }
}
