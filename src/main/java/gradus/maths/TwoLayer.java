package gradus.maths;

/**
 * A network of two dense layers, forward and back. Columns of X are examples: Z1 = W1·X + B1, A1 = g(Z1),
 * Z2 = W2·A1 + B2, A2 = h(Z2), E = scale·Σ(A2−T)².
 */
public final class TwoLayer {
    private TwoLayer() {}

    /** Everything on the way: dZ2 = 2·scale·(A2−T)⊙h′(Z2), dW2 = dZ2·A1ᵀ, dB2 = Σ dZ2, dA1 = W2ᵀ·dZ2, and so on down. */
    public record Backprop(
            Tensor z1,
            Tensor a1,
            Tensor z2,
            Tensor a2,
            double e,
            Tensor dZ2,
            Tensor dW2,
            Tensor dB2,
            Tensor dA1,
            Tensor dZ1,
            Tensor dW1,
            Tensor dB1) {}

    /**
     * Forward and backward pass; gradients have the shapes of their parameters, the rest one column an example.
     *
     * @param x [d, m]; a vector is one example
     * @param t [o, m]; a vector where o or m is 1
     * @param w1 [h, d]
     * @param b1 [h, 1] or a vector, or a number for all units
     * @param w2 [o, h]; a vector of h for one output
     * @param b2 [o, 1] or a vector, or a number for all units
     * @param hidden g: "relu", "leaky_relu", "sigmoid", "tanh" or "linear"; {@code output} h likewise
     */
    public static Backprop twoLayer(
            Tensor x,
            Tensor t,
            Tensor w1,
            Tensor b1,
            Tensor w2,
            Tensor b2,
            String hidden,
            String output,
            double scale) {
        Activation.Kind g = Activation.Kind.named("hidden", hidden);
        Activation.Kind h = Activation.Kind.named("output", output);
        Tensor inputs = Require.matrix("X", x);
        Require.notEmpty("X", x);
        Tensor first = weights("W1", w1, "X", x);
        Tensor z1 = layer(first, inputs, "B1", b1);
        Tensor a1 = g.of(z1);
        Tensor second = weights("W2", w2, "A1", a1);
        Tensor z2 = layer(second, a1, "B2", b2);
        Tensor a2 = h.of(z2);
        Tensor targets = targets(a2, t);
        Tensor difference = a2.zip(targets, (o, target) -> o - target);
        Tensor dZ2 = difference.map(cell -> 2 * scale * cell).zip(h.prime(z2), (a, b) -> a * b);
        Tensor dA1 = LinearAlgebra.product(second, true, dZ2, false);
        Tensor dZ1 = dA1.zip(g.prime(z1), (a, b) -> a * b);
        return new Backprop(
                column(z1, x),
                column(a1, x),
                column(z2, x),
                column(a2, x),
                scale * LinearAlgebra.sumsq(difference),
                column(dZ2, x),
                LinearAlgebra.product(dZ2, false, a1, true).reshape(w2.shape()),
                sums(dZ2, b2),
                column(dA1, x),
                column(dZ1, x),
                LinearAlgebra.product(dZ1, false, inputs, true).reshape(w1.shape()),
                sums(dZ1, b1));
    }

    /** Weights as a matrix with as many columns as the layer before has rows; a vector may be a single row. */
    private static Tensor weights(String name, Tensor w, String beforeName, Tensor before) {
        Tensor matrix = Require.matrix(name, w);
        if (matrix.columns() == before.rows()) {
            return matrix;
        }
        if (w.rank() == 1 && w.size() == before.rows()) {
            return w.reshape(1, w.size());
        }
        throw MathsException.of("maths.layer-weights", name, w.shapeText(), beforeName, before.shapeText());
    }

    private static Tensor layer(Tensor w, Tensor input, String biasName, Tensor bias) {
        double[] each = Require.oneEach(biasName, bias, w.rows());
        Tensor product = LinearAlgebra.product(w, false, input, false);
        double[] z = product.cells();
        for (int i = 0; i < z.length; i++) {
            z[i] += each[i / product.columns()];
        }
        return Tensor.of(product.shape(), z);
    }

    private static Tensor targets(Tensor outputs, Tensor t) {
        boolean row = t.rank() == 1 && outputs.rows() == 1 && t.size() == outputs.columns();
        return row ? t.reshape(1, t.size()) : Require.like("A2", outputs, "T", t);
    }

    private static Tensor column(Tensor result, Tensor x) {
        return x.rank() < 2 ? result.reshape(result.rows()) : result;
    }

    /** Σ over the examples, in the shape of the bias; a column where the bias was one number for several units. */
    private static Tensor sums(Tensor dz, Tensor bias) {
        double[] sums = new double[dz.rows()];
        for (int i = 0; i < dz.size(); i++) {
            sums[i / dz.columns()] += dz.cell(i);
        }
        return Tensor.of(bias.size() == sums.length ? bias.shape() : new int[] {sums.length, 1}, sums);
    }
}
