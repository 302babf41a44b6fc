package gradus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import gradus.json.Json;
import gradus.question.Variant;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that select a variant of a question. */
final class VariantOptions {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A question file, or an exam file with --question.")
    private @Nullable Path file;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the variant (default: 0).")
    private long seed;

    @Option(names = "--with", paramLabel = "JSON", description = "Parameters to fix, by their names.")
    private @Nullable String with;

    @Option(
            names = "--question",
            paramLabel = "ID",
            description = "A question of an exam file, whose \"with\" then applies.")
    private @Nullable String questionId;

    @Nullable
    Path file() {
        return file;
    }

    /**
     * Draws the variant.
     *
     * @throws Lines.BadInput where the file, the parameters or the draw are invalid
     */
    Variant read(Path path) {
        try {
            JsonNode fixed = Json.read(with == null ? "{}" : with);
            return new QuestionFiles()
                    .variant(new QuestionFiles.VariantRequest(path, null, questionId, seed, EvalCommand.let(fixed)));
        } catch (JsonProcessingException broken) {
            throw new Lines.BadInput("command.not-json", broken.getOriginalMessage());
        }
    }
}
