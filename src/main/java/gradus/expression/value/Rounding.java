package gradus.expression.value;

/**
 * Local rounding errors of double arithmetic, exact where an error-free transformation exists (Knuth's TwoSum; the
 * residual of a product by fma), so that arithmetic without rounding has the bound 0.
 */
public final class Rounding {
    /** The unit in the last place of numbers of magnitude 1: 2^-52. */
    public static final double ULP = 0x1p-52;

    /** A factor that allows for the rounding of the bounds themselves. */
    public static final double BOUND_SLACK = 1 + 0x1p-20;

    private static final double SHORT_FRACTION = 1024;
    private static final double LARGEST_SHORT = 0x1p40;

    private Rounding() {}

    /**
     * The error bound of a double written as a decimal: 0 for integers and short binary fractions, else half an ulp.
     */
    static double ofDecimal(double value) {
        double scaled = value * SHORT_FRACTION;
        if (Math.abs(value) < LARGEST_SHORT && scaled == Math.rint(scaled)) {
            return 0;
        }
        return Math.abs(value) <= 0x1p53 && value == Math.rint(value) ? 0 : Math.abs(value) * (ULP / 2);
    }

    /** |a + b − sum| for sum = fl(a + b); exact. */
    static double ofSum(double a, double b, double sum) {
        double shadow = sum - a;
        return Math.abs((a - (sum - shadow)) + (b - shadow));
    }

    /** |a·b − product| for product = fl(a·b); exact except where it underflows. */
    static double ofProduct(double a, double b, double product) {
        return Math.abs(Math.fma(a, b, -product));
    }

    /** |a/b − quotient|, to first order. */
    public static double ofQuotient(double a, double b, double quotient) {
        return Math.abs(Math.fma(quotient, b, -a) / b);
    }

    /** Whether an integer result is small enough to be computed without rounding from integers. */
    public static boolean isSmallInteger(double value) {
        return Math.abs(value) <= 0x1p20 && value == Math.rint(value);
    }

    /** Whether a value is smaller than its own rounding error. */
    static boolean isLost(double value, double bound) {
        return Math.abs(value) <= bound * BOUND_SLACK && bound < Double.POSITIVE_INFINITY;
    }

    /**
     * The error bound of an undefined result: infinite where an operand is inexact, so that the result may be defined
     * after all.
     */
    public static double ofUndefined(double boundA, double boundB) {
        return boundA == Double.POSITIVE_INFINITY || boundB == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : 0;
    }
}
