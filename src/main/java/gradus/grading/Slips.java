package gradus.grading;

import gradus.maths.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Explanations of an answer other than a wrong procedure: the right numbers mistyped, rounded or in other places. */
final class Slips {
    private static final double SAME = 1e-9;
    private static final MathContext ALIKE = new MathContext(9);

    private Slips() {}

    /** Whether several numbers are the right ones in some order. */
    static boolean isShuffled(Tensor given, Tensor right) {
        double[] typed = given.cells();
        double[] due = right.cells();
        Arrays.sort(typed);
        Arrays.sort(due);
        boolean same = typed.length == due.length && typed.length > 1;
        for (int i = 0; same && i < due.length; i++) {
            same = Math.abs(typed[i] - due[i]) <= SAME * Math.abs(due[i]);
        }
        return same;
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
