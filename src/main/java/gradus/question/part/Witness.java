package gradus.question.part;

import gradus.expression.equality.Agreement;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Message;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A point at which two formulas differ, in words short enough for people, with as many digits as tell the two apart. */
final class Witness {
    private static final int MOST_CELLS = 12;
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 17;
    private static final double AGREEING = 1e-9;

    private final Agreement.Different different;
    private final Set<String> names;
    private final Tensor response;
    private final Tensor key;
    private final int cell;
    private final int digits;

    /**
     * Of a difference.
     *
     * @param names the symbols that are shown, folded
     */
    Witness(Agreement.Different different, Set<String> names) {
        this.different = different;
        this.names = names;
        this.response = different.response().asTensor();
        this.key = different.key().asTensor();
        this.cell = firstDifferent();
        this.digits = tellingDigits();
    }

    Message ofResponse() {
        boolean constant = different.at().keySet().stream().noneMatch(names::contains);
        if (response.size() > MOST_CELLS) {
            String value = shortly(response.cell(cell), digits);
            return constant
                    ? Message.of("grading.witness-constant-cell", place(), value)
                    : Message.of("grading.witness-cell", point(), place(), value);
        }
        String value = nested(response);
        return constant ? Message.of("grading.witness-constant", value) : Message.of("grading.witness", point(), value);
    }

    Message ofKey() {
        return Message.of(
                "grading.witness-key", key.size() > MOST_CELLS ? shortly(key.cell(cell), digits) : nested(key));
    }

    /** The first cell in which the two differ. */
    private int firstDifferent() {
        for (int i = 0; i < Math.min(response.size(), key.size()); i++) {
            double a = response.cell(i);
            double b = key.cell(i);
            if (!(Math.abs(a - b) <= AGREEING * Math.max(Math.abs(a), Math.abs(b)))) {
                return i;
            }
        }
        return 0;
    }

    private int tellingDigits() {
        int enough = FEWEST_DIGITS;
        while (enough < MOST_DIGITS && shortly(response.cell(cell), enough).equals(shortly(key.cell(cell), enough))) {
            enough++;
        }
        return enough;
    }

    private String place() {
        int columns = response.rank() < 2 ? 1 : response.columns();
        return response.rank() < 2
                ? "[" + (cell + 1) + "]"
                : "[" + (cell / columns + 1) + ", " + (cell % columns + 1) + "]";
    }

    private String point() {
        return different.at().entrySet().stream()
                .filter(symbol -> names.contains(symbol.getKey()))
                .map(symbol -> symbol.getKey() + " = " + value(symbol.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(Value value) {
        Tensor tensor = value.asTensor();
        return tensor.size() > MOST_CELLS ? "(" + tensor.shapeText() + ")" : nested(tensor, FEWEST_DIGITS);
    }

    private String nested(Tensor tensor) {
        return nested(tensor, digits);
    }

    private static String nested(Tensor tensor, int digits) {
        StringBuilder text = new StringBuilder();
        nested(tensor, 0, 0, tensor.size(), digits, text);
        return text.toString();
    }

    private static void nested(Tensor tensor, int axis, int from, int count, int digits, StringBuilder text) {
        if (axis == tensor.rank()) {
            text.append(shortly(tensor.cell(from), digits));
            return;
        }
        text.append('[');
        int step = count / Math.max(1, tensor.axis(axis));
        for (int i = 0; i < tensor.axis(axis); i++) {
            text.append(i == 0 ? "" : ", ");
            nested(tensor, axis + 1, from + i * step, step, digits, text);
        }
        text.append(']');
    }

    /** So many digits; what is no number is said to be undefined by a dash. */
    static String shortly(double number, int digits) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%." + digits + "g", number);
        boolean trim = text.indexOf('.') >= 0 && text.indexOf('e') < 0;
        return trim ? text.replaceAll("\\.?0+$", "") : text;
    }
}
