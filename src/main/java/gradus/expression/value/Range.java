package gradus.expression.value;

/**
 * A closed interval: the values that an expression can take at most, so that unreachable branches are not searched for.
 */
public record Range(double low, double high) {
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public static Range point(double value) {
        return new Range(value, value);
    }

    private static Range of(double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high) ? ALL : new Range(low, high);
    }

    public Range plus(Range other) {
        return of(low + other.low, high + other.high);
    }

    public Range negated() {
        return new Range(-high, -low);
    }

    public Range minus(Range other) {
        return plus(other.negated());
    }

    public Range times(Range other) {
        double a = low * other.low;
        double b = low * other.high;
        double c = high * other.low;
        double d = high * other.high;
        double sum = a + b + c + d;
        return Double.isNaN(sum)
                ? ALL
                : of(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }

    public Range dividedBy(Range other) {
        return other.low > 0 || other.high < 0 ? times(new Range(1 / other.high, 1 / other.low)) : ALL;
    }

    public Range toPower(Range exponent) {
        if (low > 0) {
            // exponent·ln(base) is bilinear, so its extremes lie at the corners
            double a = Math.pow(low, exponent.low);
            double b = Math.pow(low, exponent.high);
            double c = Math.pow(high, exponent.low);
            double d = Math.pow(high, exponent.high);
            return of(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
        }
        boolean even = exponent.low == exponent.high && exponent.low % 2 == 0;
        return even ? new Range(0, Double.POSITIVE_INFINITY) : ALL;
    }
}
