package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Names;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The symbols of a formula part: what each may be at the points where formulas are compared. */
public final class Symbols {
    /** Where the numbers of a symbol lie that has no domain of its own: from −4 to 4. */
    public static final double USUAL_FROM = -4;

    public static final double USUAL_TO = 4;

    private final Map<String, Symbol> symbols;

    private Symbols(Map<String, Symbol> symbols) {
        this.symbols = symbols;
    }

    /** A symbol of a formula. */
    public sealed interface Symbol permits Domain, Dependent {}

    /**
     * A symbol that is drawn: a number, or a tensor whose cells are drawn one by one.
     *
     * @param shape empty for a number
     * @param whole whether its numbers are whole ones
     */
    public record Domain(List<Integer> shape, double from, double to, boolean whole) implements Symbol {
        public Domain(List<Integer> shape, double from, double to) {
            this(shape, from, to, false);
        }

        public Domain {
            shape = List.copyOf(shape);
            if (!(from <= to) || !Double.isFinite(to - from)) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
        }

        int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /** A symbol that is computed from the others at every point, such as A1 = relu(Z1). */
    public record Dependent(Expression expression) implements Symbol {}

    public static Builder builder() {
        return new Builder();
    }

    /** Collects symbols, whose names may be written in any spelling; a dependent one comes after those it needs. */
    public static final class Builder {
        private final Map<String, Symbol> symbols = new LinkedHashMap<>();

        /** A drawn symbol; without a shape it is a number. */
        public Builder add(String name, double from, double to, int... shape) {
            symbols.put(
                    Names.fold(name), new Domain(Arrays.stream(shape).boxed().toList(), from, to));
            return this;
        }

        /** A symbol as another collection has it. */
        public Builder add(String name, Symbol symbol) {
            symbols.put(Names.fold(name), symbol);
            return this;
        }

        /** A symbol that is computed from the others. */
        public Builder add(String name, Expression expression) {
            symbols.put(Names.fold(name), new Dependent(expression));
            return this;
        }

        public Symbols build() {
            return new Symbols(Collections.unmodifiableMap(new LinkedHashMap<>(symbols)));
        }
    }

    public Set<String> names() {
        return symbols.keySet();
    }

    /** The symbols by their folded names. */
    public Map<String, Symbol> all() {
        return symbols;
    }

    /** What students may write: these symbols and the functions that formulas have by default. */
    public Vocabulary vocabulary() {
        return Vocabulary.formula(names());
    }

    /** What students may write: these symbols and exactly the functions listed. */
    public Vocabulary vocabulary(Collection<String> allow) {
        return Vocabulary.formula(names(), allow);
    }
}
