package gradus.grading;

import gradus.maths.Tensor;
import gradus.question.Tolerance;
import java.math.BigDecimal;

/**
 * The probability that a random answer to a part matches a procedure: cells with as many decimals as were typed, within the
 * range of the key and the answer.
 */
final class Chance {
    /** The largest total probability of all procedures tried at which one of them may still be blamed. */
    static final double MOST = 0.01;

    private static final int MOST_DECIMALS = 6;

    private final double ofCell;

    private Chance(double ofCell) {
        this.ofCell = Math.min(1, ofCell);
    }

    /** The chance for cells that each hold one of a number of options. */
    static Chance ofOptions(int options) {
        return new Chance(1.0 / Math.max(1, options));
    }

    /** The chance for numbers. */
    static Chance of(Tensor given, Tensor key, Tolerance tolerance) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Tensor tensor : new Tensor[] {given, key}) {
            for (int i = 0; i < tensor.size(); i++) {
                low = tensor.cell(i) < low ? tensor.cell(i) : low;
                high = tensor.cell(i) > high ? tensor.cell(i) : high;
            }
        }
        if (key.size() == 1) {
            // a single number tells nothing about its range, except that either sign is possible
            high = Math.max(Math.abs(low), Math.abs(high));
            low = -high;
        }
        double span = high - low;
        if (!(span > 0) || Double.isInfinite(span)) {
            return new Chance(1);
        }
        double largest = Likeness.largest(key);
        double step = Math.pow(10, -decimals(given));
        double forgiven = 2 * tolerance.distance(largest, largest);
        return new Chance(Math.max(step, forgiven) / (span + step));
    }

    private static int decimals(Tensor given) {
        int most = 0;
        for (int i = 0; i < given.size(); i++) {
            most = Math.max(most, decimals(given.cell(i)));
        }
        return Math.min(most, MOST_DECIMALS);
    }

    /** The number of decimals typed, not counting trailing zeros. */
    static int decimals(double typed) {
        return Double.isFinite(typed)
                ? Math.max(0, BigDecimal.valueOf(typed).stripTrailingZeros().scale())
                : 0;
    }

    /** The probability that at least some of a number of cells agree. */
    double ofAgreeing(int atLeast, int cells) {
        double chance = 0;
        double ways = 1;
        for (int missing = 0; missing <= cells - atLeast; missing++) {
            chance += ways * Math.pow(ofCell, cells - missing) * Math.pow(1 - ofCell, missing);
            ways = ways * (cells - missing) / (missing + 1);
        }
        return Math.min(1, chance);
    }
}
