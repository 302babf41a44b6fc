package gradus.exam;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Points as people read them. */
public final class PointsText {
    private static final int DECIMALS = 2;

    private PointsText() {}

    /** At most two decimals, half up, no zeros at the end: {@code 2.5}. */
    public static String text(BigFraction points) {
        return new BigDecimal(points.getNumerator())
                .divide(new BigDecimal(points.getDenominator()), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
