package gradus.expression.value;

/** A function of two numbers with an error bound, applied to tensors cell by cell. */
public interface Pairwise {
    double value(double a, double b);

    /**
     * The error bound of a finite result.
     *
     * @param result the result of {@link #value}
     */
    double bound(double a, double boundA, double b, double boundB, double result);

    /** The number whose sign decides between the function's branches; NaN where it has none. */
    default double gap(double a, double b) {
        return Double.NaN;
    }

    default NumberValue of(double a, double boundA, double b, double boundB) {
        double result = value(a, b);
        return new NumberValue(result, safeBound(a, boundA, b, boundB, result));
    }

    /** The error bound of any result; infinite where it overflowed or an operand's bound is infinite. */
    default double safeBound(double a, double boundA, double b, double boundB, double result) {
        if (Double.isFinite(result)) {
            double bound = bound(a, boundA, b, boundB, result);
            return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound;
        }
        return Double.isNaN(result) ? undefinedBound(a, boundA, b, boundB) : Double.POSITIVE_INFINITY;
    }

    /**
     * The error bound of an undefined result; infinite where it may be defined within the operands' rounding errors.
     */
    default double undefinedBound(double a, double boundA, double b, double boundB) {
        return Rounding.ofUndefined(boundA, boundB);
    }
}
