package gradus.maths;

/** Dropout with the numbers put in. */
public final class DropoutSteps {
    private DropoutSteps() {}

    public static Steps train(Tensor a, Tensor mask, double keep, boolean inverted) {
        return masked("a", a, mask, keep, inverted, Dropout.train(a, mask, keep, inverted));
    }

    public static Steps backward(Tensor da, Tensor mask, double keep, boolean inverted) {
        return masked("da", da, mask, keep, inverted, Dropout.backward(da, mask, keep, inverted));
    }

    private static Steps masked(String name, Tensor a, Tensor mask, double keep, boolean inverted, Tensor result) {
        String formula = name + " \\odot M";
        String numbers = Numbers.latex(a) + " \\odot " + Numbers.latex(mask);
        String left = inverted ? "\\frac{" + formula + "}{p}" : formula;
        String right = inverted ? "\\frac{1}{" + Numbers.latex(keep) + "} " + numbers : numbers;
        return new StepsWriter()
                .line(left + " = " + right + " = " + Numbers.latex(result))
                .done();
    }

    public static Steps test(Tensor a, double keep, boolean inverted) {
        Tensor result = Dropout.test(a, keep, inverted);
        String latex = inverted
                ? "a = " + Numbers.latex(result)
                : "p\\,a = " + Numbers.latex(keep) + " "
                        + (a.rank() == 0 ? "\\cdot " + Numbers.factor(a.cell(0)) : Numbers.latex(a)) + " = "
                        + Numbers.latex(result);
        return new StepsWriter().line(latex).done();
    }
}
