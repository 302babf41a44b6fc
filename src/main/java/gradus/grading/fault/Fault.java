package gradus.grading.fault;

import gradus.expression.Expression;
import gradus.expression.node.Node;
import gradus.question.FaultSetting;
import gradus.question.Part;
import java.util.Set;

/**
 * A wrong procedure: one change of the right one, or two.
 *
 * @param id kind and place; stable while the formula is
 * @param kinds one kind a change
 * @param part the part in whose work the place lies
 * @param at what of the right formula is not as it should be, in the language
 * @param instead what was taken for that, in the language; empty where there are two places
 * @param wrong the whole wrong procedure
 * @param writtenOut the earlier steps that are written out in it
 * @param weight how likely it is, against others
 * @param right the formula of the step, as it should be
 * @param changed the formula of the step, as it was done
 * @param procedure what tells it from others: the wrong formula, and how listings that it calls read
 */
public record Fault(
        String id,
        Set<FaultKind> kinds,
        String part,
        String at,
        String instead,
        Expression wrong,
        Set<String> writtenOut,
        double weight,
        Node right,
        Node changed,
        String procedure) {
    private static final Set<FaultKind> FACTORS = Set.of(FaultKind.SIGN, FaultKind.TWO);

    /** Whether the author of a part has switched it off. */
    public boolean isOff(Part of) {
        FaultSetting setting = of.faults().isEmpty() ? null : of.fault(id, kind());
        return setting != null && !setting.on();
    }

    /** Whether its kind tells a number: the one that the whole answer is off by, where it is off by one. */
    public boolean tellsFactor() {
        return FACTORS.containsAll(kinds);
    }

    /** Whether it takes a quantity for its complement to 1, which makes sense only of one between 0 and 1. */
    public boolean takesComplement() {
        return kinds.contains(FaultKind.RATE_AND_REST);
    }

    /** The word for programs: of two changes both, joined. */
    public String kind() {
        return String.join("+", kinds.stream().map(FaultKind::word).toList());
    }
}
