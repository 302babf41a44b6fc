package gradus.author;

import gradus.account.Viewer;
import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.BankFile;
import gradus.bank.CleanPicture;
import gradus.bank.CurrentRevision;
import gradus.bank.KeptPictures;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.exam.ExamFile;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.message.Words;
import gradus.question.Problem;
import gradus.question.QuestionException;
import gradus.question.file.CourseFunctions;
import gradus.question.file.QuestionFile;
import gradus.web.Found;
import gradus.web.Language;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of a course as an archive, out and in. What comes in is saved as texts that nobody is asked until published. */
public final class ArchiveController {
    private final Writings writings;
    private final Bank bank;
    private final Exams exams;

    public ArchiveController(Writings writings, Bank bank, Exams exams) {
        this.writings = writings;
        this.bank = bank;
        this.exams = exams;
    }

    /** What came of a file of an archive. */
    public record Row(
            String path,
            String outcome,
            Words said,
            @Nullable String url) {}

    /** {@code GET /courses/{course}/files}. */
    public void show(Context context) {
        render(context, List.of(), null);
    }

    private static void render(Context context, List<Row> rows, @Nullable Message problem) {
        Course course = Found.of(context, Standing.class).course();
        Locale language = Language.of(context);
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(language));
        model.put("rows", rows);
        model.put("problem", problem == null ? null : problem.in(language));
        context.render("author/files", model);
    }

    /** {@code GET /courses/{course}/files/archive}: the last text of every question and exam, and the pictures they show. */
    public void download(Context context) throws IOException {
        String course = Found.of(context, Standing.class).course().id();
        Map<String, byte[]> files = new TreeMap<>();
        for (String id : ids(Kind.QUESTION, course)) {
            String text = text(Kind.QUESTION, course, id);
            files.put("questions/" + id + ".yaml", bytes(CourseFunctions.question(text)));
            CourseFunctions.functions(text).ifPresent(functions -> files.put(CourseFunctions.FILE, bytes(functions)));
            for (String picture : KeptPictures.shownIn(text)) {
                bank.picture(course, picture).ifPresent(content -> files.put("questions/" + picture, content));
            }
        }
        for (String id : ids(Kind.EXAM, course)) {
            files.put(id + ".yaml", bytes(text(Kind.EXAM, course, id)));
        }
        context.contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + course + ".zip\"")
                .result(CourseArchive.written(files));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Set<String> ids(Kind kind, String course) {
        Set<String> ids = new TreeSet<>(writings.saved(kind, course).keySet());
        if (kind == Kind.QUESTION) {
            bank.questions(course).stream().map(CurrentRevision::id).forEach(ids::add);
        } else {
            exams.of(course).stream().map(PublishedExam::exam).forEach(exam -> ids.add(exam.id()));
        }
        return ids;
    }

    private String text(Kind kind, String course, String id) {
        return writings.text(course, writings.last(kind, course, id).orElseThrow());
    }

    /** {@code POST /courses/{course}/file-import}: saves the texts of an archive and says what came of each. */
    public void upload(Context context) throws IOException {
        String course = Found.of(context, Standing.class).course().id();
        UploadedFile file = context.isMultipart() ? context.uploadedFile("file") : null;
        if (file == null || file.size() == 0) {
            render(context.status(422), List.of(), Message.of("author.archive-none"));
            return;
        }
        try (InputStream content = file.content()) {
            CourseArchive archive = CourseArchive.read(content);
            render(context, taken(course, archive, Viewer.of(context).person()), null);
        } catch (CourseArchive.Unfit unfit) {
            render(context.status(422), List.of(), unfit.reason());
        }
    }

    private List<Row> taken(String course, CourseArchive archive, UUID by) {
        List<Row> rows = new ArrayList<>();
        Optional<String> functions = Optional.ofNullable(archive.texts().get(CourseFunctions.FILE));
        archive.texts().forEach((path, text) -> {
            BankFile file = new BankFile(course, path, text);
            if (path.equals(CourseFunctions.FILE)) {
                rows.add(functions(path, text));
            } else if (file.isQuestion()) {
                rows.add(question(
                        file,
                        functions
                                .map(known -> CourseFunctions.joined(text, known))
                                .orElse(text),
                        by));
            } else {
                rows.add(exam(file, by));
            }
        });
        archive.pictures().forEach((name, content) -> rows.add(picture(course, name, content)));
        archive.refused().forEach((name, why) -> rows.add(new Row(name, "refused", why, null)));
        return rows;
    }

    /** A picture never takes the place of another: questions that students are asked may show it. */
    private Row picture(String course, String name, byte[] content) {
        String path = "questions/" + name;
        KeptPictures kept = bank.pictures();
        try {
            if (kept.is(course, name, content).orElse(false)) {
                return new Row(path, "same", Message.of("author.archive-same"), null);
            }
            CleanPicture clean = CleanPicture.of(content);
            String ending = name.substring(name.lastIndexOf('.') + 1).replace("jpeg", "jpg");
            if (!ending.equals(clean.ending())) {
                return new Row(path, "refused", Message.of("author.archive-picture-named", clean.ending()), null);
            }
            Optional<Boolean> same = kept.is(course, name, clean.content());
            if (same.isEmpty()) {
                kept.keep(course, name, clean.content());
                return new Row(path, "kept", Message.of("author.archive-picture"), null);
            }
            return same.get()
                    ? new Row(path, "same", Message.of("author.archive-same"), null)
                    : new Row(path, "refused", Message.of("author.archive-picture-other"), null);
        } catch (CleanPicture.Unfit unfit) {
            return new Row(path, "refused", unfit.reason(), null);
        }
    }

    private static Row functions(String path, String text) {
        List<Problem> problems = CourseFunctions.problems(text, path);
        return problems.isEmpty()
                ? new Row(path, "kept", Message.of("author.archive-functions"), null)
                : refused(path, problems);
    }

    private Row question(BankFile file, String text, UUID by) {
        try {
            String id = QuestionFile.read(text, file.name()).id();
            return saved(Kind.QUESTION, file, id, text, by);
        } catch (QuestionException broken) {
            return refused(file.path(), broken.problems());
        }
    }

    private Row exam(BankFile file, UUID by) {
        try {
            String id = ExamFile.read(file.content(), file.name()).id();
            return saved(Kind.EXAM, file, id, file.content(), by);
        } catch (QuestionException broken) {
            return refused(file.path(), broken.problems());
        }
    }

    private static Row refused(String path, List<Problem> problems) {
        return new Row(
                path,
                "refused",
                language -> CheckedExam.said(problems, language).get(0),
                null);
    }

    private Row saved(Kind kind, BankFile file, String id, String text, UUID by) {
        String url = "/courses/" + file.course() + "/" + kind.word() + "s/" + id + "/text";
        boolean stored = false;
        boolean changes = true;
        while (!stored) {
            Optional<Writing> last = writings.last(kind, file.course(), id);
            changes = last.filter(before -> writings.text(file.course(), before).equals(text))
                    .isEmpty();
            // what somebody saves meanwhile stays in the history, under this one
            stored = writings.save(
                    kind, file.course(), id, text, last.map(Writing::seq).orElse(0L), by);
        }
        return new Row(
                file.path(),
                changes ? "kept" : "same",
                Message.of(changes ? "author.archive-kept" : "author.archive-same"),
                url);
    }
}
