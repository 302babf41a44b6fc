package gradus.course;

import gradus.database.Database;
import gradus.web.Found;
import gradus.web.PageZone;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Optional;

/** The time zone of a course, in which all its times are shown. */
public final class ZoneController {
    private final Database database;

    public ZoneController(Database database) {
        this.database = database;
    }

    /** {@code POST /courses/{course}/zone}; the page of the exams, where the zone stands, says of one that is none. */
    public void change(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        Optional<ZoneId> zone = Optional.ofNullable(context.formParam("zone")).flatMap(PageZone::named);
        zone.ifPresent(named -> database.save(CourseStore.class).changeZone(course, named.getId()));
        context.redirect("/courses/" + course + "/exams" + (zone.isPresent() ? "" : "?zone=unknown"));
    }
}
