package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Arguments that do not fit are answered with what was given and how to mend it; too large ones are refused at once. */
class ArgumentsTest {
    private static final Tensor A = Tensor.zeros(2, 3);
    private static final Tensor ZERO = Tensor.number(0);

    @Test
    void shapesThatDoNotFitAreBothSaid() {
        says("a is 2×3 but mask is 3×2", () -> Dropout.train(A, Tensor.zeros(3, 2), 0.5, true));
        says(
                "x must have 3 axes (1 is a vector, 2 a matrix), but its shape is 2×3",
                () -> Convolution.convLayer(A, Tensor.zeros(1, 1, 1, 1), ZERO, Padding.of(0), 1, 1, 1));
        says(
                "x 4×5×5 and w 2×3×3×3 do not fit with 2 group(s)",
                () -> Convolution.convLayer(
                        Tensor.zeros(4, 5, 5), Tensor.zeros(2, 3, 3, 3), ZERO, Padding.of(0), 1, 1, 2));
        says(
                "b has the shape 3; give one number, or 2 of them in a vector",
                () -> Convolution.convLayer(
                        Tensor.zeros(1, 5, 5), Tensor.zeros(2, 1, 3, 3), Tensor.zeros(3), Padding.of(0), 1, 1, 1));
        says(
                "the kernel reaches over 3×3 cells but the padded input has only 2×3",
                () -> Convolution.correlate2d(A, Tensor.zeros(3, 3), Padding.of(0), 1, 1));
        says(
                "t is 3 but must have 2 cell(s), because X is 2×3",
                () -> Linear.linearGradient(A, Tensor.zeros(3), Tensor.zeros(3), ZERO, 1));
        says(
                "W1 is 4×3 but X is 2×3; W1 needs as many columns as X has rows",
                () -> TwoLayer.twoLayer(A, A, Tensor.zeros(4, 3), ZERO, A, ZERO, "relu", "relu", 1));
        says(
                "z is 2×3 but y is 3; give y the same shape (one-hot rows) or 2 class number(s)",
                () -> Loss.softmaxCrossEntropy(A, Tensor.zeros(3)));
        says("there is no class 3; classes go from 0 to 2", () -> Loss.crossEntropy(A, Tensor.vector(0, 3)));
        says(
                "W_hh is 4×2 but the 3 gate(s) need 6 rows",
                () -> Recurrent.gruStep(ZERO, ZERO, A, Tensor.zeros(4, 2), ZERO, ZERO));
        says("Q is 2×3 and K is 3×2", () -> Attention.attention(A, Tensor.zeros(3, 2), A, false));
    }

    @Test
    void valuesOutOfRangeAreSaid() {
        says("keep must lie in (0, 1], not be 0.0", () -> Dropout.test(A, 0, true));
        says(
                "beta must lie in [0, 1), not be 1.0",
                () -> Optimiser.momentum(ZERO, List.of(ZERO), 1, 1, ZERO, "average", false));
        says(
                "form heavy is not known; use one of: average, classical, nesterov",
                () -> Optimiser.momentum(ZERO, List.of(ZERO), 1, 0.9, ZERO, "heavy", false));
        says(
                "belongs to the form average",
                () -> Optimiser.momentum(ZERO, List.of(ZERO), 1, 0.9, ZERO, "classical", true));
        says(
                "adam divides 0 by 0 here; an eps greater than 0",
                () -> Optimiser.adam(ZERO, List.of(ZERO), 1, 0.9, 0.999, 0, false, true, 0, ZERO, ZERO, 0, false));
        says(
                "s0 must not be negative",
                () -> Optimiser.rmsprop(ZERO, List.of(ZERO), 1, 0.9, 0, false, Tensor.number(-1), false));
        says(
                "rmsprop leaves the range of numbers here",
                () -> Optimiser.rmsprop(ZERO, List.of(Tensor.number(1e200)), 0.1, 0.9, 0, false, ZERO, false));
        says("give at least one gradient", () -> Optimiser.sgd(ZERO, List.of(), 1));
        says(
                "stride must be a whole number of at least 1, not 0",
                () -> Convolution.correlate2d(A, A, Padding.of(0), 0, 1));
        says("padding must be a whole number of at least 0, not -1", () -> Padding.of(-1));
        says("padding around is not known", () -> Padding.of("around"));
        says("padding [1.0, 2.0] is not understood", () -> Padding.of(Tensor.vector(1, 2)));
        says("padding 2 is more than half of the pooling size 3", () -> Pooling.maxPool(A, 3, 1, 2));
        says("p must lie in [0, 1], not be 1.5", () -> Loss.logisticLoss(ZERO, Tensor.number(1.5)));
        says("m must be greater than 0", () -> Regularisation.l2Penalty(A, 1, 0));
        says("output softplus is not known", () -> TwoLayer.twoLayer(A, A, A, A, A, A, "relu", "softplus", 1));
        says("batch_norm divides 0 by 0", () -> Normalisation.batchNorm(A, Tensor.number(1), ZERO, 0));
    }

    @Test
    void tooLargeOnesAreRefusedAtOnce() {
        Tensor wide = Tensor.zeros(1000, 1000);
        atOnce(() -> Attention.attention(wide, wide, wide, false));
        atOnce(() -> Layout.pad(A, 0, Integer.MAX_VALUE, 0, 0));
        atOnce(() -> Convolution.correlate2d(wide, Tensor.zeros(500, 500), Padding.of("valid"), 1, 1));
        atOnce(() -> Convolution.correlate2d(A, A, Padding.of(1_000_000), 1, 1));
        atOnce(() -> Convolution.correlate2d(A, A, Padding.of("full"), 1, 1_000_000));
        atOnce(() -> Convolution.correlate2d(A, A, Padding.of(0), Integer.MAX_VALUE, Integer.MAX_VALUE));
        atOnce(() -> Convolution.convTranspose2d(A, A, Integer.MAX_VALUE, 0));
        atOnce(() -> Pooling.maxPool(wide, 500, 1, 0));
        atOnce(() -> Pooling.maxPool(wide, Integer.MAX_VALUE, 1, 0));
        atOnce(() -> Linear.linearMomentum(wide, Tensor.zeros(1000), Tensor.zeros(1000), ZERO, 0.1, 0.9, 10_000));
        atOnce(() -> Network.network("9999999x9999999x9999999", "flatten()"));
        atOnce(() -> Network.network("900x900x9999999", "conv(9999999, 900)"));
        atOnce(() -> Network.network("5", "dense(5);".repeat(2000)));
    }

    private static void atOnce(Executable call) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThrows(MathsException.class, call));
    }

    private static void says(String words, Executable call) {
        MathsException problem = assertThrows(MathsException.class, call);
        String said = problem.problem().in(Locale.ENGLISH);
        assertTrue(said.contains(words), said);
        assertFalse(problem.problem().in(Locale.KOREAN).contains("{"), said);
    }
}
