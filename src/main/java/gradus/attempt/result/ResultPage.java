package gradus.attempt.result;

import gradus.attempt.AskedQuestion;
import gradus.attempt.Grading;
import gradus.attempt.MarkView;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.ReadingView;
import gradus.attempt.Scoring;
import gradus.attempt.SelfAssessment;
import gradus.attempt.Sitting;
import gradus.attempt.Solutions;
import gradus.exam.PointsText;
import gradus.exam.Policy;
import gradus.exam.Show;
import gradus.grading.PartResult;
import gradus.grading.Verdict;
import gradus.question.Criterion;
import gradus.question.Part;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An ended attempt with its grading, as far as it may be seen.
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
    /** A question, its parts, and its worked solution where solutions are shown. */
    public record QuestionResult(
            int position,
            int variant,
            String label,
            String title,
            String score,
            String points,
            SafeHtml prompt,
            List<PartView> parts,
            @Nullable SafeHtml solution) {}

    /**
     * A part of it.
     *
     * @param response what the student typed, as it is
     * @param key empty where keys are not shown
     * @param remark what the person who graded it says; empty for nothing
     * @param model the model answer of a text; null where keys are not shown or there is none
     */
    public record PartView(
            String id,
            SafeHtml label,
            boolean work,
            boolean text,
            String score,
            String points,
            MarkView mark,
            String response,
            boolean readable,
            ReadingView reading,
            @Nullable SafeHtml key,
            @Nullable SafeHtml model,
            List<Tick> rubric,
            String remark) {}

    /** A statement of a rubric that the student may tick for their own text. */
    public record Tick(String id, String points, SafeHtml say, boolean ticked) {}

    /** The page of an ended attempt, with what may be shown of its grading. */
    public static ResultPage of(
            Sitting sitting,
            List<PartScore> all,
            List<SelfAssessment> own,
            boolean shown,
            Set<Show> show,
            String pictures,
            Locale language) {
        Policy policy = sitting.exam().policy();
        List<PartScore> counting = Scoring.counting(all);
        Map<String, PartScore> scores = new HashMap<>();
        counting.forEach(score -> scores.put(score.position() + "/" + score.part(), score));
        Map<String, SelfAssessment> ticked = new HashMap<>();
        own.forEach(one -> ticked.put(one.position() + "/" + one.variant() + "/" + one.part(), one));
        List<QuestionResult> questions = new ArrayList<>();
        BigFraction self = BigFraction.ZERO;
        for (QuestionInAttempt current : sitting.current()) {
            QuestionInAttempt asked = graded(sitting, current, counting);
            List<PartView> parts = new ArrayList<>();
            for (Part part : asked.question().parts()) {
                SelfAssessment mine =
                        ticked.get(asked.row().position() + "/" + asked.row().variant() + "/" + part.id());
                List<String> ids = mine == null ? List.of() : mine.criteria();
                self = self.add(selfScore(asked, part, ids));
                parts.add(part(policy, asked, part, scores, ids, show, language));
            }
            questions.add(question(asked, counting, parts, show, pictures, language));
        }
        Grading total = Scoring.total(
                counting, 0, Grading.Kind.SUBMISSION, sitting.attempt().started(), null);
        BigFraction waiting = total.points().subtract(total.graded());
        boolean anyOwn = policy.isPractice() && !own.isEmpty();
        return new ResultPage(
                sitting.attempt().id(),
                sitting.exam().title().in(language),
                sitting.attempt().started(),
                sitting.attempt().submitted(),
                shown,
                policy.isPractice(),
                show.contains(Show.SCORE) ? PointsText.text(policy.rounded(total.score())) : "",
                PointsText.text(total.points()),
                PointsText.text(total.graded()),
                waiting.compareTo(BigFraction.ZERO) > 0 ? PointsText.text(waiting) : "",
                anyOwn ? PointsText.text(self) : "",
                shown ? questions : List.of());
    }

    /** The variant whose score counts. */
    private static QuestionInAttempt graded(Sitting sitting, QuestionInAttempt current, List<PartScore> counting) {
        return counting.stream()
                .filter(score -> score.position() == current.row().position())
                .findFirst()
                .map(score -> sitting.at(new AskedQuestion.Place(score.position(), score.variant())))
                .orElse(current);
    }

    private static BigFraction selfScore(QuestionInAttempt asked, Part part, List<String> ticked) {
        BigFraction earned = part.rubric().stream()
                .filter(criterion -> ticked.contains(criterion.id()))
                .map(Criterion::points)
                .reduce(BigFraction.ZERO, BigFraction::add);
        return part.points().compareTo(BigFraction.ZERO) == 0
                ? BigFraction.ZERO
                : asked.points(part).multiply(earned).divide(part.points());
    }

    private static QuestionResult question(
            QuestionInAttempt asked,
            List<PartScore> counting,
            List<PartView> parts,
            Set<Show> show,
            String pictures,
            Locale language) {
        BigFraction score = counting.stream()
                .filter(one -> one.position() == asked.row().position())
                .map(PartScore::score)
                .reduce(BigFraction.ZERO, BigFraction::add);
        String worked = show.contains(Show.SOLUTIONS) ? Solutions.worked(asked, language) : "";
        return new QuestionResult(
                asked.row().position(),
                asked.row().variant(),
                asked.row().label(),
                asked.question().title().in(language),
                show.contains(Show.SCORE) ? PointsText.text(score) : "",
                PointsText.text(asked.row().points()),
                Markdown.html(asked.variant().prompt(language), name -> pictures + name),
                parts,
                worked.isBlank() ? null : Markdown.html(worked, name -> pictures + name));
    }

    private static PartView part(
            Policy policy,
            QuestionInAttempt asked,
            Part part,
            Map<String, PartScore> scores,
            List<String> ticked,
            Set<Show> show,
            Locale language) {
        PartResult result = asked.result(part);
        PartScore score = scores.get(asked.row().position() + "/" + part.id());
        Verdict verdict = score == null ? result.verdict() : verdict(score.verdict());
        boolean byPerson = part.isGradedByPerson();
        String key = show.contains(Show.KEYS) ? Solutions.key(asked, part) : "";
        MarkView mark = MarkView.of(
                verdict,
                result,
                show.contains(Show.VERDICTS),
                show.contains(Show.MESSAGES)
                        ? MarkView.messages(asked, result, show.contains(Show.KEYS), language)
                        : List.of(),
                language);
        return new PartView(
                part.id(),
                Markdown.inline(asked.label(part, language)),
                part.work(),
                byPerson,
                score == null || !show.contains(Show.SCORE) || verdict == Verdict.UNGRADED
                        ? ""
                        : PointsText.text(score.score()),
                PointsText.text(asked.points(part)),
                show.contains(Show.VERDICTS) ? mark : new MarkView("", "", List.of(), mark.messages()),
                asked.text(part),
                part.type().isReadBack(),
                ReadingView.of(asked.variant(), part, asked.text(part), language),
                key.isEmpty() ? null : Markdown.inline(key),
                part.answer() == null || !show.contains(Show.KEYS)
                        ? null
                        : Markdown.html(asked.variant().fill(part.answer(), language)),
                byPerson && policy.isPractice() ? rubric(asked, part, ticked, language) : List.of(),
                score == null || score.remark() == null || !show.contains(Show.MESSAGES) ? "" : score.remark());
    }

    /** The statements of a part's rubric. */
    public static List<Tick> rubric(QuestionInAttempt asked, Part part, List<String> ticked, Locale language) {
        return part.rubric().stream()
                .map(criterion -> new Tick(
                        criterion.id(),
                        PointsText.text(criterion.points()),
                        Markdown.inline(asked.variant().fill(criterion.say(), language)),
                        ticked.contains(criterion.id())))
                .toList();
    }

    private static Verdict verdict(String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
