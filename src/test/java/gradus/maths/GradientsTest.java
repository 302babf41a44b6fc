package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every backward pass against central differences of its forward pass. */
class GradientsTest {
    private static final double STEP = 1e-5;

    private final Random random = new Random(20261124);

    @Test
    void aConvolutionalLayerGoesBackAsItsDifferencesSay() {
        for (int[] setting : new int[][] {{1, 0, 1, 1}, {2, 1, 1, 1}, {1, 2, 2, 1}, {2, 1, 1, 2}, {3, 0, 2, 2}}) {
            int stride = setting[0];
            Padding padding = setting[1] == 2 ? Padding.of(1, 2, 0, 3) : Padding.of(setting[1]);
            int dilation = setting[2];
            int groups = setting[3];
            Tensor x = random(4, 7, 6);
            Tensor w = random(6, 4 / groups, 3, 2);
            Tensor b = random(6);
            Tensor y = Convolution.convLayer(x, w, b, padding, stride, dilation, groups);
            Tensor dy = random(y.shape());
            var back = Convolution.convLayerBackward(x, w, b, dy, padding, stride, dilation, groups);
            same(
                    back.dx(),
                    x,
                    v -> Inner.product(dy, Convolution.convLayer(v, w, b, padding, stride, dilation, groups)));
            same(
                    back.dw(),
                    w,
                    v -> Inner.product(dy, Convolution.convLayer(x, v, b, padding, stride, dilation, groups)));
            same(
                    back.db(),
                    b,
                    v -> Inner.product(dy, Convolution.convLayer(x, w, v, padding, stride, dilation, groups)));
        }
    }

    @Test
    void twoLayersGoBackAsTheirDifferencesSay() {
        for (String hidden : List.of("relu", "leaky_relu", "sigmoid", "tanh", "linear")) {
            for (String output : List.of("relu", "linear", "sigmoid", "tanh")) {
                Tensor x = random(2, 4);
                Tensor t = random(2, 4);
                Tensor w1 = random(3, 2);
                Tensor b1 = random(3, 1);
                Tensor w2 = random(2, 3);
                Tensor b2 = random(2);
                double scale = 0.5;
                var back = Called.of("two_layer", x, t, w1, b1, w2, b2, hidden, output, scale);
                same(
                        back.tensor("dW1"),
                        w1,
                        v -> Called.of("two_layer", x, t, v, b1, w2, b2, hidden, output, scale)
                                .number("E"));
                same(
                        back.tensor("dB1"),
                        b1,
                        v -> Called.of("two_layer", x, t, w1, v, w2, b2, hidden, output, scale)
                                .number("E"));
                same(
                        back.tensor("dW2"),
                        w2,
                        v -> Called.of("two_layer", x, t, w1, b1, v, b2, hidden, output, scale)
                                .number("E"));
                same(
                        back.tensor("dB2"),
                        b2,
                        v -> Called.of("two_layer", x, t, w1, b1, w2, v, hidden, output, scale)
                                .number("E"));
            }
        }
    }

    @Test
    void aLinearUnitGoesBackAsItsDifferencesSay() {
        Tensor x = random(5, 3);
        Tensor t = random(5);
        Tensor w = random(3);
        Tensor b = Tensor.number(0.3);
        var gradient = Called.of("linear_gradient", x, t, w, b, 0.5);
        same(
                gradient.tensor("dw"),
                w,
                v -> Called.of("linear_gradient", x, t, v, b, 0.5).number("error"));
        same(
                gradient.tensor("db"),
                b,
                v -> Called.of("linear_gradient", x, t, w, v, 0.5).number("error"));
    }

    @Test
    void batchNormalisationGoesBackAsItsDifferencesSay() {
        Tensor x = random(6, 3);
        Tensor gamma = random(3);
        Tensor beta = random(3);
        Tensor dy = random(6, 3);
        var back = Called.of("batch_norm_backward", x, gamma, beta, dy, 1e-3);
        same(
                back.tensor("dx"),
                x,
                v -> Inner.product(
                        dy, Called.of("batch_norm", v, gamma, beta, 1e-3).tensor("y")));
        same(
                back.tensor("dgamma"),
                gamma,
                v -> Inner.product(dy, Called.of("batch_norm", x, v, beta, 1e-3).tensor("y")));
        same(
                back.tensor("dbeta"),
                beta,
                v -> Inner.product(
                        dy, Called.of("batch_norm", x, gamma, v, 1e-3).tensor("y")));
    }

    @Test
    void maximaPassTheirGradientBackAsTheirDifferencesSay() {
        for (int[] setting : new int[][] {{2, 2, 0}, {3, 2, 1}, {3, 1, 1}, {2, 3, 0}}) {
            Tensor x = random(2, 7, 6);
            Tensor dy = random(
                    Pooling.maxPool(x, setting[0], setting[1], setting[2]).shape());
            Tensor dx = Pooling.maxPoolBackward(x, dy, setting[0], setting[1], setting[2]);
            same(dx, x, v -> Inner.product(dy, Pooling.maxPool(v, setting[0], setting[1], setting[2])));
        }
    }

    @Test
    void lossesGoBackAsTheirDifferencesSay() {
        Tensor z = random(4, 3);
        Tensor classes = Tensor.vector(0, 2, 1, 1);
        Tensor soft = Called.of("softmax", random(4, 3)).tensor();
        same(
                Called.of("softmax_cross_entropy", z, classes).tensor("dz"),
                z,
                v -> Called.of("softmax_cross_entropy", v, classes).number("loss"));
        same(
                Called.of("softmax_cross_entropy", z, soft).tensor("dz"),
                z,
                v -> Called.of("softmax_cross_entropy", v, soft).number("loss"));
        same(
                Called.of("l2_gradient", z, Tensor.zeros(4, 3), 0.7, 5).tensor(),
                z,
                v -> Called.of("l2_penalty", v, 0.7, 5).number());
        same(
                Called.of("l1_gradient", z, Tensor.zeros(4, 3), 0.7, 5).tensor(),
                z,
                v -> Called.of("l1_penalty", v, 0.7, 5).number());
    }

    @Test
    void derivativesOfActivationsAreTheirDifferences() {
        Tensor z = random(20);
        same(
                Called.of("sigmoid_prime", z).tensor(),
                z,
                v -> sum(Called.of("sigmoid", v).tensor()));
        same(
                Called.of("tanh_prime", z).tensor(),
                z,
                v -> sum(Called.of("tanh", v).tensor()));
        same(
                Called.of("relu_prime", z).tensor(),
                z,
                v -> sum(Called.of("relu", v).tensor()));
        same(
                Called.of("leaky_relu_prime", z, 0.2).tensor(),
                z,
                v -> sum(Called.of("leaky_relu", v, 0.2).tensor()));
    }

    private static double sum(Tensor tensor) {
        return Inner.product(tensor, Tensor.filled(1, tensor.shape()));
    }

    private Tensor random(int... shape) {
        return Tensor.zeros(shape).map(cell -> random.nextGaussian());
    }

    private static void same(Tensor gradient, Tensor at, ToDoubleFunction<Tensor> function) {
        assertEquals(at.shapeText(), gradient.shapeText());
        for (int i = 0; i < at.size(); i++) {
            double difference =
                    function.applyAsDouble(moved(at, i, STEP)) - function.applyAsDouble(moved(at, i, -STEP));
            assertEquals(difference / (2 * STEP), gradient.cell(i), 1e-6);
        }
    }

    private static Tensor moved(Tensor at, int cell, double by) {
        double[] cells = at.cells();
        cells[cell] += by;
        return Tensor.of(at.shape(), cells);
    }
}
