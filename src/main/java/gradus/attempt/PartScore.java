package gradus.attempt;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a run of grading gave for a part, in points of the exam, exactly.
 *
 * @param number the run
 * @param revision the revision of the question that it was graded by
 * @param verdict the contract's word
 * @param ticked ids of the rubric's statements that a person ticked, joined by commas; null where the grader scored it
 * @param remark what the person who scored it says to the student
 */
public record PartScore(
        int number,
        int position,
        int variant,
        String part,
        String revision,
        String verdict,
        BigFraction score,
        BigFraction points,
        @Nullable String mistake,
        @Nullable String ticked,
        @Nullable String remark) {
    PartScore inRun(int run) {
        return new PartScore(run, position, variant, part, revision, verdict, score, points, mistake, ticked, remark);
    }
}
