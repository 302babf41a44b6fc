package gradus.course;

import de.siegmar.fastcsv.writer.CsvWriter;
import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A roster from a file: what it would change is shown first, line by line, and then done as a whole. */
public final class ImportController {
    private static final List<String> HEADS = List.of("number", "name", "section", "department", "year", "email");

    private final Database database;
    private final CourseStore courses;
    private final Clock clock;
    private final RosterListener listener;

    public ImportController(Database database, Clock clock, RosterListener listener) {
        this.database = database;
        this.courses = database.store(CourseStore.class);
        this.clock = clock;
        this.listener = listener;
    }

    /** {@code POST /courses/{course}/people/import}: what a file or a pasted table would change. */
    public void preview(Context context) throws IOException {
        Course course = Found.of(context, Standing.class).course();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(Language.of(context)));
        try {
            RosterImport found = compared(course.id(), RosterFile.read(content(context)));
            model.put("found", found);
            model.put("content", csv(found));
        } catch (RosterFile.Unreadable unreadable) {
            context.status(422);
            model.put("problem", unreadable.reason());
            model.put("table", context.formParam("table"));
        }
        context.render("course/import", model);
    }

    /** {@code POST /courses/{course}/people/import/confirmation}: does what was shown, in one go. */
    public void confirm(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String content = context.formParam("content");
        try {
            RosterFile file = RosterFile.text(content == null ? "" : content);
            boolean stored = false;
            for (int tried = 0; !stored && tried < 3; tried++) {
                RosterImport found = compared(course.id(), file);
                stored = database.insertOnce(CourseStore.class, inside -> apply(inside, course.id(), found));
            }
            if (!stored) {
                throw Refusal.conflict(Message.of("course.import-meanwhile"));
            }
        } catch (RosterFile.Unreadable unreadable) {
            throw Refusal.badRequest(unreadable.reason());
        }
        listener.changed(course.id());
        context.redirect("/courses/" + course.id() + "/people");
    }

    private void apply(CourseStore inside, String course, RosterImport found) {
        for (RosterImport.Row row : found.rows()) {
            UUID person = row.person();
            switch (row.change()) {
                case ADDED -> inside.addSeat(course, UUID.randomUUID(), row.particulars(), clock.instant());
                case CHANGED -> {
                    if (person != null) {
                        inside.describe(course, person, row.particulars());
                    }
                }
                case SAME, REFUSED -> {}
            }
        }
    }

    private RosterImport compared(String course, RosterFile file) throws RosterFile.Unreadable {
        return RosterImport.of(file, courses.members(course), courses.numbersOfErased(course));
    }

    private static byte[] content(Context context) throws IOException {
        UploadedFile file = context.isMultipart() ? context.uploadedFile("file") : null;
        if (file != null && file.size() > 0) {
            try (InputStream in = file.content()) {
                return in.readAllBytes();
            }
        }
        String pasted = context.formParam("table");
        return (pasted == null ? "" : pasted).getBytes(StandardCharsets.UTF_8);
    }

    /** The good lines as one plain table, to be sent back when they are confirmed. */
    private static String csv(RosterImport found) throws IOException {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADS);
        for (RosterImport.Row row : found.rows()) {
            Particulars said = row.particulars();
            if (row.change() != RosterImport.Change.REFUSED) {
                csv.writeRecord(List.of(
                        blank(said.studentNumber()),
                        blank(said.officialName()),
                        blank(said.section()),
                        blank(said.department()),
                        blank(said.studyYear()),
                        blank(said.email())));
            }
        }
        csv.close();
        return text.toString();
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
