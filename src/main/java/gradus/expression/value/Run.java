package gradus.expression.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One evaluation of an expression: the values of its names, its remaining budget, and the branches it has taken. */
public final class Run {
    private final Scope scope;
    private final Budget budget;
    private final @Nullable Kinks kinks;
    private final String[] names;
    private final @Nullable Value[] values;
    private double bound;
    private @Nullable Map<String, int[]> indices;
    private boolean listed;

    public Run(Scope scope, String[] names, @Nullable Value[] values, Budget budget, @Nullable Kinks kinks) {
        this.scope = scope;
        this.names = names;
        this.values = values;
        this.budget = budget;
        this.kinks = kinks;
    }

    /** The run of a listing's lines, where a matrix that happens to be a number is its own transpose. */
    public static Run ofListing(String[] names, @Nullable Value[] values, Budget budget) {
        Run run = new Run(Scope.EMPTY, names, values, budget, null);
        run.listed = true;
        return run;
    }

    boolean isOfListing() {
        return listed;
    }

    public Scope scope() {
        return scope;
    }

    public Budget budget() {
        return budget;
    }

    /** Whether branches are recorded. */
    public boolean isWatched() {
        return kinks != null;
    }

    /** The error bound of the plain number computed last. */
    public double bound() {
        return bound;
    }

    /** Sets the error bound of the plain number just computed. */
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

    /** Applies a function of two numbers, records its branch under the site, and sets the error bound of the result. */
    public double pair(Pairwise function, double a, double boundA, double b, double boundB, int site) {
        if (kinks != null && site >= 0) {
            kinks.note(site, function.gap(a, b));
        }
        double result = function.value(a, b);
        bound = function.safeBound(a, boundA, b, boundB, result);
        return result;
    }

    /** Records the sign of a branch's gap; NaN records nothing. */
    public void kink(int site, double gap) {
        if (kinks != null) {
            kinks.note(site, gap);
        }
    }

    /** Binds an index of a sum to a place, from 0, out of a number of places. */
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

    /** The place of an index and the number of its places; null outside a sum over it. */
    public int @Nullable [] index(String index) {
        return indices == null ? null : indices.get(index);
    }
}
