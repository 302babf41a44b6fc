package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.function.Spellings.Use;
import gradus.expression.value.Broadcast;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Operator;
import gradus.expression.value.Printing;
import gradus.expression.value.Products;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.Shapes;
import gradus.expression.value.TensorValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Transposition;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Functions that measure, multiply and build tensors. */
final class ArrayFunctions {
    private static final int MOST_DECIMALS = 300;

    private ArrayFunctions() {}

    static List<LibraryFunction> all() {
        return Stream.of(measures(), products(), made()).flatMap(List::stream).toList();
    }

    private static List<LibraryFunction> measures() {
        return List.of(
                array(
                                "rows(x)",
                                "The number of rows.",
                                "행의 수.",
                                a -> NumberValue.exactly(a.tensor("x").rows()))
                        .whole()
                        .example("rows([[1, 2]])", "1"),
                array(
                                "cols(x)",
                                "The number of columns.",
                                "열의 수.",
                                a -> NumberValue.exactly(a.tensor("x").columns()))
                        .whole()
                        .example("cols([[1, 2]])", "2"),
                array(
                                "shape(x)",
                                "The size of every axis, as a vector.",
                                "각 축의 크기, 벡터로.",
                                a -> vector(a.tensor("x").shape()))
                        .whole()
                        .used(Use.ATTRIBUTE)
                        .example("shape([[1, 2]])", "[1, 2]"),
                array(
                                "size(x, axis=none)",
                                "The number of cells, or the size of an axis.",
                                "성분의 수, 또는 한 축의 크기.",
                                ArrayFunctions::size)
                        .whole()
                        .used(Use.ATTRIBUTE)
                        .example("size([[1, 2, 3], [4, 5, 6]])", "6"),
                array("count_nonzero(x)", "How many cells are not 0.", "0이 아닌 성분의 수.", ArrayFunctions::countNonzero)
                        .whole()
                        .example("count_nonzero([0, 1, 2])", "2"),
                array(
                                "argmax(x)",
                                "The place of the largest cell, from 1; the first of equals.",
                                "가장 큰 성분의 위치(1부터), 같으면 먼저 나온 것.",
                                a -> NumberValue.exactly(MaxMin.argmax(a.tensor("x"))))
                        .whole()
                        .used(Use.ON_PAPER_ONLY)
                        .example("argmax([3, 9, 9])", "2"));
    }

    private static List<LibraryFunction> products() {
        return List.of(
                array(
                                "transpose(x)",
                                "The transpose, as x'.",
                                "전치, x'와 같습니다.",
                                a -> Transposition.of(a.run(), a.first(), a.at()))
                        .range(argument -> argument)
                        .latex("#1^{\\top}")
                        .whole()
                        .fault("transpose_left_out", "x")
                        .written("'")
                        .used(Use.METHOD)
                        .example("transpose([[1, 2]])", "[[1], [2]]"),
                array(
                                "dot(a, b)",
                                "The inner product of two vectors; of matrices the matrix product.",
                                "두 벡터의 내적, 행렬이면 행렬곱.",
                                ArrayFunctions::dot)
                        .whole()
                        .fault("sum_left_out", "a .* b")
                        .example("dot([1, 2], [3, 4])", "11"),
                array(
                                "outer(a, b)",
                                "The matrix of all products of two vectors' cells.",
                                "두 벡터 성분의 모든 곱으로 된 행렬.",
                                ArrayFunctions::outer)
                        .whole()
                        .example("outer([1, 2], [3, 4])", "[[3, 4], [6, 8]]"));
    }

    private static List<LibraryFunction> made() {
        return List.of(
                array("eye(n)", "The n×n identity matrix.", "n×n 단위행렬.", ArrayFunctions::eye)
                        .whole()
                        .example("eye(2)", "[[1, 0], [0, 1]]"),
                array(
                                "ones(…)",
                                "A tensor of ones: ones(n) is a vector, ones(rows, cols) a matrix.",
                                "1로 채운 텐서: ones(n) 벡터, ones(rows, cols) 행렬.",
                                a -> filled(a, 1))
                        .whole()
                        .example("ones(2)", "[1, 1]"),
                array("zeros(…)", "A tensor of zeros, as ones.", "0으로 채운 텐서, ones와 같은 방식.", a -> filled(a, 0))
                        .whole()
                        .example("zeros(2, 2)", "[[0, 0], [0, 0]]"),
                LibraryFunction.of(
                                Group.ENGINE,
                                "join(…)",
                                new Sentence(
                                        "Texts and numbers one behind the other, as one text.", "글과 수를 차례로 이어 붙인 글."),
                                ArrayFunctions::join)
                        .whole()
                        .example("join(\"conv(\", 8, \",5)\")", "\"conv(8,5)\""),
                array("seq(…)", "The values as a sequence.", "값들의 수열.", a -> new SequenceValue(List.of(a.many())))
                        .whole()
                        .example("seq(1, 2)", "seq(1, 2)"));
    }

    static LibraryFunction array(String signature, String en, String ko, LibraryFunction.Body body) {
        return LibraryFunction.of(Group.ARRAY, signature, new Sentence(en, ko), body);
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

    private static Value join(Arguments arguments) {
        StringBuilder text = new StringBuilder();
        for (Value value : arguments.many()) {
            text.append(value instanceof TextValue part ? part.text() : Printing.plain(value));
        }
        return new TextValue(text.toString());
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
