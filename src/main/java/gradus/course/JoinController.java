package gradus.course;

import gradus.account.GuessThrottle;
import gradus.account.Viewer;
import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The way into a course: somebody types the code that they were given, or follows its link. */
public final class JoinController {
    private final CourseCodes codes;
    private final CourseStore courses;
    private final RosterListener listener;
    private final GuessThrottle throttle;

    public JoinController(Database database, Clock clock, RosterListener listener) {
        this.codes = new CourseCodes(database, clock);
        this.listener = listener;
        this.throttle = new GuessThrottle(database, clock);
        this.courses = database.store(CourseStore.class);
    }

    /** {@code GET /join?code=…}. */
    public void form(Context context) {
        Form form = Form.empty().with("code", context.queryParam("code"));
        show(context, form, form.text("code").isBlank() ? Optional.empty() : find(context, form));
    }

    /** {@code POST /join}: uses the code up for who is signed in, and opens where the work of their role begins. */
    public void join(Context context) {
        Form form = Form.of(context, "code");
        Viewer viewer = Viewer.of(context);
        if (!viewer.signedIn()) {
            throw Refusal.signInFirst();
        }
        Optional<CourseCodeStore.Code> code = find(context, form);
        if (code.isEmpty()) {
            show(context.status(422), form, Optional.empty());
            return;
        }
        String course = codes.use(form.text("code"), viewer.person());
        listener.changed(course);
        context.redirect(code.get().role() == Role.STUDENT ? "/" : "/courses/" + course + "/exams");
    }

    /** What the code leads to; where it is wrong, or too many were, that stands in the form. */
    private Optional<CourseCodeStore.Code> find(Context context, Form form) {
        Viewer viewer = Viewer.of(context);
        String guesser = viewer.signedIn() ? viewer.person().toString() : context.ip();
        GuessThrottle.Outcome<CourseCodeStore.Code> outcome =
                throttle.guess("a course's code", guesser, context.ip(), () -> codes.find(form.text("code")));
        form.require(!outcome.isHeldUp(), "code", Message.of("account.guess-throttled", outcome.seconds()))
                .require(outcome.found().isPresent(), "code", Message.of("course.code-used"));
        return outcome.found();
    }

    private void show(Context context, Form form, Optional<CourseCodeStore.Code> code) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("signedIn", Viewer.of(context).signedIn());
        model.put(
                "place",
                code.flatMap(found -> courses.course(found.course()).map(found.role()::in))
                        .orElse(null));
        context.render("course/join", model);
    }
}
