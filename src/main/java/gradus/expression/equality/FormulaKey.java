package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.value.Budget;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Kinks;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The key of a formula part with its values at sample points, computed once; formulas are compared with it point by point.
 *
 * <p>Points are drawn from the domains of the symbols, seeded by the key and spread evenly over each domain, of symbols
 * without an end also some far out. Both sides of every branch ({@code max}, {@code |·|}, comparisons, steps, the edge of
 * a logarithm's or root's domain) of the key and of the formula are sought, cell by cell: by climbing where only one was
 * met, then close to the boundary by halving the way between the two; and what bounds several branches by bringing their
 * sides together. Two values agree when |a−b| ≤ 1e-9·max(|a|,|b|), cell by cell; two whole numbers that were computed
 * without rounding only when they are the same. Where the running rounding bound is larger and |a−b| lies within it the
 * point decides nothing, nor does what comes of overflow; undefined in both is another point; undefined in one only is a
 * difference. Equal takes {@value FormulaComparison#DECIDED} points that decide, for each cell.
 *
 * <p>The chance of a wrong "equal": two formulas that are analytic between their branches agree on a set of measure 0 or on
 * a whole piece; on a piece that holds a share p of the domain and on which they differ, all 20 evenly spread points
 * miss it with a chance of at most (1−p)^20: below 1 % from p = 0.21, below 10^-12 from p = 0.75. Smaller pieces are
 * found by their boundaries. Measured on 10,000 pairs a class that differ by a shift of 0.003 to 0.3 in a domain of 8
 * (UnequalPairsTest), wrongly equal were: masks, slopes and signs with a shifted threshold, of a number, of a sum and of
 * the cells of a matrix 0; windows in one and in two symbols 0, also as products of masks 0; a further operand of
 * {@code max} 0; clips far out, steps and large whole numbers 0: under 0.04 % a class with 98 % confidence. What remains is a small piece that only many branches together bound, a smooth
 * spike narrower than the domain's 20th part, a difference at single points, and one below 1e-9 everywhere, which counts
 * as equal by definition.
 */
public final class FormulaKey {
    private static final int SPREAD = 20;
    private static final int MOST_POINTS = 2_000;
    private static final int MOST_UNDEFINED = 6;
    private static final int FAR_POINTS = 10;
    /** The largest cost of a formula at all points together. */
    private static final long LEAST_WORK = 60_000_000;

    private static final int TIMES_THE_KEY = 20;
    private static final int CELLS_A_COORDINATE = 2;

    private final Expression key;
    private final SamplePoints points;
    private final SamplePoints.Slots slots;
    private final Scope params;
    private final List<Sample> samples = new ArrayList<>();
    private final long seed;
    private final Set<String> branches;
    private long work;

    private FormulaKey(Expression key, Symbols symbols, Scope params) {
        this.key = key;
        this.points = new SamplePoints(symbols, params);
        this.slots = points.slots(key);
        this.params = params;
        this.branches =
                BranchSite.of(key).stream().map(site -> site.node().text()).collect(Collectors.toUnmodifiableSet());
        this.seed =
                31L * key.text().hashCode() + String.join(",", symbols.names()).hashCode();
    }

    /** A point with the values of the symbols and the key there. */
    record Sample(double[] place, Value[] symbols, Value key, boolean far) {}

    /**
     * Evaluates the key at its points.
     *
     * @param params the values of the names in the key that are not symbols
     * @throws ExpressionException where the key itself cannot be evaluated
     */
    public static FormulaKey prepare(Expression key, Symbols symbols, Scope params) {
        FormulaKey prepared = new FormulaKey(key, symbols, params);
        prepared.sample();
        return prepared;
    }

    public Expression expression() {
        return key;
    }

    /** The values of the key at its points; not finite where it is undefined. */
    public List<Value> values() {
        return samples.stream().map(Sample::key).toList();
    }

    /** The values of the symbols at one of the points. */
    public Map<String, Value> symbolsOnce() {
        return samples.isEmpty() ? Map.of() : points.named(samples.get(0).symbols);
    }

    /**
     * The values of another formula at the first of the key's near points at which the key is defined.
     *
     * @throws ExpressionException where it cannot be evaluated
     */
    public List<Value> valuesOf(Expression other, int most) {
        SamplePoints.Slots wanted = points.slots(other);
        Budget budget = budget(other);
        List<Value> values = new ArrayList<>();
        for (Sample sample : samples) {
            if (values.size() < most && !sample.far && sample.key.isFinite()) {
                values.add(other.run(params, wanted.fill(sample.symbols), budget, null));
            }
        }
        return values;
    }

    /**
     * Compares a formula with the key.
     *
     * @throws ExpressionException if the formula cannot be evaluated, because its shapes do not fit or it costs too much
     */
    public Agreement compare(Expression response) {
        return compare(response, false);
    }

    /** Compares a formula with the key; a row may agree with the column of the same numbers. */
    public Agreement compare(Expression response, boolean eitherWayUp) {
        return new FormulaComparison(this, response, eitherWayUp).outcome();
    }

    /** The largest cost of a formula: a fixed allowance, and more if the key itself is large. */
    Budget budget(Expression response) {
        return response.vocabulary()
                .budget()
                .orAtLeast(Math.max(LEAST_WORK, TIMES_THE_KEY * work), CELLS_A_COORDINATE * points.size());
    }

    private void sample() {
        Draws draws = Draws.of(seed);
        Budget budget = key.vocabulary().budget();
        Kinks seen = new Kinks(key.sites());
        int defined = 0;
        int undefined = 0;
        List<double[]> spread = points.spread(isConstant() ? 1 : SPREAD, draws);
        int most = isConstant() ? 1 : MOST_POINTS;
        for (int i = 0; i < most && defined < spread.size(); i++) {
            Sample sample = at(i < spread.size() ? spread.get(i) : points.another(i, draws), budget, seen);
            boolean here = !CellAgreement.isUndefined(sample.key);
            defined += here ? 1 : 0;
            if (here || undefined++ < MOST_UNDEFINED) {
                samples.add(sample);
            }
        }
        for (int i = 0; i < FAR_POINTS && points.isWide(); i++) {
            samples.add(at(points.far(i, draws), budget, seen));
        }
        work = budget.spent();
        if (key.sites() > 0 && !samples.isEmpty() && !isConstant()) {
            Seeker seeker = new Seeker(points, key, params, budget, draws, Set.of());
            for (double[] place : seeker.unseen(seen, places())) {
                samples.add(at(place, budget, null));
            }
        }
    }

    Sample at(double[] place, Budget budget, @Nullable Kinks kinks) {
        Value[] symbols = points.values(place, budget);
        Value value = key.run(params, slots.fill(symbols), budget, kinks);
        if (!value.isNumeric()) {
            throw ExpressionException.of(0, "expression.not-numeric", key.source(), value.kind());
        }
        return new Sample(place, symbols, value, points.isFar(place));
    }

    /** The canonical spellings of the key's branches. */
    Set<String> branches() {
        return branches;
    }

    SamplePoints points() {
        return points;
    }

    List<Sample> samples() {
        return samples;
    }

    List<double[]> places() {
        return samples.stream().map(Sample::place).toList();
    }

    /** Whether there is only one point, because nothing is drawn. */
    boolean isConstant() {
        return points.size() == 0;
    }

    long seed() {
        return seed;
    }
}
