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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old windows, forms without scripts and odd requests at the door where answers come in. */
class SaveDoorTest {
    @TempDir
    private Path folder;

    private TestServer server;
    private TestVisitor student;
    private String attempt;

    @BeforeEach
    void begin() {
        server = TestServer.withBank(new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60")
                .folder());
        student = visitor("20240001", Role.STUDENT);
        TestPage first = student.open("/courses/deep-learning/exams/timed").press("Start");
        attempt = first.path().replaceFirst("/questions/1$", "");
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

    private TestPage page() {
        return student.open(attempt + "/questions/1");
    }

    @Test
    void anOldTabThatNobodyTypedIntoChangesNothingWhateverIsPressed() {
        TestPage old = page();
        page().type("total", "56").press("Review and submit");
        for (String button : List.of("Flag", "Review and submit")) {
            old.press(button);
            assertEquals("56", page().typed("total"), button);
        }
    }

    @Test
    void whatIsTypedIntoAnOldTabIsKeptAndTheStudentChooses() {
        TestPage old = page();
        page().type("total", "56").press("Review and submit");
        old.type("total", "7").press("Review and submit");
        assertEquals("56", page().typed("total"));
        assertTrue(page().text().contains("typed in another window"), page().text());
        TestPage chosen = page().press("Count this one");
        assertEquals("7", chosen.typed("total"));
        assertFalse(chosen.text().contains("another window"));
    }

    @Test
    void aChoiceForTheAnswerThatStandsSettlesItToo() {
        TestPage old = page();
        page().type("total", "56").press("Review and submit");
        old.type("total", "7").press("Review and submit");
        TestPage chosen = page().press("Keep what stands in the field");
        assertEquals("56", chosen.typed("total"));
        assertFalse(chosen.text().contains("another window"));
    }

    @Test
    void anAnswerThatIsNoTextIsRefusedAndNotTakenForABlankOne() {
        save("\"text\":\"56\"", 200);
        for (String text : List.of("\"text\":null", "\"text\":5", "\"text\":[]", "\"txt\":\"5\"")) {
            save(text, 400);
        }
        save("\"text\":\"1\",\"after\":-1", 400);
        save("\"text\":\"1\",\"after\":\"x\"", 400);
        save("\"text\":\"1\",\"client\":7,\"n\":1", 400);
        save("\"text\":\"1\",\"client\":\"a\"", 400);
        assertEquals("56", page().typed("total"));
    }

    @Test
    void theSixCharactersOfAnEscapeAreATextLikeAnyOther() {
        save("\"text\":\"\\\\u0000\"", 200);
        assertEquals("\\u0000", page().typed("total"));
        save("\"text\":\"\\u0000\"", 400);
        save("\"text\":\"\\\\\\u0000\"", 400);
        assertEquals("\\u0000", page().typed("total"));
    }

    @Test
    void staffSeeEverySaveWithItsTimeItsOriginAndWhatBecameOfIt() {
        TestPage old = page();
        page().type("total", "56").press("Review and submit");
        old.type("total", "7").press("Review and submit");
        TestVisitor grader = visitor("grader", Role.GRADER);
        String text =
                grader.open("/courses/deep-learning" + attempt + "/history").text();
        assertTrue(text.contains("7-b total 56 became the answer 127.0.0.1"), text);
        assertTrue(text.contains("7-b total 7 kept, but another window had a newer answer 127.0.0.1"), text);
        assertEquals(
                404,
                student.open("/courses/deep-learning" + attempt + "/history").status());
    }

    private void save(String fields, int status) {
        var reply = student.postJson(
                attempt + "/responses",
                "{\"responses\":[{\"position\":1,\"variant\":1,\"part\":\"total\"," + fields + "}]}");
        assertEquals(status, reply.statusCode(), fields + " " + reply.body());
    }
}
