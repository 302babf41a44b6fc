package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import gradus.TestVisitor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer of commands within commands is kept like any other, and every page that shows it says that it is too deep. */
class DeepAnswerDoorTest {
    private static final String QUESTION = """
            id: sum
            title: Rectifier
            prompt: 'Write it down.'
            parts:
              - {id: relu, type: formula, points: 1, symbols: {x: {}}, expect: 'max(0, x)'}
              - {id: why, type: text, points: 1, answer: Because., rubric: [{id: said, points: 1, say: Said.}]}
            """;

    @Test
    void pagesThatShowItGoOn(@TempDir Path folder) {
        TestBank bank = new TestBank(folder.resolve("bank")).exam("drill", "mode: practice");
        bank.write("questions/sum.yaml", QUESTION);
        try (TestServer server = TestServer.withBank(bank.folder())) {
            TestVisitor student = server.visitor();
            String attempt = student.open("/courses/deep-learning/exams/drill")
                    .press("Start")
                    .path()
                    .replaceFirst("/questions/1$", "");
            for (String deep : List.of("\\bar", "\\hat", "\\frac", "(", "\\log2 ")) {
                TestPage page = student.open(attempt + "/questions/1")
                        .type("relu", "relu = " + deep.repeat(9_990 / deep.length()))
                        .type("why", "> ".repeat(2000) + "*a **a ".repeat(800))
                        .press("Check");
                assertEquals(200, page.status(), deep);
                assertTrue(page.text().contains("nested more than 100 deep"), deep + page.text());
                assertEquals(200, student.open(attempt + "/questions/1").status(), deep);
                assertEquals(200, student.open(attempt + "/review").status(), deep);
            }
        }
    }
}
