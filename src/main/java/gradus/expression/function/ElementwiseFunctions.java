package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Group;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The functions of one number and the elementwise functions of several. */
final class ElementwiseFunctions {
    private static final double LN2 = Math.log(2);
    private static final double LN10 = Math.log(10);

    private static final double LARGEST_TURN = 0x1p50;

    private ElementwiseFunctions() {}

    static List<LibraryFunction> all() {
        return List.of(
                cellwise("exp(x)", "e to the power x.", Elementwise.positive(Math::exp, (x, y) -> y)),
                cellwise("ln(x)", "The natural logarithm; undefined unless x > 0.", logarithm(1)),
                cellwise("log(x)", "The natural logarithm, as ln.", logarithm(1)),
                cellwise("log2(x)", "The logarithm to base 2.", logarithm(LN2)),
                cellwise("log10(x)", "The logarithm to base 10.", logarithm(LN10)),
                cellwise("sin(x)", "The sine, x in radians.", Elementwise.smooth(Math::sin, (x, y) -> turning(x, 1))),
                cellwise("cos(x)", "The cosine, x in radians.", Elementwise.smooth(Math::cos, (x, y) -> turning(x, 1))),
                cellwise(
                        "tan(x)",
                        "The tangent, x in radians.",
                        Elementwise.smooth(Math::tan, (x, y) -> turning(x, 1 + y * y))),
                cellwise("asin(x)", "The arcsine in radians; −1 ≤ x ≤ 1.", arc(Math::asin)),
                cellwise("acos(x)", "The arccosine in radians; −1 ≤ x ≤ 1.", arc(Math::acos)),
                cellwise(
                        "atan(x)",
                        "The arctangent in radians.",
                        Elementwise.smooth(Math::atan, (x, y) -> 1 / (1 + x * x))),
                cellwise("sinh(x)", "The hyperbolic sine.", Elementwise.smooth(Math::sinh, (x, y) -> Math.cosh(x))),
                cellwise(
                        "cosh(x)",
                        "The hyperbolic cosine.",
                        Elementwise.smooth(Math::cosh, (x, y) -> Math.abs(Math.sinh(x)))),
                cellwise(
                        "sqrt(x)",
                        "The square root; undefined for x < 0.",
                        Elementwise.kinked(Math::sqrt, (x, y) -> 0.5 / y, x -> x)),
                cellwise("abs(x)", "The absolute value |x|.", Elementwise.kinked(Math::abs, (x, y) -> 1, x -> x)),
                cellwise("sign(x)", "−1, 0 or 1.", Elementwise.stepping(Math::signum, x -> x)),
                cellwise(
                        "floor(x)",
                        "The largest integer that is at most x.",
                        Elementwise.stepping(Math::floor, x -> x)),
                cellwise(
                        "ceil(x)",
                        "The smallest integer that is at least x.",
                        Elementwise.stepping(Math::ceil, x -> x)),
                LibraryFunction.of(
                        Group.ARRAY,
                        "round(x, decimals=0)",
                        "x rounded to decimals, halves away from 0.",
                        ArrayFunctions::round,
                        null),
                LibraryFunction.of(
                        Group.ARRAY,
                        "max(…, axis=none)",
                        "The largest of several values, cell by cell; of one tensor its largest cell, down each column (axis=1) or along each row (axis=2).",
                        MaxMin.MAX,
                        null),
                LibraryFunction.of(Group.ARRAY, "min(…, axis=none)", "The smallest, as max.", MaxMin.MIN, null));
    }

    /** The slope of a periodic function; where doubles lie further apart than its turns, one that is not exact tells nothing. */
    private static double turning(double x, double slope) {
        return Math.abs(x) < LARGEST_TURN ? slope : Double.POSITIVE_INFINITY;
    }

    private static Elementwise logarithm(double lnBase) {
        return Elementwise.kinked(
                lnBase == LN10
                        ? x -> x > 0 ? Math.log10(x) : Double.NaN
                        : lnBase == LN2 ? ElementwiseFunctions::log2 : x -> x > 0 ? Math.log(x) : Double.NaN,
                (x, y) -> 1 / (x * lnBase),
                x -> x);
    }

    /** Exact for powers of 2. */
    private static double log2(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        int exponent = Math.getExponent(x);
        return x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / LN2;
    }

    private static Elementwise arc(DoubleUnaryOperator function) {
        return Elementwise.kinked(function, (x, y) -> 1 / Math.sqrt(1 - x * x), x -> 1 - Math.abs(x));
    }

    static LibraryFunction cellwise(String signature, String doc, Elementwise function) {
        return LibraryFunction.of(Group.ELEMENTWISE, signature, doc, function, null);
    }
}
