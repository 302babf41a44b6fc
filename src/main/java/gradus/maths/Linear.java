package gradus.maths;

/** The linear unit o = Xw + b with E = scale·Σ(o−t)². Rows of X are examples. */
public final class Linear {
    private static final int MAX_STEPS = 10_000;

    private Linear() {}

    /** Outputs, the error E, and its gradients by w and b in their shapes. */
    public record LinearGradient(Tensor o, double error, Tensor dw, Tensor db) {}

    /** Weights, bias and their velocities after the last step. */
    public record LinearMomentum(Tensor w, Tensor b, Tensor vw, Tensor vb) {}

    /**
     * dw = 2·scale·Xᵀ(o−t), db = 2·scale·Σ(o−t).
     *
     * @param x [m, d]; a vector is m examples of one input
     * @param t m targets
     * @param w d weights, a vector, row or column; a number where d = 1
     * @param b a number
     */
    public static LinearGradient linearGradient(Tensor x, Tensor t, Tensor w, Tensor b, double scale) {
        Tensor examples = Require.matrix("X", x);
        Require.notEmpty("X", x);
        Tensor weights = flat("w", w, examples.columns(), x, "X");
        Tensor targets = flat("t", t, examples.rows(), x, "X");
        double bias = bias(b);
        Tensor o = LinearAlgebra.product(examples, false, weights, false).map(cell -> cell + bias);
        Tensor error = o.zip(targets, (a, c) -> a - c);
        Tensor dw = LinearAlgebra.product(examples, true, error, false).map(cell -> 2 * scale * cell);
        double sum = 0;
        for (double cell : error.raw()) {
            sum += cell;
        }
        return new LinearGradient(
                o.reshape(t.rank() == 0 ? new int[] {1} : t.shape()),
                scale * LinearAlgebra.sumsq(error),
                dw.reshape(w.shape()),
                Tensor.of(b.shape(), new double[] {2 * scale * sum}));
    }

    /** {@code steps} steps of momentum (form "average", from v = 0) on {@link #linearGradient} with scale 1. */
    public static LinearMomentum linearMomentum(
            Tensor x, Tensor t, Tensor w, Tensor b, double lr, double beta, int steps) {
        Require.atLeast(0, "steps", steps);
        Require.within("beta", beta, 0, true, 1, false);
        if (steps > MAX_STEPS) {
            throw MathsException.of("maths.too-many-steps", steps, MAX_STEPS);
        }
        Require.work((double) steps * x.size() * 2);
        Tensor weights = w;
        Tensor bias = b;
        Tensor vw = Tensor.zeros(w.shape());
        Tensor vb = Tensor.zeros(b.shape());
        for (int step = 0; step < steps; step++) {
            LinearGradient gradient = linearGradient(x, t, weights, bias, 1);
            vw = vw.zip(gradient.dw(), (v, g) -> beta * v + (1 - beta) * g);
            vb = vb.zip(gradient.db(), (v, g) -> beta * v + (1 - beta) * g);
            weights = weights.zip(vw, (cell, v) -> cell - lr * v);
            bias = bias.zip(vb, (cell, v) -> cell - lr * v);
        }
        return new LinearMomentum(weights, bias, vw, vb);
    }

    private static double bias(Tensor b) {
        if (!b.isNumber()) {
            throw MathsException.of("maths.number", "b", b.shapeText());
        }
        return b.cell(0);
    }

    /** A column of {@code count} cells from a vector, row, column or number. */
    private static Tensor flat(String name, Tensor given, int count, Tensor other, String otherName) {
        boolean line = given.rank() < 2 || given.rank() == 2 && (given.rows() == 1 || given.columns() == 1);
        if (!line || given.size() != count) {
            throw MathsException.of("maths.needs-cells", name, given.shapeText(), count, otherName, other.shapeText());
        }
        return given.reshape(count, 1);
    }
}
