package gradus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.command.Lines.BadInput;
import gradus.database.Database;
import gradus.json.Json;
import gradus.message.Message;
import gradus.result.ExamStatistics;
import gradus.result.Export;
import gradus.result.ScoreStatistics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code statistics}: the figures of an exam as Moodle's quiz report defines them. */
@Command(
        name = "statistics",
        description = "Computes the statistics of an exam, or with --scores those of scores from standard input.",
        mixinStandardHelpOptions = true)
final class StatisticsCommand implements Callable<Integer> {
    @ParentCommand
    private GradusCommand root = new GradusCommand();

    @Parameters(arity = "0..1", paramLabel = "EXAM", description = "The exam's id.")
    private @Nullable String exam;

    @Option(
            names = "--course",
            defaultValue = "deep-learning",
            description = "The exam's course (default: ${DEFAULT-VALUE}).")
    private String course = "";

    @Option(
            names = "--scores",
            description = "Reads {\"max\": [points a question], \"scores\": [[a row an attempt]]} from standard input.")
    private boolean scores;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws IOException {
        if (scores) {
            try {
                root.print(json(figures(Json.read(new String(System.in.readAllBytes(), StandardCharsets.UTF_8)))));
                return ExitCode.OK;
            } catch (JsonProcessingException noJson) {
                return root.refuse(Message.of("command.not-json-input", noJson.getOriginalMessage()));
            } catch (BadInput wrong) {
                return root.refuse(wrong.reason());
            }
        }
        if (exam == null) {
            return root.refuse(Message.of("command.statistics-what"));
        }
        String wanted = exam;
        return root.with(options, database -> ofExam(database, wanted));
    }

    private int ofExam(Database database, String wanted) {
        if (!new Export(database, root.language()).exists(course, wanted)) {
            return root.refuse(Message.of("command.no-exam", wanted, course));
        }
        ExamStatistics statistics = ExamStatistics.of(database, course, wanted);
        ObjectNode answer = json(statistics.figures());
        for (int i = 0; i < statistics.labels().size(); i++) {
            ((ObjectNode) answer.path("questions").path(i))
                    .put("label", statistics.labels().get(i));
        }
        answer.put("attempts", statistics.attempts()).put("waiting", statistics.waiting());
        root.print(answer);
        return ExitCode.OK;
    }

    private static ScoreStatistics figures(JsonNode input) {
        double[] max = numbers(input.path("max"), "max");
        List<double[]> rows = new ArrayList<>();
        if (!input.path("scores").isArray()) {
            throw new BadInput("command.statistics-scores", "scores", "");
        }
        for (JsonNode row : input.path("scores")) {
            double[] numbers = numbers(row, "scores[" + rows.size() + "]");
            if (numbers.length != max.length) {
                throw new BadInput("command.statistics-row", rows.size(), numbers.length, max.length);
            }
            rows.add(numbers);
        }
        return ScoreStatistics.of(max, rows);
    }

    private static double[] numbers(JsonNode list, String where) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!list.path(i).isNumber() || !Double.isFinite(list.path(i).doubleValue())) {
                throw new BadInput(
                        "command.statistics-scores", where, list.path(i).toString());
            }
            numbers[i] = list.path(i).doubleValue();
        }
        if (!list.isArray()) {
            throw new BadInput("command.statistics-scores", where, list.toString());
        }
        return numbers;
    }

    private static ObjectNode json(ScoreStatistics statistics) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ScoreStatistics.OfExam exam = statistics.exam();
        answer.putObject("exam")
                .put("mean", exam.mean())
                .put("median", exam.median())
                .put("sd", exam.sd())
                .put("skewness", exam.skewness())
                .put("kurtosis", exam.kurtosis())
                .put("cic", exam.cic())
                .put("error_ratio", exam.errorRatio())
                .put("standard_error", exam.standardError());
        var questions = answer.putArray("questions");
        for (ScoreStatistics.OfQuestion question : statistics.questions()) {
            questions
                    .addObject()
                    .put("facility", question.facility())
                    .put("sd", question.sd())
                    .put("intended_weight", question.intendedWeight())
                    .put("effective_weight", question.effectiveWeight())
                    .put("discrimination_index", question.discriminationIndex())
                    .put("discriminative_efficiency", question.discriminativeEfficiency());
        }
        return answer;
    }
}
