package gradus.result.own;

import gradus.course.Course;
import gradus.course.Standing;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.PageZone;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instructor's page on which a course is given the day after which it forgets who its students were. */
public final class RetentionController {
    private final Retention retention;
    private final Clock clock;

    public RetentionController(Retention retention, Clock clock) {
        this.retention = retention;
        this.clock = clock;
    }

    /** {@code GET /courses/{course}/retention}. */
    public void show(Context context) {
        Instant until = retention.of(course(context).id()).keptUntil();
        String day =
                until == null ? "" : until.atZone(zone(context)).toLocalDate().toString();
        show(context, Form.empty().with("until", day).with("sure", ""));
    }

    private void show(Context context, Form form) {
        Course course = course(context);
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(Language.of(context)));
        model.put("kept", retention.of(course.id()));
        model.put("form", form);
        context.render("own/retention", model);
    }

    /** {@code POST /courses/{course}/retention}: sets the day, or none; it must be to come. */
    public void change(Context context) {
        Course course = course(context);
        Form form = Form.of(context, "until");
        Instant until = day(form, zone(context));
        form.require(until == null || until.isAfter(clock.instant()), "until", Message.of("own.day-past"));
        if (!form.isGood()) {
            show(context.status(422), form);
            return;
        }
        retention.keep(course.id(), until);
        context.redirect("/courses/" + course.id() + "/retention");
    }

    private static @Nullable Instant day(Form form, ZoneId zone) {
        String typed = form.text("until").strip();
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDate.parse(typed).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException noDay) {
            form.require(false, "until", Message.of("own.no-day"));
            return null;
        }
    }

    private static ZoneId zone(Context context) {
        return PageZone.of(context);
    }

    private static Course course(Context context) {
        return Found.of(context, Standing.class).course();
    }
}
