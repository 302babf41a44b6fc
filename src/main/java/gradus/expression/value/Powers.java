package gradus.expression.value;

/**
 * Powers of numbers with error bounds. A negative base takes integer exponents only; 0 to a negative power is
 * undefined.
 */
final class Powers {
    private Powers() {}

    static double value(double base, double exponent) {
        if (exponent == 2) {
            return base * base;
        }
        if (base == Math.E) {
            return Math.exp(exponent);
        }
        return base == 0 && exponent < 0 ? Double.NaN : Math.pow(base, exponent);
    }

    static double bound(double base, double boundBase, double exponent, double boundExponent, double result) {
        double error;
        if (base == Math.E && exponent != 2) {
            double vanished = result < Double.MIN_NORMAL ? Double.MIN_NORMAL : 0;
            return vanished
                    + Math.abs(result) * (Rounding.ULP + boundExponent)
                    + Math.abs(result * exponent) * distant(boundBase);
        }
        if (result == 0 && base != 0) {
            error = Double.MIN_NORMAL;
        } else if (exponent == 2) {
            error = Rounding.ofProduct(base, base, result);
        } else if (exponent == 1
                || exponent == 0
                || (isWhole(exponent) && (isPowerOfTwo(base) || (isWhole(base) && isWhole(result))))) {
            error = 0;
        } else {
            error = Math.abs(result) * Rounding.ULP;
        }
        if (boundBase > 0) {
            double size = Math.abs(base);
            if (boundBase * 4 > size) {
                error += exponent >= 1
                        ? Math.abs(exponent) * Math.pow(size + boundBase, exponent - 1) * boundBase
                        : exponent == 0 ? 0 : Double.POSITIVE_INFINITY;
            } else {
                error += Math.abs(result * exponent) * boundBase / (size - boundBase);
            }
        }
        if (boundExponent > 0) {
            error += base > 0 ? Math.abs(result * Math.log(base)) * boundExponent : Double.POSITIVE_INFINITY;
        }
        return error;
    }

    /** The relative error bound of a base close to e; the constant e itself is exact. */
    private static double distant(double boundBase) {
        return boundBase <= Math.E * (Rounding.ULP / 2) ? 0 : boundBase / Math.E;
    }

    /** The error bound of an undefined power: infinite where the base is within its rounding error of 0. */
    static double undefinedBound(double base, double boundBase, double exponent, double boundExponent) {
        return boundBase > 0 && Math.abs(base) <= boundBase
                ? Double.POSITIVE_INFINITY
                : Rounding.ofUndefined(boundBase, boundExponent);
    }

    private static boolean isWhole(double value) {
        return Math.abs(value) <= 0x1p53 && value == Math.rint(value);
    }

    private static boolean isPowerOfTwo(double value) {
        return Math.abs(value) == Math.scalb(1.0, Math.getExponent(value));
    }
}
