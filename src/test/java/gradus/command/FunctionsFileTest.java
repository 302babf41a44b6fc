package gradus.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instructor teaches Gradus an algorithm in ten lines. */
class FunctionsFileTest {
    private static final String FUNCTIONS = """
            ema_sgd:
              signature: 'ema_sgd(w, grads, lr, beta=0.9)'
              say: {ko: '이동 평균을 따라 내려갑니다.', en: 'Gradient descent along a moving average.'}
              start: {v: '0*w'}
              each: g in grads                     # the lines below, once a step
              lines: {v: 'beta*v + (1-beta)*g', w: 'w - lr*v'}
              returns: [w, v]                      # fields of the record; one name: a plain value
            """;
    private static final String QUESTION = """
            id: ema
            title: Moving average
            params: {w: 'randint(1, 9)', g1: 'randint(1, 9)', g2: 'randint(1, 9)'}
            let: {run: 'ema_sgd(w, seq(g1, g2), 0.5)'}
            prompt: 'Two steps from $w={{w}}$ with $g_1={{g1}}$, $g_2={{g2}}$.'
            parts:
              - {id: v, type: number, expect: run.v}
              - {id: after, type: number, expect: run.w, mistakes: [{id: plain, expect: 'sgd(w, seq(g1, g2), 0.5).w', say: Plain.}]}
            solution: '{{steps(after)}}'
            """;

    @TempDir
    Path folder = Path.of("");

    private String file(String functions, String question) throws IOException {
        Files.writeString(folder.resolve("functions.yaml"), functions);
        Path file = folder.resolve("ema.yaml");
        Files.writeString(file, question);
        return file.toString();
    }

    @Test
    void aCourseFunctionIsCheckedKeyedAndGraded() throws IOException {
        String file = file(FUNCTIONS, QUESTION);
        CommandRun check = CommandRun.of("check", folder.toString(), "--variants", "20");
        assertEquals(0, check.code(), check.out() + check.err());
        CommandRun key = CommandRun.of("key", file, "--seed", "1", "--with", "{\"w\": 1, \"g1\": 2, \"g2\": 4}");
        assertTrue(key.out().contains("\"v\":0.5799999999999998"), key.out());
        CommandRun graded = CommandRun.of(
                "grade",
                file,
                "--seed",
                "1",
                "--with",
                "{\"w\": 1, \"g1\": 2, \"g2\": 4}",
                "--responses",
                "{\"v\": \"0.58\", \"after\": \"0.61\"}");
        assertTrue(graded.out().contains("\"score\":2"), graded.out());
    }

    @Test
    void whatGoesWrongInTheLinesOfACourseFunctionIsNamed() throws IOException {
        String file = file(FUNCTIONS, """
                id: ema
                title: Moving average
                prompt: Two steps.
                params: {w: '[5, 5, 4, 2]', g1: '[5, 4, 3, 2]', g2: '[-2, -3, -1, -5]'}
                parts:
                  - {id: after, type: matrix, expect: 'ema_sgd(w, seq(g1, g2), 0.1, beta=0.8).w'}
                solution: steps
                """);
        CommandRun graded = CommandRun.of(
                "grade", file, "--seed", "1", "--responses", "{\"after\": \"[4.68, 4.856, 3.792, 2.208]\"}");
        assertTrue(graded.out().contains("\"mistake\":\"rate_and_rest(ema_sgd.v: "), graded.out());
        assertTrue(graded.out().contains("You took a rate for its complement"), graded.out());
    }

    @Test
    void whatIsWrongWithAFunctionIsToldAtItsPlace() throws IOException {
        file(FUNCTIONS.replace("(1-beta)*g'", "(1-beta)*h'"), QUESTION);
        CommandRun check = CommandRun.of("check", folder.toString(), "--variants", "5");
        assertEquals(1, check.code());
        assertTrue(check.out().contains("functions.yaml:6:33: the name h is not known here"), check.out());
        file(FUNCTIONS.replace("ema_sgd", "adam"), QUESTION.replace("ema_sgd", "adam"));
        String taken =
                CommandRun.of("check", folder.toString(), "--variants", "5").out();
        assertTrue(taken.contains("functions.yaml:1:1: there is a function adam already"), taken);
    }

    @Test
    void anExampleThatComesToSomethingElseIsTold() throws IOException {
        file(FUNCTIONS + "  examples: {'ema_sgd(1, seq(2), 0.5).v': '0.3'}\n", QUESTION);
        String said =
                CommandRun.of("check", folder.toString(), "--variants", "5").out();
        assertTrue(said.contains("functions.yaml:8:1: ema_sgd(1, seq(2), 0.5).v comes to 0.1999"), said);
    }

    @Test
    void aParameterMayNotBearTheNameOfACourseFunction() throws IOException {
        file(FUNCTIONS, QUESTION.replace("params: {", "params: {ema_sgd: 3, "));
        String said =
                CommandRun.of("check", folder.toString(), "--variants", "5").out();
        assertTrue(said.contains("\"ema_sgd\" is the name of a function"), said);
    }
}
