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
                .question("trio", """
                        title: One of three
                        params: {a: 'pick(1, 2, 3)'}
                        prompt: 'Twice {{a}}?'
                        parts: [{id: twice, type: integer, points: 1, label: Twice, expect: 2 * a}]
                        """)
                .question("sole", """
                        title: Always the same
                        prompt: What is $2 + 3$?
                        parts: [{id: sum, type: integer, points: 1, label: Sum, expect: 2 + 3}]
                        """)
                .exam("any-time", "mode: timed, open_to: anyone, minutes: 60", "{question: sole, points: 1}")
                .exam("soles", "mode: practice", "{question: sole, points: 1}")
                .exam(
                        "drawn",
                        "mode: timed, open_to: anyone, minutes: 60, opens: '2020-01-01T00:00:00Z', closes: '2099-01-01T00:00:00Z'",
                        "{question: trio, points: 1}")
                .exam("trios", "mode: practice", "{question: trio, points: 1}")
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
            for (String door : new String[] {"checks", "hints", "solutions", "submission"}) {
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

    @Test
    void whoSitsAnExamDoesNotPractiseItsQuestionsWhetherItHasDatesOrNot() {
        TestVisitor student = signedUp("sitter");
        TestPage practice = student.open(EXAMS + "soles").press("Start");
        TestVisitor bystander = signedUp("bystander");
        TestPage theirs = bystander.open(EXAMS + "soles").press("Start");
        TestPage exam = student.open(EXAMS + "any-time").press("Start");
        assertEquals(409, student.get(practice.path()).statusCode());
        assertEquals(200, bystander.get(theirs.path()).statusCode());
        student.post(exam.path().replaceFirst("/questions/1$", "/submission"), Map.of("sure", "true"));
        assertEquals(200, student.get(practice.path()).statusCode());
    }

    @Test
    void numbersThatSomebodySitsWithRestForEverybodyHoweverTheyAreDrawn() {
        TestPage exam = signedUp("drawer").open(EXAMS + "drawn").press("Start");
        String prompt = exam.texts(".prompt").get(0);
        int rested = 0;
        int practised = 0;
        for (int guests = 0; guests < 60 && (rested == 0 || practised == 0); guests++) {
            TestPage page = server.visitor().open(EXAMS + "trios").press("Start");
            if (page.status() == 409) {
                rested++;
            } else {
                assertFalse(page.texts(".prompt").get(0).equals(prompt), page.text());
                practised++;
            }
        }
        assertTrue(rested > 0 && practised > 0, rested + " rested, " + practised + " did not");
    }

    @Test
    void anAnswerThatIsStillOnItsWayIsNotWhatACheckSaw() {
        TestVisitor student = server.visitor();
        TestPage page = student.open(EXAMS + "few").press("Start");
        String attempt = page.path().replaceFirst("/questions/1$", "");
        String right = page.texts(".prompt").get(0).contains("1") ? "2" : "1";
        int saved = student.postJson(
                        attempt + "/responses",
                        "{\"responses\":[{\"position\":1,\"variant\":1,\"part\":\"not\",\"text\":\"" + right + "\"}]}",
                        () -> {
                            try {
                                Thread.sleep(500);
                            } catch (InterruptedException interrupted) {
                                throw new IllegalStateException(interrupted);
                            }
                            student.post(attempt + "/checks", Map.of("position", "1", "variant", "1"));
                        })
                .statusCode();
        assertEquals(200, saved);
        page = student.open(page.path());
        assertEquals(right, page.typed("Not this"));
        assertFalse(page.text().contains("as it stands"), page.text());
        String checked = page.press("Check").text();
        assertTrue(checked.contains("correct 1 of 1 points as it stands"), checked);
    }
}
