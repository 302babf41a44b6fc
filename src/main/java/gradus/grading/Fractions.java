package gradus.grading;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exact fractions of the decimals that authors write. */
final class Fractions {
    private Fractions() {}

    /** The decimal that this double was written as, exactly: 0.1 is 1/10. */
    static BigFraction of(double decimal) {
        if (decimal == 0) {
            return BigFraction.ZERO;
        }
        if (decimal == 1) {
            return BigFraction.ONE;
        }
        BigDecimal exact = BigDecimal.valueOf(decimal);
        return exact.scale() > 0
                ? BigFraction.of(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()))
                : BigFraction.of(exact.toBigInteger());
    }

    /** {@code 50} for 0.5. */
    static String percent(double fraction) {
        return BigDecimal.valueOf(fraction)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
