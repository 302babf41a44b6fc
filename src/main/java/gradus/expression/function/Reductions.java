package gradus.expression.function;

import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;

/** Cells brought together over a whole tensor or along one axis, which keeps its place with size 1. */
final class Reductions {
    private static final int STEPS_A_CELL = 20;

    private Reductions() {}

    interface Fold {
        NumberValue of(double[] cells, double[] bounds);
    }

    /** Folds all cells, or those along the argument {@code axis} (1 down the columns, 2 along the rows) where it is given. */
    static Value along(Value value, Arguments arguments, Fold fold) {
        Tensor tensor = value.asTensor();
        if (tensor.size() == 0) {
            throw ExpressionException.of(arguments.at(), "expression.no-arguments", arguments.function());
        }
        arguments.run().budget().room(tensor.size(), STEPS_A_CELL, arguments.at());
        if (!arguments.has("axis") || tensor.rank() == 0) {
            return fold(value, 0, tensor.size(), 1, fold);
        }
        int axis = arguments.integer("axis");
        if (axis < 1 || axis > Math.max(2, tensor.rank())) {
            throw arguments.fault("axis", "expression.axis", value.kind());
        }
        int[] shape = tensor.rank() == 1 ? new int[] {tensor.size(), 1} : tensor.shape();
        int length = shape[axis - 1];
        int step = 1;
        for (int i = axis; i < shape.length; i++) {
            step *= shape[i];
        }
        shape[axis - 1] = 1;
        double[] cells = new double[tensor.size() / length];
        double[] bounds = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            NumberValue folded = fold(value, i / step * step * length + i % step, length, step, fold);
            cells[i] = folded.value();
            bounds[i] = folded.bound();
        }
        return new TensorValue(Tensor.of(shape, cells), bounds);
    }

    private static NumberValue fold(Value value, int from, int count, int step, Fold fold) {
        Tensor tensor = value.asTensor();
        double[] cells = new double[count];
        double[] bounds = new double[count];
        for (int i = 0; i < count; i++) {
            cells[i] = tensor.cell(from + i * step);
            bounds[i] = value.bound(from + i * step);
        }
        return fold.of(cells, bounds);
    }

    static NumberValue sum(double[] cells, double[] bounds) {
        NumberValue sum = NumberValue.ZERO;
        for (int i = 0; i < cells.length; i++) {
            sum = Operator.ADD.of(sum.value(), sum.bound(), cells[i], bounds[i]);
        }
        return sum;
    }

    static NumberValue mean(double[] cells, double[] bounds) {
        NumberValue sum = sum(cells, bounds);
        return Operator.DIVIDE.of(sum.value(), sum.bound(), cells.length, 0);
    }

    static NumberValue sumOfSquares(double[] cells, double[] bounds) {
        NumberValue sum = NumberValue.ZERO;
        for (int i = 0; i < cells.length; i++) {
            NumberValue square = Operator.TIMES.of(cells[i], bounds[i], cells[i], bounds[i]);
            sum = Operator.ADD.of(sum.value(), sum.bound(), square.value(), square.bound());
        }
        return sum;
    }
}
