package gradus.result.gradebook;

import gradus.course.Course;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exam;
import gradus.exam.Exams;
import gradus.maths.Decimals;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gradebook's pages: the students of a course by its exams, and by the questions of one of them. */
public final class GradebookController {
    private static final int PAGE = 50;
    private static final int DECIMALS = 4;

    private final GradebookStore store;
    private final Exams exams;

    public GradebookController(Database database, Exams exams) {
        this.store = database.store(GradebookStore.class);
        this.exams = exams;
    }

    /**
     * A student's row.
     *
     * @param cells one a column
     * @param total in percent; empty for none
     */
    public record Line(Pupil pupil, List<ExamGrade> cells, String total) {}

    /** What a student has earned in a question; empty where there is nothing. */
    public record Cell(String score, boolean waits) {
        static final Cell NONE = new Cell("", false);
    }

    /** A student's row of one exam. */
    public record QuestionLine(Pupil pupil, ExamGrade grade, List<Cell> cells) {}

    /** {@code GET /courses/{course}/gradebook?sort=…&search=…&section=…&page=…}: students by exams. */
    public void exams(Context context) {
        Gradebook book = book(context);
        Listing listing = listing(context, book);
        List<Gradebook.Column> columns = book.columns(Language.of(context));
        List<Gradebook.Row> rows = book.rows(listing.pupils());
        Map<UUID, Double> totals = book.totals(rows);
        List<Line> lines = rows.stream()
                .map(row -> new Line(
                        row.pupil(),
                        columns.stream()
                                .map(column ->
                                        Objects.requireNonNull(row.grades().get(column.exam())))
                                .toList(),
                        CourseGradesController.text(totals.get(row.pupil().person()))))
                .toList();
        Map<String, Object> model = model(context, listing);
        model.put("columns", columns);
        model.put("lines", lines);
        model.put("hasTotal", book.scheme().hasTotal());
        context.render("gradebook/exams", model);
    }

    /** {@code GET /courses/{course}/exams/{exam}/gradebook}: students by the questions of an exam. */
    public void questions(Context context) {
        Gradebook book = book(context);
        Exam exam = book.exams().get(context.pathParam("exam"));
        if (exam == null) {
            throw Refusal.notFound();
        }
        Listing listing = listing(context, book);
        List<Gradebook.Row> rows = book.rows(listing.pupils());
        List<UUID> attempts = rows.stream()
                .map(row -> Objects.requireNonNull(row.grades().get(exam.id())).attempt())
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, Map<String, Cell>> earned = new HashMap<>();
        LinkedHashMap<String, BigDecimal> labels = new LinkedHashMap<>();
        exam.questions().forEach(entry -> labels.put(entry.label(), new BigDecimal(Decimals.text(entry.points()))));
        for (GradebookStore.Earned one :
                attempts.isEmpty() ? List.<GradebookStore.Earned>of() : store.earned(book.course(), attempts)) {
            labels.putIfAbsent(one.label(), one.points());
            earned.computeIfAbsent(one.attempt(), attempt -> new HashMap<>())
                    .put(one.label(), new Cell(plain(one.score()), one.waits()));
        }
        List<QuestionLine> lines = new ArrayList<>();
        for (Gradebook.Row row : rows) {
            ExamGrade grade = Objects.requireNonNull(row.grades().get(exam.id()));
            UUID attempt = grade.attempt();
            Map<String, Cell> own = attempt == null ? Map.of() : earned.getOrDefault(attempt, Map.of());
            lines.add(new QuestionLine(
                    row.pupil(),
                    grade,
                    labels.keySet().stream()
                            .map(label -> own.getOrDefault(label, Cell.NONE))
                            .toList()));
        }
        Map<String, Object> model = model(context, listing);
        model.put("exam", exam.id());
        model.put("examTitle", exam.title().in(Language.of(context)));
        model.put("points", Decimals.text(exam.points()));
        model.put("labels", labels.keySet());
        model.put("lines", lines);
        context.render("gradebook/questions", model);
    }

    static String plain(BigDecimal number) {
        BigDecimal shorter =
                number.setScale(DECIMALS, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0).toPlainString() : shorter.toPlainString();
    }

    private Gradebook book(Context context) {
        return Gradebook.of(Found.of(context, Standing.class).course().id(), exams, store);
    }

    /** One page of students as the address asks for it. */
    private record Listing(
            List<Pupil> pupils, Sorting sorting, String search, String section, long count, long page, long pages) {}

    private Listing listing(Context context, Gradebook book) {
        String search = said(context, "search").strip();
        String section = said(context, "section");
        Sorting sorting = Sorting.of(context.queryParam("sort"), book);
        String like =
                search.isEmpty() ? "" : "%" + search.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
        long count = store.count(book.course(), section, like);
        long pages = Math.max(1, (count + PAGE - 1) / PAGE);
        long page = Math.min(pages, page(context.queryParam("page")));
        String exam = sorting.exam() == null ? "" : sorting.exam();
        List<Pupil> pupils = store.page(
                book.course(), section, like, exam, sorting.sql(book.scheme().rule(exam)), (page - 1) * PAGE, PAGE);
        return new Listing(pupils, sorting, search, section, count, page, pages);
    }

    private static String said(Context context, String name) {
        String said = context.queryParam(name);
        return said == null ? "" : said;
    }

    private static long page(@Nullable String text) {
        try {
            return text == null ? 1 : Math.max(1, Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    private Map<String, Object> model(Context context, Listing listing) {
        Standing staff = Found.of(context, Standing.class);
        Course course = staff.course();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(Language.of(context)));
        model.put("teaches", staff.atLeast(Role.INSTRUCTOR));
        model.put("sections", store.sections(course.id()));
        model.put("search", listing.search());
        model.put("section", listing.section());
        model.put("sorting", listing.sorting());
        model.put(
                "sort",
                (listing.sorting().down() ? "-" : "") + listing.sorting().by());
        model.put("count", listing.count());
        model.put("page", listing.page());
        model.put("pages", listing.pages());
        return model;
    }
}
