package gradus.author;

import gradus.account.Viewer;
import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.Attempt;
import gradus.attempt.OwnAttempts;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sheet;
import gradus.attempt.Sitting;
import gradus.bank.Bank;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Faults in questions, reported by who answers them from where the question stands, and the list in which authors find them. */
public final class ReportController {
    private static final int LONGEST = 2_000;
    private static final int MOST = 20;

    private final Database database;
    private final ReportStore store;
    private final Bank bank;
    private final OwnAttempts own;
    private final Clock clock;

    public ReportController(Database database, Bank bank, OwnAttempts own, Clock clock) {
        this.database = database;
        this.bank = bank;
        this.store = database.store(ReportStore.class);
        this.own = own;
        this.clock = clock;
    }

    /** {@code POST /attempts/{attempt}/reports}: what is wrong with a question, with what stands in its fields. */
    public void report(Context context) {
        Attempt attempt = Found.of(context, Attempt.class);
        String said = Form.of(context, "report").text("report").strip();
        if (said.length() > LONGEST) {
            throw Refusal.badRequest(Message.of("author.report-empty", LONGEST));
        }
        Sitting sitting = own.sitting(attempt);
        Place place = Place.of(context.formParam("position"), context.formParam("variant"));
        QuestionInAttempt asked = sitting.at(place);
        if (said.isEmpty()) {
            context.redirect(sitting.url(place.position()) + "?reported=nothing");
            return;
        }
        if (store.ofAttempt(attempt.course(), attempt.id()) >= MOST) {
            throw Refusal.of(429, Message.of("author.report-many"));
        }
        Map<String, String> typed =
                Sheet.of(context::formParams).texts(asked.question().parts());
        StringBuilder response = new StringBuilder();
        for (Part part : asked.question().parts()) {
            response.append(part.id())
                    .append(": ")
                    .append(typed.getOrDefault(part.id(), asked.text(part)))
                    .append('\n');
        }
        database.save(ReportStore.class)
                .add(
                        attempt.course(),
                        UUID.randomUUID(),
                        attempt.id(),
                        place.position(),
                        place.variant(),
                        response.toString(),
                        said,
                        clock.instant());
        context.redirect(sitting.url(place.position()) + "?reported=true");
    }

    /** A report with the title of its question. */
    public record Line(FaultReport report, String title) {}

    /** {@code GET /courses/{course}/reports}. */
    public void list(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Locale language = Language.of(context);
        context.render(
                "author/reports",
                Map.of(
                        "course",
                        course,
                        "title",
                        course.title(language),
                        "reports",
                        store.all(course.id()).stream()
                                .map(report -> new Line(
                                        report,
                                        bank.question(course.id(), report.revision())
                                                .title()
                                                .in(language)))
                                .toList()));
    }

    /** {@code POST /courses/{course}/reports}: a report has been seen to. */
    public void settle(Context context) {
        Course course = Found.of(context, Standing.class).course();
        UUID report;
        try {
            report = UUID.fromString(Form.of(context, "report").text("report"));
        } catch (IllegalArgumentException garbled) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
        database.save(ReportStore.class)
                .settle(course.id(), report, clock.instant(), Viewer.of(context).person());
        context.redirect("/courses/" + course.id() + "/reports");
    }
}
