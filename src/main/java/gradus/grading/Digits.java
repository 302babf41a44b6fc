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

    /** The number of digits typed, not counting leading and trailing zeros. */
    static int significant(double typed) {
        BigDecimal digits = BigDecimal.valueOf(typed).stripTrailingZeros();
        // zeros before the point, as in 1200, were typed and count
        return digits.precision() + Math.max(0, -digits.scale());
    }
}
