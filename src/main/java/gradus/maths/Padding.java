package gradus.maths;

import java.util.List;
import java.util.Locale;

/** How much zero stands around the input of a convolution or pooling: a rule, or the four sides themselves. */
public sealed interface Padding {
    /** The sides for one input and one kernel (as far as it reaches with its dilation). */
    Sides sides(int height, int width, int kernelHeight, int kernelWidth, int stride);

    /** {@code "valid"}, {@code "same"} or {@code "full"}. */
    static Padding of(String word) {
        for (Rule rule : Rule.values()) {
            if (rule.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
                return rule;
            }
        }
        throw Require.unknown(
                "padding", word, List.of("\"valid\"", "\"same\"", "\"full\"", "n", "[top, bottom, left, right]"));
    }

    /** The same number of zeros on each side. */
    static Sides of(int each) {
        return of(each, each, each, each);
    }

    static Sides of(int top, int bottom, int left, int right) {
        for (int side : new int[] {top, bottom, left, right}) {
            Require.atLeast(0, "padding", side);
            Require.cells(side);
        }
        return new Sides(top, bottom, left, right);
    }

    /** A number for all sides, or the four numbers top, bottom, left, right. */
    static Sides of(Tensor given) {
        for (double side : given.raw()) {
            if (side != Math.rint(side) || Math.abs(side) > Require.MAX_CELLS) {
                throw MathsException.of("maths.padding", given.toString());
            }
        }
        if (given.isNumber()) {
            return of((int) given.cell(0));
        }
        if (given.size() != 4) {
            throw MathsException.of("maths.padding", given.toString());
        }
        return of((int) given.cell(0), (int) given.cell(1), (int) given.cell(2), (int) given.cell(3));
    }

    /**
     * VALID has no zeros, FULL has kernel − 1 on each side. SAME gives ⌈input ÷ stride⌉ cells (with stride 1, as many as
     * the input); where the zeros do not halve, the odd one stands below and to the right, as in PyTorch and TensorFlow.
     */
    enum Rule implements Padding {
        VALID,
        SAME,
        FULL;

        @Override
        public Sides sides(int height, int width, int kernelHeight, int kernelWidth, int stride) {
            return switch (this) {
                case VALID -> new Sides(0, 0, 0, 0);
                case FULL -> new Sides(kernelHeight - 1, kernelHeight - 1, kernelWidth - 1, kernelWidth - 1);
                case SAME -> {
                    int tall = missing(height, kernelHeight, stride);
                    int wide = missing(width, kernelWidth, stride);
                    yield new Sides(tall / 2, tall - tall / 2, wide / 2, wide - wide / 2);
                }
            };
        }

        private static int missing(int input, int kernel, int stride) {
            int windows = (input + stride - 1) / stride;
            return Math.max(0, (windows - 1) * stride + kernel - input);
        }
    }

    /** Zeros above, below, to the left and to the right. */
    record Sides(int top, int bottom, int left, int right) implements Padding {
        @Override
        public Sides sides(int height, int width, int kernelHeight, int kernelWidth, int stride) {
            return this;
        }
    }
}
