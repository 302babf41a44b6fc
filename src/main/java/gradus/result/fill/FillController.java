package gradus.result.fill;

import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exam.WaitingWork;
import gradus.result.Export;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that takes a learning platform's own file and gives it back with an exam's scores in it. */
public final class FillController {
    private final Database database;
    private final Exams exams;
    private final WaitingWork waiting;

    public FillController(Database database, Exams exams, WaitingWork waiting) {
        this.database = database;
        this.exams = exams;
        this.waiting = waiting;
    }

    /** {@code GET /courses/{course}/exams/{exam}/platform-import}. */
    public void form(Context context) {
        show(context, exam(context), Form.empty().with("column", ""), null);
    }

    /** {@code POST /courses/{course}/exams/{exam}/platform-import}: the filled file, or a report of what would be in it. */
    public void fill(Context context) throws IOException {
        PublishedExam offered = exam(context);
        Form form = Form.of(context, "column");
        UploadedFile file = context.isMultipart() ? context.uploadedFile("file") : null;
        try {
            FilledFile filled = filled(context, offered, file, form.text("column"));
            if ("report".equals(context.formParam("what"))) {
                show(context, offered, form, filled);
                return;
            }
            String name = Optional.ofNullable(file).map(UploadedFile::filename).orElse("grades.csv");
            context.contentType(filled.mediaType())
                    .header(
                            "Content-Disposition",
                            "attachment; filename*=UTF-8''"
                                    + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                            .replace("+", "%20"))
                    .result(filled.content());
        } catch (FilledFile.Unfillable unfit) {
            form.require(false, "file", unfit.reason());
            show(context.status(422), offered, form, null);
        }
    }

    private FilledFile filled(Context context, PublishedExam offered, @Nullable UploadedFile file, String column)
            throws IOException, FilledFile.Unfillable {
        byte[] content = new byte[0];
        if (file != null) {
            try (InputStream in = file.content()) {
                content = in.readAllBytes();
            }
        }
        Export export = new Export(database, Language.of(context));
        return FilledFile.fill(
                content,
                column,
                export.names(offered.course(), offered.exam().id()),
                export.grades(offered.course(), offered.exam().id()));
    }

    private void show(Context context, PublishedExam offered, Form form, @Nullable FilledFile filled) {
        Map<String, Object> model = new HashMap<>();
        model.put("course", Found.of(context, Standing.class).course());
        model.put("exam", offered.exam().id());
        model.put("title", offered.exam().title().in(Language.of(context)));
        model.put("form", form);
        model.put("filled", filled);
        model.put("waiting", waiting.in(offered));
        context.render("fill/fill", model);
    }

    private PublishedExam exam(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        return exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }
}
