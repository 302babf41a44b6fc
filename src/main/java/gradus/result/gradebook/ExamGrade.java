package gradus.result.gradebook;

import gradus.attempt.Attempt;
import gradus.maths.Decimals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a student has in one exam.
 *
 * @param state {@code none}, {@code running}, {@code graded}, {@code waiting}, {@code excused}, {@code absent} or {@code void}
 * @param attempt the attempt that it comes from; null for none
 * @param score in points, rounded as the exam says; null where there is none
 * @param share of 1; null where there is no score
 */
public record ExamGrade(
        String state,
        @Nullable UUID attempt,
        @Nullable BigFraction score,
        @Nullable BigFraction points,
        @Nullable BigFraction share) {
    /**
     * Of a student's attempts of one exam.
     *
     * @param said what staff said of who has none; null for nothing
     */
    static ExamGrade of(List<Sat> sat, @Nullable String said, AttemptRule rule, UnaryOperator<BigFraction> rounding) {
        List<Sat> counting = sat.stream().filter(Sat::counts).toList();
        Optional<Sat> picked = rule.pick(counting);
        if (picked.isPresent()) {
            Sat one = picked.get();
            BigFraction points = one.points();
            BigFraction share = rule.share(counting, one);
            BigFraction score = points == null ? BigFraction.ZERO : rounding.apply(share.multiply(points));
            return new ExamGrade(one.waits() ? "waiting" : "graded", one.attempt(), score, points, share);
        }
        Optional<Sat> running = sat.stream()
                .filter(one -> one.submitted() == null && one.standing() == Attempt.Standing.COUNTS)
                .findFirst();
        if (running.isPresent()) {
            return new ExamGrade("running", running.get().attempt(), null, null, null);
        }
        if (!sat.isEmpty()) {
            Sat last = sat.get(sat.size() - 1);
            return new ExamGrade(
                    last.standing().name().toLowerCase(java.util.Locale.ROOT), last.attempt(), null, null, null);
        }
        String state = said == null || said.equals("COUNTS") ? "none" : said.toLowerCase(java.util.Locale.ROOT);
        return new ExamGrade(state, null, null, null, null);
    }

    /** Whether nothing is missing although there is no score. */
    boolean isExcused() {
        return state.equals("excused");
    }

    /** As a cell shows it; empty where words say it. */
    public String text() {
        return score == null ? "" : Decimals.all(score);
    }

    /** The share in percent for the course's total; 0 for what is missing. */
    double percent() {
        return share == null ? 0 : share.multiply(100).doubleValue();
    }
}
