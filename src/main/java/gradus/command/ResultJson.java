package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.grading.FaultFound;
import gradus.grading.PartResult;
import gradus.grading.Result;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.ValueJson;
import gradus.question.Variant;
import java.util.List;
import java.util.Locale;

/** Results in the form that the command line prints. */
final class ResultJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ResultJson() {}

    /** {@code {"score": s, "points": p, "parts": […]}} */
    static ObjectNode of(Result result, Variant variant, Locale language) {
        ArrayNode parts = NODES.arrayNode();
        for (PartResult part : result.parts()) {
            parts.add(of(part, variant.question().part(part.id()), language));
        }
        ObjectNode json = NODES.objectNode();
        json.set("score", ValueJson.of(result.score().doubleValue()));
        json.set("points", ValueJson.of(result.points().doubleValue()));
        json.set("parts", parts);
        return json;
    }

    static ObjectNode of(PartResult result, Part part, Locale language) {
        ObjectNode json = NODES.objectNode();
        json.put("id", result.id());
        json.set("score", ValueJson.of(result.score().doubleValue()));
        json.set("points", ValueJson.of(result.points().doubleValue()));
        json.put("verdict", result.verdict().word());
        json.set("reading", reading(result.reading(), part, language));
        ArrayNode cells = json.putArray("cells");
        result.cells().forEach(cell -> cells.add(cell.word()));
        json.put("mistake", result.mistake());
        FaultFound fault = result.fault();
        json.set(
                "fault",
                fault == null
                        ? NODES.nullNode()
                        : NODES.objectNode()
                                .put("id", fault.id())
                                .put("kind", fault.kind())
                                .put("part", fault.part())
                                .put("at", fault.at()));
        ArrayNode feedback = json.putArray("feedback");
        result.feedback().forEach(said -> feedback.add(said.say().in(language)));
        if (!result.notes().isEmpty()) {
            ArrayNode notes = json.putArray("notes");
            result.notes().forEach(note -> notes.add(note.in(language)));
        }
        return json;
    }

    private static JsonNode reading(Reading reading, Part part, Locale language) {
        ObjectNode json = NODES.objectNode();
        if (reading instanceof Reading.Read read) {
            json.put("is", "read");
            json.set("value", ValueJson.of(read.answer(), part));
            List<Message> notes = part.type().readingNotes(read.answer());
            if (!notes.isEmpty()) {
                ArrayNode said = json.putArray("notes");
                notes.forEach(note -> said.add(note.in(language)));
            }
        } else if (reading instanceof Reading.Unreadable unreadable) {
            json.put("is", "unreadable");
            json.put("at", unreadable.at());
            json.put("reason", unreadable.reason().in(language));
            if (!unreadable.offers().isEmpty()) {
                ArrayNode offers = json.putArray("offer");
                unreadable.offers().forEach(offers::add);
            }
        } else {
            json.put("is", "blank");
        }
        return json;
    }
}
