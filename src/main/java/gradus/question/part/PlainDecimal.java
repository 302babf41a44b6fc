package gradus.question.part;

/** Decimal literals without anything around them, such as {@code -12.5e3}: read without making garbage. */
final class PlainDecimal {
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;
    private static final long ROOM_FOR_A_DIGIT = (Long.MAX_VALUE - 9) / 10;
    private static final int LARGEST_EXPONENT = 100_000;

    private PlainDecimal() {}

    /** The literal that fills this stretch of ASCII text, correctly rounded; NaN where it holds anything else or is too large. */
    static double read(String text, int from, int to) {
        int i = from;
        boolean negative = false;
        if (i < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            negative = text.charAt(i++) == '-';
        }
        long digits = 0;
        int exponent = 0;
        int count = 0;
        boolean point = false;
        boolean fits = true;
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                count++;
                fits &= digits <= ROOM_FOR_A_DIGIT;
                digits = digits * 10 + (c - '0');
                exponent -= point ? 1 : 0;
            } else {
                break;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (i < to) {
            int written = exponent(text, i, to);
            if (written == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            exponent += written;
        }
        double magnitude;
        if (fits && digits <= EXACT && exponent >= -22 && exponent <= 22) {
            magnitude = exponent < 0 ? digits / POWERS_OF_TEN[-exponent] : digits * POWERS_OF_TEN[exponent];
        } else {
            magnitude = Math.abs(Double.parseDouble(text.substring(from, to)));
        }
        if (Double.isInfinite(magnitude)) {
            return Double.NaN;
        }
        return negative ? -magnitude : magnitude;
    }

    /** The exponent that fills the rest, from its {@code e} on; {@link Integer#MIN_VALUE} where it is none. */
    private static int exponent(String text, int from, int to) {
        int i = from;
        if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
            return Integer.MIN_VALUE;
        }
        i++;
        boolean negative = false;
        if (i < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            negative = text.charAt(i++) == '-';
        }
        if (i == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + digit);
        }
        return negative ? -exponent : exponent;
    }
}
