package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.expression.Value;
import gradus.grading.Grader;
import gradus.question.Part;
import gradus.question.QuestionException;
import gradus.question.QuestionFile;
import gradus.question.Variant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers {@code {"part": …, "let": {…}, "response": text}}; parts that were read lately are kept. */
final class PartLines implements Lines.Answering {
    private static final int KEPT = 100;

    private final Locale language;
    private final Map<String, Variant> variants = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Variant> eldest) {
            return size() > KEPT;
        }
    };

    PartLines(Locale language) {
        this.language = language;
    }

    @Override
    public JsonNode answer(JsonNode line) {
        JsonNode part = line.path("part");
        JsonNode response = line.path("response");
        if (!(part instanceof ObjectNode fields) || !response.isTextual()) {
            throw new Lines.BadInput("command.grade-line");
        }
        JsonNode let = line.path("let");
        Variant variant =
                variants.computeIfAbsent(part + "\n" + let, never -> variant(apart(fields, let), EvalCommand.let(let)));
        Part only = variant.question().parts().get(0);
        ObjectNode result = ResultJson.of(
                Grader.grade(variant, Map.of(only.id(), response.textValue())).part(only.id()), only, language);
        return result.set("id", part.get("id"));
    }

    /** The part under an id that none of the line's names can be mistaken for. */
    private static ObjectNode apart(ObjectNode part, JsonNode let) {
        return let.has(part.path("id").asText()) ? part.deepCopy().put("id", "part_of_the_line") : part;
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
