package gradus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.QuestionFile;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which variant of which question a verb is about. */
final class VariantOptions {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A question file.")
    private @Nullable Path file;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the variant (default: 0).")
    private long seed;

    @Option(names = "--with", paramLabel = "JSON", description = "Parameters to fix, by their names.")
    private @Nullable String with;

    @Nullable
    Path file() {
        return file;
    }

    /**
     * Draws the variant.
     *
     * @throws Lines.BadInput where the file, the parameters or the draw are at fault
     */
    Variant read(Path path) {
        try {
            Question question =
                    QuestionFile.read(Files.readString(path), path.getFileName().toString());
            return Variant.draw(question, seed, EvalCommand.let(Lines.JSON.readTree(with == null ? "{}" : with)));
        } catch (JsonProcessingException broken) {
            throw new Lines.BadInput("command.not-json", broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new Lines.BadInput("command.no-file", path.toString());
        } catch (QuestionException broken) {
            throw new Lines.BadInput(
                    "command.bad-file",
                    broken.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        } catch (DrawException nothing) {
            throw new Lines.BadInput("command.bad-file", nothing.problem());
        }
    }
}
