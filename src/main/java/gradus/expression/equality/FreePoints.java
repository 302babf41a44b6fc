package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.value.Budget;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Rounding;
import gradus.expression.value.Scope;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The points at which a formula is tried when it is read: whether its shapes fit, whether it is a number anywhere and
 * whether it costs too much. Every symbol is free here, also one that is given by an expression: it has its shape and
 * values that have nothing to do with those of the others. So what is found, and the work that it takes, depends on the
 * formula and on the shapes that the page tells, and never on whether the formula equals anything that is secret.
 */
public final class FreePoints {
    private static final long SEED = 20_240_607;
    private static final long WORK_A_POINT = 1_000_000;
    private static final int USUAL_CELLS = 20_000;
    private static final int CELLS_A_NUMBER = 2;

    /** The ranges of the numbers, one for each point; the first point at which the formula is defined ends the search. */
    private enum Reach {
        /** The domain of a symbol; that of {@link #MIXED} if it has none. */
        DOMAIN(-3, 3),
        UNIT(0.05, 0.95),
        POSITIVE(0.3, 3),
        MIXED(-3, 3),
        OTHER_DOMAIN(-3, 3),
        SMALL(0.001, 0.1),
        WHOLE(101, 997),
        LARGE(5, 50),
        NEGATIVE(-3, -0.3),
        HUGE(100, 1000);

        final double from;
        final double to;

        Reach(double from, double to) {
            this.from = from;
            this.to = to;
        }

        double of(double fraction, Symbols.Symbol symbol) {
            boolean own = this == DOMAIN || this == OTHER_DOMAIN;
            if (symbol instanceof Symbols.Domain domain && (own || domain.integer())) {
                return domain.at(fraction);
            }
            double number = from + fraction * (to - from);
            return this == WHOLE ? Math.rint(number) : number;
        }
    }

    private final SamplePoints space;
    private final List<Value[]> points = new ArrayList<>();
    private final int cells;

    private FreePoints(Symbols symbols, Scope params) {
        space = new SamplePoints(symbols, params);
        List<int[]> shapes = new ArrayList<>();
        List<@Nullable Value> counts = new ArrayList<>();
        symbols.all().values().forEach(symbol -> {
            shapes.add(shape(symbol));
            counts.add(count(symbol, symbols.names()));
        });
        Draws draws = Draws.of(SEED);
        List<Symbols.Symbol> all = List.copyOf(symbols.all().values());
        int numbers = 0;
        for (Reach reach : Reach.values()) {
            Value[] point = new Value[all.size()];
            numbers = 0;
            for (int i = 0; i < point.length; i++) {
                Value count = counts.get(i);
                point[i] = count != null ? count : value(reach, all.get(i), shapes.get(i), draws);
                numbers += point[i].asTensor().size();
            }
            points.add(point);
        }
        cells = Math.max(USUAL_CELLS, CELLS_A_NUMBER * numbers);
    }

    /**
     * The points for some symbols.
     *
     * @param params the values of names that occur in symbols' definitions and are not symbols themselves; only the shapes that
     *     result from them are used
     */
    public static FreePoints of(Symbols symbols, Scope params) {
        return new FreePoints(symbols, params);
    }

    /** The shape of a symbol; that of a number if it cannot be computed anywhere. */
    private int[] shape(Symbols.Symbol symbol) {
        if (symbol instanceof Symbols.Domain domain) {
            return domain.shape().stream().mapToInt(axis -> axis).toArray();
        }
        Draws draws = Draws.of(SEED);
        for (int i = 0; i < Reach.values().length; i++) {
            try {
                return space.value((Symbols.Dependent) symbol, space.random(draws))
                        .asTensor()
                        .shape();
            } catch (ExpressionException elsewherePerhaps) {
                // other numbers may work
            }
        }
        return new int[0];
    }

    /**
     * The value of a symbol that counts rows or columns of others, such as {@code m: cols(X)}: it follows from the shapes
     * that the page tells, and {@code ones(m, 1)} needs it. Null for all others, and where anything else is named in it.
     */
    private @Nullable Value count(Symbols.Symbol symbol, Set<String> symbols) {
        if (!(symbol instanceof Symbols.Dependent dependent)
                || dependent.expression().names().isEmpty()
                || !symbols.containsAll(dependent.expression().names())) {
            return null;
        }
        Draws draws = Draws.of(SEED);
        NumberValue count = null;
        for (int i = 0; i < Reach.values().length; i++) {
            try {
                if (!(space.value(dependent, space.random(draws)) instanceof NumberValue number)
                        || !Rounding.isSmallInteger(number.value())
                        || (count != null && count.value() != number.value())) {
                    return null;
                }
                count = number;
            } catch (ExpressionException undefined) {
                return null;
            }
        }
        return count;
    }

    private static Value value(Reach reach, Symbols.Symbol symbol, int[] shape, Draws draws) {
        if (shape.length == 0) {
            return NumberValue.exactly(reach.of(draws.fraction(), symbol));
        }
        double[] cells = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = reach.of(draws.fraction(), symbol);
        }
        return new TensorValue(Tensor.of(shape, cells), null);
    }

    /**
     * Tries a formula.
     *
     * @return the steps of work that it took
     * @throws ExpressionException where it cannot be evaluated, costs too much or is a number at none of the points
     */
    public long tried(Expression formula) {
        SamplePoints.Slots slots = space.slots(formula);
        long steps = 0;
        for (Value[] point : points) {
            Budget budget = new Budget(WORK_A_POINT, cells);
            Value value = formula.run(Scope.EMPTY, slots.fill(point), budget, null);
            steps += budget.spent();
            if (!value.isNumeric()) {
                throw ExpressionException.of(0, "expression.not-numeric", formula.source(), value.kind());
            }
            if (!CellAgreement.isUndefined(value)) {
                return steps;
            }
        }
        throw ExpressionException.of(0, "expression.undefined-everywhere");
    }
}
