package gradus.result.gradebook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Which of a student's attempts counts for an exam. */
public enum AttemptRule {
    BEST,
    LAST,
    FIRST,
    /** The mean of the scores of all that count. */
    AVERAGE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AttemptRule of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.word().equals(word))
                .findFirst()
                .orElse(BEST);
    }

    /** The attempt that the rule picks among those that count; of an average the last one. */
    Optional<Sat> pick(List<Sat> counting) {
        Comparator<Sat> order = this == BEST
                ? Comparator.comparing((Sat sat) -> share(sat)).thenComparing(Sat::number, Comparator.reverseOrder())
                : Comparator.comparing(Sat::number);
        return this == FIRST ? counting.stream().min(order) : counting.stream().max(order);
    }

    private static BigFraction share(Sat sat) {
        BigFraction score = sat.score();
        BigFraction points = sat.points();
        return score == null || points == null || points.signum() == 0 ? BigFraction.ZERO : score.divide(points);
    }

    /** What of all points the student has by this rule, as a share of 1. */
    BigFraction share(List<Sat> counting, Sat picked) {
        if (this != AVERAGE) {
            return share(picked);
        }
        return counting.stream()
                .map(AttemptRule::share)
                .reduce(BigFraction.ZERO, BigFraction::add)
                .divide(counting.size());
    }
}
