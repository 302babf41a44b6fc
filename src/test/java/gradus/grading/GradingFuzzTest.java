package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Part;
import gradus.question.Variant;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random and mutated responses to every type of part. {@code -Dgradus.fuzz=1000000} makes it as long as one likes;
 * {@code -Dgradus.fuzz.seed} takes another course.
 */
class GradingFuzzTest {
    private static final int RESPONSES = Integer.getInteger("gradus.fuzz", 20_000);
    private static final long SEED = Long.getLong("gradus.fuzz.seed", 1);
    private static final double SLOWEST_MILLISECONDS = 50;
    /** Time that this thread worked, so that a busy machine does not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Variant QUESTION = Questions.of("""
            params: {x: [[1,2,3,0,0],[0,4,5,6,0],[0,0,7,8,9],[0,0,0,0,0],[0,0,0,0,10]], f: [[1,0,2],[0,5,0],[3,0,4]]}
            parts:
              - {id: number, type: number, expect: 0.37}
              - {id: integer, type: integer, expect: 608, mistakes: [{id: a, expect: 208, say: A.}]}
              - {id: matrix, type: matrix, expect: 'correlate2d(x, f)',
                 mistakes: [{id: b, expect: 'convolve2d(x, f)', say: B.}, {id: c, expect: 'rot180(correlate2d(x, f))', say: C.}]}
              - {id: vector, type: matrix, expect: 'sum(matrix, axis=1)'}
              - {id: shape, type: shape, expect: [28, 28, 8]}
              - {id: formula, type: formula, expect: '-(y*ln(p)+(1-y)*ln(1-p))', symbols: {y: {from: 0.05, to: 0.95}, p: {from: 0.05, to: 0.95}},
                 mistakes: [{id: d, expect: '-y*ln(p)+(1-y)*ln(1-p)', say: D.}]}
              - {id: gradient, type: formula, expect: "(W' * D) .* relu_prime(Z)", symbols: {W: {shape: [1, 3]}, D: {shape: [1, 4]}, Z: {shape: [3, 4]}}}
              - {id: choice, type: choice, expect: b, options: [a, b, c]}
              - {id: choices, type: choices, expect: [a, c], options: [a, b, c]}
              - {id: grid, type: grid, expect: [['+', '-'], ['-', '0']], options: ['+', '-', '0'], rows: [r, s], columns: [u, v]}
              - {id: text, type: text, points: 1}
            """);

    /** Right answers, one a part, from which mutations start. */
    private static final String[] RIGHT = {
        "0.37",
        "(5*5*3+1)*8",
        "[[55,59,90],[10,51,45],[14,16,65]]",
        "[79, 126, 200]",
        "28x28x8",
        "-y*ln(p)-(1-y)*ln(1-p)",
        "(W^T*D) ⊙ relu'(Z)",
        "b",
        "a,c",
        "[[+,-],[-,0]]",
        "text"
    };

    private static final String[] PIECES = {
        "0",
        "1",
        "9",
        "-",
        "+",
        "*",
        "/",
        "^",
        "(",
        ")",
        "[",
        "]",
        ",",
        ";",
        "\n",
        "\t",
        " ",
        ".",
        "e",
        "1e999",
        "NaN",
        "inf",
        "x",
        "y",
        "p",
        "W",
        "D",
        "Z",
        "max(",
        "ln(",
        "exp(",
        "'",
        "^T",
        "⊙",
        "\\frac{",
        "}",
        "\\begin{pmatrix}",
        "\\end{pmatrix}",
        "&",
        "\\\\",
        "np.array(",
        "₩",
        "ㅁ",
        "−",
        "×",
        "²",
        "√",
        "|",
        "=",
        "<",
        "?",
        ":",
        "1{",
        "\"",
        "_",
        "٣",
        "１",
        "\u0000",
        "\uD83D\uDE00",
        "\uD800",
        "1/0",
        "relu'(",
        "[1,2]",
        "W[1]",
        "sum(",
        "axis=",
        "..",
        "@",
        "$",
        "#",
        "<script>",
        "'''",
        "((((((((",
        "^^",
        "1_0"
    };

    private static String mutated(Random random, String from) {
        StringBuilder text = new StringBuilder(from);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 2 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                default -> {
                    if (at < text.length()) {
                        text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                    }
                }
            }
        }
        return text.toString();
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 500 : 20); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void everyResponseIsGradedInTimeAndNoneThrows() {
        Random random = new Random(SEED);
        List<Part> parts = QUESTION.question().parts();
        List<String> slow = new ArrayList<>();
        for (int i = 0; i < RESPONSES; i++) {
            int index = i % parts.size();
            String response = random.nextBoolean() ? mutated(random, RIGHT[index]) : random(random);
            PartResult result = grade(parts.get(index), response);
            for (int again = 0; milliseconds > SLOWEST_MILLISECONDS && again < 3; again++) {
                grade(parts.get(index), response);
            }
            if (milliseconds > SLOWEST_MILLISECONDS) {
                slow.add(milliseconds + " ms: " + response);
            }
            assertTrue(result.notes().isEmpty() || result.verdict() == Verdict.UNGRADED);
            assertTrue(
                    result.notes().stream().noneMatch(note -> note.key().equals("grading.failed")),
                    () -> result.notes() + " for " + response);
        }
        assertEquals(List.of(), slow);
    }

    private double milliseconds;

    private PartResult grade(Part part, String response) {
        long start = CLOCK.getCurrentThreadCpuTime();
        PartResult result =
                Grader.grade(QUESTION, java.util.Map.of(part.id(), response)).part(part.id());
        milliseconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
        result.feedback().forEach(said -> said.say().in(java.util.Locale.KOREAN));
        return result;
    }

    @Test
    void aChangedNumberIsNeverCorrect() {
        Random random = new Random(SEED);
        for (int i = 0; i < RESPONSES / 10; i++) {
            int cell = random.nextInt(9);
            String[] cells = "55,59,90,10,51,45,14,16,65".split(",");
            cells[cell] = Integer.toString(Integer.parseInt(cells[cell]) + 1 + random.nextInt(50));
            String typed = "[[%s,%s,%s],[%s,%s,%s],[%s,%s,%s]]".formatted((Object[]) cells);
            assertNotEquals(
                    Verdict.CORRECT,
                    grade(QUESTION.question().part("matrix"), typed).verdict(),
                    typed);
            String number = Double.toString(0.37 * (1.0011 + random.nextDouble()));
            assertEquals(
                    Verdict.INCORRECT,
                    grade(QUESTION.question().part("number"), number).verdict(),
                    number);
            String formula = "-y*ln(p)-(1-y)*ln(1-p)%+.9f*%s"
                    .formatted((random.nextDouble() - 0.5) / 1e3 + 1e-6, random.nextBoolean() ? "y" : "p");
            assertEquals(
                    Verdict.INCORRECT,
                    grade(QUESTION.question().part("formula"), formula).verdict(),
                    formula);
        }
    }

    @Test
    void theRightAnswersAreRight() {
        List<Part> parts = QUESTION.question().parts();
        for (int i = 0; i < parts.size() - 1; i++) {
            assertEquals(Verdict.CORRECT, grade(parts.get(i), RIGHT[i]).verdict(), RIGHT[i]);
        }
    }
}
