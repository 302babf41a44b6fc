package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Pattern WORD = Pattern.compile("(?<![\\\\{A-Za-z])[A-Za-z]{4,}");
    private static final List<String> LETTERS = List.of("x", "f", "y");
    private static final Tensor X = Tensor.matrix(
            new double[] {1, 2, 3, 0, 0},
            new double[] {0, 4, 5, 6, 0},
            new double[] {0, 0, 7, 8, 9},
            new double[] {0, 0, 0, 0, 0},
            new double[] {0, 0, 0, 0, 10});
    private static final Tensor F =
            Tensor.matrix(new double[] {1, 0, 2}, new double[] {0, 5, 0}, new double[] {3, 0, 4});
    private static final Tensor ZERO = Tensor.number(0);
    private static final Padding NONE = Padding.of(0);

    private final Random random = new Random(3);

    @Test
    void aWindowIsTheSumOfItsProducts() {
        String steps = ConvolutionSteps.correlate2d(LETTERS, X, F, Padding.of("valid"), 1, 1)
                .markdown();
        assertTrue(steps.contains("$$y_{1,1} = 1 \\cdot 1 + 3 \\cdot 2 + 4 \\cdot 5 + 7 \\cdot 4 = 55$$"));
        assertTrue(steps.endsWith("10 & 51 & 45 \\\\ 14 & 16 & 65 \\end{bmatrix}$$"));
        String turned = ConvolutionSteps.convolve2d(LETTERS, X, F, Padding.of("same"), 1, 1)
                .markdown();
        assertTrue(
                turned.contains("\\tilde f = \\begin{bmatrix} 4 & 0 & 3 \\\\ 0 & 5 & 0 \\\\ 2 & 0 & 1 \\end{bmatrix}"));
        assertTrue(turned.contains("\\bar{x} ="));
    }

    @Test
    void oneCellIsWorkedOutInSightAndTheOthersArePutAway() {
        Steps steps = ConvolutionSteps.correlate2d(LETTERS, X, F, Padding.of("valid"), 1, 1);
        Set<String> known = new HashSet<>();
        String page = steps.illustrated(Locale.ENGLISH, known, text -> text);
        assertTrue(page.contains("```folded 8 more lines"), page);
        String sight = page.replaceAll("(?s)```folded.*?```", "");
        assertTrue(sight.contains("y_{1,1} =") && !sight.contains("y_{1,2} ="), sight);
        assertEquals(9, page.split("class=\"cell lit\"").length - 1 - 9 - 1);
        assertTrue(page.contains(">3·2</text>"), page);
        String again = steps.illustrated(Locale.ENGLISH, known, text -> text);
        assertTrue(again.startsWith("```folded 11 more lines"), again);
    }

    @Test
    void aLayersCountIsShownAsTheContractWritesIt() {
        Steps steps = NetworkSteps.network("32x32x3", "conv(8,5); maxpool(2); dense(120)");
        assertEquals(
                "$$\\mathtt{conv(8,5)}: (5 \\cdot 5 \\cdot 3 + 1) \\cdot 8 = 608$$",
                steps.leadingTo("params[1]").markdown());
        assertTrue(steps.leadingTo("shapes[2]").markdown().contains("14 \\times 14 \\times 8"));
        assertTrue(steps.leadingTo("total").markdown().endsWith("$$608 + 0 + 188280 = 188888$$"));
        assertEquals(4, steps.leadingTo("total").lines().size());
    }

    @Test
    void everyFunctionShowsItsWorkInFormulasOfReasonableLength() {
        for (int scale : new int[] {1, 6}) {
            for (Steps steps : everything(scale).toList()) {
                String markdown = steps.markdown();
                assertFalse(markdown.isEmpty());
                assertTrue(markdown.length() < 60_000, () -> markdown.length() + ": " + markdown.substring(0, 300));
                for (String line : markdown.split("\n\n", -1)) {
                    assertTrue(line.startsWith("$$") && line.endsWith("$$"), line);
                    assertFalse(line.contains("NaN") || line.contains("null") || line.contains("E-"), line);
                    assertEquals(count(line, '{'), count(line, '}'), line);
                    String words = line.replaceAll("\\\\(mathrm|mathtt|operatorname|begin|end)\\{[^}]*}", "");
                    assertFalse(WORD.matcher(words).find(), line);
                }
            }
        }
    }

    private Stream<Steps> everything(int n) {
        Tensor a = random(2 * n, 3 * n);
        Tensor maps = random(2, 4 * n, 4 * n);
        Tensor kernels = random(2, 2, 3, 3);
        Tensor dy = random(2, 4 * n - 2, 4 * n - 2);
        Tensor pooled = random(2, 2 * n, 2 * n);
        return Stream.of(
                ConvolutionSteps.correlate2d(LETTERS, random(5 * n, 6 * n), F, Padding.of("same"), 1, 1),
                ConvolutionSteps.convolve2d(LETTERS, random(5 * n, 6 * n), F, Padding.of("full"), 2, 2),
                ConvolutionSteps.convLayer(maps, kernels, ZERO, NONE, 1, 1, 1),
                ConvolutionSteps.convLayerBackward(maps, kernels, ZERO, dy, NONE, 1, 1, 1),
                ConvolutionSteps.convTranspose2d(a, F, 2, 1),
                PoolingSteps.maxPool(List.of("x", "y"), maps, 2, 2, 0),
                PoolingSteps.avgPool(List.of("x", "y"), maps, 3, 2, 1),
                PoolingSteps.maxPoolBackward(maps, pooled, 2, 2, 0),
                NetworkSteps.network(
                        "64x64x3", "conv(8, 5, padding=same); subsample(2); batchnorm();".repeat(n) + "dense(9)"),
                NetworkSteps.network("10", "lstm(5); gru(5, biases=2); rnn(5, 0); attention(5)"));
    }

    @Test
    void numbersArePrintedShort() {
        assertEquals("62958", Numbers.latex(62958));
        assertEquals("61100840", Numbers.latex(61_100_840));
        assertEquals("0.333333", Numbers.plain(1 / 3.0));
        assertEquals(
                "0.3333 + 12.4 \\cdot 10^{-7}",
                Numbers.rounded(Numbers.latex(1 / 3.0) + " + 12.40001 \\cdot 10^{-7}", 4));
        assertEquals("\\frac{1.23456}{7}", Numbers.rounded("\\frac{1.23456}{7}", 4, Set.of("1.23456")));
        assertEquals("10^{-8}", Numbers.latex(1e-8));
        assertEquals("-1.5 \\cdot 10^{-7}", Numbers.latex(-1.5e-7));
        assertEquals("(-2)", Numbers.factor(-2));
        assertEquals("0", Numbers.latex(-0.0));
        assertEquals("0.3", Numbers.latex(0.1 + 0.2));
        assertEquals("1.5e-7", Numbers.plain(1.5e-7));
        assertEquals("10^{20}", Numbers.latex(1e20));
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private Tensor random(int... shape) {
        return Tensor.zeros(shape)
                .map(cell -> Double.parseDouble(String.format(Locale.ROOT, "%.2f", random.nextGaussian())));
    }
}
