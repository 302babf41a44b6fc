package gradus.grading.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first line in which the work of a wrong procedure reads differently, beside the right one. */
class WorkedLinesTest {
    private static final String FILE = """
            id: lines
            title: Lines
            params: {a: 1.5, b: 2, w: 1.7, g: 0.5, h: 0.25, secret: 0.3, other: 0.7, x: [[1, 2], [3, 4]], big: 'zeros(9, 9) + 7'}
            prompt: '$a, b, w, g, h, x$'
            parts: [{id: p, type: number, points: 1, expect: 1}]
            """;

    private static @Nullable WorkedLines lines(String right, String wrong) {
        Question question = QuestionFile.read(FILE, "lines.yaml");
        Vocabulary words = Vocabulary.author(question.params().keySet());
        return WorkedLines.of(
                Variant.draw(question, 1), Expression.parse(right, words), Expression.parse(wrong, words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b | a - b | a + b = 1.5 + 2 = 3.5 | a - b = 1.5 - 2 = -0.5",
                "secret + b | secret - b | 0.3 + 2 = 2.3 | 0.3 - 2 = -1.7",
                "momentum(w, seq(g, h), 0.1).w | momentum(w, seq(g, h), 0.2).w"
                        + " | 1.7 - 0.1 \\cdot 0.05 = 1.695 | 1.7 - 0.2 \\cdot 0.05 = 1.69",
                "momentum(w, seq(g, h), 0.1).w | sgd(w, seq(g, h), 0.1).w"
                        + " | 1.7 - 0.1 \\cdot 0.05 = 1.695 | 1.7 - 0.1 \\cdot 0.5 = 1.65",
                "correlate2d(x, [[1, 2]]) | correlate2d(x, [[2, 1]])"
                        + " | 1 \\cdot 1 + 2 \\cdot 2 = 5 | 1 \\cdot 2 + 2 \\cdot 1 = 4"
            })
    void theLinesAboutOneQuantityStandSideBySideWithoutNamesThatAreNotShown(
            String right, String wrong, String due, String own) {
        assertEquals(new WorkedLines(due, own), lines(right, wrong));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b | a + b",
                "secret | other",
                "a | b",
                "a + 1/0 | a + b",
                "[1, 2][a] | a + b",
                "big + big | big - big",
                "momentum(w, seq(g, h), 0.1).w | momentum(w, seq(g), 0.1).w",
                "momentum(w, seq(g, h), 0.1).w | w - 0.1*g",
            })
    void whereNothingReadsDifferentlyOrTooMuchNoLineIsTold(String right, String wrong) {
        assertNull(lines(right, wrong));
    }
}
