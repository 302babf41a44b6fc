package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.grading.Grader;
import gradus.message.Message;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code grade}: grades responses to a question file, or with {@code --lines} single parts and questions line by line.
 */
@Command(
        name = "grade",
        description = "Grades the responses to a question, or with --lines a part or a question a line.",
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Mixin
    private VariantOptions variant = new VariantOptions();

    @Option(names = "--responses", paramLabel = "JSON", description = "The texts as typed, by the ids of their parts.")
    private @Nullable String responses;

    @Option(
            names = "--lines",
            description =
                    "Reads JSON lines {\"part\": a part as in a file, \"let\": {name: value}, \"response\": text}, or"
                            + " {\"file\": path, \"question\": id, \"seed\": n, \"with\": {…}, \"responses\": {part: text}};"
                            + " \"text\": YAML may stand for \"file\".")
    private boolean lines;

    @Override
    public Integer call() throws IOException {
        Lines answers = new Lines(root.language());
        if (lines) {
            PartLines parts = new PartLines(root.language());
            QuestionLines questions = new QuestionLines(root.language());
            answers.answer(
                    System.in,
                    System.out,
                    line -> QuestionLines.isQuestion(line) ? questions.graded(line) : parts.answer(line));
            return CommandLine.ExitCode.OK;
        }
        if (variant.file() == null || responses == null) {
            return root.refuse(Message.of("command.grade-what"));
        }
        String typed = responses;
        Path file = variant.file();
        JsonNode answer = answers.answer(typed, given -> graded(file, given));
        Lines.print(answer);
        return answer.has("error") ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.OK;
    }

    private JsonNode graded(Path file, JsonNode given) {
        Variant drawn = variant.read(file);
        return ResultJson.of(Grader.grade(drawn, QuestionLines.responses(given)), drawn, root.language());
    }
}
