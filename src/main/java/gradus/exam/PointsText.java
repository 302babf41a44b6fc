package gradus.exam;

import gradus.maths.Decimals;
import org.apache.commons.numbers.fraction.BigFraction;

/** Points as people read them. */
public final class PointsText {
    private PointsText() {}

    /** At most two decimals, half up, no zeros at the end: {@code 2.5}. */
    public static String text(BigFraction points) {
        return Decimals.text(points);
    }
}
