package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.TestPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two graders who mark the same answers, neither knowing the other's score, and an instructor who decides. */
class SecondMarkDoorTest {
    private static final String EXAM = "/courses/deep-learning/exams/quiz";
    private static final String DESK = EXAM + "/queue/words/why";

    @TempDir
    private Path folder;

    private TestServer server;

    private TestVisitor visitor(String login, Role role) {
        return TestPeople.visitor(server, login, role);
    }

    private static TestPage points(TestPage page, String points, String button) {
        return page.type("Points (0 to 4)", points).press(button);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theTwoMarksAreComparedAndAnInstructorDecides(String kind) {
        new ExamFolder(folder)
                .question(
                        "words",
                        "title: Words\nprompt: Say.\nparts:\n  - {id: why, type: text, points: 4, label: Why}\n")
                .exam(
                        "quiz",
                        "mode: timed, minutes: 60, feedback: after-submit",
                        "{question: words, points: 4, label: '1'}");
        try (TestServer started =
                TestServer.withBank(folder, kind.equals("H2") ? null : TestPostgres.emptyDatabase())) {
            server = started;
            TestVisitor prof = visitor("prof", Role.INSTRUCTOR);
            TestVisitor park = visitor("park", Role.GRADER);
            TestVisitor lee = visitor("lee", Role.GRADER);
            TestVisitor student = null;
            String result = "";
            for (String answer : new String[] {"short", "middling", "long"}) {
                student = visitor(answer, Role.STUDENT);
                result = student.open(EXAM)
                        .press("Start")
                        .type("Why", answer)
                        .press("Review and submit")
                        .press("Submit")
                        .path();
                points(park.open(DESK), "2", "Save and next (Enter)");
            }
            assertTrue(
                    park.open(DESK + "/second").text().contains("Nothing is left"),
                    "nobody marks their own a second time");

            TestPage blind = lee.open(DESK).follow("Second marking");
            assertTrue(blind.text().contains("3 answers are left"), blind.text());
            assertFalse(blind.text().contains("2 / 4") || blind.text().contains("park"), blind.text());
            assertEquals(
                    422, points(blind, "5", "Keep my mark and go on (Enter)").status());
            while (blind.offers("Keep my mark and go on (Enter)")) {
                blind = points(blind, blind.text().contains("short") ? "2" : "1", "Keep my mark and go on (Enter)");
            }
            assertTrue(student.open(result).text().contains("2 / 4"), "a second mark changes no score");
            TestPage open = lee.open(DESK + "/differences");
            assertTrue(
                    open.text()
                            .contains(
                                    "3 answers have two marks, 1 of them alike; on average the two are 0.67 points apart."),
                    open.text());
            assertFalse(open.offers("Give the mean"), "graders do not decide");
            assertEquals(
                    404,
                    lee.post(DESK + "/differences", Map.of("item", "x", "take", "mean"))
                            .statusCode());

            TestPage decided = prof.open(DESK + "/differences");
            assertEquals(2, decided.texts("article").size());
            decided = decided.press("Give the mean").press("Keep 2");
            assertTrue(decided.text().contains("No difference is waiting for a decision."), decided.text());
            assertTrue(
                    prof.open(EXAM + "/gradebook").texts("tbody td:last-child").contains("1.5"),
                    prof.open(EXAM + "/gradebook").text());
        }
    }
}
