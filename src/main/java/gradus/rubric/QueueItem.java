package gradus.rubric;

import gradus.attempt.PartKey;
import gradus.grading.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a person grades, with the score that counts.
 *
 * @param verdict {@code contested} where its student waits for another look at it
 * @param number the run of grading that gave it
 * @param ticked null where no person has scored it
 * @param doneBy who did; null for the grader itself
 * @param holder who has it before them; null for nobody
 * @param touched when they last did something
 */
public record QueueItem(
        UUID attempt,
        int position,
        int variant,
        String part,
        int number,
        String verdict,
        BigFraction score,
        BigFraction points,
        @Nullable String ticked,
        @Nullable UUID doneBy,
        @Nullable UUID holder,
        @Nullable Instant touched) {
    private static final String CONTESTED = "contested";

    /** How long a claim holds without a sign of its grader. */
    static final Duration IDLE = Duration.ofMinutes(10);

    PartKey key() {
        return new PartKey(position, variant, part);
    }

    /** Whether it has no score yet, or its student waits for another look at it. */
    boolean waits() {
        return isContested() || verdict.equals(Verdict.UNGRADED.word()) || verdict.equals(Verdict.UNREADABLE.word());
    }

    boolean isContested() {
        return verdict.equals(CONTESTED);
    }

    /** The other person who has it before them; null for nobody. */
    @Nullable
    UUID heldBy(UUID me, Instant now) {
        return holder == null || holder.equals(me) || touched == null || !touched.isAfter(now.minus(IDLE))
                ? null
                : holder;
    }
}
