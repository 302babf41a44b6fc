package gradus.expression.function;

import gradus.expression.function.Spellings.Use;
import gradus.expression.value.Broadcast;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Functions that move cells about and compute nothing, so that every cell keeps its bound. */
final class Rearrangement {
    private Rearrangement() {}

    static List<LibraryFunction> all() {
        return List.of(
                moved("rot180(x)", "The matrix turned by 180°.", "180° 돌린 행렬.", a -> turned(a, true, true))
                        .example("rot180([[1, 2], [3, 4]])", "[[4, 3], [2, 1]]"),
                moved(
                                "flip_lr(x)",
                                "The matrix with its columns in reverse order.",
                                "열의 순서를 뒤집은 행렬.",
                                a -> turned(a, false, true))
                        .example("flip_lr([[1, 2]])", "[[2, 1]]"),
                moved(
                                "flip_ud(x)",
                                "The matrix with its rows in reverse order.",
                                "행의 순서를 뒤집은 행렬.",
                                a -> turned(a, true, false))
                        .example("flip_ud([[1], [2]])", "[[2], [1]]"),
                moved(
                                "diag(x)",
                                "The diagonal matrix of a vector, or the diagonal of a matrix as a vector.",
                                "벡터의 대각행렬, 또는 행렬의 대각 성분 벡터.",
                                Rearrangement::diagonal)
                        .example("diag([1, 2])", "[[1, 0], [0, 2]]"),
                moved(
                                "pad(x, n, value=0, mode=\"constant\")",
                                "The matrix with a border of n cells, or of [top, bottom, left, right]; mode: \"constant\", \"edge\", \"reflect\" or \"wrap\".",
                                "둘레에 n칸, 또는 [위, 아래, 왼쪽, 오른쪽]만큼 덧댄 행렬. mode: \"constant\", \"edge\", \"reflect\", \"wrap\".",
                                Rearrangement::padded)
                        .example("pad([[1]], [0, 1, 2, 0])", "[[0, 0, 1], [0, 0, 0]]"),
                moved(
                                "reshape(…)",
                                "reshape(x, rows, cols): the cells of x, row by row, in another shape.",
                                "reshape(x, rows, cols): x의 성분을 행 순서대로 다른 모양에 담은 것.",
                                Rearrangement::reshaped)
                        .used(Use.METHOD)
                        .example("reshape([1, 2, 3, 4], 2, 2)", "[[1, 2], [3, 4]]"),
                moved(
                                "concat(…, axis=1)",
                                "Vectors end to end; matrices one under the other (axis=1) or side by side (axis=2).",
                                "벡터를 이어 붙인 것, 행렬은 위아래(axis=1) 또는 좌우(axis=2).",
                                Concatenation::concat)
                        .example("concat([1, 2], [3], 4)", "[1, 2, 3, 4]"));
    }

    private static LibraryFunction moved(String signature, String en, String ko, LibraryFunction.Body body) {
        return ArrayFunctions.array(signature, en, ko, body).whole();
    }

    /** The cells of a value picked by their place; a place of −1 is the filler. */
    static Value picked(Value value, int[] shape, IntUnaryOperator source, double filler) {
        Tensor tensor = value.asTensor();
        double[] cells = new double[Arrays.stream(shape).reduce(1, (x, y) -> x * y)];
        double[] bounds = new double[cells.length];
        boolean exact = true;
        for (int i = 0; i < cells.length; i++) {
            int from = source.applyAsInt(i);
            cells[i] = from < 0 ? filler : tensor.cell(from);
            bounds[i] = from < 0 ? 0 : value.bound(from);
            exact &= bounds[i] == 0;
        }
        return new TensorValue(Tensor.of(shape, cells), exact ? null : bounds);
    }

    /** The cells of a tensor as one column, or as one row. */
    static Value flat(Value value, Arguments arguments, boolean column) {
        Tensor tensor = Broadcast.numeric(value, arguments.at(), arguments.function());
        int[] shape = column ? new int[] {tensor.size(), 1} : new int[] {1, tensor.size()};
        return picked(value, shape, i -> i, 0);
    }

    private static Value turned(Arguments arguments, boolean upDown, boolean leftRight) {
        Tensor tensor = arguments.tensor("x");
        if (tensor.rank() == 0) {
            return arguments.first();
        }
        int columns = tensor.rank() == 1 ? 1 : tensor.axis(tensor.rank() - 1);
        int rows = tensor.rank() == 1 ? tensor.size() : tensor.axis(tensor.rank() - 2);
        arguments.run().budget().room(tensor.size(), arguments.at());
        return picked(
                arguments.first(),
                tensor.shape(),
                i -> {
                    int column = i % columns;
                    int row = i / columns % rows;
                    int plane = i / (rows * columns) * rows * columns;
                    return plane
                            + (upDown ? rows - 1 - row : row) * columns
                            + (leftRight ? columns - 1 - column : column);
                },
                0);
    }

    private static Value diagonal(Arguments arguments) {
        Tensor tensor = arguments.tensor("x");
        if (tensor.rank() > 2) {
            throw arguments.fault(
                    "x", "expression.argument-matrix", arguments.first().kind());
        }
        int size = tensor.size();
        if (tensor.rows() == 1 || tensor.columns() == 1) {
            arguments.run().budget().room((long) size * size, arguments.at());
            return picked(arguments.first(), new int[] {size, size}, i -> i / size == i % size ? i / size : -1, 0);
        }
        int columns = tensor.columns();
        return picked(arguments.first(), new int[] {Math.min(tensor.rows(), columns)}, i -> i * columns + i, 0);
    }

    private static Value padded(Arguments arguments) {
        Tensor tensor = arguments.tensor("x");
        if (tensor.rank() == 0) {
            throw arguments.fault(
                    "x", "expression.argument-matrix", arguments.first().kind());
        }
        Tensor sizes = arguments.given("n");
        int[] border = new int[4];
        for (int side = 0; side < border.length; side++) {
            double size = sizes.size() == 1 ? sizes.cell(0) : sizes.size() == 4 ? sizes.cell(side) : -1;
            if (size < 0 || size != Math.rint(size) || size > 10_000) {
                throw arguments.fault(
                        "n", "expression.argument-border", arguments.value("n").kind());
            }
            border[side] = (int) size;
        }
        int rank = tensor.rank();
        int rows = rank == 1 ? 1 : tensor.axis(rank - 2);
        int columns = tensor.axis(rank - 1);
        int above = rank == 1 ? 0 : border[0];
        int newRows = rank == 1 ? 1 : rows + border[0] + border[1];
        int newColumns = columns + border[2] + border[3];
        int[] shape = tensor.shape();
        shape[rank - 1] = newColumns;
        if (rank > 1) {
            shape[rank - 2] = newRows;
        }
        int planes = tensor.size() / Math.max(1, rows * columns);
        IntBinaryOperator beyond = beyond(arguments);
        arguments.run().budget().room((long) newRows * newColumns * planes, arguments.at());
        return picked(
                arguments.first(),
                shape,
                i -> {
                    int column = beyond.applyAsInt(i % newColumns - border[2], columns);
                    int row = beyond.applyAsInt(i / newColumns % newRows - above, rows);
                    boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
                    return inside ? (i / (newRows * newColumns) * rows + row) * columns + column : -1;
                },
                arguments.number("value"));
    }

    /** Which line of so many stands at a place that may lie outside; itself outside where a number is to stand there. */
    private static IntBinaryOperator beyond(Arguments arguments) {
        String mode = arguments.text("mode");
        return switch (mode) {
            case "constant" -> (place, lines) -> place;
            case "edge" -> (place, lines) -> Math.max(0, Math.min(lines - 1, place));
            case "reflect" ->
                (place, lines) -> {
                    int turn = Math.max(1, 2 * (lines - 1));
                    int along = Math.floorMod(place, turn);
                    return Math.min(along, turn - along) % lines;
                };
            case "wrap" -> Math::floorMod;
            default -> throw arguments.fault("mode", "expression.argument-border", "\"" + mode + "\"");
        };
    }

    private static Value reshaped(Arguments arguments) {
        if (arguments.many().length < 2) {
            throw ExpressionException.of(arguments.at(), "expression.too-few-arguments", arguments.function(), 2);
        }
        Value value = arguments.many()[0];
        Tensor tensor = Broadcast.numeric(value, arguments.at(), arguments.function());
        int[] shape = shape(arguments, 1);
        if (Arrays.stream(shape).reduce(1, (x, y) -> x * y) != tensor.size()) {
            throw ExpressionException.of(
                    arguments.at(), "expression.reshape", tensor.shapeText(), Tensor.shapeText(shape));
        }
        return picked(value, shape, i -> i, 0);
    }

    /** The shape that the arguments from this one on give, as numbers or as one vector, bounded by the cells that are left. */
    static int[] shape(Arguments arguments, int from) {
        Value[] given = arguments.many();
        double[] axes;
        if (given.length == from + 1
                && given[from].isNumeric()
                && given[from].asTensor().rank() == 1) {
            axes = given[from].asTensor().cells();
        } else {
            axes = new double[given.length - from];
            for (int i = from; i < given.length; i++) {
                axes[i - from] = arguments.integer(given[i], "…");
            }
        }
        if (axes.length == 0 || axes.length > Tensor.MAX_RANK) {
            throw ExpressionException.of(arguments.at(), "expression.rank", Tensor.MAX_RANK);
        }
        int[] shape = new int[axes.length];
        double cells = 1;
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] < 1 || axes[i] != Math.rint(axes[i])) {
                throw ExpressionException.of(arguments.at(), "expression.size", arguments.function());
            }
            cells *= axes[i];
            shape[i] = (int) Math.min(axes[i], Integer.MAX_VALUE);
        }
        arguments.run().budget().room((long) cells, arguments.at());
        return shape;
    }
}
