package gradus.grading;

import gradus.maths.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Explanations of an answer other than a wrong procedure: the right numbers mistyped, rounded or in other places. */
final class Slips {
    private static final double SAME = 1e-9;
    private static final int TEN = 10;

    /** Whole numbers below this are doubles with all their digits. */
    private static final double MANY_DIGITS = 1e15;

    private static final MathContext ALIKE = new MathContext(9);

    private Slips() {}

    /** Whether several numbers are the right ones in some order. */
    static boolean isShuffled(Tensor given, Tensor right) {
        if (given.size() != right.size() || given.size() < 2 || !haveOneSum(given, right)) {
            return false;
        }
        double[] typed = given.cells();
        double[] due = right.cells();
        Arrays.sort(typed);
        Arrays.sort(due);
        boolean same = true;
        for (int i = 0; same && i < due.length; i++) {
            same = Math.abs(typed[i] - due[i]) <= SAME * Math.abs(due[i]);
        }
        return same;
    }

    /** Whether the sums are as near as those of the same numbers are, whatever their order: most answers end here, unsorted. */
    private static boolean haveOneSum(Tensor given, Tensor right) {
        double difference = 0;
        double magnitude = 0;
        for (int i = 0; i < right.size(); i++) {
            difference += given.cell(i) - right.cell(i);
            magnitude += Math.abs(given.cell(i)) + Math.abs(right.cell(i));
        }
        return !(Math.abs(difference) > 2 * SAME * magnitude);
    }

    /** Whether every number is the right one rounded to the digits that were typed. */
    static boolean isRounded(Tensor given, Tensor right) {
        boolean rounded = given.size() == right.size();
        for (int i = 0; rounded && i < right.size(); i++) {
            rounded = isRounded(given.cell(i), right.cell(i));
        }
        return rounded;
    }

    private static boolean isRounded(double typed, double due) {
        if (!Double.isFinite(typed) || Math.abs(typed - due) <= SAME * Math.abs(due)) {
            return Double.isFinite(typed);
        }
        if (due == Math.rint(due) && typed % TEN != 0 && typed == Math.rint(typed) && Math.abs(typed) < MANY_DIGITS) {
            // rounded at its last digit or before, a whole number is itself or ends in 0
            return false;
        }
        int digits = BigDecimal.valueOf(typed).stripTrailingZeros().precision();
        return BigDecimal.valueOf(due).round(new MathContext(digits)).doubleValue() == typed;
    }

    /**
     * Whether a single number is the right one with one wrong digit, two digits swapped, the point or the sign wrong,
     * or off by one.
     */
    static boolean isOfDigits(Tensor given, Tensor right) {
        if (given.size() != 1 || right.size() != 1) {
            return false;
        }
        String typed = digits(given.cell(0));
        String due = digits(right.cell(0));
        if (typed.equals(due) || Math.abs(given.cell(0) - right.cell(0)) == 1) {
            return true;
        }
        int first = -1;
        int differing = 0;
        for (int i = 0; typed.length() == due.length() && i < due.length(); i++) {
            if (typed.charAt(i) != due.charAt(i)) {
                first = first < 0 ? i : first;
                differing++;
            }
        }
        boolean swapped = differing == 2
                && first + 1 < due.length()
                && typed.charAt(first) == due.charAt(first + 1)
                && typed.charAt(first + 1) == due.charAt(first);
        return due.length() > 1 && (differing == 1 || swapped);
    }

    private static String digits(double number) {
        return BigDecimal.valueOf(Math.abs(number))
                .round(ALIKE)
                .stripTrailingZeros()
                .unscaledValue()
                .toString();
    }
}
