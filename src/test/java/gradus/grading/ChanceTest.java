package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.maths.Tensor;
import gradus.question.Tolerance;
import gradus.question.Variant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How likely an answer is by chance, how near it must come, and by which counts it may be off. */
class ChanceTest {
    private static final double EXACTLY = 1e-12;

    private static double ofOne(Tensor given, Tensor key, Tolerance tolerance) {
        return Chance.of(given, key, tolerance).ofAgreeing(1, 1);
    }

    private static Tensor vector(double... cells) {
        return Tensor.vector(cells);
    }

    @Test
    void guessesAmongOptionsAgreeAsDiceDo() {
        Chance four = Chance.ofOptions(4);
        assertEquals(1 / 16.0, four.ofAgreeing(2, 2), EXACTLY);
        assertEquals(7 / 16.0, four.ofAgreeing(1, 2), EXACTLY);
        assertEquals(1, four.ofAgreeing(0, 2), EXACTLY);
        assertEquals(10 / 64.0, four.ofAgreeing(2, 3), EXACTLY);
        assertEquals(1, Chance.ofOptions(1).ofAgreeing(3, 3), EXACTLY);
        assertEquals(1, Chance.ofOptions(0).ofAgreeing(3, 3), EXACTLY);
    }

    @Test
    void aNumberIsOneOfThoseWithAsManyDecimalsInTheRangeOfKeyAndAnswer() {
        assertEquals(1 / 11.0, ofOne(vector(2, 7), vector(0, 10), Tolerance.EXACT), EXACTLY);
        assertEquals(1 / 13.0, ofOne(vector(-2, 7), vector(0, 10), Tolerance.EXACT), EXACTLY);
        assertEquals(1 / 13.0, ofOne(vector(2, 12), vector(0, 10), Tolerance.EXACT), EXACTLY);
        assertEquals(1 / 101.0, ofOne(vector(2.5, 7), vector(0, 10), Tolerance.EXACT), EXACTLY);
        assertEquals(
                1 / 10_000_001.0, ofOne(vector(2.123456789, 7), vector(0, 10), Tolerance.EXACT), EXACTLY, "six count");
        assertEquals(2 / 11.0, ofOne(vector(2, 7), vector(0, 10), new Tolerance.Near(1, 0)), EXACTLY);
        assertEquals(1 / 11.0, ofOne(vector(2, Double.NaN), vector(0, 10), Tolerance.EXACT), EXACTLY, "a blank");
        assertEquals(1, ofOne(vector(3, 3), vector(3, 3), Tolerance.EXACT), EXACTLY, "nothing is known of the range");
    }

    @Test
    void aSingleNumberCouldHaveEitherSign() {
        assertEquals(1 / 7.0, ofOne(Tensor.number(3), Tensor.number(2), Tolerance.EXACT), EXACTLY);
        assertEquals(1 / 9.0, ofOne(Tensor.number(3), Tensor.number(-4), Tolerance.EXACT), EXACTLY);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1", "1.50, 1", "1200, 0", "0.00012, 5", "-2.25, 2", "NaN, 0", "Infinity, 0"})
    void decimalsAreCountedWithoutZerosAtTheEnd(double typed, int decimals) {
        assertEquals(decimals, Chance.decimals(typed));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.05, 1", "1.25, 3", "1200, 4", "1234, 4", "0.1020, 3", "-70, 2"})
    void digitsAreCountedWithZerosBeforeThePoint(double typed, int digits) {
        assertEquals(digits, Digits.significant(typed));
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "4, 3", "5, 4", "6, 5", "7, 6", "10, 9", "13, 12", "14, 12", "20, 17", "21, 18", "100, 85"})
    void nearlyAllCellsMustAgreeAndOneMayAlwaysDiffer(int telling, int needed) {
        assertEquals(needed, Nearness.needed(telling));
        assertTrue(Nearness.isNear(needed, telling, false));
        assertFalse(Nearness.isNear(needed - 1, telling, false));
    }

    @Test
    void amongFewCellsOneThatIsRightOrBlankSpeaksAgainstTheMistake() {
        assertTrue(Nearness.isNear(3, 4, false));
        assertFalse(Nearness.isNear(3, 4, true));
        assertTrue(Nearness.isNear(4, 5, true));
        assertFalse(Nearness.canBe(2));
        assertFalse(Nearness.isNear(2, 2, false));
    }

    @Test
    void countsAreTheWholeNumbersAndSizesOfAQuestion() {
        Variant variant = Questions.of("""
                params: {m: 8, small: 1, half: 2.5, minus: -3, huge: 2000000, most: 1000000, X: [[1, 2, 3, 4, 5], [6, 7, 8, 9, 9]]}
                parts: [{id: a, type: number, expect: m}]
                """);
        Tensor key = vector(0.5, 0.25, 0.125);
        assertEquals(Set.of(2.0, 3.0, 5.0, 8.0, 10.0, 1e6), Counts.of(variant, key));
        Set<Double> factors = Counts.factors(variant, key);
        assertTrue(factors.containsAll(Set.of(-1.0, 0.5, 2.0, 10.0, 0.1, 1e6, 1e-6, 3.0, 1 / 3.0, 8.0, 1 / 8.0)));
        assertFalse(factors.contains(1e7));
        assertFalse(factors.contains(1.0));
        assertFalse(factors.contains(7.0));
    }
}
