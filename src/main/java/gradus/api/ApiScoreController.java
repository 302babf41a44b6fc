package gradus.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.PartKey;
import gradus.bank.Bank;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.json.Json;
import gradus.message.Message;
import gradus.result.regrade.Overrides;
import gradus.result.regrade.Regrade;
import gradus.result.regrade.Regrades;
import gradus.web.Found;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What programs change: a score with a reason, and a question's scores in all attempts. */
public final class ApiScoreController {
    private static final int LONGEST_REASON = 500;

    private final Attempts attempts;
    private final Exams exams;
    private final Bank bank;
    private final Overrides overrides;
    private final Regrades regrades;
    private final ApiReadController read;

    public ApiScoreController(
            Attempts attempts, Exams exams, Bank bank, Overrides overrides, Regrades regrades, ApiReadController read) {
        this.attempts = attempts;
        this.exams = exams;
        this.bank = bank;
        this.overrides = overrides;
        this.regrades = regrades;
        this.read = read;
    }

    private static JsonNode body(Context context) {
        try {
            JsonNode body = Json.read(context.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException broken) {
            // said below
        }
        throw Refusal.badRequest(Message.of("api.no-object"));
    }

    private static UUID by(Context context) {
        return Found.of(context, Viewer.class).person();
    }

    private static String reason(JsonNode body) {
        String reason = body.path("reason").asText("").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Refusal.of(422, Message.of("attempt.reason-missing"));
        }
        return reason;
    }

    void override(Context context) {
        Attempt attempt = ApiReadController.attempt(context, attempts);
        JsonNode body = body(context);
        PartKey key = new PartKey(
                body.path("position").asInt(),
                body.path("variant").asInt(1),
                body.path("part").asText());
        String points = body.path("points").isNumber()
                ? body.path("points").decimalValue().toPlainString()
                : body.path("points").asText("");
        String reason = reason(body);
        Overrides.Offered offered = overrides.offered(attempt, key, by(context));
        Message problem = offered.problem(points);
        if (problem != null) {
            throw Refusal.of(422, problem);
        }
        overrides.give(attempt, offered, points, reason, by(context));
        context.json(read.scores(attempt));
    }

    void regrades(Context context) {
        PublishedExam offered = ApiReadController.exam(context, exams);
        context.json(Map.of(
                "regrades",
                regrades.ofExam(offered.course(), offered.exam().id()).stream()
                        .map(ApiScoreController::json)
                        .toList()));
    }

    void regrade(Context context) {
        PublishedExam offered = ApiReadController.exam(context, exams);
        JsonNode body = body(context);
        String question = body.path("question").asText();
        String current = bank.current(offered.course(), question)
                .map(found -> found.revision())
                .orElseThrow(() -> Refusal.of(422, Message.of("api.no-word", question)));
        String word = body.path("kind").asText();
        Regrade.Kind kind = Arrays.stream(Regrade.Kind.values())
                .filter(one -> one.word().equals(word) && one != Regrade.Kind.ACCEPT && one != Regrade.Kind.UNDO)
                .findFirst()
                .orElseThrow(() -> Refusal.of(422, Message.of("api.no-word", word)));
        boolean again = kind == Regrade.Kind.REVISION;
        Regrade asked = regrades.ask(
                new Regrades.Wish(
                        offered.course(),
                        offered.exam().id(),
                        question,
                        again ? null : part(body),
                        kind,
                        again ? current : null,
                        null,
                        reason(body)),
                by(context));
        context.status(201)
                .header("Location", ApiController.ROOT + "/courses/" + asked.course() + "/regrades/" + asked.id())
                .json(json(asked));
    }

    private static @Nullable String part(JsonNode body) {
        String part = body.path("part").asText("");
        return part.isEmpty() ? null : part;
    }

    private Regrade found(Context context) {
        return regrades.find(ApiReadController.course(context), ApiReadController.id(context.pathParam("regrade")))
                .orElseThrow(Refusal::notFound);
    }

    void showRegrade(Context context) {
        Regrade regrade = found(context);
        ObjectNode answer = json(regrade);
        regrades.counts(regrade).forEach(count -> answer.put(count.word(), count.attempts()));
        context.json(answer);
    }

    void moveRegrade(Context context) {
        Regrade regrade = found(context);
        String state = body(context).path("state").asText();
        boolean moved = switch (state) {
            case "applying" -> regrades.apply(regrade);
            case "cancelled" -> regrades.cancel(regrade);
            default -> throw Refusal.of(422, Message.of("api.no-word", state));
        };
        if (!moved) {
            throw Refusal.conflict(Message.of("regrade.moved-on"));
        }
        showRegrade(context);
    }

    private static ObjectNode json(Regrade regrade) {
        return Json.object()
                .put("id", regrade.id().toString())
                .put("exam", regrade.exam())
                .put("question", regrade.question())
                .put("part", regrade.part())
                .put("kind", regrade.kind().word())
                .put("state", regrade.state().word())
                .put("reason", regrade.reason())
                .put("asked", regrade.asked().toString());
    }
}
