package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.expression.value.Value;
import gradus.grading.Grader;
import gradus.question.Part;
import gradus.question.QuestionException;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers {@code {"part": …, "let": {…}, "response": text}}; recently read parts are cached. */
final class PartLines implements Lines.Answering {
    private static final int KEPT = 100;
    private static final String OF_THE_LINE = "part_of_the_line";

    private final Locale language;
    private final RecentCache<String, Variant> variants = new RecentCache<>(KEPT);

    PartLines(Locale language) {
        this.language = language;
    }

    @Override
    public JsonNode answer(JsonNode line) {
        JsonNode response = line.path("response");
        if (!response.isTextual()) {
            throw new Lines.BadInput("command.grade-line");
        }
        Variant variant = variant(line);
        Part only = variant.question().parts().get(0);
        ObjectNode result = ResultJson.of(
                Grader.grade(variant, Map.of(only.id(), response.textValue())).part(only.id()), only, language);
        return result.set("id", line.path("part").get("id"));
    }

    /** The keys of a line's part, as {@code key} prints them. */
    JsonNode keys(JsonNode line) {
        ObjectNode keys = KeyCommand.keys(variant(line));
        String id = line.path("part").path("id").asText();
        for (String field : List.of("key", "mistakes")) {
            ObjectNode byPart = (ObjectNode) keys.get(field);
            JsonNode only = byPart.path(OF_THE_LINE);
            if (!only.isMissingNode()) {
                byPart.remove(OF_THE_LINE);
                byPart.set(id, only);
            }
        }
        return keys.set("params", JsonNodeFactory.instance.objectNode());
    }

    private Variant variant(JsonNode line) {
        if (!(line.path("part") instanceof ObjectNode fields)) {
            throw new Lines.BadInput("command.grade-line");
        }
        JsonNode let = line.path("let");
        return variants.get(fields + "\n" + let, never -> variant(withFreeId(fields, let), EvalCommand.let(let)));
    }

    /** A copy of the part whose id differs from all names of the line. */
    private static ObjectNode withFreeId(ObjectNode part, JsonNode let) {
        return let.has(part.path("id").asText()) ? part.deepCopy().put("id", OF_THE_LINE) : part;
    }

    private static Variant variant(ObjectNode part, Map<String, Value> let) {
        try {
            return QuestionFile.readPart(part.toString(), let);
        } catch (QuestionException broken) {
            throw new Lines.BadInput(
                    "command.bad-part",
                    broken.problems().stream()
                            .map(problem -> problem.message().toString())
                            .collect(Collectors.joining("; ")));
        }
    }
}
