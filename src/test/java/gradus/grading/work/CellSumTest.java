package gradus.grading.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gradus.expression.Expression;
import gradus.expression.value.Value;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One cell of a matrix, written out with the numbers that it is made of. */
class CellSumTest {
    private static final String FILE = """
            id: cells
            title: Cells
            params:
              a: [[1.5, 2.5], [3.25, 4]]
              b: [[2, -5], [7, 0]]
              r: [[10, 20]]
              c: [[30], [40]]
              s: 0.5
              wide: zeros(1, 60) + 7
            prompt: P
            parts:
              - {id: p, type: matrix, points: 1, expect: '%s'}
            """;

    private static @Nullable String sum(String formula, int cell) {
        Question question = QuestionFile.read(FILE.formatted(formula), "cells.yaml");
        Variant variant = Variant.draw(question, 1);
        Expression expect = variant.expect(question.part("p"));
        Value value = expect.evaluate(variant.scope());
        return new CellSum(variant, expect).of(value.asTensor(), cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*b | 1 | 1.5 \\cdot (-5) + 2.5 \\cdot 0 = -7.5",
                "a*b | 2 | 3.25 \\cdot 2 + 4 \\cdot 7 = 34.5",
                "a*b + r | 1 | 1.5 \\cdot (-5) + 2.5 \\cdot 0 + 20 = 12.5",
                "a*b - r | 3 | 3.25 \\cdot (-5) + 4 \\cdot 0 - 20 = -36.25",
                "a*b + c | 2 | 3.25 \\cdot 2 + 4 \\cdot 7 + 40 = 74.5",
                "a*b - c | 1 | 1.5 \\cdot (-5) + 2.5 \\cdot 0 - 30 = -37.5",
                "a*b + b | 1 | 1.5 \\cdot (-5) + 2.5 \\cdot 0 - 5 = -12.5",
                "a*b - b | 1 | 1.5 \\cdot (-5) + 2.5 \\cdot 0 + 5 = -2.5",
                "a*b + b | 3 | 3.25 \\cdot (-5) + 4 \\cdot 0 + 0 = -16.25",
                "a*b - b | 3 | 3.25 \\cdot (-5) + 4 \\cdot 0 - 0 = -16.25",
                "a*b - s + r | 0 | 1.5 \\cdot 2 + 2.5 \\cdot 7 - 0.5 + 10 = 30",
            })
    void aProductOfMatricesIsTheSumOfItsRowTimesItsColumnAndWhatIsAdded(String formula, int cell, String sum) {
        assertEquals(sum, sum(formula, cell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r + a*b | 0 | 10 + 20.5 = 30.5",
                "s*a | 3 | 0.5 \\cdot 4 = 2",
                "a .* b | 1 | 2.5 \\odot \\left(-5\\right) = -12.5",
                "a + c | 3 | 4 + 40 = 44",
                "a + r | 2 | 3.25 + 10 = 13.25",
                "-(a + b) | 0 | -\\left(1.5 + 2\\right) = -3.5",
                "(a*b).^2 + r | 1 | \\left(-7.5\\right)^{\\circ 2} + 20 = 76.25",
                "relu(b) - a | 2 | \\mathrm{relu}\\left(7\\right) - 3.25 = 3.75",
                "wide''*wide | 61 | 7 \\cdot 7 = 49",
            })
    void anyOtherCellIsAFormulaOfTheCellsThatStandInItsPlace(String formula, int cell, String sum) {
        assertEquals(sum, sum(formula, cell));
    }

    @Test
    void aWindowUnderAKernelIsItsLineOfTheWorkedSteps() {
        assertEquals("y_{2,1} = 3.25 \\cdot 10 + 4 \\cdot 20 = 112.5", sum("correlate2d(a, r)", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a | 0", "-a | 0", "[1, 2] + [3, 4] | 1", "a' | 1", "wide*wide' | 0"})
    void whatIsMadeOfNothingOrOfTooMuchIsNotWrittenOut(String formula, int cell) {
        assertNull(sum(formula.replace("'", "''"), cell));
    }
}
