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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database: what somebody does through one, whoever asks the other meets at once. */
class TwoNodesTest {
    private static final String EXAM = "/courses/deep-learning/exams/timed";
    /** Two seconds are promised; this is how long a starved machine may take. */
    private static final long PATIENCE = 30_000;

    @TempDir
    private Path folder;

    private TestServer one;
    private TestServer two;
    private TestVisitor staff;
    private TestVisitor student;
    private String attempt;

    @BeforeEach
    void begin() {
        String database = TestPostgres.emptyDatabase();
        Path bank = new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60, grace: 0s, feedback: after-submit")
                .folder();
        one = TestServer.withBank(bank, database);
        two = TestServer.withBank(bank, database);
        staff = visitor("staff", "김교수", Role.INSTRUCTOR);
        student = visitor("20240001", "김하나", Role.STUDENT);
        attempt = student.open(EXAM).press("Start").path().replaceFirst("/questions/1$", "");
    }

    @AfterEach
    void stop() {
        two.close();
        one.close();
    }

    private TestVisitor visitor(String login, String name, Role role) {
        TestVisitor visitor = one.visitor();
        visitor.open(TestPeople.invited(one.database(), login, name, role))
                .type("Password", "long enough")
                .press("Begin");
        return visitor;
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
        TestPage question = student.open(attempt + "/questions/1").type("total", "5");
        question.press("Review and submit");
        TestPage other = elsewhere(student).open(attempt + "/questions/1");
        assertEquals("5", other.typed("total"));
        other.type("total", "56").press("Review and submit");
        assertEquals("56", student.open(attempt + "/questions/1").typed("total"));
    }

    @Test
    void whoSignsOutAtOneIsSignedOutAtTheOther() {
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
    void aPauseAndAClosingAtOneStandAtTheOther() throws InterruptedException {
        TestVisitor other = elsewhere(student);
        staff.open(EXAM + "/room").press("Stop the clock for all");
        soon(() -> other.get(attempt + "/state").body().contains("\"paused\":true"), "the other still counts down");
        staff.open(EXAM + "/room").press("Let the exam go on");
        soon(() -> other.get(attempt + "/state").body().contains("\"paused\":false"), "the other still stands");
        staff.open("/courses/deep-learning/exams")
                .within("#timed")
                .press("Close")
                .press("Close and end one attempt");
        soon(
                () -> other.open(attempt + "/questions/1").text().contains("Staff closed the exam"),
                "the other lets them go on");
        TestVisitor late = elsewhere(visitor("20240002", "박두리", Role.STUDENT));
        soon(() -> !late.open(EXAM).offers("Start"), "the other lets people begin");
        assertTrue(late.open(EXAM).text().contains("closed"), late.open(EXAM).text());
    }
}
