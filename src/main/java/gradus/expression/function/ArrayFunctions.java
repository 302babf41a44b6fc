package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.Broadcast;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Products;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.Shapes;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Transposition;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Functions that sum, measure and build tensors. */
final class ArrayFunctions {
    private static final int STEPS_A_CELL = 20;
    private static final int MOST_DECIMALS = 300;

    private ArrayFunctions() {}

    static List<LibraryFunction> all() {
        return List.of(
                array(
                        "sum(x, axis=none, keepdims=true)",
                        "The sum of all cells, down each column (axis=1) or along each row (axis=2).",
                        a -> folded(a, Reductions::sum)),
                array(
                        "mean(x, axis=none, keepdims=true)",
                        "The mean of all cells, down each column (axis=1) or along each row (axis=2).",
                        a -> folded(a, Reductions::mean)),
                array(
                        "rows(x)",
                        "The number of rows.",
                        a -> NumberValue.exactly(a.tensor("x").rows())),
                array(
                        "cols(x)",
                        "The number of columns.",
                        a -> NumberValue.exactly(a.tensor("x").columns())),
                array(
                        "shape(x)",
                        "The size of every axis, as a vector.",
                        a -> vector(a.tensor("x").shape())),
                array("size(x, axis=none)", "The number of cells, or the size of an axis.", ArrayFunctions::size),
                array("transpose(x)", "The transpose, as x'.", a -> Transposition.of(a.run(), a.first(), a.at())),
                array("norm(x)", "The Frobenius norm √Σx².", ArrayFunctions::norm),
                array("sumsq(x)", "Σx² over all cells.", a -> fold(a, Reductions::sumOfSquares)),
                array("trace(x)", "The sum of the diagonal of a square matrix.", ArrayFunctions::trace),
                array(
                        "dot(a, b)",
                        "The inner product of two vectors; of matrices the matrix product.",
                        ArrayFunctions::dot),
                array("outer(a, b)", "The matrix of all products of two vectors' cells.", ArrayFunctions::outer),
                array("count_nonzero(x)", "How many cells are not 0.", ArrayFunctions::countNonzero),
                array(
                        "argmax(x)",
                        "The place of the largest cell, from 1; the first of equals.",
                        a -> NumberValue.exactly(MaxMin.argmax(a.tensor("x")))),
                array("eye(n)", "The n×n identity matrix.", ArrayFunctions::eye),
                array(
                        "ones(…)",
                        "A tensor of ones: ones(n) is a vector, ones(rows, cols) a matrix.",
                        a -> filled(a, 1)),
                array("zeros(…)", "A tensor of zeros, as ones.", a -> filled(a, 0)),
                array("seq(…)", "The values as a sequence.", a -> new SequenceValue(List.of(a.many()))));
    }

    static LibraryFunction array(String signature, String doc, LibraryFunction.Body body) {
        return LibraryFunction.of(Group.ARRAY, signature, doc, body, null);
    }

    private static Value folded(Arguments arguments, Reductions.Fold fold) {
        Broadcast.numeric(arguments.first(), arguments.at(), arguments.function());
        return Reductions.along(arguments.first(), arguments, fold);
    }

    private static NumberValue fold(Arguments arguments, Reductions.Fold fold) {
        Value value = arguments.first();
        Tensor tensor = arguments.tensor("x");
        arguments.run().budget().room(tensor.size(), STEPS_A_CELL, arguments.at());
        double[] bounds = new double[tensor.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = value.bound(i);
        }
        return fold.of(tensor.cells(), bounds);
    }

    private static Value vector(int[] axes) {
        double[] cells = new double[axes.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = axes[i];
        }
        return TensorValue.exactly(Tensor.vector(cells));
    }

    private static Value size(Arguments arguments) {
        Tensor tensor = arguments.tensor("x");
        if (!arguments.has("axis")) {
            return NumberValue.exactly(tensor.size());
        }
        int axis = arguments.integer("axis");
        int[] shape = Shapes.asMatrix(tensor);
        if (axis < 1 || axis > shape.length) {
            throw arguments.fault("axis", "expression.axis", arguments.first().kind());
        }
        return NumberValue.exactly(shape[axis - 1]);
    }

    private static Value norm(Arguments arguments) {
        NumberValue square = fold(arguments, Reductions::sumOfSquares);
        double root = Math.sqrt(square.value());
        if (root == 0) {
            return new NumberValue(0, Math.sqrt(square.bound()));
        }
        double error = Math.fma(root, root, -square.value()) / (2 * root);
        return new NumberValue(root, Math.abs(error) + square.bound() / root);
    }

    private static Value trace(Arguments arguments) {
        Tensor tensor = arguments.tensor("x");
        if (tensor.rank() != 2 || tensor.rows() != tensor.columns()) {
            throw arguments.fault(
                    "x", "expression.argument-square", arguments.first().kind());
        }
        NumberValue sum = NumberValue.ZERO;
        for (int i = 0; i < tensor.rows(); i++) {
            int cell = i * tensor.columns() + i;
            sum = Operator.ADD.of(
                    sum.value(),
                    sum.bound(),
                    tensor.cell(cell),
                    arguments.first().bound(cell));
        }
        return sum;
    }

    private static Value dot(Arguments arguments) {
        Value left = arguments.first();
        Value right = arguments.value("b");
        Tensor a = arguments.tensor("a");
        Tensor b = arguments.tensor("b");
        if (isVector(a) && isVector(b) && a.size() == b.size()) {
            NumberValue sum = NumberValue.ZERO;
            for (int i = 0; i < a.size(); i++) {
                NumberValue term = Operator.TIMES.of(a.cell(i), left.bound(i), b.cell(i), right.bound(i));
                sum = Operator.ADD.of(sum.value(), sum.bound(), term.value(), term.bound());
            }
            return sum;
        }
        return Products.times(arguments.run(), arguments.at(), left, right);
    }

    private static boolean isVector(Tensor tensor) {
        return tensor.rank() <= 2 && (tensor.rows() == 1 || tensor.columns() == 1);
    }

    private static Value outer(Arguments arguments) {
        return Broadcast.apply(
                arguments.run(),
                arguments.at(),
                "outer",
                Operator.TIMES,
                Rearrangement.flat(arguments.first(), arguments, true),
                Rearrangement.flat(arguments.value("b"), arguments, false),
                -1);
    }

    private static Value countNonzero(Arguments arguments) {
        int count = 0;
        Tensor tensor = arguments.tensor("x");
        for (int i = 0; i < tensor.size(); i++) {
            count += tensor.cell(i) == 0 ? 0 : 1;
        }
        return NumberValue.exactly(count);
    }

    private static Value eye(Arguments arguments) {
        int size = arguments.integer("n");
        if (size < 1) {
            throw arguments.fault(
                    "n", "expression.argument-integer", arguments.first().kind());
        }
        arguments.run().budget().room((long) size * size, arguments.at());
        double[] cells = new double[size * size];
        for (int i = 0; i < size; i++) {
            cells[i * size + i] = 1;
        }
        return TensorValue.exactly(Tensor.of(new int[] {size, size}, cells));
    }

    private static Value filled(Arguments arguments, double cell) {
        int[] shape = Rearrangement.shape(arguments, 0);
        return TensorValue.exactly(Tensor.filled(cell, shape));
    }

    /** Rounds to decimals, halves away from 0, as the decimal that the double stands for. */
    static Value round(Arguments arguments) {
        int decimals = arguments.integer("decimals");
        if (Math.abs(decimals) > MOST_DECIMALS) {
            throw arguments.fault(
                    "decimals",
                    "expression.argument-integer",
                    arguments.value("decimals").kind());
        }
        Elementwise function = Elementwise.stepping(
                x -> Double.isFinite(x)
                        ? new BigDecimal(Double.toString(x))
                                .setScale(decimals, RoundingMode.HALF_UP)
                                .doubleValue()
                        : x,
                x -> x);
        return function.apply(arguments);
    }
}
