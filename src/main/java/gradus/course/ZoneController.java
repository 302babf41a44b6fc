package gradus.course;

import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Found;
import gradus.web.PageZone;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Optional;

/** The time zone of a course, in which all its times are shown. */
public final class ZoneController {
    private final Database database;

    public ZoneController(Database database) {
        this.database = database;
    }

    /** {@code POST /courses/{course}/zone}. */
    public void change(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        Optional<ZoneId> zone = Optional.ofNullable(context.formParam("zone")).flatMap(PageZone::named);
        if (zone.isEmpty()) {
            throw Refusal.badRequest(Message.of("course.no-zone"));
        }
        database.save(CourseStore.class).changeZone(course, zone.get().getId());
        context.redirect("/courses/" + course + "/exams");
    }
}
