package gradus.result.gradebook;

import gradus.account.Viewer;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import gradus.result.CsvRows;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The instructor's pages of a course's grades: how they are made, who has which, a list to post, and a file. */
public final class CourseGradesController {
    private static final int LONGEST_EXPRESSION = 500;
    private static final int LONGEST_LETTER = 5;
    private static final double HUNDRED = 100;

    private final Database database;
    private final GradebookStore store;
    private final ReleaseStore releases;
    private final Exams exams;
    private final Clock clock;

    public CourseGradesController(Database database, Exams exams, Clock clock) {
        this.database = database;
        this.store = database.store(GradebookStore.class);
        this.releases = database.store(ReleaseStore.class);
        this.exams = exams;
        this.clock = clock;
    }

    /**
     * A student's grade.
     *
     * @param rank from 1, the same for the same total; empty for none
     * @param total empty for none
     * @param atBorder whether the letter changes right beside it
     */
    public record Line(Pupil pupil, String rank, String total, String letter, boolean atBorder) {}

    /** {@code GET /courses/{course}/grades}: how grades are made, and the grades; {@code ?posted=yes}: a list to post. */
    public void show(Context context) {
        if (context.queryParam("posted") != null) {
            posted(context);
        } else {
            Gradebook book = book(context);
            show(context, book, form(book));
        }
    }

    private static Form form(Gradebook book) {
        GradingScheme scheme = book.scheme();
        Form form = Form.empty()
                .with("expression", scheme.expression())
                .with("cuts", scheme.cutLines())
                .with("scale", scheme.quota() ? "quota" : "cuts");
        for (Gradebook.Column exam : book.all(java.util.Locale.ENGLISH)) {
            form.with("weight-" + exam.exam(), scheme.weight(exam.exam()));
            form.with("attempt-" + exam.exam(), scheme.rule(exam.exam()).word());
        }
        return form;
    }

    private void show(Context context, Gradebook book, Form form) {
        Map<String, Object> model = model(context);
        model.put("exams", book.all(Language.of(context)));
        model.put(
                "rules",
                Arrays.stream(AttemptRule.values()).map(AttemptRule::word).toList());
        model.put("form", form);
        model.put("lines", lines(book));
        model.put("hasTotal", book.scheme().hasTotal());
        model.put("quota", book.scheme().quota());
        releases.last(book.course()).filter(ReleaseStore.Told::tells).ifPresent(told -> {
            Set<ReleaseStore.Given> then = Set.copyOf(releases.given(book.course(), told.seq()));
            model.put("told", told.said());
            model.put(
                    "changed",
                    ReleasedGradesController.grades(book).stream()
                            .filter(now -> !then.contains(now))
                            .count());
        });
        context.render("gradebook/grades", model);
    }

    private static List<Line> lines(Gradebook book) {
        List<Gradebook.Row> rows = book.everybody();
        Map<UUID, Double> totals = book.totals(rows);
        LetterGrades letters = LetterGrades.of(book.scheme(), totals);
        List<Double> ranked =
                totals.values().stream().sorted(Collections.reverseOrder()).toList();
        return rows.stream()
                .map(Gradebook.Row::pupil)
                .sorted(Comparator.comparing(pupil -> -totals.getOrDefault(pupil.person(), Double.NEGATIVE_INFINITY)))
                .map(pupil -> {
                    Double total = totals.get(pupil.person());
                    return new Line(
                            pupil,
                            total == null ? "" : String.valueOf(above(ranked, total) + 1),
                            text(total),
                            letters.of().getOrDefault(pupil.person(), ""),
                            letters.atBorder().contains(pupil.person()));
                })
                .toList();
    }

    /** How many totals are greater; the list falls. */
    private static int above(List<Double> ranked, double total) {
        int low = 0;
        int high = ranked.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranked.get(middle) > total + 1e-9) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A total as pages show it. */
    static String text(@Nullable Double total) {
        return total == null
                ? ""
                : GradebookController.plain(BigDecimal.valueOf(Math.round(total * HUNDRED) / HUNDRED));
    }

    /** {@code POST /courses/{course}/grades}: says how they are made from now on; no score of an exam changes. */
    public void change(Context context) {
        Gradebook book = book(context);
        List<String> fields = new ArrayList<>(List.of("expression", "cuts", "scale"));
        book.exams().keySet().forEach(exam -> fields.addAll(List.of("weight-" + exam, "attempt-" + exam)));
        Form form = Form.of(context, fields.toArray(String[]::new));
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        Map<String, AttemptRule> rules = new LinkedHashMap<>();
        for (String exam : book.exams().keySet()) {
            weight(form, exam).ifPresent(weight -> weights.put(exam, weight));
            rules.put(exam, AttemptRule.of(form.text("attempt-" + exam)));
        }
        boolean quota = form.text("scale").equals("quota");
        GradingScheme scheme =
                new GradingScheme(weights, rules, form.text("expression").strip(), quota, cuts(form, quota));
        form.require(
                scheme.expression().length() <= LONGEST_EXPRESSION,
                "expression",
                Message.of("account.too-long", LONGEST_EXPRESSION));
        try {
            new CourseTotal(scheme, List.copyOf(book.exams().keySet()));
        } catch (ExpressionException unreadable) {
            form.require(false, "expression", unreadable.problem());
        }
        if (!form.isGood()) {
            show(context.status(422), book, form);
            return;
        }
        UUID by = Viewer.of(context).person();
        database.insertNext(
                GradebookStore.class,
                inside -> inside.addGrading(
                        book.course(), inside.lastGrading(book.course()) + 1, scheme.json(), clock.instant(), by));
        context.redirect("/courses/" + book.course() + "/grades");
    }

    private static java.util.Optional<BigDecimal> weight(Form form, String exam) {
        String typed = form.text("weight-" + exam).strip();
        if (typed.isEmpty()) {
            return java.util.Optional.empty();
        }
        try {
            BigDecimal weight = new BigDecimal(typed);
            if (weight.signum() >= 0 && weight.precision() <= 9 && Math.abs(weight.scale()) <= 4) {
                return weight.signum() == 0 ? java.util.Optional.empty() : java.util.Optional.of(weight);
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        form.require(false, "weight-" + exam, Message.of("gradebook.no-weight"));
        return java.util.Optional.empty();
    }

    private static List<GradeCut> cuts(Form form, boolean quota) {
        List<GradeCut> cuts = new ArrayList<>();
        for (String line : form.text("cuts").lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            String[] words = line.split("\\s+");
            boolean good = words.length == 2
                    && words[0].length() <= LONGEST_LETTER
                    && words[1].matches("\\d{1,3}(\\.\\d{1,4})?%?");
            form.require(good, "cuts", Message.of("gradebook.no-cut", line));
            if (good) {
                cuts.add(new GradeCut(words[0], new BigDecimal(words[1].replace("%", ""))));
            }
        }
        for (int i = 1; !quota && i < cuts.size(); i++) {
            form.require(
                    cuts.get(i).from().compareTo(cuts.get(i - 1).from()) < 0,
                    "cuts",
                    Message.of("gradebook.cuts-fall", cuts.get(i).letter()));
        }
        BigDecimal sum = cuts.stream().map(GradeCut::from).reduce(BigDecimal.ZERO, BigDecimal::add);
        form.require(!quota || sum.compareTo(BigDecimal.valueOf(100)) <= 0, "cuts", Message.of("gradebook.quota-over"));
        return cuts;
    }

    /** Ends of student numbers with letters, in the order of the numbers, which says nothing of ranks. */
    private void posted(Context context) {
        List<Line> lines = lines(book(context)).stream()
                .filter(line ->
                        line.pupil().studentNumber() != null && !line.letter().isEmpty())
                .sorted(Comparator.comparing(line -> line.pupil().masked()))
                .toList();
        Map<String, Object> model = model(context);
        model.put("lines", lines);
        context.render("gradebook/posted", model);
    }

    /** {@code GET /courses/{course}/grades.csv}: all grades with the exams' scores as a file. */
    public void csv(Context context) throws IOException {
        Gradebook book = book(context);
        List<Gradebook.Column> columns = book.columns(Language.of(context));
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + book.course() + "-grades.csv\"");
        CsvRows csv = CsvRows.forSpreadsheets(context.outputStream());
        List<String> head = new ArrayList<>(List.of("student_number", "name", "section", "login"));
        columns.forEach(column -> head.add(column.exam()));
        head.addAll(List.of("total", "rank", "letter"));
        csv.table("grades", head);
        Map<UUID, Gradebook.Row> rows = Gradebook.byPerson(book.everybody());
        for (Line line : lines(book)) {
            Gradebook.Row row = rows.get(line.pupil().person());
            List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                    line.pupil().studentNumber(),
                    line.pupil().name(),
                    line.pupil().section(),
                    line.pupil().login()));
            for (Gradebook.Column column : columns) {
                ExamGrade grade = row == null ? null : row.grades().get(column.exam());
                cells.add(grade == null ? null : grade.score() == null ? word(grade) : new BigDecimal(grade.text()));
            }
            cells.add(line.total().isEmpty() ? null : new BigDecimal(line.total()));
            cells.add(line.rank().isEmpty() ? null : new BigDecimal(line.rank()));
            cells.add(line.letter());
            csv.row(cells);
        }
        csv.end();
    }

    private static @Nullable String word(ExamGrade grade) {
        return grade.state().equals("none") ? null : grade.state();
    }

    private Gradebook book(Context context) {
        return Gradebook.of(Found.of(context, Standing.class).course().id(), exams, store);
    }

    private static Map<String, Object> model(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(Language.of(context)));
        return model;
    }
}
