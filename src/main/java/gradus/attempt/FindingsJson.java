package gradus.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gradus.attempt.Findings.Cell;
import gradus.attempt.Findings.Understood;
import gradus.grading.AuthorWords;
import gradus.grading.FaultFound;
import gradus.grading.Feedback;
import gradus.grading.Verdict;
import gradus.json.Json;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.message.Words;
import gradus.question.Part;
import gradus.question.Text;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings as JSON in the database. What the program says is kept as a message's key and arguments, an author's own words by
 * their name in the question's revision, so that both are read in the reader's language.
 */
final class FindingsJson {
    private FindingsJson() {}

    static String write(Findings findings) {
        ObjectNode object = Json.object();
        Understood reading = findings.reading();
        ObjectNode read = object.putObject("reading").put("is", reading.is());
        if (reading.reason() == null) {
            read.put("display", reading.display());
            if (!reading.notes().isEmpty()) {
                ArrayNode notes = read.putArray("notes");
                reading.notes().forEach(note -> notes.add(words(note)));
            }
        } else {
            read.put("at", reading.at()).set("reason", words(reading.reason()));
        }
        ArrayNode cells = object.putArray("cells");
        for (List<Cell> row : findings.cells()) {
            ArrayNode line = cells.addArray();
            row.forEach(cell -> line.addObject()
                    .put("text", cell.text())
                    .put("verdict", cell.verdict().word()));
        }
        FaultFound fault = findings.fault();
        if (fault != null) {
            object.putObject("fault")
                    .put("id", fault.id())
                    .put("kind", fault.kind())
                    .put("part", fault.part())
                    .put("at", fault.at());
        }
        ArrayNode feedback = object.putArray("feedback");
        for (Feedback said : findings.feedback()) {
            feedback.addObject().put("kind", said.kind().name()).set("say", words(said.say()));
        }
        return object.toString();
    }

    private static JsonNode words(Words words) {
        ObjectNode object = Json.object();
        if (words instanceof Message message) {
            object.put("key", message.key());
            ArrayNode arguments = object.putArray("arguments");
            message.arguments()
                    .forEach(argument -> arguments.add(
                            argument instanceof Words inner ? words(inner) : TextNode.valueOf(argument.toString())));
        } else if (words instanceof AuthorWords author) {
            object.put("author", author.source().name()).put("id", author.id());
        } else {
            ObjectNode text = object.putObject("text");
            Map<String, String> said = words instanceof Text known ? known.byLanguage() : Languages.each(words);
            said.forEach(text::put);
        }
        return object;
    }

    /** The findings of a part; a sentence that neither this program nor the question knows any more is left out. */
    static Findings read(String json, Part part, Variant variant) {
        JsonNode object = Json.stored(json);
        JsonNode reading = object.path("reading");
        List<List<Cell>> cells = new ArrayList<>();
        for (JsonNode row : object.path("cells")) {
            List<Cell> line = new ArrayList<>();
            row.forEach(cell -> line.add(new Cell(
                    cell.path("text").asText(), Verdict.of(cell.path("verdict").asText()))));
            cells.add(line);
        }
        List<Feedback> feedback = new ArrayList<>();
        for (JsonNode said : object.path("feedback")) {
            Words say = words(said.path("say"), part, variant);
            if (say != null) {
                feedback.add(
                        new Feedback(Feedback.Kind.valueOf(said.path("kind").asText()), say));
            }
        }
        Understood understood = new Understood(
                reading.path("is").asText(),
                reading.path("display").asText(),
                reading.path("at").asInt(-1),
                words(reading.path("reason"), part, variant),
                notes(reading.path("notes"), part, variant));
        return new Findings(understood, cells, fault(object.path("fault")), feedback);
    }

    private static List<Words> notes(JsonNode json, Part part, Variant variant) {
        List<Words> notes = new ArrayList<>();
        for (JsonNode stored : json) {
            Words note = words(stored, part, variant);
            if (note != null) {
                notes.add(note);
            }
        }
        return notes;
    }

    private static @Nullable FaultFound fault(JsonNode json) {
        return json.isObject()
                ? new FaultFound(
                        json.path("id").textValue(),
                        json.path("kind").textValue(),
                        json.path("part").asText(),
                        json.path("at").asText())
                : null;
    }

    private static @Nullable Words words(JsonNode json, Part part, Variant variant) {
        if (json.has("key")) {
            List<Object> arguments = new ArrayList<>();
            for (JsonNode argument : json.path("arguments")) {
                Words inner = argument.isObject() ? words(argument, part, variant) : null;
                arguments.add(inner == null ? argument.asText() : inner);
            }
            Message message = new Message(json.path("key").asText(), arguments);
            return message.isKnown() ? message : null;
        }
        if (json.has("author")) {
            AuthorWords.Source source =
                    AuthorWords.Source.valueOf(json.path("author").asText());
            return AuthorWords.find(source, json.path("id").asText(), part, variant);
        }
        if (json.has("text")) {
            Map<String, String> text = new LinkedHashMap<>();
            json.path("text")
                    .properties()
                    .forEach(entry -> text.put(entry.getKey(), entry.getValue().asText()));
            return new Text(text);
        }
        return null;
    }
}
