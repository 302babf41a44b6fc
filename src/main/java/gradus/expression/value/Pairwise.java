package gradus.expression.value;

/** A function of two numbers with its rounding bound; tensors take it cell by cell. */
public interface Pairwise {
    double value(double a, double b);

    /**
     * The bound on the error of a finite result.
     *
     * @param result what {@link #value} gave
     */
    double bound(double a, double boundA, double b, double boundB, double result);

    /** What decides between the branches of the function: its sign, or NaN where there are none. */
    default double gap(double a, double b) {
        return Double.NaN;
    }

    default NumberValue of(double a, double boundA, double b, double boundB) {
        double result = value(a, b);
        return new NumberValue(result, safeBound(a, boundA, b, boundB, result));
    }

    /** The bound of any result: infinite where it overflowed or nothing is known of an operand. */
    default double safeBound(double a, double boundA, double b, double boundB, double result) {
        if (Double.isFinite(result)) {
            double bound = bound(a, boundA, b, boundB, result);
            return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
        }
        return Double.isNaN(result) ? undefinedBound(a, boundA, b, boundB) : Double.POSITIVE_INFINITY;
    }

    /** The bound of an undefined result: infinite where it is undefined only within the rounding error of an operand. */
    default double undefinedBound(double a, double boundA, double b, double boundB) {
        return Rounding.ofUndefined(boundA, boundB);
    }
}
