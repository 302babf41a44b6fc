package gradus.result;

import gradus.bank.Bank;
import gradus.bank.QuestionTitles;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.database.Background;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of an exam's statistics. */
public final class StatisticsController {
    private static final int BARS = 10;
    private static final String SECONDS_TO_LOOK_AGAIN = "3";

    private final Database database;
    private final KnownStatistics known;
    private final Exams exams;
    private final QuestionTitles questions;

    public StatisticsController(Database database, Bank bank, Exams exams, Background background, Clock clock) {
        this.database = database;
        this.questions = new QuestionTitles(bank);
        this.known = new KnownStatistics(database, background, clock);
        this.exams = exams;
    }

    /** A row of the table of questions; the cells in the order of its head, empty where undefined. */
    public record Row(String label, List<String> cells) {}

    /**
     * A bar of the histogram of totals.
     *
     * @param from the least share of the points in it, in percent
     * @param height in units of the picture, of 100
     */
    public record Bar(int from, int to, int attempts, int x, int y, int height) {}

    /** {@code GET /courses/{course}/exams/{exam}/statistics}. */
    public void show(Context context) {
        Course course = Found.of(context, Standing.class).course();
        PublishedExam exam = exams.find(course.id(), context.pathParam("exam")).orElseThrow(Refusal::notFound);
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("courseTitle", course.title(Language.of(context)));
        model.put("title", exam.exam().title().in(Language.of(context)));
        model.put("url", context.path());
        StatisticsNames names = new StatisticsNames(exam, questions, Language.of(context));
        model.put("names", names);
        model.put("math", true);
        Optional<KnownStatistics.Shown> shown =
                known.of(course.id(), exam.exam().id());
        if (shown.isEmpty()) {
            context.header("Refresh", SECONDS_TO_LOOK_AGAIN).render("result/counting", model);
            return;
        }
        figures(shown.get(), names, model);
        look(context, course, exam.exam().id(), model);
        context.render("result/statistics", model);
    }

    private static void figures(KnownStatistics.Shown shown, StatisticsNames names, Map<String, Object> model) {
        ExamStatistics statistics = shown.statistics();
        ExamDetails details = shown.details().inOrder(names::place);
        model.put("counted", shown.newest() ? null : shown.when());
        model.put("statistics", statistics);
        model.put("figures", figures(statistics));
        model.put("rows", rows(statistics));
        model.put("bars", bars(statistics));
        model.put("details", details);
        model.put("plots", StatisticsPlots.of(statistics, details));
        Function<Double, String> share = StatisticsPlots::percent;
        BiFunction<ExamDetails.MistakeBySection, Map.Entry<String, Long>, String> met = StatisticsPlots::ofSection;
        model.put("share", share);
        model.put("met", met);
    }

    /** What is looked up on request: who met a mistake, and which answers were right for somebody else. */
    private void look(Context context, Course course, String exam, Map<String, Object> model) {
        String label = context.queryParam("label");
        String question = context.queryParam("question");
        String part = context.queryParam("part");
        String mistake = context.queryParam("mistake");
        boolean asked = label != null && question != null && part != null && mistake != null;
        model.put("whoLabel", label);
        model.put("whoMistake", mistake);
        model.put(
                "who",
                asked
                        ? database.store(DetailStore.class).who(course.id(), exam, label, question, part, mistake)
                        : null);
        model.put(
                "alike",
                "yes".equals(context.queryParam("alike")) ? AlikeAnswer.of(database, course.id(), exam) : null);
    }

    private static Map<String, String> figures(ExamStatistics statistics) {
        ScoreStatistics.OfExam exam = statistics.figures().exam();
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("mean", number(exam.mean()));
        figures.put("median", number(exam.median()));
        figures.put("sd", number(exam.sd()));
        figures.put("skewness", number(exam.skewness()));
        figures.put("kurtosis", number(exam.kurtosis()));
        figures.put("cic", percent(exam.cic()));
        figures.put("error-ratio", percent(exam.errorRatio()));
        figures.put("standard-error", number(exam.standardError()));
        return figures;
    }

    private static List<Row> rows(ExamStatistics statistics) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < statistics.labels().size(); i++) {
            ScoreStatistics.OfQuestion question =
                    statistics.figures().questions().get(i);
            Double facility = question.facility();
            rows.add(new Row(
                    statistics.labels().get(i),
                    List.of(
                            percent(facility == null ? null : 100 * facility),
                            number(question.sd()),
                            percent(question.intendedWeight()),
                            percent(question.effectiveWeight()),
                            percent(question.discriminationIndex()),
                            percent(question.discriminativeEfficiency()))));
        }
        return rows;
    }

    private static List<Bar> bars(ExamStatistics statistics) {
        int[] counts = new int[BARS];
        for (double total : statistics.totals()) {
            double share = statistics.points() == 0 ? 0 : total / statistics.points();
            counts[Math.min(BARS - 1, (int) Math.floor(share * BARS))]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < BARS; i++) {
            int height = Math.round(100f * counts[i] / most);
            bars.add(new Bar(100 * i / BARS, 100 * (i + 1) / BARS, counts[i], 10 + 40 * i, 120 - height, height));
        }
        return bars;
    }

    private static String percent(@Nullable Double value) {
        return value == null ? "" : number(value) + "%";
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(4, RoundingMode.HALF_UP));
        return rounded.scale() > 3
                ? rounded.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
                : rounded.stripTrailingZeros().toPlainString();
    }
}
