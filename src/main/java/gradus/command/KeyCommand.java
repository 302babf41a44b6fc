package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.grading.KnownProcedures;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.ValueJson;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code key}: prints the parameters, keys and mistakes' answers of a variant. */
@Command(
        name = "key",
        description = "Prints the parameters of a variant, its keys and the answers of its mistakes.",
        mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Mixin
    private VariantOptions variant = new VariantOptions();

    @Option(
            names = "--lines",
            description =
                    "Reads JSON lines {\"file\": path, \"question\": id, \"seed\": n, \"with\": {…}}, where \"text\": YAML"
                            + " may stand for \"file\", or {\"part\": a part as in a file, \"let\": {name: value}}.")
    private boolean lines;

    @Override
    public Integer call() throws IOException {
        if (lines) {
            PartLines parts = new PartLines(root.language());
            QuestionLines questions = new QuestionLines(root.language());
            new Lines(root.language())
                    .answer(
                            System.in,
                            System.out,
                            line -> QuestionLines.isQuestion(line) ? questions.keys(line) : parts.keys(line));
            return CommandLine.ExitCode.OK;
        }
        Path file = variant.file();
        if (file == null) {
            return root.refuse(Message.of("command.key-what"));
        }
        JsonNode answer = new Lines(root.language()).answer("{}", never -> keys(variant.read(file)));
        Lines.print(answer);
        return answer.has("error") ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.OK;
    }

    /** {@code {"params": {…}, "key": {part: value}, "mistakes": {part: {id: value}}}} */
    static ObjectNode keys(Variant variant) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode params = json.putObject("params");
        variant.params().forEach((name, value) -> params.set(name, ValueJson.of(value)));
        ObjectNode keys = json.putObject("key");
        ObjectNode mistakes = json.putObject("mistakes");
        for (Part part : variant.question().parts()) {
            if (part.expect() != null) {
                keys.set(part.id(), ValueJson.of(variant.key(part), part));
                ObjectNode wrong = mistakes.putObject(part.id());
                KnownProcedures.of(variant, part)
                        .forEach(mistake -> wrong.set(mistake.mistake().id(), ValueJson.of(mistake.answer(), part)));
            }
        }
        return json;
    }
}
