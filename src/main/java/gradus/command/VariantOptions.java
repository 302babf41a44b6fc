package gradus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.expression.Value;
import gradus.question.DrawException;
import gradus.question.QuestionException;
import gradus.question.QuestionFile;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which variant of which question a verb is about. */
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
     * @throws Lines.BadInput where the file, the parameters or the draw are at fault
     */
    Variant read(Path path) {
        try {
            String yaml = Files.readString(path);
            Map<String, Value> fixed = new LinkedHashMap<>();
            Path file = path;
            if (ExamFile.isExam(yaml)) {
                ExamEntry entry = entry(ExamFile.read(yaml, path.toString()), path);
                fixed.putAll(entry.with());
                file = questionFile(path, entry.question());
                yaml = Files.readString(file);
            } else if (questionId != null) {
                throw new Lines.BadInput("command.not-an-exam", path);
            }
            fixed.putAll(EvalCommand.let(Lines.JSON.readTree(with == null ? "{}" : with)));
            return Variant.draw(QuestionFile.read(yaml, file.toString()), seed, fixed);
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

    private ExamEntry entry(Exam exam, Path path) {
        String id = questionId;
        if (id == null) {
            throw new Lines.BadInput("command.which-question", path);
        }
        return exam.entry(id).orElseThrow(() -> new Lines.BadInput("command.no-entry", path, id));
    }

    private static Path questionFile(Path exam, String question) {
        Path file = ExamQuestions.find(exam, question);
        if (file == null) {
            throw new Lines.BadInput("command.no-question-file", question);
        }
        return file;
    }
}
