package gradus.maths;

/** Losses with the numbers put in. */
public final class LossSteps {
    private LossSteps() {}

    public static Steps logisticLoss(Tensor y, Tensor p) {
        Tensor loss = Loss.logisticLoss(y, p);
        Tensor labels = Require.filledLike("p", loss, "y", y);
        Tensor predictions = Require.filledLike("y", loss, "p", p);
        StepsWriter steps = new StepsWriter()
                .line("L = -\\bigl(y \\ln \\hat y + (1-y) \\ln(1-\\hat y)\\bigr)")
                .each(loss.size(), i -> {
                    String label = Numbers.latex(labels.cell(i));
                    String prediction = Numbers.latex(predictions.cell(i));
                    return StepsWriter.at("L", i, loss.shape()) + " = -\\bigl(" + label + " \\cdot \\ln " + prediction
                            + " + (1-" + label + ") \\cdot \\ln(1-" + prediction + ")\\bigr) = "
                            + Numbers.latex(loss.cell(i));
                });
        return loss.rank() == 0
                ? steps.done()
                : steps.line("L = " + Numbers.latex(loss)).done();
    }

    public static Steps squaredError(Tensor o, Tensor t) {
        double error = Loss.squaredError(o, t);
        StepsWriter.Terms terms = new StepsWriter.Terms();
        for (int i = 0; i < o.size(); i++) {
            terms.add("(" + Numbers.latex(o.cell(i)) + " - " + Numbers.factor(t.cell(i)) + ")^2");
        }
        return new StepsWriter()
                .line("E = \\sum (o-t)^2 = " + terms + " = " + Numbers.latex(error))
                .done();
    }

    public static Steps crossEntropy(Tensor p, Tensor y) {
        return crossEntropy(new StepsWriter(), "p", p, y, Loss.crossEntropy(p, y))
                .done();
    }

    public static Steps softmaxCrossEntropy(Tensor z, Tensor y) {
        Loss.SoftmaxCrossEntropy result = Loss.softmaxCrossEntropy(z, y);
        Tensor labels = Loss.labels("z", Loss.examples("z", z), z, y);
        StepsWriter steps = new StepsWriter()
                .line("p", "p_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}, \\quad e^{z} = " + Numbers.latex(z.map(Math::exp)))
                .line("p", "p = " + Numbers.latex(result.p()));
        return crossEntropy(steps, "z", result.p(), y, result.loss())
                .line(
                        "dz",
                        "dz = \\tfrac{1}{" + labels.rows() + "}(p - y) = \\tfrac{1}{" + labels.rows() + "} \\left("
                                + Numbers.latex(result.p()) + " - " + Numbers.latex(labels.reshape(z.shape()))
                                + "\\right) = " + Numbers.latex(result.dz()),
                        "p")
                .done();
    }

    private static StepsWriter crossEntropy(StepsWriter steps, String name, Tensor p, Tensor y, double loss) {
        Tensor rows = Loss.examples(name, p);
        Tensor labels = Loss.labels(name, rows, p, y);
        StepsWriter.Terms terms = new StepsWriter.Terms();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.cell(i) != 0) {
                String weight = labels.cell(i) == 1 ? "" : Numbers.factor(labels.cell(i)) + " \\cdot ";
                terms.add(weight + "\\ln " + Numbers.latex(rows.cell(i)));
            }
        }
        int m = rows.rows();
        return steps.line(
                "loss",
                "L = -\\tfrac{1}{" + m + "} \\sum_{i,k} y_{ik} \\ln p_{ik} = -\\tfrac{1}{" + m + "}\\bigl(" + terms
                        + "\\bigr) = " + Numbers.latex(loss),
                "p");
    }
}
