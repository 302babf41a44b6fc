package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.node.Domains;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Budget;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Range;
import gradus.expression.value.Scope;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The space in which formulas are compared, with one coordinate for each number of a drawn symbol. A point gives
 * every symbol a value; dependent symbols are computed.
 */
final class SamplePoints implements Domains {
    private static final double INSET = 0x1p-40;
    private static final double HALF = 0.5 - 0x1p-30;

    private static final int MANY = 60;

    /** The factors by which points drawn far away exceed the near ones, used in turn. */
    private static final double[] FAR = {36, 996};

    /** The distance from 0 that the middle reaches, and the number of fractions of 1 in its numbers. */
    private static final double MIDDLE = 4;

    private static final double SHORT_FRACTION = 256;

    private final List<String> names;
    private final List<Symbols.Symbol> symbols;
    private final Scope params;

    /** How many coordinates each symbol has, none if it is computed. */
    private final int[] sizes;

    private final double[] low;
    private final double[] high;
    private final double[] nearLow;
    private final double[] nearHigh;
    private final boolean wide;
    private final boolean tensors;

    SamplePoints(Symbols symbols, Scope params) {
        this.names = List.copyOf(symbols.names());
        this.symbols = List.copyOf(symbols.all().values());
        this.params = params;
        sizes = this.symbols.stream()
                .mapToInt(symbol -> symbol instanceof Symbols.Domain domain ? domain.size() : 0)
                .toArray();
        int size = Arrays.stream(sizes).sum();
        low = new double[size];
        high = new double[size];
        nearLow = new double[size];
        nearHigh = new double[size];
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            for (int cell = 0; cell < sizes[i]; cell++, at++) {
                set(at, (Symbols.Domain) this.symbols.get(i));
            }
        }
        wide = this.symbols.stream().anyMatch(symbol -> symbol instanceof Symbols.Domain domain && domain.isWide());
        tensors = findTensors();
    }

    /** A whole number stands for everything that rounds to it. */
    private void set(int at, Symbols.Domain domain) {
        double room = domain.integer() ? HALF : -(domain.to() - domain.from()) * INSET;
        low[at] = domain.settled(domain.least()) - room;
        high[at] = domain.settled(domain.most()) + room;
        nearLow[at] = domain.settled(domain.from()) - room;
        nearHigh[at] = domain.settled(domain.to()) + room;
    }

    /** Whether some symbol is or may be a tensor. */
    private boolean findTensors() {
        try {
            for (Value value : values(low, Vocabulary.author().budget())) {
                if (!(value instanceof NumberValue)) {
                    return true;
                }
            }
            return false;
        } catch (ExpressionException undefinedThere) {
            return true;
        }
    }

    int size() {
        return low.length;
    }

    double low(int coordinate) {
        return low[coordinate];
    }

    double high(int coordinate) {
        return high[coordinate];
    }

    /** A point moved along a coordinate by a share of its range, as far as the range allows. */
    double[] moved(double[] place, int coordinate, double share) {
        double[] moved = place.clone();
        double after = place[coordinate] + share * (high[coordinate] - low[coordinate]);
        moved[coordinate] = Math.min(high[coordinate], Math.max(low[coordinate], after));
        return moved;
    }

    @Override
    public boolean hasTensors() {
        return tensors;
    }

    /** The coordinates that the values of these names depend on, in random order. */
    int[] coordinates(Set<String> wanted, Draws draws) {
        Set<String> needed = new HashSet<>(wanted);
        for (int i = symbols.size() - 1; i >= 0; i--) {
            if (symbols.get(i) instanceof Symbols.Dependent dependent && needed.contains(names.get(i))) {
                needed.addAll(dependent.expression().names());
            }
        }
        List<Integer> found = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < symbols.size(); i++) {
            for (int cell = 0; needed.contains(names.get(i)) && cell < sizes[i]; cell++) {
                found.add((int) draws.integer(0, found.size()), at + cell);
            }
            at += sizes[i];
        }
        return found.stream().mapToInt(coordinate -> coordinate).toArray();
    }

    double[] random(Draws draws) {
        double[] coordinates = new double[low.length];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = nearLow[i] + draws.fraction() * (nearHigh[i] - nearLow[i]);
        }
        return coordinates;
    }

    /** Whether a coordinate's range goes beyond where most points lie. */
    boolean isWide() {
        return wide;
    }

    /** A further point: near at first, and in turn far out and in the middle once many near ones have decided nothing. */
    double[] another(int number, Draws draws) {
        boolean turn = number > MANY;
        return turn && number % 2 == 1 ? middle(draws) : turn && wide ? far(number / 2, draws) : random(draws);
    }

    /** A point close to 0 whose numbers have few binary digits, so that formulas lose little to rounding. */
    private double[] middle(Draws draws) {
        double[] coordinates = random(draws);
        for (int i = 0; i < coordinates.length; i++) {
            double from = Math.max(nearLow[i], -MIDDLE);
            double to = Math.min(nearHigh[i], MIDDLE);
            double drawn = from < to ? from + draws.fraction() * (to - from) : coordinates[i];
            double rounded = Math.rint(drawn * SHORT_FRACTION) / SHORT_FRACTION;
            coordinates[i] = rounded > nearLow[i] && rounded < nearHigh[i] ? rounded : drawn;
        }
        return coordinates;
    }

    /** Whether a coordinate lies beyond where most points do. */
    boolean isFar(double[] coordinates) {
        for (int i = 0; i < coordinates.length && wide; i++) {
            if (coordinates[i] < nearLow[i] || coordinates[i] > nearHigh[i]) {
                return true;
            }
        }
        return false;
    }

    /** A point with one coordinate as far out as its symbol allows, and each other one too with probability ½. */
    double[] far(int turn, Draws draws) {
        double[] coordinates = random(draws);
        int sure = (int) draws.integer(0, coordinates.length - 1);
        for (int i = 0; i < coordinates.length; i++) {
            boolean above = draws.fraction() < 0.5;
            if ((i == sure || draws.fraction() < 0.5) && (low[i] < nearLow[i] || high[i] > nearHigh[i])) {
                double reach = draws.fraction() * FAR[turn % FAR.length];
                boolean up = high[i] > nearHigh[i] && (above || low[i] == nearLow[i]);
                coordinates[i] = up ? Math.min(high[i], nearHigh[i] + reach) : Math.max(low[i], nearLow[i] - reach);
            }
        }
        return coordinates;
    }

    /** Points that spread every coordinate evenly over its domain (a Latin hypercube). */
    List<double[]> spread(int count, Draws draws) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new double[low.length]);
        }
        for (int axis = 0; axis < low.length; axis++) {
            int[] order = new int[count];
            for (int i = 0; i < count; i++) {
                int j = (int) draws.integer(0, i);
                order[i] = order[j];
                order[j] = i;
            }
            for (int i = 0; i < count; i++) {
                double fraction = (order[i] + draws.fraction()) / count;
                points.get(i)[axis] = nearLow[axis] + fraction * (nearHigh[axis] - nearLow[axis]);
            }
        }
        return points;
    }

    /** The values of all symbols at a point, in the order of the symbols. */
    Value[] values(double[] coordinates, Budget budget) {
        Value[] values = new Value[symbols.size()];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (symbols.get(i) instanceof Symbols.Domain domain) {
                values[i] = drawn(domain, coordinates, at, sizes[i]);
                at += sizes[i];
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (symbols.get(i) instanceof Symbols.Dependent dependent) {
                Expression expression = dependent.expression();
                values[i] = expression.run(params, slots(expression).fill(values), budget, null);
            }
        }
        return values;
    }

    /** The value of one dependent symbol at a point. */
    Value value(Symbols.Dependent symbol, double[] coordinates) {
        Budget budget = Vocabulary.author().budget();
        Value[] values = values(coordinates, budget);
        return symbol.expression().run(params, slots(symbol.expression()).fill(values), budget, null);
    }

    private static Value drawn(Symbols.Domain domain, double[] coordinates, int at, int size) {
        if (domain.shape().isEmpty()) {
            return new NumberValue(domain.settled(coordinates[at]), 0);
        }
        double[] cells = new double[size];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = domain.settled(coordinates[at + i]);
        }
        return new TensorValue(
                Tensor.of(domain.shape().stream().mapToInt(axis -> axis).toArray(), cells), null);
    }

    Map<String, Value> named(Value[] values) {
        Map<String, Value> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }

    @Override
    public Range range(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            return Range.ALL;
        }
        return symbols.get(index) instanceof Symbols.Domain domain
                ? new Range(domain.least(), domain.most())
                : ((Symbols.Dependent) symbols.get(index)).expression().range(this);
    }

    Slots slots(Expression expression) {
        String[] wanted = expression.slots();
        int[] indices = new int[wanted.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = names.indexOf(wanted[i]);
        }
        return new Slots(indices);
    }

    /** The indices of an expression's names among the symbols; −1 for other names. */
    record Slots(int[] indices) {
        @Nullable
        Value[] fill(@Nullable Value[] symbols) {
            @Nullable Value[] values = new Value[indices.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = indices[i] < 0 ? null : symbols[indices[i]];
            }
            return values;
        }
    }
}
