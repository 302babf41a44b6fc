package gradus.grading;

import gradus.expression.Expression;
import gradus.expression.equality.Agreement;
import gradus.expression.equality.FormulaKey;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Shapes;
import gradus.expression.value.Value;
import gradus.grading.fault.Fault;
import gradus.grading.fault.FaultKind;
import gradus.grading.fault.Faults;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a formula part with their values at some of the key's sample points; an answer's fault is looked up
 * by these values.
 */
final class FormulaFaults {
    private static final int POINTS = 6;
    private static final double SAME = 1e-9;

    private final Part part;
    private final Variant variant;
    private final Answer.Formula key;
    private final Values right;
    private final List<Values> others = new ArrayList<>();
    private final List<Outcome<Values>> single;

    private FormulaFaults(Variant variant, Part part, Answer.Formula key) {
        this.variant = variant;
        this.part = part;
        this.key = key;
        this.right = values(key.expression());
        for (Part other : variant.question().parts()) {
            if (other != part && other.expect() != null && other.type().expectsFormula()) {
                others.add(values(variant.expect(other)));
            }
        }
        this.single = outcomes(Faults.of(variant, part).single());
    }

    /** The faults of a part with its key on a variant, worked out once. */
    static FormulaFaults of(Variant variant, Part part, Answer.Formula key) {
        return variant.kept("faults of " + part.id(), () -> new FormulaFaults(variant, part, key));
    }

    private Values values(Expression formula) {
        return new Values(formula);
    }

    /** A formula's values at the points: at the first one, and at the others where that does not tell it apart. */
    private final class Values {
        private final Expression formula;
        private final List<Value> first;
        private volatile @Nullable List<Value> all;

        Values(Expression formula) {
            this.formula = formula;
            this.first = upTo(1);
        }

        private List<Value> upTo(int points) {
            try {
                return key.key().valuesOf(formula, points);
            } catch (ExpressionException misfit) {
                return List.of();
            }
        }

        boolean areUnknown() {
            return first.isEmpty();
        }

        private List<Value> all() {
            List<Value> known = all;
            if (known == null) {
                known = upTo(POINTS);
                all = known;
            }
            return known;
        }

        boolean areSameAs(Values other) {
            return areSame(first, other.first) && areSame(all(), other.all());
        }
    }

    private List<Outcome<Values>> outcomes(List<Fault> faults) {
        List<Outcome<Values>> outcomes = new ArrayList<>();
        for (Fault fault : faults) {
            boolean standsIn = fault.writtenOut().stream().anyMatch(variant::standsIn);
            if (standsIn || fault.isOff(part) || isStock(fault)) {
                continue;
            }
            Values values = values(fault.wrong());
            if (values.areUnknown() || values.areSameAs(right) || isAnothers(values)) {
                continue;
            }
            Outcome<Values> known = null;
            for (int i = 0; known == null && i < outcomes.size(); i++) {
                known = values.areSameAs(outcomes.get(i).value()) ? outcomes.get(i) : null;
            }
            if (known == null) {
                known = new Outcome<>(values);
                outcomes.add(known);
            }
            known.faults().add(fault);
        }
        return outcomes;
    }

    private boolean isAnothers(Values values) {
        return others.stream().anyMatch(values::areSameAs);
    }

    /** Whether anybody could type this without knowing anything: a number, or a name that is not left over from a sum. */
    private static boolean isStock(Fault fault) {
        boolean alone = fault.wrong().root().children().isEmpty();
        return fault.wrong().names().isEmpty() || alone && !fault.kinds().contains(FaultKind.TERM_LEFT_OUT);
    }

    /**
     * The fault that gives this answer.
     *
     * @param done the parts that the student has right, in whose work nothing went wrong
     */
    Blame whole(Answer.Formula given, Set<String> done) {
        Values values = values(given.expression());
        if (values.areUnknown() || isAnothers(values)) {
            return Blame.NONE;
        }
        Blame found = among(Outcome.without(done, single), given, values);
        if (found != Blame.NONE) {
            return found;
        }
        return among(Outcome.without(done, pairs()), given, values);
    }

    private List<Outcome<Values>> pairs() {
        return variant.kept(
                "pairs of faults of " + part.id(),
                () -> outcomes(Faults.of(variant, part).pairs()));
    }

    private Blame among(List<Outcome<Values>> outcomes, Answer.Formula given, Values values) {
        Blame.Search search = new Blame.Search(outcome -> true);
        for (Outcome<Values> outcome : outcomes) {
            search.tried(
                    outcome,
                    0,
                    values.areSameAs(outcome.value())
                            && isEqual(given, outcome.faults().get(0)));
        }
        return search.found(false);
    }

    private boolean isEqual(Answer.Formula given, Fault fault) {
        try {
            FormulaKey wrong = FormulaKey.prepare(fault.wrong(), key.symbols(), key.scope());
            return wrong.compare(given.expression()) == Agreement.EQUAL;
        } catch (ExpressionException failed) {
            return false;
        }
    }

    /** Whether two formulas have the same values, as far as both are known. */
    static boolean areSame(List<Value> one, List<Value> other) {
        int points = Math.min(one.size(), other.size());
        for (int i = 0; i < points; i++) {
            if (!isSame(one.get(i), other.get(i))) {
                return false;
            }
        }
        return points > 0;
    }

    private static boolean isSame(Value one, Value other) {
        if (!one.isNumeric() || !other.isNumeric() || !Shapes.sameAsMatrix(one.asTensor(), other.asTensor())) {
            return false;
        }
        Tensor a = one.asTensor();
        Tensor b = other.asTensor();
        for (int i = 0; i < a.size(); i++) {
            double scale = Math.max(Math.abs(a.cell(i)), Math.abs(b.cell(i)));
            boolean same = Math.abs(a.cell(i) - b.cell(i)) <= SAME * scale
                    || Double.isNaN(a.cell(i)) && Double.isNaN(b.cell(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
