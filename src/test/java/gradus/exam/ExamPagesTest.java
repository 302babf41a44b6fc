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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How exams stand, and opening and closing them by hand, through the pages of their staff. */
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
        assertTrue(shut.contains("as its settings say"), shut);
        assertTrue(shut.contains("2100"), shut);
        String past = shown(helper, "past");
        assertTrue(past.contains("Closed") && past.contains("2000"), past);
        String drill = shown(helper, "drill");
        assertTrue(drill.contains("Practice") && drill.contains("Open"), drill);
        assertFalse(drill.contains("Grade what waits"), drill);
    }

    @Test
    void onlyInstructorsOpenAndCloseExams() {
        assertFalse(helper.open(EXAMS).within("#past").offers("Close"));
        assertTrue(teacher.open(EXAMS).within("#past").offers("Close"));
        assertEquals(404, state(helper, "past", "open"));
        assertTrue(shown(helper, "past").contains("as its settings say"));
    }

    @Test
    void anInstructorOpensAnExamAndClosesItAndLeavesItToItsFile() {
        TestPage opened = teacher.open(EXAMS).within("#shut").press("Open");
        assertEquals(EXAMS, opened.path());
        assertTrue(shown(helper, "shut").contains("Opened by hand."));
        assertFalse(shown(helper, "shut").contains("Not open yet"));
        teacher.open(EXAMS).within("#shut").press("Close");
        assertTrue(shown(helper, "shut").contains("Closed by hand."));
        teacher.open(EXAMS).within("#shut").press("As its settings say");
        assertTrue(shown(helper, "shut").contains("Not open yet"));
        assertTrue(shown(helper, "shut").contains("as its settings say"));
    }

    @Test
    void wordsAndExamsThatAreNoneAreRefused() {
        assertEquals(400, state(teacher, "past", "ajar"));
        assertEquals(400, state(teacher, "past", ""));
        assertEquals(404, state(teacher, "nowhere", "open"));
        assertTrue(shown(helper, "past").contains("as its settings say"));
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
        TestPage refused = teacher.open(EXAMS).within("#later").press("Open");
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("This exam cannot be opened"), refused.text());
        assertTrue(shown(helper, "later").contains("Not open yet"));
    }
}
