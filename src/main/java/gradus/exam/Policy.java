package gradus.exam;

import gradus.maths.Decimals;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * How an exam is sat and what is shown of its grading.
 *
 * @param limits of everyone who has none of their own
 * @param grace how long after its end an attempt still takes what was on the way
 * @param round the step that the total is rounded to, half up
 * @param tries how often one variant may be checked in practice, null for no limit
 * @param penalty the fraction of a part's points that a wrong try in practice costs
 * @param entrance for whom it is
 * @param allowances the first that names a student and says something counts
 */
public record Policy(
        Mode mode,
        Limits limits,
        Duration grace,
        FeedbackTime feedback,
        Set<Show> show,
        Variants variants,
        Order order,
        BigFraction round,
        @Nullable Integer tries,
        BigFraction penalty,
        Entrance entrance,
        List<Allowance> allowances) {
    public Policy {
        show = Set.copyOf(show);
        allowances = List.copyOf(allowances);
    }

    public boolean isPractice() {
        return mode == Mode.PRACTICE;
    }

    /** For whom it is. */
    public OpenTo openTo() {
        return entrance.openTo();
    }

    /** This policy with allowances that come before its own. */
    Policy with(List<Allowance> first) {
        return new Policy(
                mode,
                limits,
                grace,
                feedback,
                show,
                variants,
                order,
                round,
                tries,
                penalty,
                entrance,
                Stream.concat(first.stream(), allowances.stream()).toList());
    }

    /** The limits of this student: a name comes before a section, a section before everyone. */
    public Limits limitsOf(Candidate candidate) {
        Limits own = Limits.NONE;
        for (Allowance allowance : allowances) {
            own = allowance.namesStudent(candidate) ? own.orElse(allowance.beside(limits)) : own;
        }
        for (Allowance allowance : allowances) {
            own = allowance.namesSection(candidate) ? own.orElse(allowance.beside(limits)) : own;
        }
        return own.orElse(limits);
    }

    /** A total as it is shown: the exact sum of the parts, rounded once, half up. */
    public BigFraction rounded(BigFraction total) {
        BigFraction steps = total.divide(round).add(BigFraction.of(1, 2));
        return BigFraction.of(steps.getNumerator().divide(steps.getDenominator()))
                .multiply(round);
    }

    /** A total as people read it: rounded once, and to nothing coarser than the step. */
    public String shown(BigFraction total) {
        return Decimals.all(rounded(total));
    }
}
