package gradus.result;

import gradus.course.Course;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exam.WaitingWork;
import gradus.maths.Decimals;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The graders' list of an exam's attempts, and its results as files. */
public final class ResultsController {
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 100;

    private final ResultStore store;
    private final Exams exams;
    private final Database database;
    private final WaitingWork waiting;

    public ResultsController(Database database, Exams exams, WaitingWork waiting) {
        this.store = database.store(ResultStore.class);
        this.database = database;
        this.waiting = waiting;
        this.exams = exams;
    }

    /**
     * A row of the list.
     *
     * @param waiting the points that wait for a person; empty for none
     * @param standing as what it enters the results
     */
    public record Row(
            UUID id,
            String name,
            String student,
            int number,
            Instant started,
            @Nullable Instant submitted,
            String score,
            String points,
            String waiting,
            String standing) {}

    /** {@code GET /courses/{course}/exams/{exam}/attempts?search=…&sort=…&page=…}. */
    public void list(Context context) {
        PublishedExam offered = exam(context);
        Standing staff = Found.of(context, Standing.class);
        Course course = staff.course();
        String exam = offered.exam().id();
        String search = search(context.queryParam("search"));
        AttemptOrder order = AttemptOrder.of(context.queryParam("sort"));
        String like = "%" + search.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        long count = search.isEmpty() ? store.count(course.id(), exam) : store.count(course.id(), exam, like);
        long pages = Math.max(1, (count + PAGE - 1) / PAGE);
        long page = Math.min(pages, page(context.queryParam("page")));
        List<UUID> ids = store.page(
                course.id(),
                exam,
                like,
                order.joins(!search.isEmpty()),
                search.isEmpty() ? "" : ResultStore.FOUND,
                order.sql(),
                (page - 1) * PAGE,
                PAGE);
        List<Row> rows = ids.isEmpty()
                ? List.of()
                : store.rows(course.id(), ids).stream()
                        .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
                        .map(row -> row(offered, row))
                        .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("courseTitle", course.title(Language.of(context)));
        model.put("exam", exam);
        model.put("teaches", staff.atLeast(Role.INSTRUCTOR));
        model.put("title", offered.exam().title().in(Language.of(context)));
        model.put("practice", offered.exam().policy().isPractice());
        model.put("attempts", rows);
        model.put("count", count);
        model.put("page", page);
        model.put("pages", pages);
        model.put("search", search);
        model.put("order", order);
        model.put("waiting", waiting.in(offered));
        context.render("result/attempts", model);
    }

    private static Row row(PublishedExam offered, AttemptRow row) {
        BigFraction points = row.points();
        BigFraction graded = row.graded();
        String waiting =
                points == null || graded == null || points.equals(graded) ? "" : Decimals.text(points.subtract(graded));
        return new Row(
                row.id(),
                row.name(),
                row.studentNumber() != null ? row.studentNumber() : row.login() != null ? row.login() : "",
                row.number(),
                row.started(),
                row.submitted(),
                row.score() == null ? "" : offered.exam().policy().shown(row.score()),
                points == null ? "" : Decimals.text(points),
                waiting,
                row.standing().toLowerCase(Locale.ROOT));
    }

    private static String search(@Nullable String text) {
        String words = text == null ? "" : text.strip();
        return words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
    }

    private static long page(@Nullable String text) {
        try {
            return text == null ? 1 : Math.max(1, Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    /**
     * {@code GET /courses/{course}/exams/{exam}/results.csv?rows=attempts|responses|students}, without a byte order mark
     * where {@code for=programs}; {@code for=canvas|moodle|blackboard}: the file that this learning platform imports.
     */
    public void csv(Context context) throws IOException {
        String audience = context.queryParamAsClass("for", String.class).getOrDefault("");
        download(
                context,
                switch (audience) {
                    case "" -> Export.Format.CSV;
                    case "programs" -> Export.Format.PLAIN;
                    case "canvas" -> Export.Format.CANVAS;
                    case "moodle" -> Export.Format.MOODLE;
                    case "blackboard" -> Export.Format.BLACKBOARD;
                    default -> throw Refusal.notFound();
                });
    }

    /** {@code GET /courses/{course}/exams/{exam}/results.jsonl?rows=attempts|responses|students}. */
    public void jsonLines(Context context) throws IOException {
        download(context, Export.Format.JSON);
    }

    /** {@code GET /courses/{course}/exams/{exam}/results.xlsx?rows=attempts|responses|students}; all without rows. */
    public void xlsx(Context context) throws IOException {
        download(context, Export.Format.XLSX);
    }

    private void download(Context context, Export.Format format) throws IOException {
        PublishedExam offered = exam(context);
        String exam = offered.exam().id();
        Export.Rows rows = rows(context.queryParam("rows"), format);
        context.contentType(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + format.fileName(exam, rows) + "\"");
        new Export(database, Language.of(context)).write(offered.course(), exam, rows, format, context.outputStream());
    }

    private static Export.@Nullable Rows rows(@Nullable String word, Export.Format format) {
        for (Export.Rows rows : Export.Rows.values()) {
            if (rows.name().toLowerCase(Locale.ROOT).equals(word)) {
                return rows;
            }
        }
        if (word != null) {
            throw Refusal.notFound();
        }
        return format == Export.Format.XLSX ? null : Export.Rows.ATTEMPTS;
    }

    private PublishedExam exam(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        return exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }
}
