package gradus.bench;

import gradus.grading.Grader;
import gradus.grading.Result;
import gradus.question.file.QuestionFile;
import gradus.question.Variant;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A 5×5 matrix with one wrong cell and 20 mistakes to be told from, against parsing and comparing 25 numbers. */
@State(Scope.Benchmark)
public class MatrixBench {
    private static final String RESPONSE =
            "[[21,30,51,15,18],[4,56,59,90,24],[8,10,51,45,51],[0,14,16,65,8],[0,0,0,0,50]]";

    private final String[] cells = RESPONSE.replaceAll("[\\[\\]]", "").split(",");
    private final double[] key = {21, 30, 51, 15, 18, 4, 55, 59, 90, 24, 8, 10, 51, 45, 51, 0, 14, 16, 65, 8, 0, 0, 0, 0, 50};
    private final Map<String, String> responses = Map.of("y", RESPONSE);
    private final Variant variant = variant();

    private static Variant variant() {
        StringBuilder file = new StringBuilder(
                """
                id: bench
                title: Bench
                prompt: Bench
                params:
                  x: [[1, 2, 3, 0, 0], [0, 4, 5, 6, 0], [0, 0, 7, 8, 9], [0, 0, 0, 0, 0], [0, 0, 0, 0, 10]]
                  f: [[1, 0, 2], [0, 5, 0], [3, 0, 4]]
                parts:
                  - id: y
                    type: matrix
                    expect: 'correlate2d(x, f, "same")'
                    mistakes:
                """);
        for (int i = 1; i <= 20; i++) {
            file.append("      - {id: m%d, expect: 'correlate2d(x, f, \"same\") + %d*rot180(x)', say: Wrong.}\n".formatted(i, i));
        }
        return Variant.of(QuestionFile.read(file.toString(), "bench.yaml"), Map.of());
    }

    @Benchmark
    public int floor() {
        int right = 0;
        for (int i = 0; i < cells.length; i++) {
            double cell = Double.parseDouble(cells[i]);
            if (Math.abs(cell - key[i]) <= 1e-9 * 90 + 1e-3 * Math.abs(key[i])) {
                right++;
            }
        }
        return right;
    }

    @Benchmark
    public Result grade() {
        return Grader.grade(variant, responses);
    }
}
