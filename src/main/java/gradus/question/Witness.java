package gradus.question;

import gradus.expression.equality.Agreement;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.message.Words;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A point at which two formulas differ, in words short enough for people, put together only when somebody reads them. */
final class Witness {
    private static final int MOST_CELLS = 12;

    private final Agreement.Different different;
    private final Set<String> names;

    /**
     * @param names the symbols that are shown, folded
     */
    Witness(Agreement.Different different, Set<String> names) {
        this.different = different;
        this.names = names;
    }

    Message ofResponse() {
        Words value = language -> shortly(different.response());
        return different.at().keySet().stream().noneMatch(names::contains)
                ? Message.of("grading.witness-constant", value)
                : Message.of("grading.witness", (Words) language -> point(), value);
    }

    Message ofKey() {
        return Message.of("grading.witness-key", (Words) language -> shortly(different.key()));
    }

    private String point() {
        return different.at().entrySet().stream()
                .filter(symbol -> names.contains(symbol.getKey()))
                .map(symbol -> symbol.getKey() + " = " + shortly(symbol.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shortly(Value value) {
        Tensor tensor = value.asTensor();
        if (tensor.size() > MOST_CELLS) {
            return "(" + tensor.shapeText() + ")";
        }
        StringBuilder text = new StringBuilder();
        nested(tensor, 0, 0, tensor.size(), text);
        return text.toString();
    }

    private static void nested(Tensor tensor, int axis, int from, int count, StringBuilder text) {
        if (axis == tensor.rank()) {
            text.append(shortly(tensor.cell(from)));
            return;
        }
        text.append('[');
        int step = count / Math.max(1, tensor.axis(axis));
        for (int i = 0; i < tensor.axis(axis); i++) {
            text.append(i == 0 ? "" : ", ");
            nested(tensor, axis + 1, from + i * step, step, text);
        }
        text.append(']');
    }

    /** Four digits; what is no number is said to be undefined by a dash. */
    static String shortly(double number) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        String digits = String.format(Locale.ROOT, "%.4g", number);
        boolean trim = digits.indexOf('.') >= 0 && digits.indexOf('e') < 0;
        return trim ? digits.replaceAll("\\.?0+$", "") : digits;
    }
}
