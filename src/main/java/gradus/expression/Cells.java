package gradus.expression;

import gradus.maths.Tensor;

/** The comparison of two values at one point, cell by cell. */
final class Cells {
    /** The relative distance up to which two values agree. */
    static final double AGREEMENT = 1e-9;

    private Cells() {}

    enum Outcome {
        AGREE,
        DIFFER,
        UNDECIDED,
        BOTH_UNDEFINED,
        RESPONSE_UNDEFINED,
        KEY_UNDEFINED
    }

    /** The outcome of two numeric values of one shape. */
    static Outcome compare(Value response, Value key) {
        if (response instanceof NumberValue a && key instanceof NumberValue b) {
            return compare(a.value(), a.bound(), b.value(), b.bound());
        }
        Tensor a = response.asTensor();
        Tensor b = key.asTensor();
        Outcome worst = Outcome.AGREE;
        for (int i = 0; i < a.size(); i++) {
            Outcome outcome = compare(a.cell(i), response.bound(i), b.cell(i), key.bound(i));
            if (outcome == Outcome.DIFFER) {
                return outcome;
            }
            worst = outcome.compareTo(worst) > 0 ? outcome : worst;
        }
        return worst;
    }

    private static Outcome compare(double a, double boundA, double b, double boundB) {
        boolean definedA = Double.isFinite(a);
        boolean definedB = Double.isFinite(b);
        if (!definedA || !definedB) {
            if ((!definedA && boundA > 0) || (!definedB && boundB > 0)) {
                return Outcome.UNDECIDED;
            }
            return definedA ? Outcome.KEY_UNDEFINED : definedB ? Outcome.RESPONSE_UNDEFINED : Outcome.BOTH_UNDEFINED;
        }
        double distance = Math.abs(a - b);
        double tolerance = AGREEMENT * Math.max(Math.abs(a), Math.abs(b));
        double doubt = boundA + boundB;
        if (doubt > tolerance && distance <= doubt) {
            return Outcome.UNDECIDED;
        }
        return distance <= tolerance ? Outcome.AGREE : Outcome.DIFFER;
    }

    static boolean isUndefined(Value value) {
        Tensor tensor = value.asTensor();
        for (int i = 0; i < tensor.size(); i++) {
            if (!Double.isFinite(tensor.cell(i))) {
                return true;
            }
        }
        return false;
    }
}
