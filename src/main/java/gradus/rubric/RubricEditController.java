package gradus.rubric;

import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Scores;
import gradus.attempt.Submissions;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which a rubric is changed, and with it whatever has been graded by it. */
public final class RubricEditController {
    private static final int ROUNDS = 5;

    private final Queues queues;
    private final Exams exams;
    private final Attempts attempts;
    private final Submissions submissions;

    public RubricEditController(Queues queues, Exams exams, Attempts attempts, Submissions submissions) {
        this.queues = queues;
        this.exams = exams;
        this.attempts = attempts;
        this.submissions = submissions;
    }

    /** A graded answer that the changed rubric gives another score. */
    public record Change(String code, String before, String after, boolean gains) {}

    private record Rescored(QueueItem item, Attempt attempt, PartScore score) {}

    /** {@code GET …/{part}/rubric}. */
    public void show(Context context) {
        Edited edited = edited(context);
        render(context, edited, RubricEdit.of(edited.rubric(), Language.of(context)), Form.empty(), null);
    }

    /** {@code POST …/{part}/rubric}: shows whose score would change, or with {@code apply=yes} changes it. */
    public void change(Context context) {
        Edited edited = edited(context);
        Locale language = Language.of(context);
        Form form = Form.of(context, "from", "floor", "cap");
        RubricEdit edit = new RubricEdit(
                form.text("from").equals("full"),
                form.text("floor"),
                form.text("cap"),
                RubricEdit.lines(context.formParams("id"), context.formParams("points"), context.formParams("say")));
        Rubric changed = edit.rubric(edited.rubric(), form, language);
        if (!form.isGood()) {
            render(context.status(422), edited, edit, form, null);
            return;
        }
        if (!"yes".equals(context.formParam("apply"))) {
            render(context, edited, edit, form, rescored(edited, changed));
            return;
        }
        UUID me = QueueController.grader(context);
        queues.keep(edited.course().id(), edited.part(), changed, me);
        // whoever is scored meanwhile is scored by the new rubric already, or comes in the next round
        for (int round = 0; round < ROUNDS; round++) {
            for (Rescored one : rescored(edited(context), changed)) {
                submissions.addUnlessScored(
                        one.attempt(), me, one.score(), one.item().number());
            }
        }
        context.redirect(edited.part().url(edited.course().id()));
    }

    /**
     * A part whose rubric is changed.
     *
     * @param rubric the one in force
     */
    private record Edited(Course course, PublishedExam exam, QueuePart part, PartQueue queue, Rubric rubric) {}

    private Edited edited(Context context) {
        Course course = Found.of(context, Standing.class).course();
        PublishedExam exam = exams.find(course.id(), context.pathParam("exam")).orElseThrow(Refusal::notFound);
        QueuePart part = new QueuePart(exam.exam().id(), context.pathParam("question"), context.pathParam("part"));
        // also the instructor's own answers: a changed rubric is the same for everybody
        PartQueue queue = queues.all(course.id(), part, Queues.NOBODY);
        QueueItem first = queue.items().stream()
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(Message.of("rubric.no-answers-yet")));
        QuestionInAttempt asked = asked(attempt(first), first);
        return new Edited(
                course, exam, part, queue, queues.rubric(course.id(), part, asked, asked.scored(first.part())));
    }

    private Attempt attempt(QueueItem item) {
        return attempts.find(item.attempt()).orElseThrow(Refusal::notFound);
    }

    private QuestionInAttempt asked(Attempt attempt, QueueItem item) {
        return attempts.sitting(attempt).at(item.key().place());
    }

    /** The answers that were scored by statements and that this rubric gives another score. */
    private List<Rescored> rescored(Edited edited, Rubric rubric) {
        List<Rescored> changed = new ArrayList<>();
        for (QueueItem item : edited.queue().items()) {
            String ticked = item.ticked();
            if (ticked == null || ticked.isEmpty() || ticked.equals(Rubric.POINTS) || item.waits()) {
                continue;
            }
            Rubric here = rubric.scaledTo(item.points());
            var score = here.score(Rubric.ticked(ticked));
            if (!score.equals(item.score())) {
                Attempt attempt = attempt(item);
                Scores scores = submissions.scores(attempt);
                PartScore before = scores.of(item.key());
                if (before != null) {
                    changed.add(new Rescored(
                            item,
                            attempt,
                            new PartScore(
                                    0,
                                    item.key(),
                                    before.revision(),
                                    Marking.verdict(score, item.points()).word(),
                                    score,
                                    item.points(),
                                    null,
                                    ticked,
                                    before.remark(),
                                    null)));
                }
            }
        }
        return changed;
    }

    private void render(
            Context context, Edited edited, RubricEdit edit, Form form, @Nullable List<Rescored> difference) {
        Map<String, Object> model = new HashMap<>();
        model.put("course", edited.course());
        model.put("exam", edited.exam().exam().title().in(Language.of(context)));
        model.put("queue", edited.part());
        model.put("asked", queues.title(edited.course().id(), edited.part(), Language.of(context)));
        model.put("url", edited.part().url(edited.course().id()));
        model.put("worth", Decimals.text(edited.rubric().worth()));
        model.put("edit", difference == null ? edit.withRoom() : edit);
        model.put("form", form);
        model.put(
                "difference",
                difference == null
                        ? null
                        : difference.stream()
                                .map(one -> new Change(
                                        edited.queue().code(one.item()),
                                        Decimals.text(one.item().score()),
                                        Decimals.text(one.score().score()),
                                        one.score().score().compareTo(one.item().score()) > 0))
                                .toList());
        model.put(
                "graded",
                edited.queue().items().stream().filter(item -> !item.waits()).count());
        context.render("rubric/edit", model);
    }
}
