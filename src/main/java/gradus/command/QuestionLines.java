package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.grading.Grader;
import gradus.question.Variant;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers lines about whole questions: {@code {"file": path, "question": id of an exam's, "seed": n, "with": {…}}},
 * where {@code "text"} may give the YAML in place of the file, and {@code "responses"} the texts to grade by part id.
 */
final class QuestionLines {
    private static final Path NO_FILE = Path.of("text");

    private final QuestionFiles files = new QuestionFiles();
    private final Locale language;

    QuestionLines(Locale language) {
        this.language = language;
    }

    /** The grading of a line's responses, as {@code grade FILE} prints it. */
    JsonNode graded(JsonNode line) {
        Variant variant = variant(line);
        return ResultJson.of(Grader.grade(variant, responses(line.path("responses"))), variant, language);
    }

    /** The keys of a line's variant, as {@code key FILE} prints them. */
    JsonNode keys(JsonNode line) {
        return KeyCommand.keys(variant(line));
    }

    /** Whether a line is about a whole question. */
    static boolean isQuestion(JsonNode line) {
        return line.has("file") || line.has("text");
    }

    private Variant variant(JsonNode line) {
        String text = text(line, "text");
        String file = text(line, "file");
        if (file == null && text == null) {
            throw new Lines.BadInput("command.question-line");
        }
        JsonNode seed = line.path("seed");
        if (!seed.isMissingNode() && !(seed.isIntegralNumber() && seed.canConvertToLong())) {
            throw new Lines.BadInput("command.seed-whole");
        }
        return files.variant(new QuestionFiles.VariantRequest(
                file == null ? NO_FILE : path(file),
                text,
                text(line, "question"),
                seed.asLong(),
                EvalCommand.let(line.path("with"))));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException impossible) {
            throw new Lines.BadInput("command.no-file", file);
        }
    }

    private static @Nullable String text(JsonNode line, String field) {
        JsonNode text = line.path(field);
        if (text.isMissingNode() || text.isNull()) {
            return null;
        }
        if (!text.isTextual()) {
            throw new Lines.BadInput("command.question-line");
        }
        return text.textValue();
    }

    /** The responses by part id. */
    static Map<String, String> responses(JsonNode given) {
        if (!given.isObject()) {
            throw new Lines.BadInput("command.responses-object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        given.properties()
                .forEach(entry -> texts.put(
                        entry.getKey(),
                        entry.getValue().isTextual()
                                ? entry.getValue().textValue()
                                : entry.getValue().toString()));
        return texts;
    }
}
