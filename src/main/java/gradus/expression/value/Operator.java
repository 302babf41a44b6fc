package gradus.expression.value;

/** The arithmetic operators; products of matrices are in {@link Products}. */
public enum Operator implements Pairwise {
    ADD("+", "+") {
        @Override
        public double value(double a, double b) {
            return a + b;
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return boundA + boundB + Rounding.ofSum(a, b, result);
        }
    },
    SUBTRACT("-", "-") {
        @Override
        public double value(double a, double b) {
            return a - b;
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return boundA + boundB + Rounding.ofSum(a, -b, result);
        }
    },
    TIMES("*", "\\,") {
        @Override
        public double value(double a, double b) {
            return a * b;
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return productBound(a, boundA, b, boundB, result);
        }
    },
    ELEMENT_TIMES(".*", "\\odot") {
        @Override
        public double value(double a, double b) {
            return a * b;
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return productBound(a, boundA, b, boundB, result);
        }
    },
    DIVIDE("/", "/") {
        @Override
        public double value(double a, double b) {
            return b == 0 ? Double.NaN : a / b;
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return quotientBound(a, boundA, b, boundB, result);
        }

        @Override
        public double undefinedBound(double a, double boundA, double b, double boundB) {
            return b == 0 && boundB > 0 ? Double.POSITIVE_INFINITY : Rounding.ofUndefined(boundA, boundB);
        }
    },
    ELEMENT_DIVIDE("./", "\\oslash") {
        @Override
        public double value(double a, double b) {
            return DIVIDE.value(a, b);
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return quotientBound(a, boundA, b, boundB, result);
        }

        @Override
        public double undefinedBound(double a, double boundA, double b, double boundB) {
            return DIVIDE.undefinedBound(a, boundA, b, boundB);
        }
    },
    POWER("^", "^") {
        @Override
        public double value(double a, double b) {
            return Powers.value(a, b);
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return Powers.bound(a, boundA, b, boundB, result);
        }

        @Override
        public double undefinedBound(double a, double boundA, double b, double boundB) {
            return Powers.undefinedBound(a, boundA, b, boundB);
        }

        @Override
        public double gap(double a, double b) {
            return b == Math.rint(b) ? Double.NaN : a;
        }
    },
    ELEMENT_POWER(".^", "^") {
        @Override
        public double value(double a, double b) {
            return POWER.value(a, b);
        }

        @Override
        public double bound(double a, double boundA, double b, double boundB, double result) {
            return POWER.bound(a, boundA, b, boundB, result);
        }

        @Override
        public double undefinedBound(double a, double boundA, double b, double boundB) {
            return POWER.undefinedBound(a, boundA, b, boundB);
        }

        @Override
        public double gap(double a, double b) {
            return POWER.gap(a, b);
        }
    };

    /** Above the reciprocal of any overflowed number, even after some scaling. */
    private static final double BELOW_OVERFLOW = 1e-200;

    public final String symbol;
    public final String latex;

    Operator(String symbol, String latex) {
        this.symbol = symbol;
        this.latex = latex;
    }

    private static double productBound(double a, double boundA, double b, double boundB, double result) {
        boolean vanished = result == 0 && a != 0 && b != 0;
        double error = vanished ? Double.MIN_NORMAL : Rounding.ofProduct(a, b, result);
        return boundA == 0 && boundB == 0
                ? error
                : error + Math.abs(a) * boundB + Math.abs(b) * boundA + boundA * boundB;
    }

    private static double quotientBound(double a, double boundA, double b, double boundB, double result) {
        if (Double.isInfinite(b) && Double.isFinite(boundA)) {
            return (Math.abs(a) + boundA) * BELOW_OVERFLOW;
        }
        double error = result == 0 && a != 0 ? Double.MIN_NORMAL : Rounding.ofQuotient(a, b, result);
        if (boundA == 0 && boundB == 0) {
            return error;
        }
        double nearest = Math.abs(b) - boundB;
        return nearest > 0 ? error + (boundA + Math.abs(result) * boundB) / nearest : Double.POSITIVE_INFINITY;
    }
}
