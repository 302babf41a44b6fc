package gradus.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.account.Viewer;
import gradus.attempt.Answers.Saved;
import gradus.attempt.Answers.Typed;
import gradus.attempt.AskedQuestion.Place;
import gradus.bank.BankController;
import gradus.course.Access;
import gradus.exam.Schedule;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Variant;
import gradus.web.Language;
import gradus.web.Refusal;
import gradus.web.Web;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running attempt: its pages, what is typed into them, and its submission. Only its owner sees it. */
public final class SittingController {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESPONSE = "response.";
    private static final String CELL = "cell.";

    private final Attempts attempts;
    private final Answers answers;
    private final Submissions submissions;
    private final Access access;
    private final Clock clock;

    public SittingController(Attempts attempts, Answers answers, Submissions submissions, Access access, Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.submissions = submissions;
        this.access = access;
        this.clock = clock;
    }

    /** The attempt of the address, for its owner and nobody else; ended if its time is over. */
    Sitting owned(Context context) {
        return submissions.endIfOver(attempts.sitting(attempt(context)));
    }

    /** The attempt of the address; who is signed in nowhere is asked to, so that what their browser keeps can be sent. */
    private Attempt attempt(Context context) {
        Viewer viewer = Viewer.of(context);
        if (!viewer.known()) {
            throw Refusal.signInFirst();
        }
        Attempt attempt = attempts.find(id(context)).orElseThrow(Refusal::notFound);
        access.requireOwner(viewer, attempt.person());
        return attempt;
    }

    static UUID id(Context context) {
        try {
            return UUID.fromString(context.pathParam("attempt"));
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }

    /** {@code GET /attempts/{attempt}/questions/{position}}. */
    public void question(Context context) {
        Sitting sitting = owned(context);
        if (!sitting.attempt().isRunning()) {
            context.redirect(sitting.url());
            return;
        }
        QuestionInAttempt asked = sitting.current(number(context.pathParam("position")));
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
            saveForm(context, arrived);
            String next = context.formParam("next");
            context.redirect(next == null ? "/attempts/" + id(context) : Web.local(next));
        }
    }

    private void saveJson(Context context, Instant arrived) {
        Attempt attempt = attempt(context);
        Schedule schedule = attempts.schedule(attempt, attempts.exam(attempt));
        List<Typed> typed = new ArrayList<>();
        for (JsonNode response : json(context).path("responses")) {
            typed.add(new Typed(
                    place(response),
                    response.path("part").asText(),
                    response.path("text").asText(),
                    response.has("after") ? response.path("after").asLong() : null));
        }
        Saved saved = answers.save(attempt, schedule, typed, arrived);
        List<Map<String, Object>> superseded = saved.superseded().stream()
                .map(late -> Map.<String, Object>of(
                        "position",
                        late.place().position(),
                        "variant",
                        late.place().variant(),
                        "part",
                        late.part()))
                .toList();
        Map<String, Object> reply = new HashMap<>();
        reply.put("seq", saved.seq());
        reply.put("superseded", superseded);
        Duration left = schedule.left(attempt.started(), clock.instant());
        reply.put("left", left == null ? null : left.toMillis());
        context.json(reply);
    }

    /** Saves what a form without scripts sent, as far as it differs from what stands there; the question it came from. */
    Sitting saveForm(Context context, Instant arrived) {
        Sitting sitting = owned(context);
        Place place = place(context);
        QuestionInAttempt asked = sitting.at(place);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Part part : asked.question().parts()) {
            String text = typed(context, part);
            if (text != null && !text.equals(asked.text(part))) {
                texts.put(part.id(), text);
            }
        }
        if (!texts.isEmpty() && !asked.isEnded()) {
            List<Typed> typed = texts.entrySet().stream()
                    .map(text -> new Typed(place, text.getKey(), text.getValue(), null))
                    .toList();
            answers.save(sitting.attempt(), sitting.schedule(), typed, arrived);
        }
        return sitting;
    }

    /** What the form says of a part; null where it has no field for it. */
    private static @Nullable String typed(Context context, Part part) {
        String type = part.type().name();
        if (type.equals("grid")) {
            return grid(context, part);
        }
        if (type.equals("choices")) {
            return String.join(",", context.formParams(RESPONSE + part.id()));
        }
        String text = context.formParam(RESPONSE + part.id());
        return text == null ? null : text.replace("\r\n", "\n");
    }

    private static String grid(Context context, Part part) {
        boolean blank = true;
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < part.rows().size(); i++) {
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < part.columns().size(); j++) {
                String cell = context.formParam(CELL + part.id() + "." + i + "." + j);
                blank &= cell == null;
                cells.add(cell == null ? "" : cell);
            }
            rows.add("[" + String.join(",", cells) + "]");
        }
        return blank ? "" : "[" + String.join(",", rows) + "]";
    }

    /** {@code POST /attempts/{attempt}/readings}: how a text would be read, and nothing of whether it is right. */
    public void reading(Context context) {
        JsonNode asked = json(context);
        Variant variant = attempts.variant(attempt(context), place(asked));
        String id = asked.path("part").asText();
        Part part = variant.question().parts().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        ReadingView reading = ReadingView.of(variant, part, asked.path("text").asText(), Language.of(context));
        context.json(Map.of(
                "is", reading.is(),
                "tex", reading.tex(),
                "display", reading.display(),
                "at", reading.at(),
                "reason", reading.reason()));
    }

    /** {@code POST /attempts/{attempt}/flags}: marks a question to come back to, or takes the mark away. */
    public void flag(Context context) {
        Sitting sitting = saveForm(context, clock.instant());
        boolean flagged = Boolean.parseBoolean(context.formParam("flagged"));
        Place place = place(context);
        answers.note(sitting, place, flagged ? Event.Kind.FLAG : Event.Kind.UNFLAG, "", clock.instant());
        context.redirect(SittingPage.url(sitting, place.position()));
    }

    /** {@code GET /attempts/{attempt}/review}: what is blank, unreadable or flagged. */
    public void review(Context context) {
        Sitting sitting = owned(context);
        if (!sitting.attempt().isRunning()) {
            context.redirect(sitting.url());
            return;
        }
        ReviewPage page = ReviewPage.of(sitting, clock.instant(), Language.of(context));
        context.render("attempt/review", Map.of("page", page, "math", true));
    }

    /** {@code POST /attempts/{attempt}/submission}. */
    public void submit(Context context) {
        Sitting sitting = owned(context);
        if (sitting.attempt().isRunning()) {
            submissions.submit(sitting);
        }
        context.redirect(sitting.url());
    }

    static Place place(Context context) {
        return new Place(number(context.formParam("position")), number(context.formParam("variant")));
    }

    private static Place place(JsonNode json) {
        return new Place(json.path("position").asInt(), json.path("variant").asInt());
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException garbled) {
            throw Refusal.notFound();
        }
    }

    private static JsonNode json(Context context) {
        try {
            return JSON.readTree(context.body());
        } catch (JsonProcessingException garbled) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
    }
}
