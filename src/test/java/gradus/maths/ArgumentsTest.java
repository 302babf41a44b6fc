package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Arguments that do not fit are answered with what was given and how to mend it; too large ones are refused at once. */
class ArgumentsTest {
    private static final Tensor A = Tensor.zeros(2, 3);
    private static final Tensor ZERO = Tensor.number(0);

    @Test
    void shapesThatDoNotFitAreBothSaid() {
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
    }

    @Test
    void valuesOutOfRangeAreSaid() {
        says(
                "stride must be a whole number of at least 1, not 0",
                () -> Convolution.correlate2d(A, A, Padding.of(0), 0, 1));
        says("padding must be a whole number of at least 0, not -1", () -> Padding.of(-1));
        says("padding around is not known", () -> Padding.of("around"));
        says("padding [1.0, 2.0] is not understood", () -> Padding.of(Tensor.vector(1, 2)));
        says("padding 2 is more than half of the pooling size 3", () -> Pooling.maxPool(A, 3, 1, 2));
    }

    @Test
    void tooLargeOnesAreRefusedAtOnce() {
        Tensor wide = Tensor.zeros(1000, 1000);
        atOnce(() -> Layout.pad(A, 0, Integer.MAX_VALUE, 0, 0));
        atOnce(() -> Convolution.correlate2d(wide, Tensor.zeros(500, 500), Padding.of("valid"), 1, 1));
        atOnce(() -> Convolution.correlate2d(A, A, Padding.of(1_000_000), 1, 1));
        atOnce(() -> Convolution.correlate2d(A, A, Padding.of("full"), 1, 1_000_000));
        atOnce(() -> Convolution.correlate2d(A, A, Padding.of(0), Integer.MAX_VALUE, Integer.MAX_VALUE));
        atOnce(() -> Convolution.convTranspose2d(A, A, Integer.MAX_VALUE, 0));
        atOnce(() -> Pooling.maxPool(wide, 500, 1, 0));
        atOnce(() -> Pooling.maxPool(wide, Integer.MAX_VALUE, 1, 0));
        atOnce(() -> Network.network("9999999x9999999x9999999", "flatten()"));
        atOnce(() -> Network.network("900x900x9999999", "conv(9999999, 900)"));
        atOnce(() -> Network.network("5", "dense(5);".repeat(2000)));
    }

    private static void atOnce(Executable call) {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertThrows(MathsException.class, call));
    }

    private static void says(String words, Executable call) {
        MathsException problem = assertThrows(MathsException.class, call);
        String said = problem.problem().in(Locale.ENGLISH);
        assertTrue(said.contains(words), said);
        assertFalse(problem.problem().in(Locale.KOREAN).contains("{"), said);
    }
}
