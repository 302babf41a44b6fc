package gradus.attempt.invigilation;

import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.course.Course;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who of the roster was excused or absent at an exam, and which attempts are void; each with its author and a reason. */
public final class StandingController {
    private static final int LONGEST_REASON = 500;
    private static final Set<Attempt.Standing> OF_STUDENTS =
            Set.of(Attempt.Standing.EXCUSED, Attempt.Standing.ABSENT, Attempt.Standing.COUNTS);
    private static final Set<Attempt.Standing> OF_ATTEMPTS = Set.of(Attempt.Standing.VOID, Attempt.Standing.COUNTS);

    private final Exams exams;
    private final Attempts attempts;
    private final Standings standings;

    public StandingController(Database database, Exams exams, Attempts attempts, Clock clock) {
        this.exams = exams;
        this.attempts = attempts;
        this.standings = new Standings(database, clock);
    }

    /** {@code GET /courses/{course}/exams/{exam}/standings}. */
    public void list(Context context) {
        show(context, exam(context), Form.empty());
    }

    /** {@code POST /courses/{course}/exams/{exam}/standings}: excuses the ticked students, marks them absent, or takes it back. */
    public void declare(Context context) {
        PublishedExam offered = exam(context);
        Form form = Form.of(context, "reason");
        Attempt.Standing standing = standing(context, form, OF_STUDENTS);
        Set<String> ticked = Set.copyOf(context.formParams("person"));
        List<UUID> students = standings.sitters(offered.course(), offered.exam().id()).stream()
                .map(StandingStore.Sitter::person)
                .filter(person -> ticked.contains(person.toString()))
                .toList();
        form.require(!students.isEmpty(), "reason", Message.of("attempt.tick-somebody"));
        if (!form.isGood()) {
            show(context.status(422), offered, form);
            return;
        }
        standings.declare(
                offered.course(),
                offered.exam().id(),
                students,
                standing,
                form.text("reason").strip(),
                Viewer.of(context).person());
        context.redirect(path(offered));
    }

    /** {@code POST /courses/{course}/attempts/{attempt}/standing}: declares an attempt void, or takes that back. */
    public void declareAttempt(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Attempt attempt = attempt(context, course);
        Form form = Form.of(context, "reason");
        Attempt.Standing standing = standing(context, form, OF_ATTEMPTS);
        if (attempt.standing() == Attempt.Standing.TRY_OUT) {
            throw Refusal.conflict(Message.of("attempt.counts-as-try_out"));
        }
        if (Viewer.of(context).is(attempt.person())) {
            throw Refusal.conflict(Message.of("rubric.own-attempt"));
        }
        Message problem = form.problem("reason");
        if (problem != null) {
            throw Refusal.of(422, problem);
        }
        standings.declare(
                attempt,
                standing,
                form.text("reason").strip(),
                Viewer.of(context).person());
        context.redirect("/courses/" + course.id() + "/attempts/" + attempt.id() + "/history");
    }

    /** What is declared; only taking it back needs no reason. */
    private static Attempt.Standing standing(Context context, Form form, Set<Attempt.Standing> possible) {
        String word = context.formParam("standing");
        Attempt.Standing standing = possible.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(Message.of("web.error-400")));
        boolean silent = form.text("reason").isBlank() && standing != Attempt.Standing.COUNTS;
        form.require(!silent, "reason", Message.of("attempt.reason-missing"))
                .require(
                        form.text("reason").length() <= LONGEST_REASON,
                        "reason",
                        Message.of("account.too-long", LONGEST_REASON));
        return standing;
    }

    private void show(Context context, PublishedExam offered, Form form) {
        Standing standing = Found.of(context, Standing.class);
        String exam = offered.exam().id();
        List<StandingStore.Sitter> sitters = standings.sitters(offered.course(), exam);
        Map<String, Object> model = new HashMap<>();
        model.put("course", standing.course());
        model.put("exam", exam);
        model.put("title", offered.exam().title().in(Language.of(context)));
        model.put("teaches", standing.atLeast(Role.INSTRUCTOR));
        model.put("sitters", sitters);
        model.put(
                "missing",
                sitters.stream()
                        .filter(sitter -> sitter.attempts() == 0 && !sitter.isOut())
                        .count());
        model.put("lines", standings.lines(offered.course(), exam));
        model.put("ticked", Set.copyOf(context.formParams("person")));
        model.put("form", form);
        context.render("attempt/standings", model);
    }

    private static String path(PublishedExam offered) {
        return "/courses/" + offered.course() + "/exams/" + offered.exam().id() + "/standings";
    }

    private PublishedExam exam(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        return exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }

    private Attempt attempt(Context context, Course course) {
        try {
            return attempts.find(UUID.fromString(context.pathParam("attempt")))
                    .filter(found -> found.course().equals(course.id()))
                    .orElseThrow(Refusal::notFound);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }
}
