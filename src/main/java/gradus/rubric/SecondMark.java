package gradus.rubric;

import gradus.attempt.PartScore;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a second grader gave an answer without seeing the score that it has.
 *
 * @param run the run of grading that gave that score
 * @param settled when an instructor decided between the two; null where they have not
 */
public record SecondMark(
        UUID attempt,
        int position,
        String part,
        UUID grader,
        int run,
        BigFraction score,
        BigFraction points,
        String ticked,
        @Nullable String remark,
        Instant marked,
        @Nullable Instant settled) {
    static SecondMark of(QueueItem item, PartScore given, UUID grader, Instant now) {
        String ticked = given.ticked();
        return new SecondMark(
                item.attempt(),
                item.position(),
                item.part(),
                grader,
                item.number(),
                given.score(),
                given.points(),
                ticked == null ? Rubric.NONE : ticked,
                given.remark(),
                now,
                null);
    }

    /** Whether it stands beside this score and gives something else, and nobody has decided between the two. */
    boolean isOpen(QueueItem item) {
        return settled == null && item.number() == run && !item.score().equals(score);
    }
}
