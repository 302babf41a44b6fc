package gradus.result.regrade;

import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Scores;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.grading.Verdict;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The instructor's page of all scores of an attempt: any of them can be changed with a reason, and every run is listed. */
public final class OverrideController {
    private static final int LONGEST_REASON = 500;

    private final Attempts attempts;
    private final Submissions submissions;
    private final Overrides overrides;
    private final RegradeStore store;
    private final CourseStore courses;

    public OverrideController(Database database, Attempts attempts, Submissions submissions, Overrides overrides) {
        this.overrides = overrides;
        this.attempts = attempts;
        this.submissions = submissions;
        this.store = database.store(RegradeStore.class);
        this.courses = database.store(CourseStore.class);
    }

    /**
     * A part and the score that counts.
     *
     * @param most what can be had for it
     * @param dropped whether nothing can be had for it any more
     */
    public record Line(
            PartKey key,
            String question,
            SafeHtml label,
            String response,
            String verdict,
            String score,
            String most,
            boolean dropped,
            boolean byPerson,
            String remark) {}

    /** {@code GET /courses/{course}/attempts/{attempt}/overrides}. */
    public void show(Context context) {
        show(context, attempt(context), Form.empty(), null);
    }

    private void show(Context context, Attempt attempt, Form form, @Nullable PartKey formOf) {
        Locale language = Language.of(context);
        Sitting sitting = attempts.sitting(attempt);
        Scores scores = submissions.scores(attempt);
        List<Line> lines = new ArrayList<>();
        if (!attempt.isRunning()) {
            for (QuestionInAttempt asked : scores.counting(sitting)) {
                for (Part part : asked.question().parts()) {
                    PartScore score = scores.of(asked.key(part));
                    if (score != null) {
                        lines.add(line(asked, part, score, language));
                    }
                }
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put("course", course(context));
        model.put("attempt", attempt);
        model.put("title", sitting.exam().title().in(language));
        model.put("student", courses.called(attempt.course(), attempt.person()).orElse(""));
        model.put("lines", lines);
        model.put("runs", store.runs(attempt.course(), attempt.id()));
        model.put("form", form);
        model.put("formOf", formOf);
        model.put("math", true);
        context.render("regrade/overrides", model);
    }

    private static Line line(QuestionInAttempt asked, Part part, PartScore score, Locale language) {
        return new Line(
                score.key(),
                asked.row().label(),
                Markdown.inline(asked.label(part, language)),
                asked.text(part),
                Verdict.of(score.verdict()).said().in(language),
                Decimals.text(score.score()),
                Decimals.text(asked.points(part)),
                score.points().signum() == 0 && asked.points(part).signum() > 0,
                score.isByPerson(),
                score.remark() == null ? "" : score.remark());
    }

    /** {@code POST /courses/{course}/attempts/{attempt}/overrides}: gives one part another score. */
    public void change(Context context) {
        Attempt attempt = attempt(context);
        Form form = Form.of(context, "position", "variant", "part", "points", "reason");
        PartKey key = PartKey.of(form.text("position"), form.text("variant"), form.text("part"));
        UUID by = Viewer.of(context).person();
        Overrides.Offered offered = overrides.offered(attempt, key, by);
        Message problem = offered.problem(form.text("points"));
        String reason = form.text("reason").strip();
        form.require(!reason.isEmpty(), "reason", Message.of("attempt.reason-missing"))
                .require(reason.length() <= LONGEST_REASON, "reason", Message.of("account.too-long", LONGEST_REASON));
        if (problem != null) {
            form.require(false, "points", problem);
        }
        if (!form.isGood()) {
            show(context.status(422), attempt, form, key);
            return;
        }
        overrides.give(attempt, offered, form.text("points"), reason, by);
        context.redirect("/courses/" + attempt.course() + "/attempts/" + attempt.id() + "/overrides#part-"
                + key.position() + "-" + key.part());
    }

    private static Course course(Context context) {
        return Found.of(context, Standing.class).course();
    }

    /** The attempt of the address, which must be of the course and of somebody else: nobody scores themselves. */
    private Attempt attempt(Context context) {
        try {
            Attempt attempt = attempts.find(UUID.fromString(context.pathParam("attempt")))
                    .filter(found -> found.course().equals(course(context).id()))
                    .orElseThrow(Refusal::notFound);
            Overrides.refuseOwn(attempt, Viewer.of(context).person());
            return attempt;
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }
}
