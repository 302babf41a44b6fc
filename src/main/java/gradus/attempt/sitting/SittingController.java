package gradus.attempt.sitting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import gradus.attempt.Answers;
import gradus.attempt.Answers.Saved;
import gradus.attempt.Answers.Typed;
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
import gradus.exam.Schedule;
import gradus.json.Json;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Variant;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import gradus.web.Web;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A running attempt: its pages, what is typed into them, and its submission. Only its owner sees it. */
public final class SittingController {

    private final OwnAttempts own;
    private final Attempts attempts;
    private final Answers answers;
    private final Submissions submissions;
    private final Clock clock;

    public SittingController(
            OwnAttempts own, Attempts attempts, Answers answers, Submissions submissions, Clock clock) {
        this.own = own;
        this.attempts = attempts;
        this.answers = answers;
        this.submissions = submissions;
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
        QuestionInAttempt asked =
                sitting.current(Place.of(context.pathParam("position"), "1").position());
        SittingPage page = SittingPage.of(
                sitting,
                asked,
                clock.instant(),
                BankController.pictures(sitting.attempt().course()),
                Language.of(context));
        context.render("attempt/sitting", Map.of("page", page, "math", true));
    }

    /** {@code POST /attempts/{attempt}/responses}: saves what was typed, from the page's script or its form. */
    public void save(Context context) {
        Instant arrived = clock.instant();
        if (context.isJson()) {
            saveJson(context, arrived);
        } else {
            Sitting sitting = sitting(context);
            answers.save(sitting, Sheet.of(context::formParams), arrived);
            String next = context.formParam("next");
            context.redirect(next == null ? sitting.url() : Web.local(next));
        }
    }

    private void saveJson(Context context, Instant arrived) {
        Attempt attempt = attempt(context);
        Schedule schedule = attempts.schedule(attempt, attempts.exam(attempt));
        List<Typed> typed = new ArrayList<>();
        for (JsonNode response : json(context).path("responses")) {
            typed.add(new Typed(
                    key(response),
                    response.path("text").asText(),
                    response.has("after") ? response.path("after").asLong() : null));
        }
        Saved saved = answers.save(attempt, schedule, typed, arrived);
        Map<String, Object> reply = new HashMap<>();
        reply.put("seq", saved.seq());
        reply.put("superseded", saved.superseded().stream().map(Typed::key).toList());
        Duration left = schedule.left(attempt.started(), clock.instant());
        reply.put("left", left == null ? null : left.toMillis());
        context.json(reply);
    }

    /** {@code POST /attempts/{attempt}/readings}: how a text would be read, and nothing of whether it is right. */
    public void reading(Context context) {
        Instant arrived = clock.instant();
        JsonNode asked = json(context);
        PartKey key = key(asked);
        Attempt attempt = attempt(context);
        answers.requireOpen(attempt, attempts.schedule(attempt, attempts.exam(attempt)), key.place(), arrived);
        Variant variant = attempts.variant(attempt, key.place());
        Part part = variant.question().parts().stream()
                .filter(candidate -> candidate.id().equals(key.part()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        ReadingView reading = ReadingView.of(variant, part, asked.path("text").asText(), Language.of(context));
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
        answers.save(sitting, sheet, clock.instant());
        boolean flagged = Boolean.parseBoolean(context.formParam("flagged"));
        Place place = sheet.place();
        answers.note(sitting, place, flagged ? Event.Kind.FLAG : Event.Kind.UNFLAG, "", clock.instant());
        context.redirect(sitting.url(place.position()));
    }

    /** {@code GET /attempts/{attempt}/review}: what is blank, unreadable or flagged. */
    public void review(Context context) {
        Sitting sitting = sitting(context);
        if (!sitting.attempt().isRunning()) {
            context.redirect(sitting.url());
            return;
        }
        ReviewPage page = ReviewPage.of(sitting, clock.instant(), Language.of(context));
        context.render("attempt/review", Map.of("page", page, "math", true));
    }

    /** {@code POST /attempts/{attempt}/submission}. */
    public void submit(Context context) {
        Sitting sitting = sitting(context);
        if (sitting.attempt().isRunning()) {
            submissions.submit(sitting);
        }
        context.redirect(sitting.url());
    }

    private static PartKey key(JsonNode json) {
        return new PartKey(
                json.path("position").asInt(),
                json.path("variant").asInt(),
                json.path("part").asText());
    }

    private static JsonNode json(Context context) {
        try {
            return Json.read(context.body());
        } catch (JsonProcessingException garbled) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
    }
}
