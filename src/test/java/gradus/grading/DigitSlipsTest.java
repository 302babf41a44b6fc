package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.maths.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right numbers that were mistyped, rounded or put in other places. */
class DigitSlipsTest {
    @ParameterizedTest
    @CsvSource({
        "1234, 1234, true",
        "-1234, 1234, true",
        "12.34, 1234, true",
        "0.1234, 1234, true",
        "1235, 1234, true",
        "1233, 1234, true",
        "1934, 1234, true",
        "1324, 1234, true",
        "1243, 1234, true",
        "2134, 1234, true",
        "3214, 1234, false",
        "1432, 1234, false",
        "4321, 1234, false",
        "1298, 1234, false",
        "123, 1234, false",
        "12345, 1234, false",
        "8, 7, true",
        "9, 7, false",
        "70, 7, true",
        "10, 9, true",
        "1.5, 2.5, true",
        "1.25, 2.50, false"
    })
    void oneWrongDigitTwoSwappedThePointTheSignAndOneMoreOrLess(double typed, double right, boolean slip) {
        assertEquals(slip, Slips.isOfDigits(Tensor.number(typed), Tensor.number(right)));
    }

    @Test
    void digitsAreLookedAtInSingleNumbersOnly() {
        assertFalse(Slips.isOfDigits(Tensor.vector(12, 34), Tensor.vector(12, 35)));
        assertFalse(Slips.isOfDigits(Tensor.vector(12, 34), Tensor.number(12)));
        assertFalse(Slips.isOfDigits(Tensor.number(12), Tensor.vector(12, 34)));
    }

    @Test
    void theRightNumbersInAnotherOrderAreShuffled() {
        assertTrue(Slips.isShuffled(Tensor.vector(3, -1, 2), Tensor.vector(-1, 2, 3)));
        assertTrue(Slips.isShuffled(Tensor.vector(1, 2, 2), Tensor.vector(2, 1, 2)));
        assertFalse(Slips.isShuffled(Tensor.vector(1, 1, 2), Tensor.vector(2, 1, 2)));
        assertFalse(Slips.isShuffled(Tensor.vector(1, 2), Tensor.vector(1, 2, 3)));
        assertFalse(Slips.isShuffled(Tensor.vector(1, 2, 3), Tensor.vector(1, 2)));
        assertFalse(Slips.isShuffled(Tensor.vector(1, 2, 3), Tensor.vector(1, 1, 4)), "of one sum");
        assertFalse(Slips.isShuffled(Tensor.vector(Double.NaN, 2, 3), Tensor.vector(3, 2, 1)));
        assertTrue(
                Slips.isShuffled(Tensor.vector(0.1, 1e9, -1e9, 0.2, 1e-3), Tensor.vector(-1e9, 0.2, 1e9, 1e-3, 0.1)));
        assertFalse(Slips.isShuffled(Tensor.number(7), Tensor.number(7)), "a single number has no order");
    }

    @ParameterizedTest
    @CsvSource({
        "0.33, 0.333333, true",
        "0.3, 0.333333, true",
        "0.34, 0.333333, false",
        "0.333333, 0.333333, true",
        "1200, 1234, true",
        "1230, 1234, true",
        "1240, 1234, false",
        "56, 55, false",
        "56, 560, false",
        "56, 0, false",
        "60, 55, true",
        "1230.5, 1230.46, true",
        "9007199254740991, 9007199254740993, true",
        "-2.5, -2.4999, true",
        "2.5, -2.4999, false",
        "NaN, 1, false",
        "Infinity, 1, false"
    })
    void aRoundedNumberIsTheRightOneToTheDigitsThatWereTyped(double typed, double right, boolean rounded) {
        assertEquals(rounded, Slips.isRounded(Tensor.number(typed), Tensor.number(right)));
    }

    @Test
    void allNumbersMustBeRounded() {
        Tensor right = Tensor.vector(0.333333, 0.666667);
        assertTrue(Slips.isRounded(Tensor.vector(0.33, 0.667), right));
        assertFalse(Slips.isRounded(Tensor.vector(0.33, 0.66), right));
        assertFalse(Slips.isRounded(Tensor.vector(0.34, 0.67), right));
        assertFalse(Slips.isRounded(Tensor.number(0.33), right));
    }
}
