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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exam that asks for a code which is read out in the room. */
class RoomCodeTest {
    private static final String EXAM = "/courses/deep-learning/exams/timed";

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.withBank(new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, minutes: 60, code: 'Kiwi 27-b', feedback: after-submit")
                .folder());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestVisitor visitor(String login, Role role) {
        return TestPeople.visitor(server, login, role);
    }

    @Test
    void whoDoesNotTypeTheCodeDoesNotBeginAndWhoDoesGoesOnWithoutIt() {
        TestVisitor student = visitor("20240001", Role.STUDENT);
        TestPage card = student.open(EXAM);
        assertFalse(card.response().body().toLowerCase(java.util.Locale.ROOT).contains("kiwi"));
        assertEquals(422, card.press("Start").status());
        TestPage wrong = student.open(EXAM).type("Code of the exam", "kiwi 28b").press("Start");
        assertEquals(422, wrong.status());
        assertTrue(wrong.text().contains("not the code of this exam"), wrong.text());
        TestPage begun = wrong.type("Code of the exam", "KIWI-27 B").press("Start");
        assertTrue(begun.path().endsWith("/questions/1"), begun.text());
        student.get("/");
        assertEquals(begun.path(), student.open(EXAM).follow("Go on").path());
        assertEquals(200, student.post(EXAM + "/attempts", Map.of()).statusCode(), "who sits it needs no code again");
    }

    @Test
    void guessingIsSlowedDownForWhoGuessesAndForNobodyElse() {
        TestVisitor guesser = visitor("20240002", Role.STUDENT);
        guesser.get(EXAM);
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    422,
                    guesser.post(EXAM + "/attempts", Map.of("code", "guess " + i))
                            .statusCode());
        }
        var late = guesser.post(EXAM + "/attempts", Map.of("code", "Kiwi 27-b"));
        assertEquals(422, late.statusCode(), "even the right one is not looked at yet");
        assertTrue(late.body().contains("Too many wrong codes"), late.body());
        TestVisitor neighbour = visitor("20240003", Role.STUDENT);
        assertTrue(neighbour
                .open(EXAM)
                .type("Code of the exam", "kiwi27b")
                .press("Start")
                .path()
                .endsWith("/questions/1"));
    }

    @Test
    void oneAddressDoesNotGuessForEverWithOneAccountAfterAnother() {
        TestBank bank = new TestBank(folder.resolve("other"))
                .exam("open", "mode: practice")
                .exam("closed", "mode: practice, code: 'Kiwi 27-b'");
        try (TestServer many = TestServer.withBank(bank.folder())) {
            String closed = "/courses/deep-learning/exams/closed";
            for (int i = 0; i < 60; i++) {
                TestVisitor guest = guest(many);
                for (int guess = 0; guess < 5; guess++) {
                    String said = guest.post(closed + "/attempts", Map.of("code", "guess " + guess))
                            .body();
                    assertTrue(said.contains("not the code of this exam"), i + " " + guess + said);
                }
                if (i == 58) {
                    assertEquals(
                            200,
                            guest(many)
                                    .post(closed + "/attempts", Map.of("code", "kiwi27b"))
                                    .statusCode());
                }
            }
            String late = guest(many)
                    .post(closed + "/attempts", Map.of("code", "guess"))
                    .body();
            assertTrue(late.contains("Too many wrong codes"), late);
        }
    }

    /** Somebody who is known, and has guessed nothing yet. */
    private static TestVisitor guest(TestServer server) {
        TestVisitor guest = server.visitor();
        guest.open("/courses/deep-learning/exams/open").press("Start");
        return guest;
    }

    @Test
    void staffSeeTheCodeInTheRoomAndTryOutWithoutIt() {
        TestVisitor staff = visitor("staff", Role.GRADER);
        assertTrue(staff.open(EXAM + "/room").text().contains("Kiwi 27-b"));
        TestPage begun = staff.open(EXAM).press("Start");
        assertTrue(begun.path().endsWith("/questions/1"), begun.text());
    }
}
