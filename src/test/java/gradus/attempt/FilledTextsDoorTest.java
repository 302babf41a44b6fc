package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text of a question has the variant's numbers in it, wherever students read it. */
class FilledTextsDoorTest {
    private static final String OFFERED = """
            id: offered
            title: Offered
            params: {a: 'randint(4, 4)'}
            prompt: Choose.
            parts:
              - {id: one, type: choice, options: [{id: p, say: 'single {{a}}'}, {id: q, say: 'double {{2*a}}'}], expect: p}
              - {id: some, type: choices, options: [{id: p, say: 'half {{a/2}}'}, {id: q, say: 'triple {{3*a}}'}], expect: [q]}
              - id: table
                type: grid
                options: [{id: '+', say: 'more than {{a}}'}, {id: '-', say: 'less than {{a}}'}]
                rows: ['row of {{a + 1}}']
                columns: ['column of {{a + 2}}', plain]
                expect: [['+', '-']]
              - {id: why, type: text, answer: 'Because of {{a + 3}}.'}
            """;

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        TestBank bank = new TestBank(folder.resolve("bank"));
        bank.write("questions/offered.yaml", OFFERED);
        bank.write(
                "offered.yaml",
                "id: offered\ntitle: Offered\npolicy: {mode: practice}\nquestions: [{question: offered, points: 4}]\n");
        server = TestServer.withBank(bank.folder());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void says(TestPage page, String... words) {
        for (String word : words) {
            assertTrue(page.text().contains(word), word + " in " + page.text());
        }
        assertFalse(page.text().contains("{{"), page.text());
    }

    @Test
    void whatIsOfferedAndTheHeadsOfATableHaveTheNumbersInThem() {
        TestPage page =
                server.visitor().open("/courses/deep-learning/exams/offered").press("Start");
        says(page, "single 4", "double 8", "half 2", "triple 12", "more than 4", "row of 5", "column of 6");
        TestPage solved = page.press("Show solution");
        says(solved, "row of 5: more than 4, less than 4", "Because of 7.");
    }
}
