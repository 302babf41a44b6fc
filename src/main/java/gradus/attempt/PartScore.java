package gradus.attempt;

import gradus.question.Part;
import gradus.question.Variant;
import java.math.BigDecimal;
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
 * @param findings what the grader found, as JSON; null where a person scored it, and where it was graded before findings
 *     were kept
 */
public record PartScore(
        int number,
        PartKey key,
        String revision,
        String verdict,
        BigFraction score,
        BigFraction points,
        @Nullable String mistake,
        @Nullable String ticked,
        @Nullable String remark,
        @Nullable String findings) {
    /** The same in another run. */
    public PartScore inRun(int run) {
        return new PartScore(run, key, revision, verdict, score, points, mistake, ticked, remark, findings);
    }

    /** What a person gives instead, with what they say of it to the student. */
    public PartScore overridden(String word, BigFraction given, BigFraction of, @Nullable String saying) {
        return new PartScore(number, key, revision, word, given, of, null, "", saying, null);
    }

    /** The same where it is worth something else. */
    public PartScore worth(BigFraction given, BigFraction of) {
        return new PartScore(number, key, revision, verdict, given, of, mistake, ticked, remark, findings);
    }

    public boolean isByPerson() {
        return ticked != null;
    }

    /** What the grader found; null where it was not kept. */
    public @Nullable Findings findings(Part part, Variant variant) {
        return findings == null ? null : FindingsJson.read(findings, part, variant);
    }

    /** The score as a number for SQL. */
    public BigDecimal scoreValue() {
        return Grading.value(score);
    }

    /** The points as a number for SQL. */
    public BigDecimal pointsValue() {
        return Grading.value(points);
    }
}
