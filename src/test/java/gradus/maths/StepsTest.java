package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Pattern WORD = Pattern.compile("(?<![\\\\{A-Za-z])[A-Za-z]{4,}");
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
        String steps =
                ConvolutionSteps.correlate2d(X, F, Padding.of("valid"), 1, 1).markdown();
        assertTrue(
                steps.contains("$$y_{1,1} = 1 \\cdot 1 + 2 \\cdot 0 + 3 \\cdot 2 + 0 \\cdot 0 + 4 \\cdot 5 + 5 \\cdot 0"
                        + " + 0 \\cdot 3 + 0 \\cdot 0 + 7 \\cdot 4 = 55$$"));
        assertTrue(steps.endsWith("10 & 51 & 45 \\\\ 14 & 16 & 65 \\end{bmatrix}$$"));
        String turned =
                ConvolutionSteps.convolve2d(X, F, Padding.of("same"), 1, 1).markdown();
        assertTrue(
                turned.contains("\\tilde f = \\begin{bmatrix} 4 & 0 & 3 \\\\ 0 & 5 & 0 \\\\ 2 & 0 & 1 \\end{bmatrix}"));
        assertTrue(turned.contains("\\bar x ="));
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
    void onlyTheLinesThatLeadToAFieldAreShown() {
        Steps all = TwoLayerSteps.twoLayer(
                random(2, 3), random(1, 3), random(2, 2), random(2, 1), random(1, 2), random(1, 1), "relu", "relu", 1);
        assertEquals(12, all.lines().size());
        List<String> names =
                all.leadingTo("dB2").lines().stream().map(Steps.Line::name).toList();
        assertEquals(List.of("Z1", "A1", "Z2", "A2", "dZ2", "dB2"), names);
        assertEquals(all, all.leadingTo("nothing"));
    }

    @Test
    void anOptimisersStepShowsItsNumbers() {
        List<Tensor> grads = List.of(Tensor.number(2), Tensor.number(-1));
        String adam = OptimiserSteps.adam(
                        Tensor.number(1), grads, 0.1, 0.9, 0.999, 1e-8, false, true, 0, ZERO, ZERO, 0, false)
                .markdown();
        assertTrue(adam.contains("$$v_{1} = 0.9 \\cdot 0 + 0.1 \\cdot 2 = 0.2$$"));
        assertTrue(adam.contains("\\hat s_{1} = \\frac{s_{1}}{1-0.999^{1}} = \\frac{0.004}{0.001} = 4"));
        assertTrue(adam.contains("w_{1} = 1 - 0.1 \\cdot \\frac{2}{\\sqrt{4} + 10^{-8}} = 0.9"));
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
        Tensor half = a.map(Activation::sigmoid);
        Tensor v = random(3 * n);
        Tensor maps = random(2, 4 * n, 4 * n);
        Tensor kernels = random(2, 2, 3, 3);
        Tensor dy = random(2, 4 * n - 2, 4 * n - 2);
        Tensor pooled = random(2, 2 * n, 2 * n);
        Tensor mask = a.map(cell -> cell > 0 ? 1 : 0);
        List<Tensor> grads =
                Stream.generate(() -> random(2 * n, 3 * n)).limit(3L * n).toList();
        Tensor classes = Tensor.zeros(2 * n).map(cell -> 1);
        Tensor w4 = random(8 * n, 3 * n);
        Tensor u4 = random(8 * n, 2 * n);
        Tensor w3 = random(6 * n, 3 * n);
        Tensor u3 = random(6 * n, 2 * n);
        Tensor w1 = random(2 * n, 3 * n);
        Tensor u1 = random(2 * n, 2 * n);
        Tensor h = random(2 * n);
        return Stream.of(
                ActivationSteps.sigmoid(a),
                ActivationSteps.tanh(a),
                ActivationSteps.relu(a),
                ActivationSteps.leakyRelu(a, 0.01),
                ActivationSteps.sigmoidPrime(a),
                ActivationSteps.tanhPrime(a),
                ActivationSteps.reluPrime(a),
                ActivationSteps.leakyReluPrime(a, 0.2),
                ActivationSteps.softmax(a),
                ActivationSteps.softmax(a, 1),
                LossSteps.logisticLoss(mask, half),
                LossSteps.squaredError(a, half),
                LossSteps.crossEntropy(Activation.softmax(a), classes),
                LossSteps.softmaxCrossEntropy(a, classes),
                RegularisationSteps.l2Penalty(a, 0.1, 5),
                RegularisationSteps.l2Gradient(a, half, 0.1, 5),
                RegularisationSteps.l2Update(a, half, 0.5, 0.1, 5),
                RegularisationSteps.l1Penalty(a, 0.1, 5),
                RegularisationSteps.l1Gradient(a, half, 0.1, 5),
                DropoutSteps.train(a, mask, 0.8, true),
                DropoutSteps.test(a, 0.8, false),
                DropoutSteps.backward(a, mask, 0.8, false),
                ConvolutionSteps.correlate2d(random(5 * n, 6 * n), F, Padding.of("same"), 1, 1),
                ConvolutionSteps.convolve2d(random(5 * n, 6 * n), F, Padding.of("full"), 2, 2),
                ConvolutionSteps.convLayer(maps, kernels, ZERO, NONE, 1, 1, 1),
                ConvolutionSteps.convLayerBackward(maps, kernels, ZERO, dy, NONE, 1, 1, 1),
                ConvolutionSteps.convTranspose2d(a, F, 2, 1),
                PoolingSteps.maxPool(maps, 2, 2, 0),
                PoolingSteps.avgPool(maps, 3, 2, 1),
                PoolingSteps.maxPoolBackward(maps, pooled, 2, 2, 0),
                NetworkSteps.network(
                        "64x64x3", "conv(8, 5, padding=same); subsample(2); batchnorm();".repeat(n) + "dense(9)"),
                NetworkSteps.network("10", "lstm(5); gru(5, biases=2); rnn(5, 0); attention(5)"),
                OptimiserSteps.sgd(a, grads, 0.1),
                OptimiserSteps.momentum(a, grads, 0.1, 0.9, ZERO, "average", true),
                OptimiserSteps.momentum(a, grads, 0.1, 0.9, ZERO, "nesterov", false),
                OptimiserSteps.rmsprop(a, grads, 0.1, 0.9, 1e-8, false, ZERO, true),
                OptimiserSteps.adam(a, grads, 0.1, 0.9, 0.999, 1e-8, true, true, 2, ZERO, ZERO, 0.1, true),
                OptimiserSteps.adam(a, grads, 0.1, 0.9, 0.999, 0.01, false, false, 0, ZERO, ZERO, 0.1, false),
                LinearSteps.linearGradient(a, random(2 * n), v, ZERO, 0.5),
                LinearSteps.linearMomentum(a, random(2 * n), v, ZERO, 0.01, 0.9, 3 * n),
                TwoLayerSteps.twoLayer(
                        a, random(1, 3 * n), random(4, 2 * n), random(4, 1), random(4), ZERO, "tanh", "sigmoid", 2),
                NormalisationSteps.batchNorm(a, v, ZERO, 1e-5),
                NormalisationSteps.batchNormBackward(a, v, ZERO, half, 1e-5),
                NormalisationSteps.layerNorm(a, v, ZERO, 1e-5),
                RecurrentSteps.rnnStep(v, h, w1, u1, ZERO, ZERO),
                RecurrentSteps.gruStep(v, h, w3, u3, ZERO, ZERO),
                RecurrentSteps.lstmStep(v, h, w4, u4, ZERO, ZERO, h),
                AttentionSteps.attention(a, random(4, 3 * n), random(4, 2), false));
    }

    @Test
    void numbersArePrintedShort() {
        assertEquals("62958", Numbers.latex(62958));
        assertEquals("61100840", Numbers.latex(61_100_840));
        assertEquals("0.333333", Numbers.latex(1 / 3.0));
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
