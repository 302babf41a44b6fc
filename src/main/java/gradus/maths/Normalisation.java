package gradus.maths;

/**
 * Batch and layer normalisation: y = γ·x̂ + β with x̂ = (x−μ)/√(σ²+ε). Rows are examples, columns features. The variance
 * is the biased one, divided by the count. (Ioffe and Szegedy 2015; Ba et al. 2016)
 */
public final class Normalisation {
    private Normalisation() {}

    /** {@code mean} and {@code var}: one a feature (batch) or one an example (layer); {@code xHat} has the shape of x. */
    public record Normalised(Tensor y, Tensor mean, Tensor var, Tensor xHat) {}

    /** The gradients by x, γ and β, each in the shape of what it belongs to. */
    public record BatchNormBackward(Tensor dx, Tensor dgamma, Tensor dbeta) {}

    /**
     * Normalises each column over the batch.
     *
     * @param x [m, d]; a vector is m examples of one feature
     * @param gamma d numbers, or one for all; {@code beta} likewise
     * @param eps added to the variance
     */
    public static Normalised batchNorm(Tensor x, Tensor gamma, Tensor beta, double eps) {
        Columns columns = Columns.of(x, eps);
        double[] scale = Require.oneEach("gamma", gamma, columns.count());
        double[] shift = Require.oneEach("beta", beta, columns.count());
        double[] y = new double[x.size()];
        for (int i = 0; i < y.length; i++) {
            int j = i % columns.count();
            y[i] = scale[j] * columns.xHat()[i] + shift[j];
        }
        int[] each = perFeature(columns, gamma, x);
        return new Normalised(
                Require.finite("batch_norm", Tensor.of(x.shape(), y)),
                Tensor.of(each, columns.mean()),
                Tensor.of(each, columns.variance()),
                Tensor.of(x.shape(), columns.xHat()));
    }

    /**
     * From dy, the gradient by y: dβ = Σdy, dγ = Σdy·x̂, dx = γ/(m·√(σ²+ε))·(m·dy − dβ − x̂·dγ), sums down the columns.
     */
    public static BatchNormBackward batchNormBackward(Tensor x, Tensor gamma, Tensor beta, Tensor dy, double eps) {
        Columns columns = Columns.of(x, eps);
        int features = columns.count();
        double[] scale = Require.oneEach("gamma", gamma, features);
        Require.oneEach("beta", beta, features);
        double[] error = Require.like("x", x, "dy", dy).raw();
        double[] dgamma = new double[features];
        double[] dbeta = new double[features];
        for (int i = 0; i < error.length; i++) {
            dgamma[i % features] += error[i] * columns.xHat()[i];
            dbeta[i % features] += error[i];
        }
        int m = error.length / features;
        double[] dx = new double[error.length];
        for (int i = 0; i < dx.length; i++) {
            int j = i % features;
            double pull = m * error[i] - dbeta[j] - columns.xHat()[i] * dgamma[j];
            dx[i] = scale[j] / (m * columns.deviation(j, eps)) * pull;
        }
        return new BatchNormBackward(
                Require.finite("batch_norm_backward", Tensor.of(x.shape(), dx)),
                Tensor.of(perFeature(columns, gamma, x), dgamma),
                Tensor.of(perFeature(columns, beta, x), dbeta));
    }

    /**
     * Normalises each row over its features.
     *
     * @param x [m, d]; a vector is one example
     * @param gamma d numbers, or one for all; {@code beta} likewise
     */
    public static Normalised layerNorm(Tensor x, Tensor gamma, Tensor beta, double eps) {
        Tensor rows = x.rank() < 2 ? x.reshape(1, x.size()) : Require.matrix("x", x);
        Normalised turned = batchNorm(LinearAlgebra.transpose(rows), Tensor.number(1), Tensor.number(0), eps);
        Tensor xHat = LinearAlgebra.transpose(turned.xHat());
        int features = rows.columns();
        double[] scale = Require.oneEach("gamma", gamma, features);
        double[] shift = Require.oneEach("beta", beta, features);
        double[] y = xHat.cells();
        for (int i = 0; i < y.length; i++) {
            y[i] = scale[i % features] * y[i] + shift[i % features];
        }
        boolean one = x.rank() < 2;
        return new Normalised(
                Tensor.of(x.shape(), y),
                one ? turned.mean().reshape() : turned.mean(),
                one ? turned.var().reshape() : turned.var(),
                xHat.reshape(x.shape()));
    }

    /** One number a feature: in the shape of the parameter if it has one each, else a vector, a number for a vector x. */
    private static int[] perFeature(Columns columns, Tensor parameter, Tensor x) {
        if (parameter.size() == columns.count() && parameter.rank() > 0) {
            return parameter.shape();
        }
        return x.rank() < 2 ? new int[0] : new int[] {columns.count()};
    }

    /** Mean, biased variance and normalised cells of the columns of a matrix. */
    private record Columns(int count, double[] mean, double[] variance, double[] xHat) {
        static Columns of(Tensor x, double eps) {
            Require.notNegative("eps", eps);
            Tensor matrix = Require.matrix("x", x);
            Require.notEmpty("x", x);
            int columns = matrix.columns();
            int m = matrix.rows();
            double[] mean = new double[columns];
            double[] variance = new double[columns];
            for (int i = 0; i < matrix.size(); i++) {
                mean[i % columns] += matrix.cell(i) / m;
            }
            for (int i = 0; i < matrix.size(); i++) {
                double deviation = matrix.cell(i) - mean[i % columns];
                variance[i % columns] += deviation * deviation / m;
            }
            Require.finite("batch_norm", Tensor.vector(variance));
            double[] xHat = new double[matrix.size()];
            for (int i = 0; i < xHat.length; i++) {
                int j = i % columns;
                xHat[i] = (matrix.cell(i) - mean[j]) / Math.sqrt(variance[j] + eps);
            }
            return new Columns(columns, mean, variance, xHat);
        }

        double deviation(int column, double eps) {
            return Math.sqrt(variance[column] + eps);
        }
    }
}
