package gradus.bench;

import gradus.bench.Bench.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long grading takes against plain Java that does only the sums; of each the fastest iteration, as the machine may be busy. */
final class GradingRows {
    private GradingRows() {}

    static List<Row> measure() throws RunnerException {
        Map<String, Double> nanoseconds = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include("gradus\\.bench\\.(Matrix|Formula|Exam)Bench")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(8)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run()) {
            String name = result.getParams().getBenchmark();
            nanoseconds.put(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    result.getPrimaryResult().getStatistics().getMin());
        }
        return List.of(
                row(nanoseconds, "one 5×5 matrix response, text to verdict, 20 mistakes on it", "MatrixBench", "≤ 10"),
                row(nanoseconds, "one scalar formula response, text to verdict", "FormulaBench", "≤ 20"),
                new Row(
                        "the whole seed exam, all auto-graded parts, four times over against once, a time",
                        nanoseconds.getOrDefault("ExamBench.once", Double.NaN),
                        nanoseconds.getOrDefault("ExamBench.fourTimes", Double.NaN) / 4,
                        "ns",
                        "1: time grows linearly"));
    }

    private static Row row(Map<String, Double> nanoseconds, String what, String bench, String toReach) {
        return new Row(
                what,
                nanoseconds.getOrDefault(bench + ".floor", Double.NaN),
                nanoseconds.getOrDefault(bench + ".grade", Double.NaN),
                "ns",
                toReach);
    }
}
