package gradus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.message.Message;
import gradus.question.ValueJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code eval}: evaluates expressions. */
@Command(
        name = "eval",
        description = "Evaluates an expression, or with --lines one a line of standard input.",
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(arity = "0..1", paramLabel = "EXPR", description = "An expression, such as \"correlate2d(x, f)\".")
    private @Nullable String expression;

    @Option(
            names = "--lines",
            description = "Reads JSON lines {\"expr\": e, \"let\": {name: number, nested list or text}}.")
    private boolean lines;

    @Override
    public Integer call() throws IOException {
        Lines answers = new Lines(root.language());
        if (lines) {
            answers.answer(System.in, System.out, EvalCommand::answer);
            return CommandLine.ExitCode.OK;
        }
        if (expression == null) {
            return root.refuse(Message.of("command.eval-what"));
        }
        try {
            Lines.print(evaluated(expression, Map.of()));
            return CommandLine.ExitCode.OK;
        } catch (ExpressionException wrong) {
            Lines.print(answers.error(wrong));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** The answer to one line of JSON. */
    static JsonNode answer(JsonNode line) {
        JsonNode text = line.path("expr");
        if (!text.isTextual()) {
            throw new Lines.BadInput("command.eval-line");
        }
        return evaluated(text.textValue(), let(line.path("let")));
    }

    /** The named values of a line. */
    static Map<String, Value> let(JsonNode json) {
        Map<String, Value> let = new LinkedHashMap<>();
        if (!json.isMissingNode() && !json.isNull()) {
            if (!json.isObject()) {
                throw new Lines.BadInput("command.let-object");
            }
            json.properties().forEach(entry -> {
                try {
                    let.put(entry.getKey(), ValueJson.read(entry.getValue()));
                } catch (IllegalArgumentException noValue) {
                    throw new Lines.BadInput("command.let-value", entry.getKey());
                }
            });
        }
        return let;
    }

    private static JsonNode evaluated(String text, Map<String, Value> let) {
        Value value = Expression.parse(text, Vocabulary.author(let.keySet()))
                .evaluate(Scope.of(let))
                .settled();
        if (!value.isFinite()) {
            throw new ExpressionException(0, Message.of("command.not-finite"));
        }
        return JsonNodeFactory.instance.objectNode().set("value", ValueJson.of(value));
    }
}
