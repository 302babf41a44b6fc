package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws that hold between the functions of the engine, on random arguments. */
class PropertiesTest {
    private final Random random = new Random(7);

    @Test
    void convolutionIsCorrelationWithTheTurnedKernel() {
        Tensor x = random(6, 7);
        Tensor f = random(3, 2);
        for (Padding padding : List.of(Padding.of("valid"), Padding.of("same"), Padding.of("full"), Padding.of(2))) {
            same(
                    Convolution.correlate2d(x, Layout.rot180(f), padding, 2, 1),
                    Convolution.convolve2d(x, f, padding, 2, 1));
        }
    }

    @Test
    void validIsTheInteriorOfSameAndSameTheInteriorOfFull() {
        Tensor x = random(6, 7);
        Tensor f = random(3, 5);
        Tensor valid = Convolution.correlate2d(x, f, Padding.of("valid"), 1, 1);
        Tensor same = Convolution.correlate2d(x, f, Padding.of("same"), 1, 1);
        Tensor full = Convolution.correlate2d(x, f, Padding.of("full"), 1, 1);
        assertArrayEquals(new int[] {6, 7}, same.shape());
        assertArrayEquals(new int[] {8, 11}, full.shape());
        for (int i = 0; i < valid.rows(); i++) {
            for (int j = 0; j < valid.columns(); j++) {
                assertEquals(valid.at(i, j), same.at(i + 1, j + 2), 1e-12);
            }
        }
        for (int i = 0; i < same.rows(); i++) {
            for (int j = 0; j < same.columns(); j++) {
                assertEquals(same.at(i, j), full.at(i + 1, j + 2), 1e-12);
            }
        }
    }

    @Test
    void aStrideTakesEveryOtherCellAndADilationSpreadsTheKernel() {
        Tensor x = random(7, 9);
        Tensor f = random(2, 2);
        Tensor dense = Convolution.correlate2d(x, f, Padding.of(0), 1, 2);
        Tensor sparse = Convolution.correlate2d(x, f, Padding.of(0), 2, 2);
        for (int i = 0; i < sparse.rows(); i++) {
            for (int j = 0; j < sparse.columns(); j++) {
                assertEquals(dense.at(2 * i, 2 * j), sparse.at(i, j));
            }
        }
        Tensor spread = Tensor.matrix(new double[] {f.at(0, 0), 0, f.at(0, 1)}, new double[] {0, 0, 0}, new double[] {
            f.at(1, 0), 0, f.at(1, 1)
        });
        same(Convolution.correlate2d(x, spread, Padding.of(0), 1, 1), dense);
    }

    @Test
    void anEvenKernelWithSameKeepsTheSizeAndPadsBelowAndToTheRight() {
        Tensor x = Tensor.matrix(new double[] {1, 2}, new double[] {3, 4});
        Tensor f = Tensor.filled(1, 2, 2);
        same(
                Tensor.matrix(new double[] {10, 6}, new double[] {7, 4}),
                Convolution.correlate2d(x, f, Padding.of("same"), 1, 1));
    }

    @Test
    void vectorsAreCorrelatedInOneDimension() {
        Tensor y =
                Convolution.correlate2d(Tensor.vector(1, 2, 3, 4), Tensor.vector(1, 0, -1), Padding.of("same"), 1, 1);
        assertEquals(Tensor.vector(-2, -2, -2, 3), y);
        assertEquals(
                Tensor.vector(2, 2, 2, -3),
                Convolution.convolve2d(Tensor.vector(1, 2, 3, 4), Tensor.vector(1, 0, -1), Padding.of(1), 1, 1));
    }

    @Test
    void transposedConvolutionIsTheGradientOfConvolution() {
        Tensor x = random(7, 5);
        Tensor f = random(3, 3);
        Tensor y = Convolution.correlate2d(x, f, Padding.of(1), 2, 1);
        Tensor dy = random(y.shape());
        Tensor dx = Convolution.convTranspose2d(dy, f, 2, 1);
        assertEquals(Inner.product(y, dy), Inner.product(x, dx), 1e-9);
    }

    @Test
    void momentumWithoutMemoryIsPlainDescent() {
        Tensor w = random(3, 2);
        List<Tensor> grads = List.of(random(3, 2), random(3, 2), random(3, 2));
        Tensor plain = Called.of("sgd", w, grads, 0.1).tensor("w");
        for (String form : List.of("average", "classical", "nesterov")) {
            same(
                    plain,
                    Called.of("momentum", w, grads, 0.1, 0, Tensor.number(0), form, false)
                            .tensor("w"));
        }
    }

    @Test
    void theFirstCorrectedStepUsesTheGradientItself() {
        Tensor w = random(4);
        Tensor g = random(4);
        var momentum = Called.of("momentum", w, List.of(g), 0.1, 0.9, Tensor.number(0), "average", true);
        same(g, momentum.tensor("v_hat"));
        same(Called.of("sgd", w, List.of(g), 0.1).tensor("w"), momentum.tensor("w"));
        var rmsprop = Called.of("rmsprop", w, List.of(g), 0.1, 0.9, 0, false, Tensor.number(0), true);
        same(w.zip(g, (cell, slope) -> cell - 0.1 * Math.signum(slope)), rmsprop.tensor("w"));
    }

    @Test
    void numbersAndVectorsAndMatricesTakeTheSameSteps() {
        Tensor zero = Tensor.number(0);
        List<Tensor> numbers = List.of(Tensor.number(0.5), Tensor.number(-1));
        List<Tensor> vectors = List.of(Tensor.vector(0.5), Tensor.vector(-1));
        Tensor number = Called.of("momentum", Tensor.number(2), numbers, 0.1, 0.9, zero, "average", false)
                .tensor("w");
        Tensor vector = Called.of("momentum", Tensor.vector(2), vectors, 0.1, 0.9, zero, "average", false)
                .tensor("w");
        assertEquals(0, number.rank());
        assertEquals(1, vector.rank());
        assertEquals(number.cell(0), vector.cell(0));
        Tensor rows = Called.of("momentum", Tensor.vector(2), Tensor.matrix(new double[] {0.5}, new double[] {-1}), 0.1)
                .tensor("w");
        assertEquals(vector, rows);
    }

    @Test
    void theMeanOfInvertedDropoutOverAllMasksIsItsInput() {
        Tensor a = random(5);
        double keep = 0.7;
        double[] mean = new double[5];
        for (int mask = 0; mask < 32; mask++) {
            int bits = mask;
            double[] kept = new double[5];
            double chance = 1;
            for (int i = 0; i < 5; i++) {
                kept[i] = bits >> i & 1;
                chance *= kept[i] == 1 ? keep : 1 - keep;
            }
            Tensor out =
                    Called.of("dropout", a, Tensor.vector(kept), keep, true).tensor();
            for (int i = 0; i < 5; i++) {
                mean[i] += chance * out.cell(i);
            }
        }
        same(a, Tensor.vector(mean));
        same(a, Called.of("dropout_test", a, keep, true).tensor());
    }

    @Test
    void batchNormalisationGivesMeanBetaAndVarianceGammaSquared() {
        Tensor x = random(8, 3);
        Tensor gamma = Tensor.vector(2, -0.5, 1);
        Tensor beta = Tensor.vector(0.3, 0, -4);
        var again = Called.of(
                "batch_norm",
                Called.of("batch_norm", x, gamma, beta, 0).tensor("y"),
                Tensor.number(1),
                Tensor.number(0),
                0);
        same(beta, again.tensor("mean"));
        same(gamma.map(cell -> cell * cell), again.tensor("var"));
    }

    @Test
    void layerNormalisationIsBatchNormalisationOfTheTranspose() {
        Tensor x = random(4, 6);
        var layer = Called.of("layer_norm", x, Tensor.number(1), Tensor.number(0), 1e-5);
        var batch = Called.of("batch_norm", LinearAlgebra.transpose(x), Tensor.number(1), Tensor.number(0), 1e-5);
        same(LinearAlgebra.transpose(batch.tensor("y")), layer.tensor("y"));
        Tensor row = random(6);
        assertEquals(
                0,
                Called.of("layer_norm", row, Tensor.number(1), Tensor.number(0), 1e-5)
                        .tensor("mean")
                        .rank());
    }

    @Test
    void softmaxSumsToOneAndDoesNotMindAShift() {
        Tensor z = random(3, 4);
        Tensor p = Called.of("softmax", z).tensor();
        same(Tensor.filled(1, 3, 1), LinearAlgebra.product(p, false, Tensor.filled(1, 4, 1), false));
        same(p, Called.of("softmax", z.map(cell -> cell + 1000)).tensor());
        same(
                LinearAlgebra.transpose(
                        Called.of("softmax", LinearAlgebra.transpose(z), 1).tensor()),
                p);
    }

    @Test
    void lossesAreFiniteWhereTheAnswerIsSureAndRight() {
        same(
                Tensor.vector(0, 0),
                Called.of("logistic_loss", Tensor.vector(0, 1), Tensor.vector(0, 1))
                        .tensor());
        assertEquals(Double.POSITIVE_INFINITY, Called.of("logistic_loss", 1, 0).number());
        assertEquals(
                0,
                Called.of("cross_entropy", Tensor.vector(0, 1, 0), Tensor.vector(0, 1, 0))
                        .number(),
                0);
        assertEquals(
                0,
                Called.of("cross_entropy", Tensor.vector(0, 1, 0), Tensor.number(1))
                        .number(),
                0);
        assertEquals(
                800,
                Called.of("softmax_cross_entropy", Tensor.vector(800, 0), Tensor.number(1))
                        .number("loss"),
                1e-9);
    }

    @Test
    void recurrentStepsOfABatchAreTheStepsOfItsRows() {
        Tensor x = random(3, 4);
        Tensor h = random(3, 2);
        Tensor c = random(3, 2);
        Tensor wIh = random(8, 4);
        Tensor wHh = random(8, 2);
        Tensor bIh = random(8);
        Tensor bHh = random(8);
        var batch = Called.of("lstm_step", x, h, wIh, wHh, bIh, bHh, c);
        for (int i = 0; i < 3; i++) {
            var one = Called.of("lstm_step", row(x, i), row(h, i), wIh, wHh, bIh, bHh, row(c, i));
            same(row(batch.tensor("h"), i), one.tensor("h"));
            same(row(batch.tensor("c"), i), one.tensor("c"));
        }
    }

    @Test
    void causalAttentionOfTheFirstQueryIsTheFirstValue() {
        Tensor v = random(3, 2);
        var attended = Called.of("attention", random(3, 4), random(3, 4), v, true);
        same(row(v, 0), row(attended.tensor("out"), 0));
        assertEquals(0, attended.tensor("weights").at(0, 1));
    }

    @Test
    void turningTwiceLeadsBackAndPaddingAddsNothing() {
        Tensor a = random(3, 4);
        same(a, Layout.rot180(Layout.rot180(a)));
        assertEquals(Tensor.vector(3, 2, 1), Layout.rot180(Tensor.vector(1, 2, 3)));
        Tensor padded = Layout.pad(a, 1, 2, 3, 0);
        assertArrayEquals(new int[] {6, 7}, padded.shape());
        assertEquals(a.at(0, 0), padded.at(1, 3));
        assertEquals(
                Arrays.stream(a.cells()).sum(), Arrays.stream(padded.cells()).sum(), 1e-12);
    }

    private static Tensor row(Tensor matrix, int row) {
        double[] cells = new double[matrix.columns()];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = matrix.at(row, j);
        }
        return Tensor.vector(cells);
    }

    private Tensor random(int... shape) {
        return Tensor.zeros(shape).map(cell -> random.nextGaussian());
    }

    private static void same(Tensor expected, Tensor actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        assertArrayEquals(expected.cells(), actual.cells(), 1e-9);
    }
}
