package gradus.result.regrade;

import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Grading;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Submissions;
import gradus.grading.Verdict;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Scores that a person puts in the place of others, one part of one attempt at a time, each with a reason. */
public final class Overrides {
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 12;

    private final Attempts attempts;
    private final Submissions submissions;

    public Overrides(Attempts attempts, Submissions submissions) {
        this.attempts = attempts;
        this.submissions = submissions;
    }

    /**
     * A score that can be put in another's place.
     *
     * @param most what can be had for the part
     */
    public record Offered(PartScore before, BigFraction most) {
        /** Why points as they were typed are none; null where they are good. */
        public @Nullable Message problem(String typed) {
            return points(typed) == null ? Message.of("rubric.points-range", Decimals.text(most)) : null;
        }

        private @Nullable BigFraction points(String typed) {
            try {
                BigDecimal number = new BigDecimal(typed.strip());
                if (Math.abs(number.scale()) > MOST_DECIMALS || number.precision() > MOST_DIGITS) {
                    return null;
                }
                BigFraction points = Decimals.exactly(number);
                return points.signum() < 0 || points.compareTo(most) > 0 ? null : points;
            } catch (NumberFormatException noNumber) {
                return null;
            }
        }
    }

    /**
     * The score of a part that a person may change.
     *
     * @throws Refusal 409 where the attempt still runs or is the person's own, 400 where it has no such score
     */
    public Offered offered(Attempt attempt, PartKey key, UUID by) {
        if (attempt.isRunning()) {
            throw Refusal.conflict(Message.of("rubric.still-running"));
        }
        refuseOwn(attempt, by);
        PartScore before = submissions.scores(attempt).of(key);
        if (before == null) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
        QuestionInAttempt asked = attempts.sitting(attempt).at(key.place());
        return new Offered(before, asked.points(asked.scored(key.part())));
    }

    /** Nobody scores themselves. */
    static void refuseOwn(Attempt attempt, UUID by) {
        if (by.equals(attempt.person()) && attempt.standing() != Attempt.Standing.TRY_OUT) {
            throw Refusal.conflict(Message.of("rubric.own-attempt"));
        }
    }

    /** Gives a part these points, which must be good. */
    public Grading give(Attempt attempt, Offered offered, String typed, String reason, UUID by) {
        BigFraction points = offered.points(typed);
        if (points == null) {
            throw new IllegalArgumentException(typed);
        }
        Verdict verdict = points.compareTo(offered.most()) >= 0
                ? Verdict.CORRECT
                : points.signum() > 0 ? Verdict.PARTIAL : Verdict.INCORRECT;
        return submissions.override(
                attempt,
                by,
                reason,
                List.of(offered.before().overridden(verdict.word(), points, offered.most(), reason)));
    }
}
