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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The space in which formulas are compared: one coordinate a number of a drawn symbol, each in its domain. A point gives
 * every symbol a value, the dependent ones computed.
 */
final class SamplePoints implements Domains {
    private static final double INSET = 0x1p-40;

    private final List<String> names;
    private final List<Symbols.Symbol> symbols;
    private final Scope params;
    private final double[] low;
    private final double[] high;
    private final boolean tensors;

    SamplePoints(Symbols symbols, Scope params) {
        this.names = List.copyOf(symbols.names());
        this.symbols = List.copyOf(symbols.all().values());
        this.params = params;
        int size = 0;
        for (Symbols.Symbol symbol : this.symbols) {
            size += symbol instanceof Symbols.Domain domain ? domain.size() : 0;
        }
        low = new double[size];
        high = new double[size];
        int at = 0;
        for (Symbols.Symbol symbol : this.symbols) {
            if (symbol instanceof Symbols.Domain domain) {
                double inset = (domain.to() - domain.from()) * INSET;
                for (int cell = 0; cell < domain.size(); cell++) {
                    low[at] = domain.from() + inset;
                    high[at++] = domain.to() - inset;
                }
            }
        }
        tensors = findTensors();
    }

    /** Whether some symbol is a tensor, or may be one for all that is known. */
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
            int size = symbols.get(i) instanceof Symbols.Domain domain ? domain.size() : 0;
            for (int cell = 0; needed.contains(names.get(i)) && cell < size; cell++) {
                found.add((int) draws.integer(0, found.size()), at + cell);
            }
            at += size;
        }
        return found.stream().mapToInt(coordinate -> coordinate).toArray();
    }

    double[] random(Draws draws) {
        double[] coordinates = new double[low.length];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = low[i] + draws.fraction() * (high[i] - low[i]);
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
                points.get(i)[axis] = low[axis] + fraction * (high[axis] - low[axis]);
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
                values[i] = drawn(domain, coordinates, at);
                at += domain.size();
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

    private static Value drawn(Symbols.Domain domain, double[] coordinates, int at) {
        if (domain.shape().isEmpty()) {
            return new NumberValue(number(domain, coordinates[at]), 0);
        }
        double[] cells = new double[domain.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = number(domain, coordinates[at + i]);
        }
        return new TensorValue(
                Tensor.of(domain.shape().stream().mapToInt(axis -> axis).toArray(), cells), null);
    }

    /** A coordinate as its symbol takes it: of a whole one the whole number next to it within the domain. */
    private static double number(Symbols.Domain domain, double coordinate) {
        return domain.whole()
                ? Math.max(Math.ceil(domain.from()), Math.min(Math.floor(domain.to()), Math.rint(coordinate)))
                : coordinate;
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
                ? new Range(domain.from(), domain.to())
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

    /** Where the names of an expression stand among the symbols; −1 where they are none. */
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
