package gradus.attempt.sitting;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.attempt.Answers.Outcome;
import gradus.attempt.Answers.Saved;
import gradus.attempt.Answers.Typed;
import gradus.attempt.PartKey;
import gradus.message.Message;
import gradus.web.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page's script sends to be saved, and what it is told. */
final class SaveJson {
    private static final int LONGEST_CLIENT = 64;

    private SaveJson() {}

    /**
     * The responses of a request.
     *
     * @throws Refusal 400 where one of them does not say in full what it is; an answer that is no text is not a blank one
     */
    static List<Typed> read(JsonNode request) {
        JsonNode responses = request.path("responses");
        if (!responses.isArray()) {
            throw garbled();
        }
        List<Typed> typed = new ArrayList<>();
        for (JsonNode response : responses) {
            typed.add(new Typed(
                    key(response), text(response), number(response, "after"), client(response), number(response, "n")));
        }
        return typed;
    }

    /** The part that a response names. */
    static PartKey key(JsonNode response) {
        if (!response.path("position").isInt()
                || !response.path("variant").isInt()
                || !response.path("part").isTextual()) {
            throw garbled();
        }
        return new PartKey(
                response.path("position").intValue(),
                response.path("variant").intValue(),
                response.path("part").textValue());
    }

    static String text(JsonNode response) {
        if (!response.path("text").isTextual()) {
            throw Refusal.badRequest(Message.of("attempt.no-text"));
        }
        return response.path("text").textValue();
    }

    private static @Nullable String client(JsonNode response) {
        JsonNode client = response.path("client");
        if (client.isMissingNode() || client.isNull()) {
            return null;
        }
        if (!client.isTextual() || client.textValue().length() > LONGEST_CLIENT || !response.has("n")) {
            throw garbled();
        }
        return client.textValue();
    }

    private static @Nullable Long number(JsonNode response, String field) {
        JsonNode number = response.path(field);
        if (number.isMissingNode() || number.isNull()) {
            return null;
        }
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw garbled();
        }
        return number.longValue();
    }

    private static Refusal garbled() {
        return Refusal.badRequest(Message.of("web.error-400"));
    }

    /**
     * What the script is told: which answer of each part stands now, and which of its own are not it, with the one that is.
     *
     * @param left how much time is left; null where the attempt has no end
     */
    static Map<String, Object> reply(Saved saved, @Nullable Duration left) {
        Map<String, Object> reply = new HashMap<>();
        reply.put("seq", saved.seq());
        reply.put("saved", saved.outcomes().stream().map(SaveJson::stands).toList());
        reply.put(
                "superseded",
                saved.outcomes().stream()
                        .filter(Outcome::isSuperseded)
                        .map(SaveJson::superseded)
                        .toList());
        reply.put("left", left == null ? null : left.toMillis());
        return reply;
    }

    private static Map<String, Object> stands(Outcome outcome) {
        PartKey key = outcome.typed().key();
        return Map.of("position", key.position(), "variant", key.variant(), "part", key.part(), "seq", outcome.seq());
    }

    private static Map<String, Object> superseded(Outcome outcome) {
        Map<String, Object> superseded = new HashMap<>(stands(outcome));
        superseded.put("text", outcome.text());
        return superseded;
    }
}
