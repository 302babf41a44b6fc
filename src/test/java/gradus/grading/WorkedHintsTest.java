package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grading.work.WorkedHints;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkedHintsTest {
    private static WorkedHints hints(String part) {
        Question question = QuestionFile.read("""
                id: hinted
                title: Hinted
                params: {x: [[1, 2, 3], [4, 5, 6], [7, 8, 9]], f: [[1, 0], [2, 5]], a: 7, b: 12}
                let: {hidden: a*b}
                prompt: '{{a}}, {{b}}'
                parts:
                  - PART
                """.replace("PART", part), "hinted.yaml");
        return WorkedHints.of(Variant.draw(question, 1), question.parts().get(0));
    }

    @Test
    void aFormulaIsTheRuleAndItsNumbersAreTheFirstStepWithoutWhatComesOut() {
        WorkedHints sum = hints("{id: sum, type: integer, points: 1, expect: a + b}");
        assertEquals("a + b", sum.rule());
        assertEquals("7 + 12", sum.firstStep());
    }

    @Test
    void aNamedStepIsWorkedOutOfWhatItIsMadeOf() {
        WorkedHints named = hints("{id: named, type: integer, points: 1, expect: hidden}");
        assertEquals("a \\, b", named.rule());
        assertEquals("7 \\cdot 12", named.firstStep());
    }

    @Test
    void aConvolutionGivesItsSumAndTheProductsOfOneCell() {
        WorkedHints turned = hints("{id: y, type: matrix, points: 1, expect: 'convolve2d(x, f)'}");
        assertTrue(String.valueOf(turned.rule()).contains("\\sum_{u,v}"), turned.rule());
        assertTrue(String.valueOf(turned.rule()).contains("f_{3-u,\\,3-v}"), turned.rule());
        assertTrue(String.valueOf(turned.firstStep()).startsWith("y_{1,1} = 1 \\cdot 5"), turned.firstStep());
        assertFalse(String.valueOf(turned.firstStep()).matches(".*= [-0-9.]+$"), turned.firstStep());
    }

    @Test
    void whatIsNoWorkGivesNoHint() {
        assertEquals(
                new WorkedHints(null, null), hints("{id: bare, type: integer, points: 1, expect: a}"), "it is the key");
        assertEquals(
                new WorkedHints(null, null),
                hints("{id: shape, type: matrix, points: 1, expect: '[28, 28, 8]'}"),
                "they are the key");
    }

    @Test
    void aQuestionThatAsksForAFormulaIsNotToldIt() {
        WorkedHints formula =
                hints("{id: line, type: formula, points: 1, expect: 2*u, symbols: {u: {from: -1, to: 1}}}");
        assertNull(formula.rule());
        assertNull(formula.firstStep());
    }

    @Test
    void noFirstStepOfTheShippedBankSaysWhatComesOut() {
        int found = 0;
        for (String id : ShippedBank.questionIds()) {
            Question question = ShippedBank.question(id);
            Variant variant = Variant.draw(question, 7);
            for (Part part : question.parts()) {
                String step = WorkedHints.of(variant, part).firstStep();
                if (step != null) {
                    assertFalse(
                            step.matches("(?s).* = (-?[0-9.]+|\\\\begin\\{bmatrix}[-0-9.&\\\\ ]*\\\\end\\{bmatrix})$"),
                            id + " " + part.id() + ": " + step);
                    found++;
                }
            }
        }
        assertTrue(found > 150, found + " first steps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | sqrt(a + b) | \\sqrt{a + b} | \\sqrt{7 + 12}",
                "number | hidden + 1 | \\mathrm{hidden} + 1 | 84 + 1",
                "number | -a | -a | -7",
                "matrix | 'max_pool(x, 2, 1)' | | y_{1,1} = \\max(1,\\, 2,\\, 4,\\, 5)",
                "number | 'momentum(a, seq(b, 2), 0.1).w' | \\begin{gathered}v_{t} = \\beta \\, v_{t-1} +"
                        + " \\left(1 - \\beta\\right) \\, g_{t} \\\\ a_{t} = a_{t-1} - \\alpha \\, v_{t}\\end{gathered}"
                        + " | v_{1} = 0.1 \\cdot 12",
                "matrix | '(zeros(9, 9) + a) .* 2'"
                        + " | \\left(\\mathrm{zeros}\\left(9, 9\\right) + a\\right) \\odot 2"
                        + " | \\left(\\mathrm{zeros}\\left(9, 9\\right) + 7\\right) \\odot 2"
            })
    void theRuleStandsInSymbolsAndTheFirstStepInNumbersWithoutTheirResult(
            String type, String expect, String rule, String firstStep) {
        assertEquals(
                new WorkedHints(rule, firstStep),
                hints("{id: p, type: " + type + ", points: 1, expect: \"" + expect + "\"}"));
    }

    @Test
    void aRuleHasSixLinesAtMost() {
        WorkedHints long7 = hints(
                "{id: p, type: matrix, points: 1, expect: 'linear_momentum(f, [1.5, -2], [1.5, -2], 0, 0.1, 0.5, 1).w'}");
        assertEquals(6, String.valueOf(long7.rule()).split(" \\\\\\\\ ", -1).length, long7.rule());
        assertTrue(String.valueOf(long7.firstStep()).startsWith("o_{1} = "), long7.firstStep());
    }

    @Test
    void whatIsTooLongForAHintIsLeftOut() {
        String sum = "{id: p, type: matrix, points: 1, expect: '%s'}";
        WorkedHints fits = hints(sum.formatted("x*x" + " + x*x".repeat(7)));
        assertTrue(String.valueOf(fits.firstStep()).contains("\\begin{bmatrix}1 & 2 & 3"), fits.firstStep());
        WorkedHints never = hints(sum.formatted("x*x" + " + x*x".repeat(20)));
        assertEquals("x \\, x" + " + x \\, x".repeat(20), never.rule());
        assertNull(never.firstStep());
    }
}
