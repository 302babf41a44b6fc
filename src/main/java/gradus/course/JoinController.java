package gradus.course;

import gradus.account.Viewer;
import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Language;
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

    public JoinController(Database database, Clock clock, RosterListener listener) {
        this.codes = new CourseCodes(database, clock);
        this.listener = listener;
        this.courses = database.store(CourseStore.class);
    }

    /** {@code GET /join?code=…}. */
    public void form(Context context) {
        show(context, Form.empty().with("code", context.queryParam("code")));
    }

    /** {@code POST /join}: uses the code up for who is signed in. */
    public void join(Context context) {
        Form form = Form.of(context, "code");
        Viewer viewer = Viewer.of(context);
        if (!viewer.signedIn()) {
            throw Refusal.signInFirst();
        }
        if (codes.find(form.text("code")).isEmpty()) {
            form.require(false, "code", Message.of("course.code-used"));
            show(context.status(422), form);
            return;
        }
        listener.changed(codes.use(form.text("code"), viewer.person()));
        context.redirect("/");
    }

    private void show(Context context, Form form) {
        Map<String, Object> model = new HashMap<>();
        Optional<CourseCodeStore.Code> code =
                form.text("code").isBlank() ? Optional.empty() : codes.find(form.text("code"));
        if (code.isEmpty() && !form.text("code").isBlank()) {
            form.require(false, "code", Message.of("course.code-used"));
        }
        model.put("form", form);
        model.put("signedIn", Viewer.of(context).signedIn());
        model.put("role", code.map(found -> found.role().word()).orElse(null));
        model.put(
                "course",
                code.flatMap(found -> courses.course(found.course()))
                        .map(course -> course.title(Language.of(context)))
                        .orElse(null));
        context.render("course/join", model);
    }
}
