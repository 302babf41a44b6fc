package gradus.maths;

/** Penalties, their gradients and the decay of the weights with the numbers put in. */
public final class RegularisationSteps {
    private RegularisationSteps() {}

    public static Steps l2Penalty(Tensor w, double lambda, double m) {
        return new StepsWriter()
                .line("\\lVert W \\rVert^2 = " + squares(w) + " = " + Numbers.latex(LinearAlgebra.sumsq(w)))
                .line("\\frac{\\lambda}{2m} \\lVert W \\rVert^2 = " + fraction(lambda, "2 \\cdot ", m) + " \\cdot "
                        + Numbers.latex(LinearAlgebra.sumsq(w)) + " = "
                        + Numbers.latex(Regularisation.l2Penalty(w, lambda, m)))
                .done();
    }

    public static Steps l2Gradient(Tensor w, Tensor dw, double lambda, double m) {
        return new StepsWriter().line(gradient(w, dw, lambda, m)).done();
    }

    private static String gradient(Tensor w, Tensor dw, double lambda, double m) {
        return "dW + \\frac{\\lambda}{m} W = " + Numbers.latex(dw) + " + " + fraction(lambda, "", m) + " "
                + Numbers.latex(w) + " = " + Numbers.latex(Regularisation.l2Gradient(w, dw, lambda, m));
    }

    public static Steps l2Update(Tensor w, Tensor dw, double lr, double lambda, double m) {
        Tensor updated = Regularisation.l2Update(w, dw, lr, lambda, m);
        String rate = Numbers.factor(lr);
        return new StepsWriter()
                .line(gradient(w, dw, lambda, m))
                .line("W - \\alpha\\left(dW + \\frac{\\lambda}{m} W\\right) = " + Numbers.latex(w) + " - " + rate + " "
                        + Numbers.latex(Regularisation.l2Gradient(w, dw, lambda, m)) + " = " + Numbers.latex(updated))
                .line("1 - \\frac{\\alpha\\lambda}{m} = 1 - \\frac{" + rate + " \\cdot " + Numbers.factor(lambda) + "}{"
                        + Numbers.latex(m) + "} = " + Numbers.latex(1 - lr * lambda / m))
                .done();
    }

    public static Steps l1Penalty(Tensor w, double lambda, double m) {
        StepsWriter.Terms terms = new StepsWriter.Terms();
        for (double cell : w.raw()) {
            terms.add("|" + Numbers.latex(cell) + "|");
        }
        return new StepsWriter()
                .line("\\frac{\\lambda}{m} \\sum |W| = " + fraction(lambda, "", m) + " (" + terms + ") = "
                        + Numbers.latex(Regularisation.l1Penalty(w, lambda, m)))
                .done();
    }

    public static Steps l1Gradient(Tensor w, Tensor dw, double lambda, double m) {
        return new StepsWriter()
                .line("dW + \\frac{\\lambda}{m} \\operatorname{sign}(W) = " + Numbers.latex(dw) + " + "
                        + fraction(lambda, "", m) + " " + Numbers.latex(w.map(Math::signum)) + " = "
                        + Numbers.latex(Regularisation.l1Gradient(w, dw, lambda, m)))
                .done();
    }

    private static StepsWriter.Terms squares(Tensor w) {
        StepsWriter.Terms terms = new StepsWriter.Terms();
        for (double cell : w.raw()) {
            terms.add(Numbers.factor(cell) + "^2");
        }
        return terms;
    }

    private static String fraction(double lambda, String factor, double m) {
        return "\\frac{" + Numbers.latex(lambda) + "}{" + factor + Numbers.latex(m) + "}";
    }
}
