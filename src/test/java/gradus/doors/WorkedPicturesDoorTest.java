package gradus.doors;

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
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of worked steps, where students and staff find them, without scripts. */
class WorkedPicturesDoorTest {
    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        new ExamFolder(folder)
                .question("window", question("convolve2d(k, f, padding=\"same\")", "matrix", """
                        params: {k: [[1, 2, 0], [0, 4, 5], [7, 0, 9]], f: [[1, 0], [3, 2]]}
                        """))
                .question(
                        "layers",
                        question("network(\"32x32x3\", \"conv(8, 5); maxpool(2); dense(10)\").total", "integer", ""))
                .question("steps", question("momentum(w, seq(2, 3), 0.1).w", "number", "params: {w: 1}\n"))
                .question("curve", question("sigmoid(z)", "matrix", "params: {z: [[-1, 0.5]]}\n"))
                .exam(
                        "drill",
                        "mode: practice",
                        "{question: window, points: 1}, {question: layers, points: 1},"
                                + " {question: steps, points: 1}, {question: curve, points: 1}");
        server = TestServer.withBank(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String question(String expect, String type, String params) {
        return "title: One\n" + params + "prompt: Compute it.\nparts:\n  - {id: result, type: " + type
                + ", points: 1, label: Result, expect: '" + expect + "'}\nsolution: steps\n";
    }

    private static List<String> said(TestPage page) {
        return Jsoup.parse(page.response().body())
                .select("figure.picture [role=img]")
                .eachAttr("aria-label");
    }

    @Test
    void theSolutionInPracticeShowsTheWindowAndTheTurnedKernelInWordsToo() {
        TestPage question =
                server.visitor().open("/courses/deep-learning/exams/drill").press("Start");
        assertTrue(said(question).isEmpty());
        TestPage solved = question.press("Show solution");
        assertEquals(2, said(solved).size());
        assertEquals("f = [1 0; 3 2] turned by 180° is [2 3; 0 1]", said(solved).get(0));
        assertTrue(
                said(solved).get(1).endsWith("1·2 + 2·3 + 0·0 + 4·1 = 12"),
                said(solved).get(1));
        assertTrue(solved.text().contains("8 more lines"), solved.text());
        assertFalse(solved.response().body().contains("style="), "the content policy lets no style through");
    }

    @Test
    void staffSeeEachKindOfPictureInThePreviewInTheirLanguage() {
        TestVisitor staff = TestPeople.visitor(server, "teacher", "Teacher", Role.INSTRUCTOR);
        for (String[] expected : new String[][] {
            {"layers", "conv(8, 5) → 28×28×8 (608)", "입력이 32×32×3인"},
            {"steps", "w step by step: t=0: 1; t=1: 0.98; t=2: 0.932", "단계별 값"},
            {"curve", "(-1, 0.2689), (0.5, 0.6225)", "그래프와 점"},
        }) {
            String path = "/courses/deep-learning/questions/" + expected[0];
            String words = said(staff.open(path)).get(0);
            assertTrue(words.contains(expected[1]), words);
            staff.open(path).press("한국어");
            String korean = said(staff.open(path)).get(0);
            assertTrue(korean.contains(expected[2]), korean);
            staff.open(path).press("English");
        }
    }
}
