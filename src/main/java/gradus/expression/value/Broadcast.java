package gradus.expression.value;

import gradus.maths.Tensor;
import gradus.message.Message;
import java.util.Arrays;

/**
 * Applies functions of two numbers cell by cell; numbers, columns and rows are stretched to the other operand's shape.
 */
public final class Broadcast {
    private static final int STEPS_A_CELL = 40;

    private Broadcast() {}

    /**
     * Applies a function to two numeric values and records the branches taken under the site.
     *
     * @throws ExpressionException where the shapes do not fit
     */
    public static Value apply(Run run, int at, String symbol, Pairwise function, Value left, Value right, int site) {
        if (left instanceof NumberValue a && right instanceof NumberValue b) {
            if (run.isWatched() && site >= 0) {
                run.kink(site, function.gap(a.value(), b.value()));
            }
            return function.of(a.value(), a.bound(), b.value(), b.bound());
        }
        Tensor a = numeric(left, at, symbol);
        Tensor b = numeric(right, at, symbol);
        if (a.rank() == 0 && b.rank() == 0) {
            return function.of(a.cell(0), left.bound(0), b.cell(0), right.bound(0));
        }
        return cells(run, at, symbol, function, left, right, site);
    }

    public static Tensor numeric(Value value, int at, String symbol) {
        if (!value.isNumeric()) {
            throw ExpressionException.of(at, "expression.not-numeric", symbol, value.kind());
        }
        return value.asTensor();
    }

    private static Value cells(Run run, int at, String symbol, Pairwise function, Value left, Value right, int site) {
        Tensor a = left.asTensor();
        Tensor b = right.asTensor();
        int[] shape = shape(a, b, at, symbol);
        run.budget().room(Arrays.stream(shape).asLongStream().reduce(1, (x, y) -> x * y), STEPS_A_CELL, at);
        int size = Arrays.stream(shape).reduce(1, (x, y) -> x * y);
        int[] stepsA = steps(a, shape);
        int[] stepsB = steps(b, shape);
        double[] cells = new double[size];
        double[] bounds = null;
        int[] place = new int[shape.length];
        int indexA = 0;
        int indexB = 0;
        for (int i = 0; i < size; i++) {
            double x = a.cell(indexA);
            double y = b.cell(indexB);
            double result = function.value(x, y);
            double bound = function.safeBound(x, left.bound(indexA), y, right.bound(indexB), result);
            cells[i] = result;
            if (bound != 0) {
                bounds = bounds == null ? new double[size] : bounds;
                bounds[i] = bound;
            }
            if (run.isWatched() && site >= 0) {
                run.kink(site, function.gap(x, y));
            }
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                indexA += stepsA[axis];
                indexB += stepsB[axis];
                if (++place[axis] < shape[axis]) {
                    break;
                }
                indexA -= stepsA[axis] * shape[axis];
                indexB -= stepsB[axis] * shape[axis];
                place[axis] = 0;
            }
        }
        return new TensorValue(Tensor.of(shape, cells), bounds);
    }

    private static int[] shape(Tensor a, Tensor b, int at, String symbol) {
        if (a.rank() == 0 || (Shapes.countsAsNumber(a) && b.rank() != 0)) {
            return b.shape();
        }
        if (b.rank() == 0 || Shapes.countsAsNumber(b)) {
            return a.shape();
        }
        if (a.rank() == 1 && b.rank() == 1 && a.size() == b.size()) {
            return a.shape();
        }
        int[] left = Shapes.asMatrix(a);
        int[] right = Shapes.asMatrix(b);
        if (left.length != right.length) {
            throw misfit(a, b, at, symbol);
        }
        int[] shape = new int[left.length];
        for (int axis = 0; axis < shape.length; axis++) {
            if (left[axis] != right[axis] && left[axis] != 1 && right[axis] != 1) {
                throw misfit(a, b, at, symbol);
            }
            shape[axis] = left[axis] == 1 ? right[axis] : left[axis];
        }
        return shape;
    }

    private static ExpressionException misfit(Tensor a, Tensor b, int at, String symbol) {
        boolean turned = a.rank() <= 2 && b.rank() <= 2 && a.rows() == b.columns() && a.columns() == b.rows();
        return turned
                ? ExpressionException.of(
                        at,
                        "expression.shapes-misfit-hint",
                        symbol,
                        a.shapeText(),
                        b.shapeText(),
                        Message.of("expression.hint-transpose"))
                : ExpressionException.of(at, "expression.shapes-misfit", symbol, a.shapeText(), b.shapeText());
    }

    /** The stride in the operand for each axis of the result; 0 along a stretched axis. */
    private static int[] steps(Tensor operand, int[] shape) {
        int[] own = operand.rank() == 1 && shape.length == 2 ? Shapes.asMatrix(operand) : operand.shape();
        int[] steps = new int[shape.length];
        int step = 1;
        for (int back = 1; back <= own.length && back <= shape.length; back++) {
            int size = own[own.length - back];
            steps[shape.length - back] = size == 1 ? 0 : step;
            step *= size;
        }
        return steps;
    }
}
