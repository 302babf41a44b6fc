package gradus.maths;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Decimals as exact fractions, and fractions as the decimals that people read. */
public final class Decimals {
    private static final int READ = 2;

    private Decimals() {}

    /** A decimal, exactly. */
    public static BigFraction exactly(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? BigFraction.of(decimal.toBigInteger())
                : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The decimal that this double was written as, exactly: 0.1 is 1/10. */
    public static BigFraction exactly(double decimal) {
        return exactly(BigDecimal.valueOf(decimal));
    }

    /** A fraction with so many decimals, half up. */
    public static BigDecimal rounded(BigFraction fraction, int decimals) {
        return new BigDecimal(fraction.getNumerator())
                .divide(new BigDecimal(fraction.getDenominator()), decimals, RoundingMode.HALF_UP);
    }

    /** At most two decimals, half up, no zeros at the end: {@code 2.5}. */
    public static String text(BigFraction fraction) {
        return rounded(fraction, READ).stripTrailingZeros().toPlainString();
    }

    /**
     * All decimals, no zeros at the end: {@code 2.125}.
     *
     * @throws ArithmeticException where they have no end
     */
    public static String all(BigFraction fraction) {
        return new BigDecimal(fraction.getNumerator())
                .divide(new BigDecimal(fraction.getDenominator()))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@code 50} for 0.5. */
    public static String percent(double fraction) {
        return BigDecimal.valueOf(fraction)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
