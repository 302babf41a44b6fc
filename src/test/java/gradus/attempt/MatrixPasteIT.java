package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.TestServer;
import gradus.browser.Browser;
import gradus.question.file.QuestionFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a pasted text unfolds into the cells of a grid, in the browser that does it. */
class MatrixPasteIT {
    private static final List<List<String>> SQUARE = List.of(List.of("1", "2"), List.of("3", "4"));
    private static final String TEXT = "attempt-grid-text.js";
    private static final String CONSTRUCTORS = QuestionFile.read(
                    "id: a\ntitle: A\nprompt: A\nparts:\n  - {id: m, type: matrix, label: M, expect: '[1,2]'}\n",
                    "a.yaml")
            .parts()
            .get(0)
            .type()
            .control()
            .constructors();
    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void openAnyPage() {
        server = TestServer.start();
        browser = Browser.at(server.app().address(), "en").go("/sign-in");
    }

    @AfterAll
    static void close() {
        try (TestServer ending = server;
                Browser closing = browser) {
            closing.check();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1,2],[3,4]]",
                "[1 2; 3 4]",
                "[1, 2; 3, 4];",
                "[[1 2],[3 4]]",
                "[[ 1  2]\n [ 3  4]]",
                "[[1,2],\n[3,4],]",
                "np.array([[1, 2],\n          [3, 4]], dtype=float)",
                "array([[1, 2],\n       [3, 4]])",
                "torch.tensor([[1, 2], [3, 4]])",
                "1\t2\r\n3\t4\r\n",
                "1 2\n3 4",
                "1, 2\n3, 4",
                "\\begin{pmatrix}1 & 2\\\\ 3 & 4\\end{pmatrix}",
                "$$\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\\\ \\end{bmatrix}$$",
                "A = [1 2; 3 4]",
                "W_1 := [[1,2],[3,4]]",
                "A =\n\n     1     2\n     3     4\n",
                "{{1,2},{3,4}}",
                "| 1 | 2 |\n|---|---|\n| 3 | 4 |",
                "| a | b |\n|:--|--:|\n| 1 | 2 |\n| 3 | 4 |",
                "1 | 2\n---|---\n3 | 4",
                "a | b\n:-: | --\n1 | 2\n3 | 4",
                "((1, 2), (3, 4))",
                "[(1, 2),\n (3, 4)]",
                "np.array([(1,2),(3,4)])",
                "np.array(((1, 2), (3, 4)))",
                "１，２；３，４"
            })
    void everyFormInWhichPeopleHaveMatricesUnfolds(String pasted) {
        assertEquals(SQUARE, cells(pasted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1,2],[3]]",
                "[[[1,2],[3,4]]]",
                "[[1,2],[3,4",
                "(1, 2)",
                "((1), (2))",
                "((1,2),(3,4)) + (1,2)",
                "np.array([[1,2],[3,4]]) + 1",
                "np.myarray([[1,2],[3,4]])",
                "Array ([[1,2],[3,4]])",
                ""
            })
    void whatMakesNoGridStaysTextSoThatNothingTypedIsLost(String pasted) {
        assertEquals(null, cells(pasted));
    }

    @Test
    void cellsKeepWhatWasTypedInThem() {
        assertEquals(List.of(List.of("1", "-2")), cells("1 -2"));
        assertEquals(List.of(List.of("1-2")), cells("1 - 2"));
        assertEquals(List.of(List.of("3/4", "1e-3")), cells("3/4 1e-3"));
        assertEquals(List.of(List.of("(1+2)", "3")), cells("(1 + 2) 3"));
        assertEquals(List.of(List.of("1", ""), List.of("", "4")), cells("[[1,],[,4]]"));
        assertEquals(List.of(List.of("1", "", "3")), cells("1\t\t3"));
        assertEquals(List.of(List.of("-1", "2")), cells("−1 2"));
        assertEquals(List.of(List.of("1"), List.of("2")), cells("[1; 2]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]   ", "$", "[", "1 ", "((", "[[1,2],", "np.array("})
    void aPasteMadeToHangDoesNot(String piece) {
        long began = System.nanoTime();
        cells("[" + piece.repeat(20_000) + "x");
        assertEquals(true, System.nanoTime() - began < 5_000_000_000L);
    }

    @Test
    void cellsAreJoinedAsTheServerReadsThem() {
        assertEquals(
                "[[1,_],[_,4]]",
                run(TEXT, "return module.textOf(text)", List.of(List.of("1", ""), List.of(" ", " 4"))));
        assertEquals("", run(TEXT, "return module.textOf(text)", List.of(List.of("", " "))));
    }

    private static @Nullable Object cells(String pasted) {
        return run("attempt-matrix.js", "return module.cellsOf(text, '" + CONSTRUCTORS + "')", pasted);
    }

    private static @Nullable Object run(String file, String script, Object argument) {
        Object reply = browser.driver()
                .executeAsyncScript(
                        "const [text, done] = arguments;"
                                + "import('/static/" + file + "').then(module => (() => {" + script + "})())"
                                + ".then(result => done(JSON.stringify({result: result ?? null})), problem => done(String(problem)));",
                        argument);
        try {
            return new ObjectMapper().readValue((String) reply, Map.class).get("result");
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException(String.valueOf(reply), failed);
        }
    }
}
