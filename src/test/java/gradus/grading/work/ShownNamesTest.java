package gradus.grading.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names a question shows, so that a formula of the work may hold them. */
class ShownNamesTest {
    private final ShownNames names = ShownNames.of(Variant.of(QuestionFile.read("""
                    id: shown
                    title: Not $t$
                    prompt: {en: '$x_{1,\\,2}$ and $$\\alpha$$ and `W` and $pq_3$, $f(\\hat{y})$, $\\mathrm{loss}$', ko: '$k_2$'}
                    parts:
                      - {id: p, type: formula, points: 1, label: '$dz$', expect: 2*lr, symbols: {lr: {}}}
                    """, "shown.yaml"), Map.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x_{1,2} | true",
                "x_{1, 2} | true",
                "x_{1.2} | true",
                "x_{1} | false",
                "x | true",
                "x_2 | false",
                "\\alpha | true",
                "\\beta | false",
                "W | true",
                "\\mathbf{W} | true",
                "w | false",
                "k_2 | true",
                "k_{2} | true",
                "pq_3 | true",
                "q_3 | true",
                "p | true",
                "p_3 | false",
                "\\hat{y} | true",
                "\\hat y | true",
                "y | false",
                "f | false",
                "f(W) | true",
                "g(W) | true",
                "g'(W) | true",
                "g (W) | true",
                "g W | false",
                "\\mathrm{loss} | true",
                "dz | true",
                "d | true",
                "\\mathit{lr} | true",
                "e^{W} | true",
                "\\frac{W}{2} + \\sum_{i} \\ln W | true",
                "\\frac{W}{v} | false",
                "\\begin{bmatrix} W & 3 \\end{bmatrix} | true",
                "t | false"
            })
    void aFormulaHasNoNameThatTheQuestionDoesNotShow(String latex, boolean shown) {
        assertEquals(shown, names.has(latex));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W = p + 1 = 2 + 1 = 3 | W = p + 1 = 2 + 1 = 3",
                "v = p + 1 = 2 + 1 = 3 | p + 1 = 2 + 1 = 3",
                "W = v + 1 = 2 + 1 = 3 | 2 + 1 = 3",
                "v + 1 | ",
                "W = v | "
            })
    void ofALineTheEndIsToldBeforeWhichAnotherNameStands(String line, String told) {
        assertEquals(told, names.told(line));
    }

    @Test
    void signsOfEqualityWithinBracesPartNothing() {
        assertEquals(List.of("\\sum_{i=1}^{n} a", "b_{i=2}", "3"), ShownNames.sides("\\sum_{i=1}^{n} a = b_{i=2}=3"));
    }

    @Test
    void aFormulaThatIsOneNameIsThatNameWithoutItsLooks() {
        assertEquals("W_1.2", ShownNames.only("\\mathbf{W}_{1,\\,2}"));
        assertEquals("\\hatx", ShownNames.only(" \\hat x "));
        assertNull(ShownNames.only("a + b"));
        assertNull(ShownNames.only("3"));
    }
}
