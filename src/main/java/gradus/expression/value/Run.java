package gradus.expression.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One evaluation of an expression: the values of its names, what it may still spend, which branches it took. */
public final class Run {
    private final Scope scope;
    private final Budget budget;
    private final @Nullable Kinks kinks;
    private final String[] names;
    private final @Nullable Value[] values;
    private double bound;
    private @Nullable Map<String, int[]> indices;

    public Run(Scope scope, String[] names, @Nullable Value[] values, Budget budget, @Nullable Kinks kinks) {
        this.scope = scope;
        this.names = names;
        this.values = values;
        this.budget = budget;
        this.kinks = kinks;
    }

    public Scope scope() {
        return scope;
    }

    public Budget budget() {
        return budget;
    }

    /** Whether somebody wants to know which branches are taken. */
    public boolean isWatched() {
        return kinks != null;
    }

    /** The bound of the plain number that was computed last. */
    public double bound() {
        return bound;
    }

    /** Leaves the bound of the plain number that was just computed. */
    public void leave(double bound) {
        this.bound = bound;
    }

    public Value value(int slot, int at) {
        Value value = values[slot];
        if (value == null) {
            value = scope.get(names[slot]);
            if (value == null) {
                throw ExpressionException.of(at, "expression.no-value", names[slot]);
            }
            values[slot] = value;
        }
        return value;
    }

    /** Applies a function of two numbers, notes its branch under the site, and leaves the bound of the result. */
    public double pair(Pairwise function, double a, double boundA, double b, double boundB, int site) {
        if (kinks != null && site >= 0) {
            kinks.note(site, function.gap(a, b));
        }
        double result = function.value(a, b);
        bound = function.safeBound(a, boundA, b, boundB, result);
        return result;
    }

    /** Notes on which side of a branch a number stood; NaN stands on none. */
    public void kink(int site, double gap) {
        if (kinks != null) {
            kinks.note(site, gap);
        }
    }

    /** Lets an index of a sum stand at a place, from 0, of so many. */
    public void bind(String index, int place, int length) {
        if (indices == null) {
            indices = new HashMap<>();
        }
        indices.put(index, new int[] {place, length});
    }

    public void release(String index) {
        if (indices != null) {
            indices.remove(index);
        }
    }

    /** Where an index stands and of how many; null where no sum runs over it at the moment. */
    public int @Nullable [] index(String index) {
        return indices == null ? null : indices.get(index);
    }
}
