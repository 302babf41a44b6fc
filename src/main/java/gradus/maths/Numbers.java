package gradus.maths;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers and tensors as people read them: no trailing zeros, powers of ten written out. In a line of text they have six
 * significant digits; in LaTeX as many as hide rounding errors, for {@link #rounded} to leave as many as are due.
 */
public final class Numbers {
    /** The significant digits where nothing says how many are due. */
    public static final int DIGITS = 6;

    private static final MathContext SIX = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final MathContext TWELVE = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])\\d+\\.\\d+(?![\\w.])");
    private static final int SHOWN_ROWS = 8;
    private static final int SHOWN_COLUMNS = 8;

    /** So many digits of a decimal come through a double unchanged; what a calculation has beyond them is rounding. */
    public static final int FAITHFUL_DIGITS = 15;

    private Numbers() {}

    /** {@code 0.001}, {@code 62958}, {@code 1.5e-7}: a number in a line of text. */
    public static String plain(double value) {
        return shortened(value, SIX, "e", "");
    }

    /** The same with all digits that a calculation vouches for, to be rounded once, by whoever knows how many are due. */
    static String precise(double value) {
        return shortened(value, TWELVE, "e", "");
    }

    /** {@code 0.001}, {@code 62958}, {@code 1.5 \cdot 10^{-7}}: a number in LaTeX. */
    public static String latex(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "\\infty" : "-\\infty";
        }
        return shortened(value, TWELVE, " \\cdot 10^{", "}");
    }

    /** A text in LaTeX with its decimals rounded to so many significant digits; whole numbers stay. */
    public static String rounded(String latex, int digits) {
        return rounded(latex, digits, Set.of());
    }

    /**
     * A text in LaTeX with its decimals rounded to so many significant digits; whole numbers stay.
     *
     * @param given decimals that stay as they are
     */
    public static String rounded(String latex, int digits, Set<String> given) {
        MathContext due = new MathContext(digits, RoundingMode.HALF_EVEN);
        return DECIMAL.matcher(latex)
                .replaceAll(decimal -> given.contains(decimal.group())
                        ? decimal.group()
                        : new BigDecimal(decimal.group())
                                .round(due)
                                .stripTrailingZeros()
                                .toPlainString());
    }

    /** A number as a factor or a later summand: negative ones stand in brackets. */
    public static String factor(double value) {
        String text = latex(value);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    /** A tensor in LaTeX: a number, a matrix (vectors as columns), or a row of its matrices; large ones with dots. */
    public static String latex(Tensor tensor) {
        if (tensor.rank() == 0) {
            return latex(tensor.cell(0));
        }
        if (tensor.rank() <= 2) {
            return matrix(tensor, 0, tensor.rows(), tensor.columns());
        }
        int rows = tensor.axis(tensor.rank() - 2);
        int columns = tensor.axis(tensor.rank() - 1);
        int matrices = rows * columns == 0 ? 0 : tensor.size() / (rows * columns);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(matrices, SHOWN_COLUMNS); i++) {
            text.append(i == 0 ? "" : ",\\; ").append(matrix(tensor, i * rows * columns, rows, columns));
        }
        return text.append(matrices > SHOWN_COLUMNS ? ",\\; \\cdots" : "").toString();
    }

    private static String matrix(Tensor tensor, int from, int rows, int columns) {
        StringBuilder text = new StringBuilder("\\begin{bmatrix}");
        int shownRows = Math.min(rows, SHOWN_ROWS);
        int shownColumns = Math.min(columns, SHOWN_COLUMNS);
        for (int i = 0; i < shownRows; i++) {
            text.append(i == 0 ? " " : " \\\\ ");
            for (int j = 0; j < shownColumns; j++) {
                text.append(j == 0 ? "" : " & ").append(latex(tensor.cell(from + i * columns + j)));
            }
            text.append(shownColumns < columns ? " & \\cdots" : "");
        }
        return text.append(shownRows < rows ? " \\\\ \\vdots" : "")
                .append(" \\end{bmatrix}")
                .toString();
    }

    private static String shortened(double value, MathContext digits, String power, String end) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(digits).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 15) {
            return rounded.toPlainString();
        }
        String shown = rounded.scaleByPowerOfTen(-exponent).toPlainString();
        boolean bare = !end.isEmpty() && (shown.equals("1") || shown.equals("-1"));
        String mantissa = bare ? shown.replace("1", "") : shown;
        return mantissa + (bare ? "10^{" : power) + exponent + end;
    }
}
