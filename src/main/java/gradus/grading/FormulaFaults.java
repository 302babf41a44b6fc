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
    private final List<Value> right;
    private final List<List<Value>> others = new ArrayList<>();
    private final List<Outcome<List<Value>>> single;
    private @Nullable List<Outcome<List<Value>>> pairs;

    private FormulaFaults(Variant variant, Part part) {
        this.variant = variant;
        this.part = part;
        this.key = (Answer.Formula) variant.key(part);
        this.right = values(key.expression());
        for (Part other : variant.question().parts()) {
            if (other != part && other.expect() != null && other.type().expectsFormula()) {
                others.add(values(variant.expect(other)));
            }
        }
        this.single = outcomes(Faults.of(variant, part).single());
    }

    /** The faults of a part on a variant, worked out once. */
    static FormulaFaults of(Variant variant, Part part) {
        return variant.kept("faults of " + part.id(), () -> new FormulaFaults(variant, part));
    }

    /** The values of a formula at the points; empty if it cannot be computed. */
    private List<Value> values(Expression formula) {
        try {
            return key.key().valuesOf(formula, POINTS);
        } catch (ExpressionException misfit) {
            return List.of();
        }
    }

    private List<Outcome<List<Value>>> outcomes(List<Fault> faults) {
        List<Outcome<List<Value>>> outcomes = new ArrayList<>();
        for (Fault fault : faults) {
            boolean standsIn = fault.writtenOut().stream().anyMatch(variant::standsIn);
            List<Value> values = standsIn || fault.isOff(part) || isStock(fault) ? List.of() : values(fault.wrong());
            if (values.isEmpty() || areSame(values, right) || isAnothers(values)) {
                continue;
            }
            Outcome<List<Value>> known = null;
            for (int i = 0; known == null && i < outcomes.size(); i++) {
                known = areSame(values, outcomes.get(i).value()) ? outcomes.get(i) : null;
            }
            if (known == null) {
                known = new Outcome<>(values);
                outcomes.add(known);
            }
            known.faults().add(fault);
        }
        return outcomes;
    }

    private boolean isAnothers(List<Value> values) {
        return others.stream().anyMatch(other -> areSame(values, other));
    }

    /** Whether anybody could type this without knowing anything: a number, or a name that is not left over from a sum. */
    private static boolean isStock(Fault fault) {
        boolean alone = fault.wrong().root().children().isEmpty();
        return fault.wrong().names().isEmpty() || alone && !fault.kinds().contains(FaultKind.TERM_LEFT_OUT);
    }

    /** The fault that gives this answer. */
    Blame whole(Answer.Formula given) {
        List<Value> values = values(given.expression());
        if (values.isEmpty() || isAnothers(values)) {
            return Blame.NONE;
        }
        Blame found = among(single, given, values);
        if (found != Blame.NONE) {
            return found;
        }
        if (pairs == null) {
            pairs = outcomes(Faults.of(variant, part).pairs());
        }
        return among(pairs, given, values);
    }

    private Blame among(List<Outcome<List<Value>>> outcomes, Answer.Formula given, List<Value> values) {
        Blame.Search search = new Blame.Search(outcome -> true);
        for (Outcome<List<Value>> outcome : outcomes) {
            search.tried(
                    outcome,
                    0,
                    areSame(values, outcome.value())
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

    private static boolean areSame(List<Value> one, List<Value> other) {
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
