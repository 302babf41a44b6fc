package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.value.Budget;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Kinks;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Scope;
import gradus.expression.value.Shapes;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison of a formula with a key in progress. */
final class FormulaComparison {
    /** The number of points that must decide before a formula counts as equal. */
    static final int DECIDED = 20;

    private static final int MOST_FURTHER = 300;

    private final FormulaKey key;
    private final Expression response;
    private final boolean eitherWayUp;
    private final SamplePoints.Slots slots;
    private final Budget budget;
    private final Kinks seen;
    private final CellAgreement cells;

    FormulaComparison(FormulaKey key, Expression response, boolean eitherWayUp) {
        this.eitherWayUp = eitherWayUp;
        this.key = key;
        this.response = response;
        this.slots = key.points().slots(response);
        this.budget = key.budget(response);
        this.seen = new Kinks(response.sites());
        this.cells = new CellAgreement(
                key.samples().isEmpty()
                        ? 0
                        : key.samples().get(0).key().asTensor().size());
    }

    Agreement outcome() {
        Agreement settled = tried(key.samples());
        if (settled == null && !key.isConstant()) {
            settled = furtherPoints();
        }
        if (settled != null) {
            return settled;
        }
        return cells.haveAgreed(key.isConstant() ? 1 : DECIDED) ? Agreement.EQUAL : Agreement.UNSURE;
    }

    /** Tries points on the sides of the response's branches that no sample was on, then random ones until enough have decided. */
    private @Nullable Agreement furtherPoints() {
        Draws draws = Draws.of(key.seed() + 1);
        if (response.sites() > 0) {
            Seeker seeker = new Seeker(key.points(), response, Scope.EMPTY, budget, draws, key.branches());
            for (double[] place : seeker.unseen(seen, key.places())) {
                Agreement settled = tried(List.of(key.at(place, budget, null)));
                if (settled != null) {
                    return settled;
                }
            }
        }
        for (int i = 0; i < MOST_FURTHER && !cells.haveAgreed(DECIDED); i++) {
            Agreement settled = tried(List.of(key.at(key.points().another(DECIDED + i, draws), budget, null)));
            if (settled != null) {
                return settled;
            }
        }
        return null;
    }

    private boolean sameShape(Value response, Value key) {
        boolean numbers = response instanceof NumberValue && key instanceof NumberValue;
        return numbers
                || Shapes.sameAsMatrix(response.asTensor(), key.asTensor())
                || (eitherWayUp && areVectors(response.asTensor(), key.asTensor()));
    }

    private static boolean areVectors(Tensor one, Tensor other) {
        return one.size() == other.size() && isVector(one) && isVector(other);
    }

    private static boolean isVector(Tensor tensor) {
        return tensor.rank() == 1 || (tensor.rank() == 2 && (tensor.rows() == 1 || tensor.columns() == 1));
    }

    /** The result if these samples settle it, otherwise null. */
    private @Nullable Agreement tried(List<FormulaKey.Sample> samples) {
        for (FormulaKey.Sample sample : samples) {
            Value value = response.run(Scope.EMPTY, slots.fill(sample.symbols()), budget, seen);
            if (!value.isNumeric()) {
                throw ExpressionException.of(0, "expression.not-numeric", response.source(), value.kind());
            }
            if (!sameShape(value, sample.key())) {
                return new Agreement.WrongShape(value, sample.key());
            }
            if (!cells.agree(value, sample.key(), sample.far())) {
                return new Agreement.Different(key.points().named(sample.symbols()), value, sample.key());
            }
        }
        return null;
    }
}
