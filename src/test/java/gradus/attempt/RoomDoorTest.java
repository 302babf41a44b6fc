package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff and a student on the two sides of an exam that runs. */
class RoomDoorTest {
    private static final String EXAM = "/courses/deep-learning/exams/timed";

    @TempDir
    private Path folder;

    private TestServer server;
    private TestVisitor staff;
    private TestVisitor student;
    private String attempt;

    @BeforeEach
    void begin() {
        server = TestServer.withBank(new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60, grace: 0s, feedback: after-submit")
                .folder());
        staff = visitor("staff", Role.INSTRUCTOR);
        student = visitor("20240001", Role.STUDENT);
        attempt = student.open(EXAM).press("Start").path().replaceFirst("/questions/1$", "");
    }

    private TestVisitor visitor(String login, Role role) {
        TestVisitor visitor = server.visitor();
        String link = TestPeople.invited(server.database(), login, "김하나", role);
        visitor.open(link).type("Password", "long enough").press("Begin");
        return visitor;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestPage room() {
        return staff.open(EXAM + "/room");
    }

    private TestPage question() {
        return student.open(attempt + "/questions/1");
    }

    private String state() {
        return student.get(attempt + "/state").body();
    }

    @Test
    void closingByHandSaysHowManySitAndWhatItEndedCanBeReopened() {
        question().type("total", "5").press("Review and submit");
        TestPage asked =
                staff.open("/courses/deep-learning/exams").within("#timed").press("Close");
        assertTrue(
                asked.text().contains("One student is sitting this exam now. Closing ends it for them at once."),
                asked.text());
        assertTrue(question().path().endsWith("/questions/1"), "nothing has ended yet");
        asked.press("Close and end one attempt");
        TestPage ended = question();
        assertTrue(ended.text().contains("Staff closed the exam, which ended this attempt"), ended.text());
        room().press("Reopen all attempts that staff ended");
        assertEquals("5", question().typed("total"));
        question().type("total", "7").press("Review and submit").press("Submit");
        String history =
                staff.open("/courses/deep-learning" + attempt + "/history").text();
        assertTrue(history.contains("closed by hand"), history);
        assertTrue(history.contains("reopened"), history);
    }

    @Test
    void whileTheExamStandsStillNoQuestionIsShownAndWhatIsTypedStillComesIn() {
        room().press("Pause the exam for everybody");
        assertTrue(question().text().contains("The exam is paused"));
        assertFalse(question().text().contains("Add "), question().text());
        TestPage card = visitor("20240002", Role.STUDENT).open(EXAM);
        assertTrue(card.text().contains("The exam is paused"), card.text());
        assertFalse(card.text().contains("no attempt left"), card.text());
        assertTrue(state().contains("\"paused\":true"), state());
        assertTrue(state().contains("\"left\":null"), state());
        var saved = student.postJson(
                attempt + "/responses",
                "{\"responses\":[{\"position\":1,\"variant\":1,\"part\":\"total\",\"text\":\"5\"}]}");
        assertEquals(200, saved.statusCode());
        room().press("Resume the exam");
        assertEquals("5", question().typed("total"));
        assertTrue(state().matches(".*\"left\":35\\d{5}.*"), state());
    }

    @Test
    void aLineToAllStandsOnTheirPagesAndIsAskedForByThem() {
        room().type("Announcement to everybody sitting the exam", "In 3, m = 4 <b>")
                .press("Send to everybody");
        assertTrue(
                question().text().contains("Announcement: In 3, m = 4 <b>"),
                question().text());
        assertTrue(state().contains("In 3, m = 4 <b>"), state());
        assertTrue(room().text().contains("In 3, m = 4 <b>"));
        assertEquals(
                404, student.post(EXAM + "/lines", Map.of("text", "I am staff")).statusCode());
    }

    @Test
    void staffSeeWhoHasNotBegunAndWhosePageIsSilent() {
        visitor("20240003", Role.STUDENT);
        assertTrue(room().text().contains("One student of the course has not begun"), room().text());
        assertTrue(room().texts("tbody tr").get(0).endsWith(" connected"), room().text());
        server.database().save(Silence.class).begunEarlier(Instant.now().minusSeconds(600));
        assertTrue(room().texts("tbody tr").get(0).contains("nothing heard since"), room().text());
        assertFalse(room().text().matches(".*\\d:\\d\\d:\\d\\d.*"), "to the minute is enough: " + room().text());
        state();
        assertTrue(room().texts("tbody tr").get(0).endsWith(" connected"), "its page has asked: " + room().text());
        TestPage live = room().follow("Keep this page up to date");
        assertEquals("15", live.response().headers().firstValue("Refresh").orElse(""));
        assertFalse(live.offers("Send to everybody"), "what is typed into a page that renews itself would be lost");
    }

    /** Lets time pass. */
    public interface Silence {
        @SqlUpdate("UPDATE attempt SET started = :then")
        int begunEarlier(Instant then);
    }

    @Test
    void theClockOfAPageEndsNothing() {
        question();
        student.post(attempt + "/submission", Map.of("by", "timer"));
        assertTrue(question().path().endsWith("/questions/1"));
        assertTrue(state().contains("\"running\":true"));
    }

    @Test
    void aSubmissionGivesAReceiptByWhichStaffFindIt() {
        question().type("total", "5").press("Review and submit").press("Submit");
        String result = student.open(attempt).text();
        assertTrue(result.contains("Answers stored: 1."), result);
        assertFalse(result.contains("Practise this again"), "no practice asks this question");
        Matcher receipt = Pattern.compile("[0-9a-f]{4}(-[0-9a-f]{4}){3}").matcher(result);
        assertTrue(receipt.find(), result);
        String found = staff.open(EXAM + "/room?receipt=" + receipt.group()).text();
        assertFalse(found.contains("No attempt has this receipt."), found);
        assertTrue(
                staff.open(EXAM + "/room?receipt=0000-0000-0000-0000").text().contains("No attempt has this receipt."));
    }

    @Test
    void timesAreShownInTheZoneOfTheCourseAndItIsNamed() {
        String inSeoul = room().texts("table td").get(0);
        assertTrue(inSeoul.endsWith("(KST)"), inSeoul);
        TestPage list = staff.open("/courses/deep-learning/exams");
        list.type("Time zone of the course", "Europe/Berlin").press("Set the zone");
        String inBerlin = room().texts("table td").get(0);
        assertTrue(inBerlin.matches(".*\\(CES?T\\)"), inBerlin);
        TestPage refused = staff.open("/courses/deep-learning/exams")
                .type("Time zone of the course", "Mars/Olympus")
                .press("Set the zone");
        assertTrue(refused.texts(".problem").get(0).startsWith("There is no time zone of this name"), refused.text());
        assertEquals("Europe/Berlin", refused.typed("Time zone of the course"));
    }
}
