package gradus.maths;

/**
 * Penalties on weights (not on biases) over a training set of m examples: λ/(2m)·‖W‖² for L2, λ/m·Σ|W| for L1
 * (Nielsen, Neural Networks and Deep Learning, ch. 3). With m = 1 they read λ/2·‖W‖² and λ·Σ|W|.
 */
public final class Regularisation {
    private Regularisation() {}

    /** λ/(2m)·ΣW². */
    public static double l2Penalty(Tensor w, double lambda, double m) {
        return lambda / (2 * examples(m)) * LinearAlgebra.sumsq(w);
    }

    /** dW + λ/m·W: the gradient with the penalty in it. */
    public static Tensor l2Gradient(Tensor w, Tensor dw, double lambda, double m) {
        double factor = lambda / examples(m);
        return Require.filledLike("W", w, "dW", dw).zip(w, (gradient, weight) -> gradient + factor * weight);
    }

    /** W − lr·(dW + λ/m·W) = (1 − lr·λ/m)·W − lr·dW: one step of gradient descent, which decays the weights. */
    public static Tensor l2Update(Tensor w, Tensor dw, double lr, double lambda, double m) {
        return w.zip(l2Gradient(w, dw, lambda, m), (weight, gradient) -> weight - lr * gradient);
    }

    /** λ/m·Σ|W|. */
    public static double l1Penalty(Tensor w, double lambda, double m) {
        double sum = 0;
        for (double cell : w.raw()) {
            sum += Math.abs(cell);
        }
        return lambda / examples(m) * sum;
    }

    /** dW + λ/m·sign(W), sign(0) = 0. */
    public static Tensor l1Gradient(Tensor w, Tensor dw, double lambda, double m) {
        double factor = lambda / examples(m);
        return Require.filledLike("W", w, "dW", dw)
                .zip(w, (gradient, weight) -> gradient + factor * Math.signum(weight));
    }

    private static double examples(double m) {
        if (!(m > 0)) {
            throw MathsException.of("maths.positive", "m", Numbers.plain(m));
        }
        return m;
    }
}
