package gradus.rubric;

import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.result.ResultPage.Tick;
import gradus.grading.Verdict;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Form;
import gradus.web.Markdown;
import java.math.BigDecimal;
import java.util.Collection;
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
 * @param graders whether it is a grader's to give: it waits, or a person has given it; what the grading program gave only an
 *     instructor overrides
 * @param drawn the run that gave the score that counts, which a save sends back; 0 where there is none
 */
public record Marking(
        boolean waits, boolean graders, List<Tick> rubric, String points, String most, String remark, int drawn) {
    /** The field of a form with the ids of its ticked statements, joined by commas. */
    static final String TICKED = "criterion";

    private static final int LONGEST_REMARK = 4_000;

    static Marking of(QuestionInAttempt asked, Part part, Rubric rubric, @Nullable PartScore score, Locale language) {
        boolean waits = waits(score);
        return new Marking(
                waits,
                isGraders(score),
                ticks(asked, rubric, Rubric.ticked(score == null ? null : score.ticked()), language),
                score == null || waits ? "" : Decimals.text(score.score()),
                Decimals.text(asked.points(part)),
                score == null || score.remark() == null ? "" : score.remark(),
                score == null ? 0 : score.number());
    }

    private static boolean waits(@Nullable PartScore score) {
        return score == null
                || score.verdict().equals(Verdict.UNGRADED.word())
                || score.verdict().equals(Verdict.UNREADABLE.word());
    }

    /** Whether a grader, and not only an instructor, may put another score in the place of this one. */
    static boolean isGraders(@Nullable PartScore score) {
        return score == null || score.isByPerson() || waits(score);
    }

    /** With what a form that was not saved had in it. */
    Marking with(Form form) {
        List<String> ticked = Rubric.ticked(form.text(TICKED));
        return new Marking(
                waits,
                graders,
                rubric.stream()
                        .map(tick -> new Tick(tick.id(), tick.points(), tick.say(), ticked.contains(tick.id())))
                        .toList(),
                form.text("points"),
                most,
                form.text("remark"),
                drawn);
    }

    private static List<Tick> ticks(
            QuestionInAttempt asked, Rubric rubric, Collection<String> ticked, Locale language) {
        return rubric.items().stream()
                .map(item -> new Tick(
                        item.id(),
                        Decimals.text(item.points()),
                        Markdown.inline(
                                item.say().isFilledIn()
                                        ? asked.variant().fill(item.say(), language)
                                        : item.say().in(language)),
                        ticked.contains(item.id())))
                .toList();
    }

    /**
     * The score that a form gives by the statements that it ticks, or by its points; where it is invalid, the form holds the
     * reason.
     */
    static PartScore score(QuestionInAttempt asked, Part part, Rubric rubric, Form form) {
        BigFraction most = asked.points(part);
        boolean direct = rubric.items().isEmpty();
        List<String> ticked = rubric.known(Rubric.ticked(form.text(TICKED)));
        BigFraction score = direct ? points(most, form) : rubric.score(ticked);
        String remark = form.text("remark").strip();
        form.require(remark.length() <= LONGEST_REMARK, "remark", Message.of("rubric.remark-too-long", LONGEST_REMARK));
        return new PartScore(
                0,
                asked.key(part),
                asked.row().revision(),
                verdict(score, most).word(),
                score,
                most,
                null,
                direct ? Rubric.POINTS : ticked.isEmpty() ? Rubric.NONE : String.join(",", ticked),
                remark.isEmpty() ? null : remark,
                null);
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
