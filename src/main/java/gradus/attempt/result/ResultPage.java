package gradus.attempt.result;

import gradus.attempt.Findings;
import gradus.attempt.Grading;
import gradus.attempt.MarkView;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.ReadingView;
import gradus.attempt.Scores;
import gradus.attempt.SelfAssessment;
import gradus.attempt.Sitting;
import gradus.attempt.Solutions;
import gradus.bank.PictureAddress;
import gradus.exam.Show;
import gradus.grading.Verdict;
import gradus.maths.Decimals;
import gradus.question.Part;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An ended attempt with its grading as it was stored, as far as it may be seen.
 *
 * @param shown whether the grading may be seen at all yet
 * @param total the rounded score; empty where scores are not shown
 * @param waiting points that wait for a person; empty for none
 * @param self the points that the student gave their own texts in practice, apart from the score; empty for none
 */
public record ResultPage(
        UUID attempt,
        String title,
        Instant started,
        @Nullable Instant submitted,
        boolean shown,
        boolean practice,
        String total,
        String points,
        String graded,
        String waiting,
        String self,
        List<QuestionResult> questions) {
    /**
     * A question, how many hints were taken for it and its parts.
     *
     * @param solved whether it has a worked solution that may be seen
     * @param solution that solution; null where nobody has opened it
     */
    public record QuestionResult(
            int position,
            String id,
            String label,
            String title,
            String score,
            String points,
            int hints,
            SafeHtml prompt,
            List<PartView> parts,
            boolean solved,
            @Nullable SafeHtml solution) {
        /** The parts that lost points, wait for a person or are not known to be right. */
        public List<PartView> open() {
            return parts.stream().filter(part -> !part.isSettled()).toList();
        }

        /** The parts that are right, and what was not scored. */
        public List<PartView> settled() {
            return parts.stream().filter(PartView::isSettled).toList();
        }

        /** Whether an answer of it was wrong, which is worth a look. */
        boolean isWrong() {
            return parts.stream()
                    .anyMatch(part -> part.mark().verdict().equals(Verdict.INCORRECT.word())
                            || part.mark().verdict().equals(Verdict.PARTIAL.word()));
        }

        /** How much of its points it has lost; 0 where scores are not shown. */
        BigDecimal lost() {
            return score.isEmpty() ? BigDecimal.ZERO : new BigDecimal(points).subtract(new BigDecimal(score));
        }
    }

    /**
     * A part of it.
     *
     * @param score empty where it is not shown or there is none yet
     * @param remark what the person who graded it says; empty for nothing
     */
    public record PartView(
            PartKey key,
            SafeHtml label,
            boolean work,
            String score,
            String points,
            MarkView mark,
            AnswerView answer,
            RightView right,
            List<Tick> rubric,
            String remark) {
        /** Whether there is nothing to look into. */
        boolean isSettled() {
            return work
                    || mark.verdict().equals(Verdict.CORRECT.word())
                    || mark.verdict().equals(Verdict.FOLLOWS_THROUGH.word());
        }
    }

    /**
     * What the student answered.
     *
     * @param text as it was typed
     * @param reading how it was read; null where that says nothing new or was not recorded
     * @param unread why it could not be; empty where it was, and where nobody has recorded it
     * @param unrecorded whether it was graded before cell marks and messages were kept
     */
    public record AnswerView(String text, @Nullable ReadingView reading, String unread, boolean unrecorded) {}

    /**
     * What was right.
     *
     * @param key null where keys are not shown
     * @param model the model answer of a text; null where keys are not shown or there is none
     * @param grid the student's cells with the right one beside each, where keys are shown and both have one shape; otherwise empty
     */
    public record RightView(
            @Nullable SafeHtml key, @Nullable SafeHtml model, List<List<PairedCell>> grid) {}

    /** A statement of a rubric that the student may tick for their own text. */
    public record Tick(String id, String points, SafeHtml say, boolean ticked) {}

    /** The page of an ended attempt, with what may be shown of its grading; of one that runs only what was typed. */
    public static ResultPage of(
            Sitting sitting, Scores scores, Map<PartKey, SelfAssessment> own, boolean shown, ResultView view) {
        boolean practice = sitting.exam().policy().isPractice();
        List<QuestionResult> questions = new ArrayList<>();
        BigFraction self = BigFraction.ZERO;
        for (QuestionInAttempt asked : scores.counting(sitting)) {
            List<PartView> parts = new ArrayList<>();
            for (Part part : asked.question().parts()) {
                SelfAssessment mine = own.get(asked.key(part));
                List<String> ticked = mine == null ? List.of() : mine.criteria();
                self = self.add(asked.byRubric(part, ticked));
                parts.add(part(asked, part, scores.of(asked.key(part)), ticked, view));
            }
            questions.add(question(asked, scores, parts, view));
        }
        Grading total =
                scores.total(0, Grading.Kind.SUBMISSION, sitting.attempt().started(), null);
        BigFraction waiting = total.points().subtract(total.graded());
        return new ResultPage(
                sitting.attempt().id(),
                sitting.exam().title().in(view.language()),
                sitting.attempt().started(),
                sitting.attempt().submitted(),
                shown,
                practice,
                view.shows(Show.SCORE) ? sitting.exam().policy().shown(total.score()) : "",
                Decimals.text(total.points()),
                Decimals.text(total.graded()),
                waiting.compareTo(BigFraction.ZERO) > 0 ? Decimals.text(waiting) : "",
                practice && !own.isEmpty() ? Decimals.text(self) : "",
                shown ? questions : List.of());
    }

    /** One question of an ended attempt, with all that who marks it sees of it. */
    public static QuestionResult question(QuestionInAttempt asked, Scores scores, String pictures, Locale language) {
        ResultView view = ResultView.ofStaff(false, pictures, language);
        List<PartView> parts = asked.question().parts().stream()
                .map(part -> part(asked, part, scores.of(asked.key(part)), List.of(), view))
                .toList();
        return question(asked, scores, parts, view);
    }

    private static QuestionResult question(
            QuestionInAttempt asked, Scores scores, List<PartView> parts, ResultView view) {
        int position = asked.row().position();
        boolean solved = view.shows(Show.SOLUTIONS) && Solutions.isWorked(asked, view.language());
        String worked = solved && view.opened().test(position) ? Solutions.worked(asked, view.language()) : "";
        String at = PictureAddress.at(asked.row().drawn());
        return new QuestionResult(
                position,
                asked.row().question(),
                asked.row().label(),
                asked.question().title().in(view.language()),
                view.shows(Show.SCORE) ? Decimals.text(scores.score(position)) : "",
                Decimals.text(asked.row().points()),
                asked.hints().size(),
                Markdown.html(asked.variant().prompt(view.language()), name -> view.pictures() + name + at),
                parts,
                solved,
                worked.isBlank() ? null : Markdown.html(worked, name -> view.pictures() + name + at));
    }

    private static PartView part(
            QuestionInAttempt asked, Part part, @Nullable PartScore score, List<String> ticked, ResultView view) {
        Findings findings = score == null ? null : score.findings(part, asked.variant());
        String remark = score == null || !view.shows(Show.MESSAGES) ? null : score.remark();
        MarkView mark = mark(score, findings, view);
        return new PartView(
                asked.key(part),
                Markdown.inline(asked.label(part, view.language())),
                part.work(),
                score == null || score.verdict().equals(Verdict.UNGRADED.word()) || !view.shows(Show.SCORE)
                        ? ""
                        : Decimals.text(score.score()),
                Decimals.text(asked.points(part)),
                mark,
                answer(asked, part, score, findings, view),
                right(asked, part, mark, view),
                part.isGradedByPerson() && view.practice() ? rubric(asked, part, ticked, view.language()) : List.of(),
                remark == null ? "" : remark);
    }

    private static MarkView mark(@Nullable PartScore score, @Nullable Findings findings, ResultView view) {
        if (score == null) {
            return MarkView.NONE;
        }
        Verdict verdict = Verdict.of(score.verdict());
        MarkView mark = findings == null
                ? MarkView.of(verdict, view.language())
                : MarkView.of(verdict, findings, view.shows(Show.KEYS), view.language());
        return mark.only(view.shows(Show.VERDICTS), view.shows(Show.MESSAGES));
    }

    private static AnswerView answer(
            QuestionInAttempt asked,
            Part part,
            @Nullable PartScore score,
            @Nullable Findings findings,
            ResultView view) {
        String text = asked.text(part);
        ReadingView reading = findings == null ? null : ReadingView.of(findings.reading(), view.language());
        return new AnswerView(
                text,
                part.type().isReadBack() && reading != null && reading.is().equals("read") ? reading : null,
                reading == null ? "" : reading.reason(),
                score != null
                        && findings == null
                        && !score.isByPerson()
                        && !part.isGradedByPerson()
                        && !text.isBlank());
    }

    private static RightView right(QuestionInAttempt asked, Part part, MarkView mark, ResultView view) {
        if (!view.shows(Show.KEYS)) {
            return new RightView(null, null, List.of());
        }
        String key = Solutions.key(asked, part, view.language());
        return new RightView(
                key.isEmpty() ? null : Markdown.inline(key),
                part.answer() == null ? null : Markdown.html(asked.variant().fill(part.answer(), view.language())),
                PairedCell.of(mark.cells(), Solutions.keyCells(asked, part)));
    }

    /** The questions, those first that have lost most by wrong answers, then those without answers. */
    public List<QuestionResult> byLoss() {
        return questions.stream()
                .sorted(Comparator.comparing(QuestionResult::isWrong)
                        .thenComparing(QuestionResult::lost)
                        .reversed())
                .toList();
    }

    /** Whether its first question by loss is one that was answered wrongly. */
    public boolean isWrong() {
        return questions.stream().anyMatch(QuestionResult::isWrong);
    }

    /** Whether a question of it has a worked solution that may be seen. */
    public boolean isSolved() {
        return questions.stream().anyMatch(QuestionResult::solved);
    }

    /** The statements of a part's rubric. */
    public static List<Tick> rubric(QuestionInAttempt asked, Part part, List<String> ticked, Locale language) {
        return part.rubric().stream()
                .map(criterion -> new Tick(
                        criterion.id(),
                        Decimals.text(criterion.points()),
                        Markdown.inline(asked.variant().fill(criterion.say(), language)),
                        ticked.contains(criterion.id())))
                .toList();
    }
}
