package gradus.rubric;

import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Scores;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.attempt.result.ResultPage;
import gradus.attempt.result.ResultView;
import gradus.bank.BankController;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The graders' pages: the next attempt to grade, an attempt as its student saw it, and scoring by rubric. */
public final class RubricController {
    private static final UUID NONE = new UUID(0, 0);

    private final RubricStore store;
    private final Attempts attempts;
    private final Submissions submissions;
    private final Queues queues;
    private final CourseStore courses;

    public RubricController(Database database, Attempts attempts, Submissions submissions, Queues queues) {
        this.queues = queues;
        this.store = database.store(RubricStore.class);
        this.courses = database.store(CourseStore.class);
        this.attempts = attempts;
        this.submissions = submissions;
    }

    /** {@code GET /courses/{course}/exams/{exam}/waiting?after=…}: redirects to the attempt that has waited longest. */
    public void next(Context context) {
        String course = course(context).id();
        String exam = context.pathParam("exam");
        String after = context.queryParam("after");
        UUID grader = Viewer.of(context).person();
        UUID next = store.nextWaiting(course, exam, after == null ? NONE : id(after), grader)
                .or(() -> store.nextWaiting(course, exam, NONE, grader))
                .orElse(null);
        context.redirect(
                next == null
                        ? "/courses/" + course + "/exams/" + exam + "/attempts"
                        : "/courses/" + course + "/attempts/" + next + "#waiting");
    }

    /** {@code GET /courses/{course}/attempts/{attempt}}. */
    public void show(Context context) {
        show(context, graded(context), null, null);
    }

    private void show(Context context, Sitting sitting, @Nullable Form form, @Nullable PartKey formOf) {
        Locale language = Language.of(context);
        Attempt attempt = sitting.attempt();
        Scores scores = submissions.scores(attempt);
        Map<PartKey, Marking> marking = new HashMap<>();
        PartKey waitsAt = null;
        for (QuestionInAttempt asked : attempt.isRunning() ? List.<QuestionInAttempt>of() : scores.counting(sitting)) {
            for (Part part : asked.question().parts()) {
                if (!part.work()) {
                    PartKey key = asked.key(part);
                    Rubric rubric = rubric(sitting, asked, part);
                    Marking mark = Marking.of(asked, part, rubric, scores.of(key), language);
                    marking.put(key, mark);
                    waitsAt = waitsAt == null && mark.waits() ? key : waitsAt;
                }
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put("course", course(context));
        model.put("exam", attempt.exam());
        model.put("teaches", Found.of(context, Standing.class).atLeast(Role.INSTRUCTOR));
        Optional<CourseStore.Seat> seat = courses.seat(attempt.course(), attempt.person());
        model.put("student", courses.called(attempt.course(), attempt.person()).orElse(""));
        model.put("number", seat.map(CourseStore.Seat::studentNumber).orElse(null));
        model.put("running", attempt.isRunning());
        model.put("marking", marking);
        model.put("waitsAt", waitsAt);
        model.put("form", form == null ? Form.empty() : form);
        model.put("formOf", formOf);
        model.put("math", true);
        model.put(
                "page",
                ResultPage.of(
                        sitting,
                        scores,
                        Map.of(),
                        true,
                        ResultView.ofStaff(true, BankController.pictures(attempt.course()), language)));
        context.render("rubric/attempt", model);
    }

    /** {@code POST /courses/{course}/attempts/{attempt}/scores}: saves a person's score of one part. */
    public void score(Context context) {
        Sitting sitting = graded(context);
        if (sitting.attempt().isRunning()) {
            throw Refusal.conflict(Message.of("rubric.still-running"));
        }
        Form form = Form.of(context, "position", "variant", "part", "points", "remark", "drawn");
        PartKey key = PartKey.of(form.text("position"), form.text("variant"), form.text("part"));
        QuestionInAttempt asked = submissions.scores(sitting.attempt()).counting(sitting).stream()
                .filter(question -> question.place().equals(key.place()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Part part = asked.scored(key.part());
        boolean teaches = Found.of(context, Standing.class).atLeast(Role.INSTRUCTOR);
        if (!teaches && !Marking.isGraders(submissions.scores(sitting.attempt()).of(key))) {
            throw Refusal.of(403, Message.of("rubric.ask-instructor"));
        }
        form.with(Marking.TICKED, String.join(",", context.formParams("criterion")));
        PartScore given = Marking.score(asked, part, rubric(sitting, asked, part), form);
        if (!form.isGood()) {
            show(context.status(422), sitting, form, key);
            return;
        }
        UUID grader = Viewer.of(context).person();
        if (!submissions.addUnlessScored(sitting.attempt(), grader, given, Queues.run(form.text("drawn")))) {
            form.require(false, "remark", Message.of("rubric.scored-meanwhile"));
            show(context.status(409), sitting, form, key);
            return;
        }
        context.redirect("/courses/" + sitting.attempt().course() + "/attempts/"
                + sitting.attempt().id() + "#result-" + key.position() + "-" + key.part());
    }

    private Rubric rubric(Sitting sitting, QuestionInAttempt asked, Part part) {
        Attempt attempt = sitting.attempt();
        QueuePart queue = new QueuePart(attempt.exam(), asked.row().question(), part.id());
        return queues.rubric(attempt.course(), queue, asked, part);
    }

    private static Course course(Context context) {
        return Found.of(context, Standing.class).course();
    }

    /** The attempt named in the address, which must belong to the course and to somebody else: nobody scores themselves. */
    private Sitting graded(Context context) {
        String course = course(context).id();
        Attempt attempt = attempts.find(id(context.pathParam("attempt")))
                .filter(found -> found.course().equals(course))
                .orElseThrow(Refusal::notFound);
        if (Viewer.of(context).is(attempt.person()) && attempt.standing() != Attempt.Standing.TRY_OUT) {
            throw Refusal.conflict(Message.of("rubric.own-attempt"));
        }
        return attempts.sitting(attempt);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }
}
