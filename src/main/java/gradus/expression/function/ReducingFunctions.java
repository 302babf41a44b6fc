package gradus.expression.function;

import gradus.expression.function.Spellings.Use;
import gradus.expression.value.Broadcast;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;

/** Functions that bring the cells of a tensor together. */
final class ReducingFunctions {
    private static final int STEPS_A_CELL = 20;

    private ReducingFunctions() {}

    static List<LibraryFunction> all() {
        return List.of(
                ArrayFunctions.array(
                                "sum(x, axis=none, keepdims=true)",
                                "The sum of all cells, down each column (axis=1) or along each row (axis=2).",
                                "모든 성분의 합, 열마다(axis=1) 또는 행마다(axis=2).",
                                a -> folded(a, Reductions::sum))
                        .whole()
                        .also("Sigma")
                        .fault("mean_for_sum", "mean(x)", "mean(x, axis)")
                        .fault("wrong_axis", "sum(x, 3 - axis)", "transpose(sum(x, 3 - axis))", "sum(x)")
                        .fault("sum_left_out", "x")
                        .fault("function", "max(x)")
                        .written("Σ")
                        .inArrays("reduce_sum")
                        .used(Use.OFFERED, Use.METHOD, Use.DROPS_AXIS)
                        .example("sum([[1, 2], [3, 4]], axis=1)", "[[4, 6]]"),
                ArrayFunctions.array(
                                "mean(x, axis=none, keepdims=true)",
                                "The mean of all cells, down each column (axis=1) or along each row (axis=2).",
                                "모든 성분의 평균, 열마다(axis=1) 또는 행마다(axis=2).",
                                a -> folded(a, Reductions::mean))
                        .fault("sum_for_mean", "sum(x)", "sum(x, axis)")
                        .fault("wrong_axis", "mean(x, 3 - axis)", "mean(x)")
                        .fault("sum_left_out", "x")
                        .fault("two", "mean(x)/2")
                        .fault("off_by_one", "sum(x)/(size(x) - 1)")
                        .inArrays("reduce_mean", "average")
                        .used(Use.METHOD, Use.DROPS_AXIS)
                        .example("mean([1, 2, 6])", "3"),
                ArrayFunctions.array("norm(x)", "The Frobenius norm √Σx².", "프로베니우스 노름 √Σx².", ReducingFunctions::norm)
                        .range(0, Double.POSITIVE_INFINITY)
                        .latex("\\left\\|#\\right\\|")
                        .fault("square_added", "norm(x)^2")
                        .fault("function", "sum(abs(x))", "sum(x)")
                        .written("‖")
                        .inArrays("vector_norm", "matrix_norm")
                        .used(Use.METHOD)
                        .example("norm([3, 4])", "5"),
                ArrayFunctions.array(
                                "sumsq(x)",
                                "Σx² over all cells.",
                                "모든 성분의 제곱합 Σx².",
                                a -> fold(a, Reductions::sumOfSquares))
                        .range(0, Double.POSITIVE_INFINITY)
                        .whole()
                        .fault("square_left_out", "sum(x)")
                        .fault("function", "sum(abs(x))")
                        .fault("root_left_out", "norm(x)")
                        .example("sumsq([1, 2])", "5"),
                ArrayFunctions.array(
                                "trace(x)",
                                "The sum of the diagonal of a square matrix.",
                                "정방행렬의 대각합.",
                                ReducingFunctions::trace)
                        .also("tr")
                        .whole()
                        .example("trace([[1, 2], [3, 4]])", "5"));
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
}
