package gradus.maths;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Activations and their derivatives, cell by cell; softmax along rows. Shapes stay. */
public final class Activation {
    /** The slope of leaky ReLU for negative arguments where none is given. */
    public static final double SLOPE = 0.01;

    private Activation() {}

    /** 1/(1+e⁻ᶻ), without overflow for large |z|. */
    public static Tensor sigmoid(Tensor z) {
        return z.map(Activation::sigmoid);
    }

    public static double sigmoid(double z) {
        double e = Math.exp(-Math.abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    public static Tensor tanh(Tensor z) {
        return z.map(Math::tanh);
    }

    /** max(0, z). */
    public static Tensor relu(Tensor z) {
        return z.map(Activation::relu);
    }

    public static double relu(double z) {
        return Math.max(0, z);
    }

    /** z where z &gt; 0, slope·z elsewhere. */
    public static Tensor leakyRelu(Tensor z, double slope) {
        return z.map(cell -> cell > 0 ? cell : slope * cell);
    }

    /** σ(z)(1−σ(z)). */
    public static Tensor sigmoidPrime(Tensor z) {
        return z.map(Activation::sigmoidPrime);
    }

    private static double sigmoidPrime(double z) {
        double e = Math.exp(-Math.abs(z));
        return e / ((1 + e) * (1 + e));
    }

    /** 1−tanh²(z), without cancellation for large |z|. */
    public static Tensor tanhPrime(Tensor z) {
        return z.map(cell -> 4 * sigmoidPrime(2 * cell));
    }

    /** 1 where z &gt; 0, otherwise 0; 0 at 0, as PyTorch and TensorFlow take it. */
    public static Tensor reluPrime(Tensor z) {
        return leakyReluPrime(z, 0);
    }

    /** 1 where z &gt; 0, otherwise the slope; the slope at 0, as PyTorch and TensorFlow take it. */
    public static Tensor leakyReluPrime(Tensor z, double slope) {
        return z.map(cell -> Double.isNaN(cell) ? cell : cell > 0 ? 1 : slope);
    }

    /** Softmax of a vector, row or column as a whole; of a matrix along each row. */
    public static Tensor softmax(Tensor z) {
        boolean line = z.rank() < 2 || z.rank() == 2 && z.columns() == 1;
        return softmax(z, line ? 1 : z.rank());
    }

    /**
     * e^z / Σe^z along an axis counted from 1: 1 down each column, 2 along each row. Each line is shifted by its largest
     * cell first, so that nothing overflows.
     */
    public static Tensor softmax(Tensor z, int axis) {
        if (z.rank() == 0) {
            return Tensor.number(1);
        }
        if (axis < 1 || axis > z.rank()) {
            throw MathsException.of("maths.axis", axis, z.rank());
        }
        int[] shape = z.shape();
        int inner = 1;
        for (int i = axis; i < shape.length; i++) {
            inner *= shape[i];
        }
        int length = shape[axis - 1];
        double[] cells = z.cells();
        for (int start = 0; length > 0 && start < cells.length; start++) {
            if (start / inner % length == 0) {
                softmaxInPlace(cells, start, inner, length);
            }
        }
        return Tensor.of(shape, cells);
    }

    private static void softmaxInPlace(double[] cells, int start, int step, int length) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, cells[start + k * step]);
        }
        double sum = 0;
        for (int k = 0; k < length; k++) {
            int at = start + k * step;
            cells[at] = Math.exp(cells[at] - largest);
            sum += cells[at];
        }
        for (int k = 0; k < length; k++) {
            cells[start + k * step] /= sum;
        }
    }

    /** The activation of a layer, chosen by its name. */
    enum Kind {
        LINEAR,
        RELU,
        LEAKY_RELU,
        SIGMOID,
        TANH;

        static Kind named(String argument, String word) {
            String name = word.strip().toUpperCase(Locale.ROOT);
            if (name.equals("IDENTITY")) {
                return LINEAR;
            }
            for (Kind kind : values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            List<String> known = Arrays.stream(values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .toList();
            throw Require.unknown(argument, word, known);
        }

        Tensor of(Tensor z) {
            return switch (this) {
                case LINEAR -> z;
                case RELU -> relu(z);
                case LEAKY_RELU -> leakyRelu(z, SLOPE);
                case SIGMOID -> sigmoid(z);
                case TANH -> tanh(z);
            };
        }

        Tensor prime(Tensor z) {
            return switch (this) {
                case LINEAR -> Tensor.filled(1, z.shape());
                case RELU -> reluPrime(z);
                case LEAKY_RELU -> leakyReluPrime(z, SLOPE);
                case SIGMOID -> sigmoidPrime(z);
                case TANH -> tanhPrime(z);
            };
        }

        /** The symbol of the function in LaTeX. */
        String symbol() {
            return switch (this) {
                case LINEAR -> "\\mathrm{id}";
                case RELU -> "\\mathrm{relu}";
                case LEAKY_RELU -> "\\mathrm{lrelu}";
                case SIGMOID -> "\\sigma";
                case TANH -> "\\tanh";
            };
        }
    }
}
