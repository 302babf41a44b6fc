package gradus.doors;

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

/** What a student might learn of an exam before it is over: by its pictures, by practice, by trying again. */
class SecretsDoorTest {
    private static final String COURSE = "/courses/deep-learning/";
    private static final String EXAMS = COURSE + "exams/";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static TestVisitor teacher;

    @BeforeAll
    static void start() throws IOException {
        new ExamFolder(folder)
                .question("pictured", """
                        title: With a picture
                        prompt: 'How many? ![a network](asked.svg)'
                        parts: [{id: many, type: integer, points: 1, label: How many, expect: 3 + 4}]
                        solution: 'Seven. ![the same, counted](counted.svg)'
                        """)
                .question("pinned", """
                        title: With numbers that an exam fixes
                        params: {a: 'randint(1, 1000)'}
                        prompt: 'What is {{a}} + 2?'
                        parts: [{id: next, type: integer, points: 1, label: The sum, expect: a + 2}]
                        """)
                .question("other", """
                        title: In no exam
                        prompt: What is $1 + 1$?
                        parts: [{id: two, type: integer, points: 1, label: Two, expect: 1 + 1}]
                        """)
                .question("pair", """
                        title: One of two
                        params: {a: 'pick(1, 2)'}
                        prompt: 'Not {{a}}?'
                        parts: [{id: not, type: integer, points: 1, label: Not this, expect: 3 - a}]
                        """)
                .exam(
                        "quiz",
                        "mode: timed, open_to: anyone, minutes: 60, feedback: after-submit",
                        "{question: pictured, points: 1}")
                .exam(
                        "final",
                        "mode: timed, open_to: anyone, minutes: 60, feedback: after-submit",
                        "{question: pinned, points: 1, with: {a: 5}}")
                .exam(
                        "drill",
                        "mode: practice",
                        "{question: pinned, points: 1, with: {a: 5}}, {question: other, points: 1}")
                .exam("free", "mode: practice", "{question: pinned, points: 1, with: {a: 6}}")
                .exam("few", "mode: practice, tries: 2, penalty: 0.25", "{question: pair, points: 1}");
        for (String picture : new String[] {"asked.svg", "counted.svg"}) {
            Files.writeString(
                    folder.resolve("deep-learning/questions/" + picture),
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + picture + "</title></svg>");
        }
        server = TestServer.withBank(folder);
        teacher = TestPeople.visitor(server, "prof", "이교수", Role.INSTRUCTOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestVisitor signedUp(String login) {
        TestVisitor visitor = server.visitor();
        visitor.get("/sign-up");
        visitor.post("/sign-up", Map.of("name", login, "login", login, "password", "long enough"));
        return visitor;
    }

    private static int picture(TestVisitor visitor, String name) {
        return visitor.get(COURSE + "pictures/" + name).statusCode();
    }

    private static void state(String exam, String state, int sitting) {
        teacher.get(COURSE + "exams");
        teacher.post(EXAMS + exam + "/state", Map.of("state", state, "sitting", Integer.toString(sitting)));
    }

    @Test
    void aPictureIsSeenByWhoeverIsAskedItsQuestionAndThatOfASolutionWithTheGrading() {
        TestVisitor student = signedUp("looker");
        assertEquals(404, picture(student, "asked.svg"));
        assertEquals(404, picture(server.visitor(), "asked.svg"));
        assertEquals(200, picture(teacher, "counted.svg"));
        TestPage sitting = student.open(EXAMS + "quiz").press("Start");
        assertTrue(sitting.response().body().contains("/pictures/asked.svg"));
        assertEquals(200, picture(student, "asked.svg"));
        assertEquals(404, picture(student, "counted.svg"));
        assertEquals(404, picture(signedUp("neighbour"), "asked.svg"));
        student.post(sitting.path().replaceFirst("/questions/1$", "/submission"), Map.of("sure", "true"));
        assertEquals(200, picture(student, "counted.svg"));
    }

    @Test
    void practiceOfWhatAnOpenExamAsksWithTheSameNumbersRestsUntilItIsOver() {
        TestVisitor student = signedUp("driller");
        TestPage first = student.open(EXAMS + "drill").press("Start");
        assertEquals(200, first.status());
        String second = first.path().replaceFirst("/1$", "/2");
        TestPage free = student.open(EXAMS + "free").press("Start");
        state("final", "open", 0);
        try {
            assertEquals(409, student.get(first.path()).statusCode());
            assertTrue(student.open(first.path()).text().contains("Exam final"));
            for (String door : new String[] {"checks", "hints", "solutions"}) {
                student.get("/");
                int status = student.post(
                                first.path().replaceFirst("/questions/1$", "/" + door),
                                Map.of("position", "1", "variant", "1"))
                        .statusCode();
                assertEquals(409, status, door);
            }
            assertEquals(200, student.get(second).statusCode(), "another question of the same practice");
            assertEquals(200, student.get(free.path()).statusCode(), "the same question with other numbers");
        } finally {
            state("final", "closed", 0);
        }
        assertEquals(200, student.get(first.path()).statusCode());
        state("final", "by-file", 0);
        assertEquals(200, student.get(first.path()).statusCode(), "an exam without dates locks nothing");
    }

    @Test
    void triesGoOverToAVariantWithTheSameNumbers() {
        TestPage page = server.visitor().open(EXAMS + "few").press("Start");
        String prompt = page.texts(".prompt").get(0);
        page = page.type("Not this", "7").press("Check").type("Not this", "8").press("Check");
        assertFalse(page.offers("Check"), page.text());
        boolean met = false;
        for (int draws = 0; draws < 40 && !met; draws++) {
            page = page.press("Another variant");
            met = page.texts(".prompt").get(0).equals(prompt);
            assertTrue(met || page.offers("Check"), "other numbers have tries of their own");
        }
        assertTrue(met, "forty draws of two never gave the first again");
        assertFalse(page.offers("Check"), page.text());
    }
}
