package gradus.maths;

/** Batch and layer normalisation, line by line. */
public final class NormalisationSteps {
    private NormalisationSteps() {}

    public static Steps batchNorm(Tensor x, Tensor gamma, Tensor beta, double eps) {
        return normalised("i", x.rows(), Normalisation.batchNorm(x, gamma, beta, eps), gamma, beta, eps)
                .done();
    }

    public static Steps layerNorm(Tensor x, Tensor gamma, Tensor beta, double eps) {
        int features = x.rank() < 2 ? x.size() : x.columns();
        return normalised("j", features, Normalisation.layerNorm(x, gamma, beta, eps), gamma, beta, eps)
                .done();
    }

    private static StepsWriter normalised(
            String over, int count, Normalisation.Normalised result, Tensor gamma, Tensor beta, double eps) {
        return new StepsWriter()
                .line(
                        "mean",
                        "\\mu = \\tfrac{1}{" + count + "} \\sum_" + over + " x_{ij} = " + Numbers.latex(result.mean()))
                .line(
                        "var",
                        "\\sigma^2 = \\tfrac{1}{" + count + "} \\sum_" + over + " (x_{ij} - \\mu)^2 = "
                                + Numbers.latex(result.var()),
                        "mean")
                .line(
                        "x_hat",
                        "\\hat x = \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}} = " + Numbers.latex(result.xHat())
                                + ", \\quad \\varepsilon = " + Numbers.latex(eps),
                        "mean",
                        "var")
                .line(
                        "y",
                        "y = \\gamma \\hat x + \\beta = " + Numbers.latex(result.y()) + ", \\quad \\gamma = "
                                + Numbers.latex(gamma) + ", \\; \\beta = " + Numbers.latex(beta),
                        "x_hat");
    }

    public static Steps batchNormBackward(Tensor x, Tensor gamma, Tensor beta, Tensor dy, double eps) {
        Normalisation.Normalised forward = Normalisation.batchNorm(x, gamma, beta, eps);
        Normalisation.BatchNormBackward back = Normalisation.batchNormBackward(x, gamma, beta, dy, eps);
        int m = x.rows();
        return normalised("i", m, forward, gamma, beta, eps)
                .line("dbeta", "d\\beta = \\sum_i dy_{ij} = " + Numbers.latex(back.dbeta()))
                .line(
                        "dgamma",
                        "d\\gamma = \\sum_i dy_{ij} \\, \\hat x_{ij} = " + Numbers.latex(back.dgamma()),
                        "x_hat")
                .line(
                        "dx",
                        "dx = \\frac{\\gamma}{" + m + "\\sqrt{\\sigma^2 + \\varepsilon}} \\left(" + m
                                + "\\,dy - d\\beta - \\hat x\\, d\\gamma\\right) = " + Numbers.latex(back.dx()),
                        "dgamma",
                        "dbeta")
                .done();
    }
}
