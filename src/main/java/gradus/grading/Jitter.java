package gradus.grading;

import gradus.expression.value.Draws;
import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.grading.fault.Fault;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A variant whose numbers are all changed a little, so that two procedures agree on it only if they always agree. */
final class Jitter {
    private static final double SAME = 1e-7;
    private static final long SEED = 20_261_127;

    private final Variant moved;

    private Jitter(Variant variant) {
        Draws draws = Draws.of(SEED);
        Map<String, Value> params = new LinkedHashMap<>();
        variant.params().forEach((name, value) -> params.put(name, moved(value, draws)));
        moved = Variant.ofComplete(variant.question(), params);
    }

    static Jitter of(Variant variant) {
        return variant.kept("jitter", () -> new Jitter(variant));
    }

    private static Value moved(Value value, Draws draws) {
        if (value instanceof NumberValue number) {
            return NumberValue.exactly(moved(number.value(), draws));
        }
        return value instanceof TensorValue cells
                ? TensorValue.exactly(cells.tensor().map(cell -> moved(cell, draws)))
                : value;
    }

    private static double moved(double number, Draws draws) {
        return number * (1 + 0.3 * draws.fraction()) + 0.1 * draws.fraction();
    }

    /** Whether two procedures give the same result there; false if one of them cannot be computed. */
    boolean agree(Fault one, Fault other, Part part) {
        Answer a = moved.finite(one.wrong(), part);
        Answer b = moved.finite(other.wrong(), part);
        Tensor first = a == null ? null : Suspect.numbers(a);
        Tensor second = b == null ? null : Suspect.numbers(b);
        if (first == null || second == null || !first.sameShape(second)) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            double scale = Math.max(Math.abs(first.cell(i)), Math.abs(second.cell(i)));
            if (Math.abs(first.cell(i) - second.cell(i)) > SAME * scale) {
                return false;
            }
        }
        return true;
    }
}
