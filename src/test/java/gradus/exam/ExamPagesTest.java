package gradus.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How exams stand, opening and closing them and showing their results by hand, and allowances, through the pages of their
 * staff.
 */
class ExamPagesTest {
    private static final String EXAMS = "/courses/deep-learning/exams";

    @TempDir
    private static Path bank;

    private static TestServer server;
    private static TestVisitor teacher;
    private static TestVisitor helper;

    @BeforeAll
    static void start() throws IOException {
        write(
                "questions/plain.yaml",
                "id: plain\ntitle: P\nprompt: P\nparts: [{id: a, type: integer, points: 4, expect: 4}]\n");
        write(
                "questions/other.yaml",
                "id: other\ntitle: O\nprompt: O\nparams: {x: 'randint(1, 3)'}\n"
                        + "parts: [{id: a, type: integer, expect: x}]\n");
        exam(
                "shut",
                "mode: timed, feedback: after-submit, opens: 2100-01-01T00:00Z, closes: 2100-01-02T00:00Z",
                "plain");
        exam("past", "mode: timed, opens: 2000-01-01T00:00Z, closes: 2000-01-02T00:00Z", "plain");
        exam("drill", "mode: practice", "other");
        exam("hour", "mode: timed, minutes: 60, feedback: after-submit", "plain");
        exam("free", "mode: timed, feedback: after-submit", "plain");
        server = TestServer.withBank(bank);
        teacher = signedIn("teacher", Role.INSTRUCTOR);
        helper = signedIn("helper", Role.GRADER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void exam(String id, String policy, String question) throws IOException {
        write(
                id + ".yaml",
                "id: " + id + "\ntitle: Exam " + id + "\npolicy: {" + policy + "}\nquestions: [{question: " + question
                        + ", points: 2.5}]\n");
    }

    private static void write(String name, String text) throws IOException {
        Path file = bank.resolve("deep-learning").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static TestVisitor signedIn(String login, Role role) {
        return TestPeople.visitor(server, login, role);
    }

    private static String shown(TestVisitor visitor, String exam) {
        return visitor.open(EXAMS).within("#" + exam).text();
    }

    private static int state(TestVisitor visitor, String exam, String state) {
        return visitor.post(EXAMS + "/" + exam + "/state", Map.of("state", state))
                .statusCode();
    }

    @Test
    void theListSaysHowEachExamStands() {
        String shut = shown(helper, "shut");
        assertTrue(shut.contains("Exam shut") && shut.contains("Not open yet"), shut);
        assertTrue(shut.contains("1 question") && shut.contains("2.5 points"), shut);
        assertTrue(shut.contains("on schedule"), shut);
        assertTrue(shut.contains("2100"), shut);
        String past = shown(helper, "past");
        assertTrue(past.contains("Closed") && past.contains("2000"), past);
        String drill = shown(helper, "drill");
        assertTrue(drill.contains("Practice") && drill.contains("Open"), drill);
        assertFalse(drill.contains("Grade answers"), drill);
        assertTrue(drill.contains("it stays open until you close it"), drill);
    }

    @Test
    void onlyInstructorsOpenAndCloseExams() {
        assertFalse(helper.open(EXAMS).within("#past").offers("Close"));
        assertTrue(teacher.open(EXAMS).within("#past").offers("Close"));
        assertEquals(404, state(helper, "past", "open"));
        assertTrue(shown(helper, "past").contains("on schedule"));
    }

    @Test
    void anInstructorOpensAnExamAndClosesItAndLeavesItToItsFile() {
        TestPage opened = teacher.open(EXAMS).within("#shut").press("Open");
        assertEquals(EXAMS, opened.path());
        assertTrue(shown(helper, "shut").contains("Opened by hand."));
        assertFalse(shown(helper, "shut").contains("Not open yet"));
        teacher.open(EXAMS).within("#shut").press("Close");
        assertTrue(shown(helper, "shut").contains("Closed by hand."));
        teacher.open(EXAMS).within("#shut").press("Follow the schedule");
        assertTrue(shown(helper, "shut").contains("Not open yet"));
        assertTrue(shown(helper, "shut").contains("on schedule"));
    }

    @Test
    void wordsAndExamsThatAreNoneAreRefused() {
        assertEquals(400, state(teacher, "past", "ajar"));
        assertEquals(400, state(teacher, "past", ""));
        assertEquals(404, state(teacher, "nowhere", "open"));
        assertTrue(shown(helper, "past").contains("on schedule"));
    }

    @Test
    void anExamWhoseQuestionBrokeIsNotOpened() throws IOException {
        write(
                "questions/broken.yaml",
                "id: broken\ntitle: O\nprompt: O\nparams: {x: 'randint(1, 3)'}\n"
                        + "parts: [{id: a, type: integer, expect: x}]\n");
        exam("later", "mode: timed, feedback: after-submit, opens: 2100-01-01T00:00Z", "broken");
        teacher.open("/courses/deep-learning/questions").press("Read the folders again");
        assertTrue(shown(helper, "later").contains("Not open yet"));
        write(
                "questions/broken.yaml",
                "id: broken\ntitle: O\nprompt: O\nparams: {x: 'randint(1, 3)'}\nrequire: [x > 3]\n"
                        + "parts: [{id: a, type: integer, expect: x}]\n");
        teacher.open("/courses/deep-learning/questions").press("Read the folders again");
        assertTrue(shown(helper, "later").contains("broken cannot be drawn"), shown(helper, "later"));
        TestPage refused = teacher.open(EXAMS).within("#later").press("Open");
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("This exam cannot be opened"), refused.text());
        assertTrue(shown(helper, "later").contains("Not open yet"));
    }

    @Test
    void anInstructorHoldsResultsBackAndShowsThemAndLeavesThemToTheFile() {
        assertTrue(shown(helper, "hour").contains("Results are released as set in the exam."));
        TestPage held = teacher.open(EXAMS).within("#hour").press("Hold the results back");
        assertEquals(EXAMS, held.path());
        assertTrue(shown(helper, "hour").contains("You hold the results back. Students do not see them now."));
        teacher.open(EXAMS).within("#hour").press("Show the results");
        assertTrue(shown(helper, "hour")
                .contains("You have released the results. Students who have finished see them now."));
        teacher.open(EXAMS).within("#hour").press("Release as set in the exam");
        assertTrue(shown(helper, "hour").contains("Results are released as set in the exam."));
        assertEquals(400, release(teacher, "hour", "perhaps"));
        assertEquals(404, release(teacher, "nowhere", "held"));
        assertEquals(404, release(helper, "hour", "held"));
        assertTrue(shown(helper, "hour").contains("Results are released as set in the exam."));
    }

    private static int release(TestVisitor visitor, String exam, String state) {
        return visitor.post(EXAMS + "/" + exam + "/release", Map.of("state", state))
                .statusCode();
    }

    @Test
    void faultsThatAreReportedWaitForInstructors() {
        String waits = "1 problem with a question has been reported";
        assertFalse(teacher.open(EXAMS).offers(waits));
        server.visitor()
                .open(EXAMS + "/drill")
                .press("Start")
                .type("What is wrong with it? Your answers and your numbers go along.", "It says nothing.")
                .press("Send the report");
        assertTrue(teacher.open(EXAMS).offers(waits));
        assertFalse(helper.open(EXAMS).offers(waits));
    }

    private static TestPage allowances(String exam) {
        return teacher.open(EXAMS + "/" + exam + "/allowances");
    }

    /** Gives whom an instructor types in one field what they type in another. */
    private static TestPage give(String exam, String whom, String name, String field, String text) {
        return allowances(exam).type(whom, name).type(field, text).press("Give");
    }

    private static void onRoster(String login, String name, String number, String section) {
        TestPeople.visitor(server, login, name, Role.STUDENT);
        TestPeople.onRoster(server.database(), login, number, section);
    }

    @Test
    void anAllowanceNamesOneStudentOrOneSectionOfTheRoster() {
        onRoster("kim", "김하나", "20240001", "A");
        for (String[] unfit : new String[][] {
            {"", "", "Name either a student or a section."},
            {"20240001", "A", "Name either a student or a section."},
            {"20240009", "", "nobody on the roster is called 20240009"},
            {"", "Z", "nobody on the roster is in section Z"}
        }) {
            TestPage refused = allowances("free")
                    .type("Student number", unfit[0])
                    .type("Section", unfit[1])
                    .type("Minutes in all", "90")
                    .press("Give");
            assertEquals(422, refused.status());
            assertEquals(List.of(unfit[2]), refused.texts(".problem"));
            assertEquals(List.of(unfit[0], unfit[1], "90"), typed(refused));
        }
        assertEquals(List.of(), allowances("free").texts("tbody tr"));
        assertEquals(404, teacher.get(EXAMS + "/nowhere/allowances").statusCode());
    }

    private static List<String> typed(TestPage page) {
        return List.of(page.typed("Student number"), page.typed("Section"), page.typed("Minutes in all"));
    }

    @Test
    void whatAnAllowanceGivesHasBounds() {
        onRoster("lee", "이둘", "20240002", "C");
        String number = "Give a whole number from 1 to ";
        String factor = "Give a number from 0.01 to 100.";
        Map.of(
                        "Minutes in all", List.of(number + "100000.", "0", "-5", "1.5", "100001", "1000000", "many"),
                        "Attempts", List.of(number + "10000.", "0", "10001", "twice"),
                        "Times the usual time", List.of(factor, "0", "0.009", "100.01", "1e2", "0.00001", "half"),
                        "Opens", List.of("This is no date and time.", "tomorrow", "2100-02-30T09:00"),
                        "Reason", List.of("At most 500 characters.", "x".repeat(501)))
                .forEach((field, unfit) -> unfit.stream().skip(1).forEach(text -> {
                    TestPage refused = give("free", "Section", "C", field, text);
                    assertEquals(422, refused.status(), text);
                    assertEquals(unfit.get(0), refused.texts(".problem").get(0), text);
                    assertEquals(text, refused.typed(field));
                }));
        Map.of(
                        "Minutes in all", List.of("1", "100000"),
                        "Attempts", List.of("1", "10000"),
                        "Times the usual time", List.of("0.01", "100", " 1.2500 "))
                .forEach((field, fit) -> fit.forEach(text -> {
                    TestPage given = give("free", "Section", "C", field, text);
                    assertEquals(200, given.status(), text);
                    assertEquals(List.of("Section C"), given.texts("tbody th"), text);
                    given.press("Withdraw");
                }));
        TestPage reasoned = allowances("free")
                .type("Section", "C")
                .type("Reason", "x".repeat(500))
                .type("Attempts", "2")
                .press("Give");
        assertEquals(200, reasoned.status());
        reasoned.press("Withdraw");
        assertEquals(
                List.of("The exam gives everybody 60 minutes already. Type the minutes in all, such as 119."),
                give("hour", "Section", "C", "Minutes in all", "59").texts(".problem"));
        TestPage asLong = give("hour", "Section", "C", "Minutes in all", "60");
        assertEquals(200, asLong.status());
        assertEquals(
                List.of("Fill in at least one allowance."),
                allowances("hour").type("Section", "C").press("Give").texts(".problem"));
        asLong.press("Withdraw");
    }

    @Test
    void theListSaysWhoHasWhatAndTakesOneAllowanceBack() {
        onRoster("park", "박셋", "20240003", "D");
        onRoster("choi", "최넷", "20240004", "D");
        TestPage given = allowances("shut")
                .type("Student number", " 20240004 ")
                .type("Opens", "2099-01-01T09:30")
                .type("Closes", "2100-01-03T17:45")
                .type("Times the usual time", "1.50")
                .type("Attempts", "2")
                .type("Reason", " a broken arm ")
                .press("Give");
        assertEquals(EXAMS + "/shut/allowances", given.path());
        TestPage both = give("shut", "Section", "D", "Minutes in all", "90");
        assertEquals(List.of("최넷 20240004", "Section D"), both.texts("tbody th"));
        String row = both.texts("tbody tr").get(0);
        assertTrue(row.matches(".*Opens 1 Jan 2099, 09:30.* Closes 3 Jan 2100, 17:45.*"), row);
        assertTrue(row.contains("1.5 × the time 2 attempts a broken arm"), row);
        TestPage left = both.within("tbody tr:last-child").press("Withdraw");
        assertEquals(EXAMS + "/shut/allowances", left.path());
        assertEquals(List.of("최넷 20240004"), left.texts("tbody th"));
        teacher.post(EXAMS + "/shut/allowances/removal", Map.of("whom", "section D"));
        assertEquals(List.of(), allowances("shut").press("Withdraw").texts("tbody th"));
    }
}
