package gradus.expression.function;

import gradus.expression.function.LibraryFunction.Group;
import gradus.expression.value.Broadcast;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.Shapes;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Random draws for params; both ends are included, and a seed draws the same on every Java. */
final class DrawFunctions {
    private static final int MOST_DECIMALS = 12;

    private DrawFunctions() {}

    static List<LibraryFunction> all() {
        return List.of(
                draw(
                        "randint(…)",
                        "An integer: randint(lo, hi); a vector randint(n, lo, hi); a matrix randint(rows, cols, lo, hi).",
                        "정수: randint(lo, hi), 벡터 randint(n, lo, hi), 행렬 randint(rows, cols, lo, hi).",
                        DrawFunctions::randint),
                draw(
                        "uniform(…, decimals=2)",
                        "A decimal from lo to hi: uniform(lo, hi), uniform(n, lo, hi), uniform(rows, cols, lo, hi).",
                        "lo부터 hi까지의 소수: uniform(lo, hi), uniform(n, lo, hi), uniform(rows, cols, lo, hi).",
                        DrawFunctions::uniform),
                draw(
                        "normal(…, decimals=2)",
                        "A normal decimal: normal(mean, deviation), normal(n, mean, deviation), normal(rows, cols, mean, deviation).",
                        "정규분포의 소수: normal(mean, deviation), normal(n, mean, deviation), normal(rows, cols, mean, deviation).",
                        DrawFunctions::normal),
                draw(
                        "bernoulli(…)",
                        "1 with the probability p, else 0: bernoulli(p), bernoulli(n, p), bernoulli(rows, cols, p).",
                        "확률 p로 1, 아니면 0: bernoulli(p), bernoulli(n, p), bernoulli(rows, cols, p).",
                        DrawFunctions::bernoulli),
                draw("pick(…)", "One of the values, each as likely.", "값 중 하나, 모두 같은 확률로.", DrawFunctions::pick),
                draw(
                        "shuffle(…)",
                        "The values, or the cells of one vector, in random order.",
                        "값들, 또는 한 벡터의 성분을 무작위 순서로.",
                        DrawFunctions::shuffle));
    }

    private static LibraryFunction draw(String signature, String en, String ko, LibraryFunction.Body body) {
        return LibraryFunction.of(Group.DRAW, signature, new Sentence(en, ko), body);
    }

    private static Draws draws(Arguments arguments) {
        Draws draws = arguments.run().scope().draws();
        if (draws == null) {
            throw ExpressionException.of(arguments.at(), "expression.draw-outside-params", arguments.function());
        }
        return draws;
    }

    private static Value randint(Arguments arguments) {
        Draws draws = draws(arguments);
        double[] ends = ends(arguments, 2);
        long low = whole(ends[0], arguments);
        long high = whole(ends[1], arguments);
        ordered(low, high, arguments);
        return drawn(arguments, 2, source -> draws.integer(low, high));
    }

    private static Value uniform(Arguments arguments) {
        Draws draws = draws(arguments);
        double[] ends = ends(arguments, 2);
        double scale = scale(arguments);
        double low = Math.ceil(ends[0] * scale - 1e-9);
        double high = Math.floor(ends[1] * scale + 1e-9);
        ordered(low, high, arguments);
        return drawn(arguments, 2, source -> draws.integer(whole(low, arguments), whole(high, arguments)) / scale);
    }

    private static Value normal(Arguments arguments) {
        Draws draws = draws(arguments);
        double[] given = arguments.many().length == 0 ? new double[] {0, 1} : ends(arguments, 2);
        double scale = scale(arguments);
        return drawn(arguments, 2, source -> Math.rint((given[0] + given[1] * draws.normal()) * scale) / scale);
    }

    private static Value bernoulli(Arguments arguments) {
        Draws draws = draws(arguments);
        double probability = ends(arguments, 1)[0];
        if (!(probability >= 0 && probability <= 1)) {
            throw ExpressionException.of(arguments.at(), "expression.probability", arguments.function());
        }
        return drawn(arguments, 1, source -> draws.fraction() < probability ? 1 : 0);
    }

    private static Value pick(Arguments arguments) {
        Draws draws = draws(arguments);
        Value[] values = arguments.many();
        if (values.length == 0) {
            throw ExpressionException.of(arguments.at(), "expression.no-arguments", arguments.function());
        }
        return values[(int) draws.integer(0, values.length - 1)];
    }

    private static Value shuffle(Arguments arguments) {
        Draws draws = draws(arguments);
        Value[] values = arguments.many();
        if (values.length == 1 && values[0].isNumeric()) {
            int[] order = order(values[0].asTensor().size(), draws);
            Value only = values[0];
            return only.asTensor().rank() == 0
                    ? only
                    : Rearrangement.picked(only, only.asTensor().shape(), i -> order[i], 0);
        }
        List<Value> shuffled = new ArrayList<>();
        boolean numbers = values.length > 0;
        for (int index : order(values.length, draws)) {
            shuffled.add(values[index]);
            numbers &= values[index] instanceof NumberValue;
        }
        return numbers ? vector(shuffled) : new SequenceValue(shuffled);
    }

    private static Value vector(List<Value> numbers) {
        return Value.of(Tensor.vector(numbers.stream()
                .mapToDouble(number -> number.asTensor().cell(0))
                .toArray()));
    }

    private static int[] order(int size, Draws draws) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = (int) draws.integer(0, i);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The last numbers of the call, before which the sizes stand. */
    private static double[] ends(Arguments arguments, int count) {
        Value[] values = arguments.many();
        if (values.length < count || values.length > count + Tensor.MAX_RANK) {
            throw ExpressionException.of(arguments.at(), "expression.too-few-arguments", arguments.function(), count);
        }
        double[] ends = new double[count];
        for (int i = 0; i < count; i++) {
            Tensor number = Broadcast.numeric(values[values.length - count + i], arguments.at(), arguments.function());
            if (!Shapes.countsAsNumber(number) || !Double.isFinite(number.cell(0))) {
                throw ExpressionException.of(arguments.at(), "expression.draw-number", arguments.function());
            }
            ends[i] = number.cell(0);
        }
        return ends;
    }

    private static long whole(double value, Arguments arguments) {
        if (value != Math.rint(value) || Math.abs(value) > 0x1p53) {
            throw ExpressionException.of(arguments.at(), "expression.draw-integer", arguments.function());
        }
        return (long) value;
    }

    private static void ordered(double low, double high, Arguments arguments) {
        if (low > high) {
            throw ExpressionException.of(arguments.at(), "expression.draw-empty", arguments.function());
        }
    }

    private static double scale(Arguments arguments) {
        int decimals = arguments.integer("decimals");
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw arguments.fault(
                    "decimals",
                    "expression.argument-integer",
                    arguments.value("decimals").kind());
        }
        return Math.pow(10, decimals);
    }

    private static Value drawn(Arguments arguments, int ends, ToDoubleFunction<Arguments> cell) {
        int sizes = arguments.many().length - ends;
        if (sizes <= 0) {
            return Value.of(cell.applyAsDouble(arguments));
        }
        int[] shape = new int[sizes];
        long size = 1;
        for (int i = 0; i < sizes; i++) {
            shape[i] = arguments.integer(arguments.many()[i], "…");
            if (shape[i] < 1) {
                throw ExpressionException.of(arguments.at(), "expression.size", arguments.function());
            }
            size *= shape[i];
            arguments.run().budget().room(size, arguments.at());
        }
        double[] cells = new double[(int) size];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell.applyAsDouble(arguments);
        }
        return Value.of(Tensor.of(shape, cells));
    }
}
