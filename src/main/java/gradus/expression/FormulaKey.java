package gradus.expression;

import gradus.expression.Cells.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of a formula part with its values at sample points, computed once; formulas are compared with it point by point.
 *
 * <p>Points are drawn from the domains of the symbols, seeded by the key and spread evenly over each domain. Both
 * sides of every branch ({@code max}, {@code |·|}, comparisons, the edge of a logarithm's or root's domain) of the key and
 * of the formula are sought by climbing, so that at least one point lies on each side that the climb reaches. Two values
 * agree when |a−b| ≤ 1e-9·max(|a|,|b|), cell by cell. Where the running rounding bound is larger and |a−b| lies within it
 * the point decides nothing; undefined in both is another point; undefined in one only is a difference. Equal takes
 * {@value #DECIDED} points that decide.
 *
 * <p>The chance of a wrong "equal": two formulas that are analytic between their branches agree on a set of measure 0 or on
 * a whole piece; on a piece that holds a share p of the domain and on which they differ, all 24 evenly spread points
 * miss it with a chance of at most (1−p)^24: below 1 % from p = 0.18, below 10^-12 from p = 0.69. Pieces that a branch
 * bounds are sought by climbing and so are found at any size unless the climb stops at a local optimum. What remains is
 * a smooth spike narrower than the domain's 24th part, and a relative difference below 1e-9 everywhere, which counts as
 * equal by definition.
 */
public final class FormulaKey {
    private static final int DECIDED = 20;
    private static final int SPREAD = 24;
    private static final int MOST_POINTS = 2_000;
    private static final int MOST_UNDEFINED = 6;
    private static final int MOST_FURTHER = 300;

    private final Expression key;
    private final Points points;
    private final Scope params;
    private final List<Sample> samples = new ArrayList<>();
    private final boolean constant;
    private final long seed;

    private FormulaKey(Expression key, Symbols symbols, Scope params) {
        this.key = key;
        this.points = new Points(symbols, params);
        this.params = params;
        this.constant = points.size() == 0;
        this.seed = 31L * key.text().hashCode() + symbols.names().hashCode();
    }

    private record Sample(double[] place, Value[] symbols, Value key) {}

    /**
     * Evaluates the key at its points.
     *
     * @param params the values of the key's names that are no symbols
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

    /** Whether the key is defined anywhere. */
    public boolean isDefined() {
        return samples.stream().anyMatch(sample -> !Cells.isUndefined(sample.key));
    }

    private void sample() {
        Draws draws = Draws.of(seed);
        Budget budget = key.vocabulary().budget();
        Kinks seen = new Kinks(key.sites());
        int defined = 0;
        int undefined = 0;
        List<double[]> spread = points.spread(constant ? 1 : SPREAD, draws);
        for (int i = 0; i < MOST_POINTS && defined < spread.size() && !(constant && i > 0); i++) {
            Sample sample = at(i < spread.size() ? spread.get(i) : points.random(draws), budget, seen);
            if (!Cells.isUndefined(sample.key)) {
                defined++;
                samples.add(sample);
            } else if (undefined++ < MOST_UNDEFINED) {
                samples.add(sample);
            }
        }
        for (double[] place : new Seeker(points, key, params, budget, draws).unseen(seen, places())) {
            samples.add(at(place, budget, null));
        }
    }

    private List<double[]> places() {
        return samples.stream().map(Sample::place).toList();
    }

    private Sample at(double[] place, Budget budget, @Nullable Kinks kinks) {
        Value[] symbols = points.values(place, budget);
        Value value = key.run(params, points.slots(key).fill(symbols), budget, kinks);
        if (!value.isNumeric()) {
            throw ExpressionException.of(0, "expression.not-numeric", key.source(), value.kind());
        }
        return new Sample(place, symbols, value);
    }

    /**
     * Compares a formula with the key.
     *
     * @throws ExpressionException where the formula cannot be evaluated at all: shapes inside it do not fit, it costs too
     *     much, or it is undefined wherever the key is defined
     */
    public Agreement compare(Expression response) {
        return new Comparing(response).outcome();
    }

    /** One comparison under way. */
    private final class Comparing {
        private final Expression response;
        private final Points.Slots slots;
        private final Budget budget;
        private final Kinks seen;
        private int decided;
        private int defined;
        private @Nullable Agreement difference;

        Comparing(Expression response) {
            this.response = response;
            this.slots = points.slots(response);
            this.budget = response.vocabulary().budget();
            this.seen = new Kinks(response.sites());
        }

        Agreement outcome() {
            Agreement early = tryAll(samples);
            if (early != null) {
                return early;
            }
            Draws draws = Draws.of(seed + 1);
            if (!constant && difference == null) {
                early = sides(draws);
            }
            for (int i = 0;
                    i < MOST_FURTHER && early == null && !constant && decided < DECIDED && difference == null;
                    i++) {
                early = tryAll(List.of(at(points.random(draws), budget, null)));
            }
            if (early != null) {
                return early;
            }
            if (defined == 0 && isDefined()) {
                throw ExpressionException.of(0, "expression.undefined-everywhere");
            }
            if (difference != null) {
                return difference;
            }
            return decided >= (constant ? 1 : DECIDED) ? Agreement.EQUAL : Agreement.UNSURE;
        }

        /** Points on sides of the response's branches that no sample was on. */
        private @Nullable Agreement sides(Draws draws) {
            if (response.sites() == 0) {
                return null;
            }
            Seeker seeker = new Seeker(points, response, Scope.EMPTY, budget, draws);
            for (double[] place : seeker.unseen(seen, places())) {
                Agreement early = tryAll(List.of(at(place, budget, null)));
                if (early != null) {
                    return early;
                }
            }
            return null;
        }

        /** The agreement where it is settled by these samples, otherwise null. */
        private @Nullable Agreement tryAll(List<Sample> tried) {
            for (Sample sample : tried) {
                Value value = response.run(Scope.EMPTY, slots.fill(sample.symbols), budget, seen);
                if (!value.isNumeric()) {
                    throw ExpressionException.of(0, "expression.not-numeric", response.source(), value.kind());
                }
                if (!Shapes.sameAsMatrix(value.asTensor(), sample.key.asTensor())) {
                    return new Agreement.WrongShape(value, sample.key);
                }
                Outcome outcome = Cells.compare(value, sample.key);
                defined += Cells.isUndefined(value) ? 0 : 1;
                decided += outcome == Outcome.AGREE ? 1 : 0;
                if (outcome == Outcome.DIFFER
                        || outcome == Outcome.KEY_UNDEFINED
                        || outcome == Outcome.RESPONSE_UNDEFINED) {
                    difference = difference == null
                            ? new Agreement.Different(points.named(sample.symbols), value, sample.key)
                            : difference;
                }
                if (difference != null && defined > 0) {
                    return difference;
                }
            }
            return null;
        }
    }
}
