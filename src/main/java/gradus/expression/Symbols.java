package gradus.expression;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The symbols of a formula part: what each may be at the points where formulas are compared. */
public final class Symbols {
    /** Where the numbers of a symbol lie that has no domain of its own: from −4 to 4. */
    public static final double FROM = -4;

    public static final double TO = 4;

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
     */
    public record Domain(List<Integer> shape, double from, double to) implements Symbol {
        public Domain {
            shape = List.copyOf(shape);
            if (!(from <= to) || !Double.isFinite(to - from)) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
        }

        public static Domain number() {
            return new Domain(List.of(), FROM, TO);
        }

        public static Domain tensor(List<Integer> shape) {
            return new Domain(shape, FROM, TO);
        }

        int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /** A symbol that is computed from the others at every point, such as A1 = relu(Z1). */
    public record Dependent(Expression expression) implements Symbol {}

    /** Symbols by their names, which may be written in any spelling; a dependent one comes after those it needs. */
    public static Symbols of(Map<String, ? extends Symbol> symbols) {
        Map<String, Symbol> folded = new LinkedHashMap<>();
        symbols.forEach((name, symbol) -> folded.put(Names.fold(name), symbol));
        return new Symbols(Collections.unmodifiableMap(folded));
    }

    public Set<String> names() {
        return symbols.keySet();
    }

    Map<String, Symbol> all() {
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
