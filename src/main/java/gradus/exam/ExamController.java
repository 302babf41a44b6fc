package gradus.exam;

import gradus.account.Viewer;
import gradus.course.Course;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The exams of a course for its staff: how each stands, and opening and closing it by hand. */
public final class ExamController {
    private final Exams exams;
    private final WaitingWork waiting;
    private final Clock clock;

    public ExamController(Exams exams, WaitingWork waiting, Clock clock) {
        this.exams = exams;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Whether the results of an exam are seen.
     *
     * @param shown whether who has ended it may see them now
     * @param from from when, as things stand; null where that is not known
     */
    public record Results(boolean shown, @Nullable Instant from) {}

    /**
     * A line of the list.
     *
     * @param state what an instructor said last: {@code by-file}, {@code open} or {@code closed}
     * @param release what an instructor said last of its results: {@code by-file}, {@code shown} or {@code held}
     * @param hindrances why nobody can begin it now, with the place in a file; empty where it can be begun
     * @param phase how it stands for a student without an allowance: {@code before}, {@code open} or {@code after}
     */
    public record Row(
            String id,
            String title,
            boolean practice,
            int questions,
            String points,
            String state,
            String phase,
            Limits limits,
            String release,
            Results results,
            List<String> hindrances,
            WaitingWork.Waiting waiting) {}

    /** {@code GET /courses/{course}/exams}. */
    public void list(Context context) {
        Standing standing = Found.of(context, Standing.class);
        Course course = standing.course();
        Locale language = Language.of(context);
        List<Row> rows = exams.of(course.id()).stream()
                .map(offered -> row(offered, language))
                .toList();
        context.render(
                "exam/list",
                Map.of(
                        "course",
                        course,
                        "noZone",
                        context.queryParam("zone") != null,
                        "title",
                        course.title(language),
                        "exams",
                        rows,
                        "reports",
                        standing.atLeast(Role.INSTRUCTOR) ? waiting.reports(course.id()) : 0,
                        "teaches",
                        standing.atLeast(Role.INSTRUCTOR)));
    }

    private Row row(PublishedExam offered, Locale language) {
        Schedule schedule = offered.schedule(Candidate.GUEST);
        Exam exam = offered.exam();
        return new Row(
                exam.id(),
                exam.title().in(language),
                exam.policy().isPractice(),
                exam.asked(),
                Decimals.text(exam.points()),
                word(offered.control().state()),
                schedule.phase(clock.instant()).name().toLowerCase(Locale.ROOT),
                schedule.limits(),
                offered.release().word(),
                new Results(schedule.showsFeedback(clock.instant()), schedule.showsFrom()),
                exams.hindrances(offered).stream()
                        .map(problem -> problem.in(language))
                        .toList(),
                waiting.in(offered));
    }

    private static String word(ManualOpening.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code POST /courses/{course}/exams/{exam}/state}: opens or closes the exam, or leaves it to its file again. */
    public void changeState(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        UUID by = Viewer.of(context).person();
        PublishedExam offered = exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
        String exam = offered.exam().id();
        String state = context.formParam("state");
        switch (state == null ? "" : state) {
            case "open" -> {
                refuseWhatCannotBegin(offered, Language.of(context));
                exams.open(course, exam, by);
            }
            case "closed" -> {
                long sitting = exams.sitting(course, exam);
                if (sitting > 0 && !Long.toString(sitting).equals(context.formParam("sitting"))) {
                    context.redirect("/courses/" + course + "/exams/" + exam + "/room?close=" + sitting);
                    return;
                }
                exams.close(course, exam, by);
            }
            case "by-file" -> exams.leaveToFile(course, exam, by);
            default -> throw Refusal.badRequest(Message.of("web.error-400"));
        }
        context.redirect("/courses/" + course + "/exams#" + exam);
    }

    /** {@code POST /courses/{course}/exams/{exam}/release}: shows the results, holds them back, or leaves it to the file again. */
    public void release(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        PublishedExam offered = exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
        Release release = Release.of(context.formParam("state"))
                .orElseThrow(() -> Refusal.badRequest(Message.of("web.error-400")));
        exams.release(course, offered.exam().id(), release, Viewer.of(context).person());
        context.redirect("/courses/" + course + "/exams#" + offered.exam().id());
    }

    /** Nobody could begin an exam with a question that is missing or gives no variant. */
    private void refuseWhatCannotBegin(PublishedExam offered, Locale language) {
        List<Problem> wrong = exams.hindrances(offered);
        if (!wrong.isEmpty()) {
            throw Refusal.conflict(Message.of("exam.cannot-open", wrong.get(0).in(language)));
        }
    }
}
