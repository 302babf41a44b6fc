package gradus.expression;

import gradus.maths.Tensor;

/** The comparison of a response with a key, point by point and cell by cell, and how often each cell has decided. */
final class Cells {
    /** The relative distance up to which two values agree. */
    private static final double AGREEMENT = 1e-9;

    private final int[] decided;

    Cells(int size) {
        decided = new int[size];
    }

    enum Outcome {
        AGREE,
        DIFFER,
        UNDECIDED,
        BOTH_UNDEFINED,
        ONE_UNDEFINED
    }

    /** Whether every cell has agreed at so many points. */
    boolean haveAgreed(int points) {
        for (int count : decided) {
            if (count < points) {
                return false;
            }
        }
        return true;
    }

    /** Compares two numeric values of this size; false where they differ or only one of them is defined in a cell. */
    boolean agree(Value response, Value key) {
        if (response instanceof NumberValue a && key instanceof NumberValue b) {
            return count(0, compare(a.value(), a.bound(), b.value(), b.bound()));
        }
        Tensor a = response.asTensor();
        Tensor b = key.asTensor();
        for (int i = 0; i < decided.length; i++) {
            if (!count(i, compare(a.cell(i), response.bound(i), b.cell(i), key.bound(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean count(int cell, Outcome outcome) {
        decided[cell] += outcome == Outcome.AGREE ? 1 : 0;
        return outcome != Outcome.DIFFER && outcome != Outcome.ONE_UNDEFINED;
    }

    private static Outcome compare(double a, double boundA, double b, double boundB) {
        boolean definedA = Double.isFinite(a);
        boolean definedB = Double.isFinite(b);
        if (!definedA || !definedB) {
            if ((!definedA && boundA > 0) || (!definedB && boundB > 0)) {
                return Outcome.UNDECIDED;
            }
            return definedA || definedB ? Outcome.ONE_UNDEFINED : Outcome.BOTH_UNDEFINED;
        }
        double distance = Math.abs(a - b);
        double tolerance = AGREEMENT * Math.max(Math.abs(a), Math.abs(b));
        double doubt = (boundA + boundB) * Rounding.BOUND_SLACK;
        if (doubt > tolerance && distance <= doubt) {
            return Outcome.UNDECIDED;
        }
        return distance <= tolerance ? Outcome.AGREE : Outcome.DIFFER;
    }

    /** Whether no cell is a finite number. */
    static boolean isUndefined(Value value) {
        if (value instanceof NumberValue number) {
            return !number.isFinite();
        }
        Tensor tensor = value.asTensor();
        for (int i = 0; i < tensor.size(); i++) {
            if (Double.isFinite(tensor.cell(i))) {
                return false;
            }
        }
        return true;
    }
}
