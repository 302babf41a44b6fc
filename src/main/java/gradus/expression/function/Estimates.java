package gradus.expression.function;

import gradus.expression.value.NumberValue;
import gradus.expression.value.RecordValue;
import gradus.expression.value.Rounding;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.MathsException;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rounding bounds for functions of the engine that have no rule of their own: the function is computed again on inputs
 * moved by their bounds and a few ulps, in two random directions; how far the result moves, doubled, and a few ulps of
 * the result are the estimate. Integers from integers count as exact.
 */
final class Estimates {
    private static final double RESULT_ULPS = 4 * Rounding.ULP;
    private static final double SAFETY = 2;

    private Estimates() {}

    static Value of(Arguments arguments, Function<Arguments, Value> function) {
        arguments.run().budget().spend(3 * arguments.cost(), arguments.at());
        Value result = function.apply(arguments);
        if (arguments.areIntegers() && isInteger(result)) {
            return result;
        }
        return bounded(result, shaken(arguments, function, 1, result), shaken(arguments, function, 2, result));
    }

    /** The result on moved inputs; the result itself where they leave what the function takes. */
    private static Value shaken(Arguments arguments, Function<Arguments, Value> function, long seed, Value result) {
        try {
            return function.apply(arguments.shaken(seed));
        } catch (MathsException e) {
            return result;
        }
    }

    private static boolean isInteger(Value value) {
        if (value instanceof RecordValue fields) {
            return fields.fields().values().stream().allMatch(Estimates::isInteger);
        }
        if (value instanceof SequenceValue sequence) {
            return sequence.items().stream().allMatch(Estimates::isInteger);
        }
        if (!value.isNumeric()) {
            return true;
        }
        Tensor tensor = value.asTensor();
        for (int i = 0; i < tensor.size(); i++) {
            if (tensor.cell(i) != Math.rint(tensor.cell(i))) {
                return false;
            }
        }
        return true;
    }

    private static Value bounded(Value value, Value first, Value second) {
        if (value instanceof RecordValue fields
                && first instanceof RecordValue one
                && second instanceof RecordValue two) {
            Map<String, Value> bounded = new LinkedHashMap<>();
            fields.fields().forEach((name, field) -> {
                Value a = one.fields().get(name);
                Value b = two.fields().get(name);
                bounded.put(name, a == null || b == null ? field : bounded(field, a, b));
            });
            return new RecordValue(bounded);
        }
        if (value instanceof SequenceValue sequence
                && first instanceof SequenceValue one
                && second instanceof SequenceValue two) {
            List<Value> items = new ArrayList<>();
            for (int i = 0; i < sequence.items().size(); i++) {
                items.add(bounded(
                        sequence.items().get(i), one.items().get(i), two.items().get(i)));
            }
            return new SequenceValue(items);
        }
        return value.isNumeric() && first.isNumeric() && second.isNumeric() ? cells(value, first, second) : value;
    }

    private static Value cells(Value value, Value first, Value second) {
        Tensor tensor = value.asTensor();
        double[] bounds = new double[tensor.size()];
        for (int i = 0; i < bounds.length; i++) {
            double cell = tensor.cell(i);
            double moved = Math.max(
                    Math.abs(first.asTensor().cell(i) - cell),
                    Math.abs(second.asTensor().cell(i) - cell));
            bounds[i] = Double.isNaN(moved) ? 0 : SAFETY * moved + RESULT_ULPS * Math.abs(cell);
        }
        return tensor.rank() == 0 ? new NumberValue(tensor.cell(0), bounds[0]) : new TensorValue(tensor, bounds);
    }
}
