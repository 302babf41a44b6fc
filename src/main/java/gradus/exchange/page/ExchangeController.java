package gradus.exchange.page;

import gradus.bank.Bank;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exchange.ExchangeReport;
import gradus.exchange.ForeignFileException;
import gradus.exchange.Import;
import gradus.exchange.QuestionExport;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.Text;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Looks at files of other programs before they become question files, and hands out questions for other programs. */
public final class ExchangeController {
    private static final long LARGEST_SEED = 1L << 31;
    private static final String REPORT = "report";

    private final Bank bank;
    private final Exams exams;

    public ExchangeController(Bank bank, Exams exams) {
        this.bank = bank;
        this.exams = exams;
    }

    /** A question of a report. */
    public record Row(String name, String kind, String outcome, String said, List<String> lost, String yaml) {}

    /** {@code GET /courses/{course}/question-import}: where to choose a file. */
    public void importForm(Context context) {
        Map<String, Object> model = model(context);
        model.put("pasted", "");
        context.render("exchange/import", model);
    }

    /** {@code POST /courses/{course}/question-import}: what would come of a file. */
    public void look(Context context) throws IOException {
        byte[] content = content(context);
        Map<String, Object> model = model(context);
        model.put("pasted", new String(content, StandardCharsets.UTF_8));
        try {
            Import made = Import.of(content);
            Map<String, String> texts = new LinkedHashMap<>();
            made.files().forEach(file -> texts.put(file.name(), file.yaml()));
            model.put("rows", rows(made.report(), texts, Language.of(context)));
            model.put("report", made.report());
            model.put("writable", !made.files().isEmpty());
        } catch (ForeignFileException unreadable) {
            context.status(422);
            model.put("problem", unreadable.reason().in(Language.of(context)));
        }
        context.render("exchange/import", model);
    }

    /** {@code POST /courses/{course}/question-import/files}: the question files with their pictures and the report, in an archive. */
    public void files(Context context) throws IOException {
        try {
            Import made = Import.of(content(context));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Map<String, byte[]> files = new TreeMap<>(); // two questions may show one picture
            for (Import.QuestionText file : made.files()) {
                files.put("questions/" + file.name(), file.yaml().getBytes(StandardCharsets.UTF_8));
                file.pictures().forEach((name, bytes) -> files.put("questions/" + name, bytes));
            }
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    add(zip, file.getKey(), file.getValue());
                }
                add(zip, "report.txt", made.report().text(Language.of(context)).getBytes(StandardCharsets.UTF_8));
            }
            send(context, "questions.zip", "application/zip", out.toByteArray());
        } catch (ForeignFileException unreadable) {
            throw Refusal.badRequest(unreadable.reason());
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static void send(Context context, String name, String mediaType, byte[] content) {
        context.contentType(mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(content);
    }

    private static byte[] content(Context context) throws IOException {
        UploadedFile file = context.isMultipart() ? context.uploadedFile("file") : null;
        if (file != null && file.size() > 0) {
            try (InputStream in = file.content()) {
                return in.readAllBytes();
            }
        }
        String pasted = context.formParam("pasted");
        return (pasted == null ? "" : pasted).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> model(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("course", course);
        model.put("courseTitle", course.title(Language.of(context)));
        return model;
    }

    private static List<Row> rows(ExchangeReport report, Map<String, String> texts, Locale language) {
        return report.items().stream()
                .map(item -> new Row(
                        item.name(),
                        item.kind(),
                        item.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        item.outcome().words().in(language),
                        item.lost().stream().map(lost -> lost.in(language)).toList(),
                        texts.getOrDefault(item.id() + ".yaml", "")))
                .toList();
    }

    /** {@code GET /courses/{course}/exams/{exam}/export/{format}}: the questions of an exam for another program, or what goes along. */
    public void ofExam(Context context) throws IOException {
        PublishedExam exam =
                exams.find(course(context), context.pathParam("exam")).orElseThrow(Refusal::notFound);
        answer(context, export(context, exam), exam.exam().id(), exam.exam().title(), "/exams#");
    }

    /** {@code GET /courses/{course}/questions/{question}/export/{format}?seed=…}: the same of one variant of a question. */
    public void ofQuestion(Context context) throws IOException {
        Question question =
                question(course(context), context.pathParam("question")).orElseThrow(Refusal::notFound);
        answer(context, export(context, question), question.id(), question.title(), "/questions/");
    }

    /** @param place where the id leads to in the course */
    private static void answer(Context context, QuestionExport export, String id, Text title, String place)
            throws IOException {
        String format = context.pathParam("format");
        if (format.equals(REPORT)) {
            show(context, export, title.in(Language.of(context)), place + id);
        } else {
            write(context, export, id, QuestionExport.Format.of(format).orElseThrow(Refusal::notFound));
        }
    }

    private static String course(Context context) {
        return Found.of(context, Standing.class).course().id();
    }

    private Optional<Question> question(String course, String id) {
        return bank.current(course, id).map(current -> bank.question(course, current.revision()));
    }

    private QuestionExport export(Context context, PublishedExam exam) {
        String course = course(context);
        try {
            return QuestionExport.of(
                    exam.exam(),
                    id -> question(course, id),
                    name -> bank.picture(course, name),
                    Language.of(context),
                    seed(context),
                    1);
        } catch (DrawException nothing) {
            throw Refusal.conflict(nothing.problem());
        }
    }

    private QuestionExport export(Context context, Question question) {
        String course = course(context);
        try {
            return QuestionExport.of(
                    question, name -> bank.picture(course, name), Language.of(context), seed(context), 1);
        } catch (DrawException nothing) {
            throw Refusal.conflict(nothing.problem());
        }
    }

    private static long seed(Context context) {
        String typed = context.queryParam("seed");
        return typed != null && typed.matches("\\d{1,10}") ? Long.parseLong(typed) % LARGEST_SEED : 0;
    }

    /** A file that is offered, with its report. */
    public record Offer(String format, List<Row> rows, ExchangeReport report) {}

    private static void show(Context context, QuestionExport export, String title, String place) throws IOException {
        Map<String, Object> model = model(context);
        model.put("title", title);
        model.put("from", "/courses/" + course(context) + place);
        model.put("url", context.path().substring(0, context.path().length() - REPORT.length() - 1));
        model.put("seed", seed(context));
        model.put(
                "offers",
                List.of(
                        offer(context, export, QuestionExport.Format.MOODLE_XML, "moodle-xml"),
                        offer(context, export, QuestionExport.Format.QTI, "qti")));
        context.render("exchange/export", model);
    }

    private static Offer offer(Context context, QuestionExport export, QuestionExport.Format format, String word)
            throws IOException {
        ExchangeReport report = export.write(format, OutputStream.nullOutputStream());
        return new Offer(word, rows(report, Map.of(), Language.of(context)), report);
    }

    private static void write(Context context, QuestionExport export, String id, QuestionExport.Format format)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(format, out);
        send(context, format.fileName(id), format.mediaType(), out.toByteArray());
    }
}
