package gradus.attempt.sitting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import gradus.attempt.Answers;
import gradus.attempt.Answers.Saved;
import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Event;
import gradus.attempt.OwnAttempts;
import gradus.attempt.PartKey;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.ReadingView;
import gradus.attempt.Sheet;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.bank.BankController;
import gradus.database.Database;
import gradus.exam.Invigilation;
import gradus.json.Json;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Variant;
import gradus.web.Arrival;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import gradus.web.Web;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running attempt: its pages, what is typed into them, and its submission. Only its owner sees it. */
public final class SittingController {
    private static final Duration BEFORE_THE_START = Duration.ofMinutes(30);

    /** The number of the response that is kept, and its part. */
    private static final Pattern KEPT = Pattern.compile("([0-9]{1,18}) (.+)");

    private final OwnAttempts own;
    private final Attempts attempts;
    private final Answers answers;
    private final Submissions submissions;
    private final Invigilation invigilation;
    private final Presence presence;
    private final Clock clock;

    public SittingController(
            OwnAttempts own,
            Attempts attempts,
            Answers answers,
            Submissions submissions,
            Invigilation invigilation,
            Database database,
            Clock clock) {
        this.own = own;
        this.attempts = attempts;
        this.answers = answers;
        this.submissions = submissions;
        this.invigilation = invigilation;
        this.presence = new Presence(database, clock);
        this.clock = clock;
    }

    private Sitting sitting(Context context) {
        return own.sitting(attempt(context));
    }

    private static Attempt attempt(Context context) {
        return Found.of(context, Attempt.class);
    }

    /** {@code GET /attempts/{attempt}/questions/{position}}. */
    public void question(Context context) {
        Sitting sitting = sitting(context);
        if (!sitting.attempt().isRunning()) {
            context.redirect(sitting.url());
            return;
        }
        if (sitting.schedule().isPaused()) {
            showPaused(context, sitting);
            return;
        }
        QuestionInAttempt asked = own.unlocked(
                sitting,
                sitting.current(Place.of(context.pathParam("position"), "1").position()));
        SittingPage page = SittingPage.of(
                sitting,
                asked,
                bar(context, sitting),
                BankController.pictures(sitting.attempt().course()),
                Language.of(context));
        String said = context.queryParam("reported");
        context.render("attempt/sitting", Map.of("page", page, "math", true, "reported", said == null ? "" : said));
    }

    private SittingPage.Bar bar(Context context, Sitting sitting) {
        return SittingPage.Bar.of(sitting, lines(sitting), clock.instant(), Language.of(context));
    }

    /** What staff said since shortly before the attempt began. */
    private List<Invigilation.Line> lines(Sitting sitting) {
        Attempt attempt = sitting.attempt();
        return invigilation.lines(
                attempt.course(), attempt.exam(), attempt.started().minus(BEFORE_THE_START));
    }

    /** While an exam stands still nobody reads on; what is typed still comes in. */
    private void showPaused(Context context, Sitting sitting) {
        context.render(
                "attempt/paused",
                Map.of(
                        "bar",
                        bar(context, sitting),
                        "attempt",
                        sitting.attempt().id()));
    }

    /** {@code GET /attempts/{attempt}/state}: the time that is left, and what staff have said. */
    public void state(Context context) {
        Sitting sitting = own.time(attempt(context));
        if (sitting.attempt().isRunning() && !sitting.exam().policy().isPractice()) {
            presence.seen(sitting.attempt());
        }
        context.json(StateJson.of(sitting, lines(sitting), clock.instant()));
    }

    /** {@code POST /attempts/{attempt}/responses}: saves what was typed, from the page's script or its form. */
    public void save(Context context) {
        Arrival arrival = Arrival.of(context, clock);
        if (context.isJson()) {
            saveJson(context, arrival);
        } else {
            Sitting sitting = sitting(context);
            answers.save(sitting, Sheet.of(context::formParams), arrival);
            String next = context.formParam("next");
            context.redirect(next == null ? sitting.url() : Web.local(next));
        }
    }

    private void saveJson(Context context, Arrival arrival) {
        Attempt attempt = attempt(context);
        Saved saved = answers.save(attempt, SaveJson.read(json(context)), arrival);
        context.json(SaveJson.reply(saved, saved.deadline().left(clock.instant())));
    }

    /** {@code POST /attempts/{attempt}/choices}: which of two windows' answers of a part the student keeps. */
    public void choose(Context context) {
        Arrival arrival = Arrival.of(context, clock);
        Sitting sitting = sitting(context);
        Sheet sheet = Sheet.of(context::formParams);
        answers.save(sitting, sheet, arrival);
        Matcher kept = KEPT.matcher(context.formParam("keep") == null ? "" : context.formParam("keep"));
        if (!kept.matches()) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
        PartKey key = sheet.place().part(kept.group(2));
        answers.settle(sitting.attempt(), key, Long.parseLong(kept.group(1)), arrival);
        context.redirect(sitting.url(sheet.place().position()) + "#part-" + key.part());
    }

    /** {@code POST /attempts/{attempt}/readings}: how a text would be read, and nothing of whether it is right. */
    public void reading(Context context) {
        Instant arrived = clock.instant();
        JsonNode asked = json(context);
        PartKey key = SaveJson.key(asked);
        Attempt attempt = attempt(context);
        answers.requireOpen(attempt, key.place(), arrived);
        Variant variant = attempts.variant(attempt, key.place());
        Part part = variant.question().parts().stream()
                .filter(candidate -> candidate.id().equals(key.part()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        ReadingView reading = ReadingView.of(variant, part, SaveJson.text(asked), Language.of(context));
        context.json(Map.of(
                "is", reading.is(),
                "tex", reading.tex(),
                "display", reading.display(),
                "at", reading.at(),
                "reason", reading.reason(),
                "note", reading.note(),
                "offer", reading.offers()));
    }

    /** {@code POST /attempts/{attempt}/flags}: marks a question to come back to, or takes the mark away. */
    public void flag(Context context) {
        Sitting sitting = sitting(context);
        Sheet sheet = Sheet.of(context::formParams);
        answers.save(sitting, sheet, Arrival.of(context, clock));
        boolean flagged = Boolean.parseBoolean(context.formParam("flagged"));
        Place place = sheet.place();
        answers.note(sitting, place, flagged ? Event.Kind.FLAG : Event.Kind.UNFLAG, "", clock.instant());
        context.redirect(sitting.url(place.position()) + "#question");
    }

    /** {@code GET /attempts/{attempt}/review}: what is blank, unreadable or flagged. */
    public void review(Context context) {
        Sitting sitting = sitting(context);
        if (!sitting.attempt().isRunning()) {
            context.redirect(sitting.url());
            return;
        }
        if (sitting.schedule().isPaused()) {
            showPaused(context, sitting);
            return;
        }
        ReviewPage page = ReviewPage.of(sitting, bar(context, sitting), Language.of(context));
        context.render("attempt/review", Map.of("page", page, "math", true));
    }

    /**
     * {@code POST /attempts/{attempt}/submission}. A page whose clock has run out ends nothing that has time left, nor in the
     * grace, while another window may still send its last answers.
     */
    public void submit(Context context) {
        Sitting sitting = sitting(context);
        boolean byTimer = "timer".equals(context.formParam("by"));
        if (sitting.attempt().isRunning() && !byTimer) {
            own.refuseIfResting(sitting);
            submissions.submit(sitting);
        }
        context.redirect(sitting.url());
    }

    private static JsonNode json(Context context) {
        try {
            return Json.read(context.body());
        } catch (JsonProcessingException garbled) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
    }
}
