package gradus.expression.value;

import gradus.maths.Tensor;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Prints values in notations for people and programs. Integers have no decimal point; other numbers have as many digits
 * as they need.
 */
public final class Printing {
    private static final double LARGEST_PLAIN_INTEGER = 1e15;

    private Printing() {}

    /** A number in decimal or exponent notation: {@code 3}, {@code 0.5}, {@code 1e-7}. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN_INTEGER) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace("E", "e").replace(".0e", "e");
    }

    /** Nested lists as in JSON, {@code [[1,2],[3,4]]}; texts in quotes, records as objects. */
    public static String plain(Value value) {
        return tree(value);
    }

    /** {@code \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}}; a vector is a column. */
    public static String latex(Value value) {
        if (value instanceof TensorValue cells
                && cells.tensor().rank() > 0
                && cells.tensor().rank() <= 2) {
            return rows(cells.tensor());
        }
        if (value instanceof TextValue text) {
            return "\\text{" + text.text() + "}";
        }
        return value.isNumeric() && value.asTensor().rank() == 0
                ? latex(value.asTensor().cell(0))
                : plain(value);
    }

    private static String latex(double value) {
        return latexNumber(number(value));
    }

    /** A printed number with its exponent turned into a power of ten. */
    public static String latexNumber(String number) {
        int exponent = number.indexOf('e');
        String power = exponent < 0 ? "" : number.substring(exponent + 1).replace("+", "");
        return exponent < 0 ? number : number.substring(0, exponent) + " \\times 10^{" + power + "}";
    }

    private static String rows(Tensor tensor) {
        StringJoiner rows = new StringJoiner(" \\\\ ", "\\begin{bmatrix} ", " \\end{bmatrix}");
        for (int i = 0; i < tensor.rows(); i++) {
            StringJoiner row = new StringJoiner(" & ");
            for (int j = 0; j < tensor.columns(); j++) {
                row.add(latex(tensor.at(i, j)));
            }
            rows.add(row.toString());
        }
        return rows.toString();
    }

    private static String tree(Value value) {
        if (value instanceof TextValue text) {
            return quoted(text.text());
        }
        if (value instanceof BooleanValue truth) {
            return Boolean.toString(truth.value());
        }
        if (value instanceof SequenceValue sequence) {
            return sequence.items().stream().map(item -> tree(item)).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof RecordValue fields) {
            return fields.fields().entrySet().stream()
                    .map(field -> quoted(field.getKey()) + ":" + tree(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        Tensor tensor = value.asTensor();
        StringBuilder text = new StringBuilder();
        nested(tensor, 0, 0, tensor.size(), text);
        return text.toString();
    }

    private static void nested(Tensor tensor, int axis, int from, int count, StringBuilder text) {
        if (axis == tensor.rank()) {
            text.append(number(tensor.cell(from)));
            return;
        }
        int step = tensor.axis(axis) == 0 ? 0 : count / tensor.axis(axis);
        text.append('[');
        for (int i = 0; i < tensor.axis(axis); i++) {
            text.append(i == 0 ? "" : ",");
            nested(tensor, axis + 1, from + i * step, step, text);
        }
        text.append(']');
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
