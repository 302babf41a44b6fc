package gradus.rubric;

import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.result.ResultPage;
import gradus.attempt.result.ResultPage.Tick;
import gradus.grading.Verdict;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Form;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a person scores a part: statements of its rubric to tick, or points where it has none.
 *
 * @param waits whether it has no score yet
 * @param points the content of the points field
 * @param most the part's points in the exam
 */
public record Marking(boolean waits, List<Tick> rubric, String points, String most, String remark) {
    static Marking of(QuestionInAttempt asked, Part part, @Nullable PartScore score, Locale language) {
        String given = score == null ? null : score.ticked();
        List<String> ticked = given == null ? List.of() : Arrays.asList(given.split(",", -1));
        boolean waits = score == null
                || score.verdict().equals(Verdict.UNGRADED.word())
                || score.verdict().equals(Verdict.UNREADABLE.word());
        return new Marking(
                waits,
                ResultPage.rubric(asked, part, ticked, language),
                score == null || waits ? "" : Decimals.text(score.score()),
                Decimals.text(asked.points(part)),
                score == null || score.remark() == null ? "" : score.remark());
    }

    /**
     * The score in points of the exam that a form gives; where it is invalid, the form holds the reason.
     *
     * @param ticked ids of the ticked statements
     */
    static BigFraction score(QuestionInAttempt asked, Part part, Form form, List<String> ticked) {
        if (part.rubric().isEmpty()) {
            return points(asked.points(part), form);
        }
        return asked.byRubric(part, ticked);
    }

    private static BigFraction points(BigFraction most, Form form) {
        try {
            BigDecimal typed = new BigDecimal(form.text("points").strip());
            if (Math.abs(typed.scale()) <= 6 && typed.precision() <= 12) {
                BigFraction points = Decimals.exactly(typed);
                form.require(
                        points.signum() >= 0 && points.compareTo(most) <= 0,
                        "points",
                        Message.of("rubric.points-range", Decimals.text(most)));
                return points;
            }
        } catch (NumberFormatException noNumber) {
            // reported below
        }
        form.require(false, "points", Message.of("rubric.points-range", Decimals.text(most)));
        return BigFraction.ZERO;
    }

    /** The verdict for a score. */
    static Verdict verdict(BigFraction score, BigFraction most) {
        return score.compareTo(most) >= 0 ? Verdict.CORRECT : score.signum() > 0 ? Verdict.PARTIAL : Verdict.INCORRECT;
    }
}
