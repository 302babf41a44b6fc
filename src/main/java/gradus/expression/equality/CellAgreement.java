package gradus.expression.equality;

import gradus.expression.value.NumberValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;

/** The comparison of a response with a key, point by point and cell by cell, and how often each cell has decided. */
final class CellAgreement {
    /** The largest relative distance at which two values agree. */
    private static final double AGREEMENT = 1e-9;

    /**
     * The margin on rounding bounds, which are of first order: near a pole, where the argument is hardly larger than
     * its error, more digits may be lost.
     */
    private static final double FIRST_ORDER = 2;

    /** The factor by which deciding points must outnumber points at which nothing is known. */
    private static final int DECIDED_A_UNKNOWN = 4;

    private final int[] decided;
    private final int[] unknown;

    CellAgreement(int size) {
        decided = new int[size];
        unknown = new int[size];
    }

    enum Outcome {
        AGREE,
        DIFFER,
        UNDECIDED,
        /** The number of undecided points without even a rounding bound. */
        UNKNOWN,
        BOTH_UNDEFINED,
        ONE_UNDEFINED
    }

    /** Whether every cell has agreed at this many points, and at four times as many as those at which nothing was known. */
    boolean haveAgreed(int points) {
        for (int i = 0; i < decided.length; i++) {
            if (decided[i] < points || decided[i] < DECIDED_A_UNKNOWN * unknown[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compares two numeric values of this size; false if they differ or only one is defined in some cell.
     *
     * @param far whether they were computed far out, where an overflow proves nothing
     */
    boolean agree(Value response, Value key, boolean far) {
        if (response instanceof NumberValue a && key instanceof NumberValue b) {
            return count(0, compare(a.value(), a.bound(), b.value(), b.bound()), far);
        }
        Tensor a = response.asTensor();
        Tensor b = key.asTensor();
        for (int i = 0; i < decided.length; i++) {
            if (!count(i, compare(a.cell(i), response.bound(i), b.cell(i), key.bound(i)), far)) {
                return false;
            }
        }
        return true;
    }

    private boolean count(int cell, Outcome outcome, boolean far) {
        decided[cell] += outcome == Outcome.AGREE ? 1 : 0;
        unknown[cell] += outcome == Outcome.UNKNOWN && !far ? 1 : 0;
        return outcome != Outcome.DIFFER && outcome != Outcome.ONE_UNDEFINED;
    }

    private static Outcome compare(double a, double boundA, double b, double boundB) {
        boolean definedA = Double.isFinite(a);
        boolean definedB = Double.isFinite(b);
        if (!definedA || !definedB) {
            if ((!definedA && boundA > 0) || (!definedB && boundB > 0)) {
                return Outcome.UNKNOWN;
            }
            return definedA || definedB ? Outcome.ONE_UNDEFINED : Outcome.BOTH_UNDEFINED;
        }
        if (boundA == 0 && boundB == 0 && a == Math.rint(a) && b == Math.rint(b)) {
            return a == b ? Outcome.AGREE : Outcome.DIFFER;
        }
        double distance = Math.abs(a - b);
        double tolerance = AGREEMENT * Math.max(Math.abs(a), Math.abs(b));
        double doubt = (boundA + boundB) * FIRST_ORDER;
        if (doubt > tolerance && distance <= doubt) {
            return Double.isInfinite(doubt) ? Outcome.UNKNOWN : Outcome.UNDECIDED;
        }
        return distance <= tolerance ? Outcome.AGREE : Outcome.DIFFER;
    }

    /** Whether every cell is certainly undefined, not merely through rounding. */
    static boolean isUndefined(Value value) {
        if (value instanceof NumberValue number) {
            return !number.isFinite() && number.bound() == 0;
        }
        Tensor tensor = value.asTensor();
        for (int i = 0; i < tensor.size(); i++) {
            if (Double.isFinite(tensor.cell(i)) || value.bound(i) > 0) {
                return false;
            }
        }
        return true;
    }
}
