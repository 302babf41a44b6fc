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
}
