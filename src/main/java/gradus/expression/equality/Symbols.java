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
import org.jspecify.annotations.Nullable;

/** The symbols of a formula part: what each may be at the points where formulas are compared. */
public final class Symbols {
    /** Where most numbers of a symbol lie that has no domain of its own: from −4 to 4. */
    private static final double DEFAULT_FROM = -4;

    private static final double DEFAULT_TO = 4;
    private static final double DEFAULT_WIDTH = DEFAULT_TO - DEFAULT_FROM;

    /** How much farther a symbol without an end reaches. */
    private static final double FAR = 996;

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
     * @param from least of the numbers of which most are drawn
     * @param to greatest of them
     * @param least least number of all
     * @param most greatest number of all
     * @param integer whether only whole numbers are meant
     */
    public record Domain(List<Integer> shape, double from, double to, double least, double most, boolean integer)
            implements Symbol {
        public Domain {
            shape = List.copyOf(shape);
            if (!(least <= from && from <= to && to <= most) || !Double.isFinite(most - least)) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
        }

        /** Numbers from one to the other and no others. */
        public Domain(List<Integer> shape, double from, double to) {
            this(shape, from, to, from, to, false);
        }

        /** Numbers within declared ends, either of which may be missing: then it is far away, and most are drawn near. */
        public static Domain within(
                List<Integer> shape, @Nullable Double least, @Nullable Double most, boolean integer) {
            double from = least == null ? Math.min(DEFAULT_FROM, most == null ? 0 : most - DEFAULT_WIDTH) : least;
            double to = most == null ? Math.max(DEFAULT_TO, least == null ? 0 : least + DEFAULT_WIDTH) : most;
            return new Domain(
                    shape, from, to, least == null ? from - FAR : from, most == null ? to + FAR : to, integer);
        }

        /** Whether it reaches beyond the numbers of which most are drawn. */
        boolean isWide() {
            return least < from || to < most;
        }

        /** The number at a fraction of the way from the first to the last, whole where only such are meant. */
        double at(double fraction) {
            return settled(from + fraction * (to - from));
        }

        /** The number nearest to this one that the symbol can be. */
        double settled(double number) {
            return integer ? Math.min(Math.floor(most), Math.max(Math.ceil(least), Math.rint(number))) : number;
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

        /** A symbol that may be any number; without a shape it is one, else a tensor of them. */
        public Builder addAny(String name, int... shape) {
            symbols.put(
                    Names.fold(name), Domain.within(Arrays.stream(shape).boxed().toList(), null, null, false));
            return this;
        }

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
