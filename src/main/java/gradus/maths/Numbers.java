package gradus.maths;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers and tensors as people read them: up to six significant digits, no trailing zeros, powers of ten written out. */
public final class Numbers {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final int SHOWN_ROWS = 8;
    private static final int SHOWN_COLUMNS = 8;

    private Numbers() {}

    /** {@code 0.001}, {@code 62958}, {@code 1.5e-7}: a number in a line of text. */
    public static String plain(double value) {
        return shortened(value, "e", "");
    }

    /** {@code 0.001}, {@code 62958}, {@code 1.5 \cdot 10^{-7}}: a number in LaTeX. */
    public static String latex(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "\\infty" : "-\\infty";
        }
        return shortened(value, " \\cdot 10^{", "}");
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

    private static String shortened(double value, String power, String end) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 15) {
            return rounded.toPlainString();
        }
        String digits = rounded.scaleByPowerOfTen(-exponent).toPlainString();
        boolean bare = !end.isEmpty() && (digits.equals("1") || digits.equals("-1"));
        String mantissa = bare ? digits.replace("1", "") : digits;
        return mantissa + (bare ? "10^{" : power) + exponent + end;
    }
}
