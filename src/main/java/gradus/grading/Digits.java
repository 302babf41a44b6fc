package gradus.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The digits of a number as people write it. */
final class Digits {
    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);

    private Digits() {}

    /** Four digits at most, without zeros at the end. */
    static String of(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(FOUR).stripTrailingZeros();
        return rounded.toPlainString();
    }

    /** How many digits a number was typed with, but for zeros at its ends. */
    static int significant(double typed) {
        BigDecimal digits = BigDecimal.valueOf(typed).stripTrailingZeros();
        // the zeros of 1200 were typed
        return digits.precision() + Math.max(0, -digits.scale());
    }
}
