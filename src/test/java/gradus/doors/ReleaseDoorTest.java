package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What students see of their scores and grades, and when: an instructor releases it, exam by exam and for the course. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseDoorTest {
    private static final String COURSE = "/courses/deep-learning";

    private TestServer server;
    private TestVisitor prof;

    @BeforeAll
    void begin(@TempDir Path folder) {
        ExamFolder files = new ExamFolder(folder).question("sum", """
                title: Sum
                params: {a: 2, b: 3}
                prompt: 'Add.'
                parts: [{id: total, type: integer, points: 3, expect: a + b}, {id: twice, type: integer, points: 1, expect: 10}]
                """);
        String timed = "mode: timed, minutes: 60, attempts: 1, feedback: ";
        String question = "{question: sum, points: 8, label: 7-b}";
        files.exam("held", timed + "after-submit", question)
                .exam("kept", timed + "after-close, grace: 0s", question)
                .exam("graded", timed + "after-submit", question)
                .exam("coarse", timed + "after-submit, round: 0.5", "{question: sum, points: 8.5}")
                .exam("unscored", timed + "after-submit, show: [verdicts, messages]", question)
                .exam("fine", timed + "after-submit, round: 0.001", "{question: sum, points: 8.5}");
        server = TestServer.withBank(folder);
        prof = visitor("prof", Role.INSTRUCTOR);
    }

    @AfterAll
    void end() {
        server.close();
    }

    private TestVisitor visitor(String login, Role role) {
        return TestPeople.visitor(server, login, role);
    }

    private static String sat(TestVisitor student, String exam, String total) {
        return student.open(COURSE + "/exams/" + exam)
                .press("Start")
                .type("total", total)
                .type("twice", "10")
                .press("Review and submit")
                .press("Submit")
                .path();
    }

    private void say(String exam, String state) {
        prof.open(COURSE + "/exams");
        assertEquals(
                200,
                prof.post(COURSE + "/exams/" + exam + "/release", Map.of("state", state))
                        .statusCode());
    }

    private static String own(TestVisitor student) {
        return student.open("/").follow("My grades: Deep Learning").text();
    }

    @Test
    void resultsAreHeldBackAndReleasedWhateverTheFileSays() {
        TestVisitor ann = visitor("ann", Role.STUDENT);
        String attempt = sat(ann, "held", "5");
        assertTrue(ann.open(attempt).text().contains("8 / 8"), ann.open(attempt).text());
        say("held", "held");
        assertFalse(
                ann.open(attempt).text().contains("8 / 8"), ann.open(attempt).text());
        assertTrue(own(ann).contains("Exam held submitted; the score is not released"), own(ann));
        assertFalse(ann.open("/").text().contains("8 / 8"));
        assertFalse(ann.get("/account/data").body().contains("\"score\""));
        assertTrue(prof.open(COURSE + "/exams").text().contains("You hold the results back."));
        say("held", "by-file");
        assertTrue(own(ann).contains("Exam held 8 / 8"), own(ann));
        assertEquals(
                400,
                prof.post(COURSE + "/exams/held/release", Map.of("state", "perhaps"))
                        .statusCode());
    }

    @Test
    void aScoreThatAnExamDoesNotShowStandsOnNoPage() {
        TestVisitor dan = visitor("dan", Role.STUDENT);
        String attempt = sat(dan, "unscored", "5");
        assertTrue(dan.open(attempt).text().contains("right"), dan.open(attempt).text());
        for (String page : List.of("/", attempt, COURSE + "/my-grades")) {
            assertFalse(dan.open(page).text().contains("8 / 8"), dan.open(page).text());
        }
        assertFalse(dan.get("/account/data").body().contains("\"score\""));
    }

    @Test
    void aTotalHasTheDecimalsThatItsExamRoundsTo() {
        TestVisitor eun = visitor("eun", Role.STUDENT);
        String attempt = sat(eun, "fine", "0");
        String total = "2.125 / 8.5";
        for (String page : List.of("/", attempt, COURSE + "/my-grades")) {
            assertTrue(eun.open(page).text().contains(total), eun.open(page).text());
        }
        String listed = prof.open(COURSE + "/exams/fine/attempts").text();
        assertTrue(listed.contains(total), listed);
        String gradebook = prof.open(COURSE + "/gradebook").text();
        assertTrue(gradebook.contains("2.125"), gradebook);
    }

    @Test
    void eachTotalThatAnAttemptHasHadIsRoundedAlike() {
        TestVisitor fay = visitor("fay", Role.STUDENT);
        String attempt = sat(fay, "coarse", "0");
        assertTrue(own(fay).contains("Exam coarse 2 / 8.5"), own(fay));
        prof.open(COURSE + attempt + "/overrides")
                .type("Points (0 to 6.38)", "1")
                .type("Reason", "almost")
                .press("Save the score");
        assertTrue(own(fay).contains("Exam coarse 3 / 8.5"), own(fay));
        assertTrue(own(fay).contains("graded by hand, 3 / 8.5 — almost"), own(fay));
    }

    @Test
    void whatIsReleasedIsShownOnceNobodyCanSitItAnyMore() {
        TestVisitor ben = visitor("ben", Role.STUDENT);
        String attempt = sat(ben, "kept", "5");
        say("kept", "shown");
        assertFalse(ben.open(attempt).text().contains("8 / 8"), "somebody may still sit it");
        prof.open(COURSE + "/exams");
        prof.post(COURSE + "/exams/kept/state", Map.of("state", "closed"));
        assertTrue(ben.open(attempt).text().contains("8 / 8"), ben.open(attempt).text());
    }

    @Test
    void studentsSeeTheGradeThatWasToldAndNotTheOneThatIsWorkedOn() {
        TestVisitor cho = visitor("cho", Role.STUDENT);
        String attempt = sat(cho, "graded", "0");
        prof.open(COURSE + "/grades");
        Map<String, String> scheme =
                new HashMap<>(Map.of("weight-graded", "100", "scale", "cuts", "cuts", "A+ 95\nB 50\nF 0"));
        assertEquals(200, prof.post(COURSE + "/grades", scheme).statusCode());
        assertTrue(own(cho).contains("The course grade has not been released yet."), own(cho));
        assertTrue(prof.open(COURSE + "/grades")
                .press("Release these grades to students")
                .text()
                .contains("Nothing has changed since."));
        assertTrue(own(cho).contains("F Total 25%"), own(cho));

        prof.open(COURSE + attempt + "/overrides")
                .type("Points (0 to 6)", "6")
                .type("Reason", "read wrongly")
                .press("Save the score");
        String now = own(cho);
        assertTrue(now.contains("Exam graded 8 / 8") && now.contains("graded by hand, 8 / 8 — read wrongly"), now);
        assertTrue(now.contains("F Total 25%"), "the grade of the course stays as it was told: " + now);
        assertTrue(
                prof.open(COURSE + "/grades").text().contains("One grade has changed since then and is not released."));
        prof.open(COURSE + "/grades").press("Release these grades to students");
        assertTrue(own(cho).contains("A+ Total 100%"), own(cho));
        assertTrue(own(cho).contains("Released before"), own(cho));
        assertTrue(
                cho.get("/account/data").body().contains("\"letter\" : \"A+\""),
                cho.get("/account/data").body());
        prof.open(COURSE + "/grades").press("Withdraw them");
        assertFalse(own(cho).contains("Total"), own(cho));
        assertEquals(404, prof.get(COURSE + "/my-grades").statusCode(), "who studies nothing here has no grades");
        assertEquals(404, cho.post(COURSE + "/grades/releases", Map.of()).statusCode());
    }
}
