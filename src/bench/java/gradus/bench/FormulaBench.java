package gradus.bench;

import gradus.grading.Grader;
import gradus.grading.Result;
import gradus.question.file.QuestionFile;
import gradus.question.Variant;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The sigmoid in another form, against the same two formulas as Java lambdas at as many points. */
@State(Scope.Benchmark)
public class FormulaBench {
    private static final int POINTS = 24;

    private final Variant variant = Variant.of(
            QuestionFile.read(
                    """
                    id: bench
                    title: Bench
                    prompt: Bench
                    parts:
                      - {id: y, type: formula, expect: 1/(1+exp(-z)), symbols: {z: {from: -4, to: 4}}}
                    """,
                    "bench.yaml"),
            Map.of());
    private final Map<String, String> responses = Map.of("y", "e^z/(1+e^z)");
    private final double[] points = new double[POINTS];
    private DoubleUnaryOperator key = z -> 1 / (1 + Math.exp(-z));
    private DoubleUnaryOperator response = z -> Math.exp(z) / (1 + Math.exp(z));

    public FormulaBench() {
        for (int i = 0; i < POINTS; i++) {
            points[i] = -4 + 8.0 * i / POINTS;
        }
    }

    @Benchmark
    public int floor() {
        int agreeing = 0;
        for (double point : points) {
            double a = response.applyAsDouble(point);
            double b = key.applyAsDouble(point);
            if (Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))) {
                agreeing++;
            }
        }
        return agreeing;
    }

    @Benchmark
    public Result grade() {
        return Grader.grade(variant, responses);
    }
}
