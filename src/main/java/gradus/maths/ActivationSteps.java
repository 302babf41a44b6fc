package gradus.maths;

import java.util.function.DoubleFunction;

/** Activations and their derivatives with the numbers put in. */
public final class ActivationSteps {
    private ActivationSteps() {}

    public static Steps sigmoid(Tensor z) {
        return cells(
                "\\sigma(z) = \\frac{1}{1+e^{-z}}", "\\sigma", z, Activation.sigmoid(z), ActivationSteps::logistic);
    }

    public static Steps tanh(Tensor z) {
        return cells("\\tanh(z) = \\frac{e^{z}-e^{-z}}{e^{z}+e^{-z}}", "\\tanh", z, Activation.tanh(z), cell -> {
            String up = "e^{" + Numbers.latex(cell) + "}";
            String down = "e^{" + Numbers.latex(-cell) + "}";
            return "\\frac{" + up + "-" + down + "}{" + up + "+" + down + "}";
        });
    }

    public static Steps relu(Tensor z) {
        return cells(
                "\\mathrm{relu}(z) = \\max(0, z)",
                "\\mathrm{relu}",
                z,
                Activation.relu(z),
                cell -> "\\max(0,\\, " + Numbers.latex(cell) + ")");
    }

    public static Steps leakyRelu(Tensor z, double slope) {
        String factor = Numbers.factor(slope);
        return cells(
                "\\mathrm{lrelu}(z) = \\begin{cases} z & z > 0 \\\\ " + factor + "\\,z & z \\le 0 \\end{cases}",
                "\\mathrm{lrelu}",
                z,
                Activation.leakyRelu(z, slope),
                cell -> cell > 0 ? Numbers.latex(cell) : factor + " \\cdot " + Numbers.factor(cell));
    }

    public static Steps sigmoidPrime(Tensor z) {
        return cells("\\sigma'(z) = \\sigma(z)\\,(1-\\sigma(z))", "\\sigma'", z, Activation.sigmoidPrime(z), cell -> {
            String sigma = Numbers.latex(Activation.sigmoid(cell));
            return sigma + " \\cdot (1 - " + sigma + ")";
        });
    }

    public static Steps tanhPrime(Tensor z) {
        return cells(
                "\\tanh'(z) = 1-\\tanh^2(z)",
                "\\tanh'",
                z,
                Activation.tanhPrime(z),
                cell -> "1 - " + Numbers.factor(Math.tanh(cell)) + "^2");
    }

    public static Steps reluPrime(Tensor z) {
        return slopes("\\mathrm{relu}'", z, 0, Activation.reluPrime(z));
    }

    public static Steps leakyReluPrime(Tensor z, double slope) {
        return slopes("\\mathrm{lrelu}'", z, slope, Activation.leakyReluPrime(z, slope));
    }

    private static Steps slopes(String name, Tensor z, double slope, Tensor result) {
        String formula = "(z) = \\begin{cases} 1 & z > 0 \\\\ " + Numbers.latex(slope) + " & z \\le 0 \\end{cases}";
        return cells(name + formula, name, z, result, cell -> "");
    }

    private static String logistic(double z) {
        return "\\frac{1}{1+e^{" + Numbers.latex(-z) + "}}";
    }

    private static Steps cells(String formula, String name, Tensor z, Tensor result, DoubleFunction<String> worked) {
        StepsWriter steps = new StepsWriter().line(formula).each(z.size(), i -> {
            String middle = worked.apply(z.cell(i));
            String value = Numbers.latex(result.cell(i));
            String left = name + "(" + Numbers.latex(z.cell(i)) + ") = ";
            return left + (middle.isEmpty() || middle.equals(value) ? value : middle + " = " + value);
        });
        return z.rank() == 0
                ? steps.done()
                : steps.line(name + "(z) = " + Numbers.latex(result)).done();
    }

    public static Steps softmax(Tensor z) {
        return softmax(z, Activation.softmax(z));
    }

    public static Steps softmax(Tensor z, int axis) {
        return softmax(z, Activation.softmax(z, axis));
    }

    private static Steps softmax(Tensor z, Tensor p) {
        return new StepsWriter()
                .line("p_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}")
                .line("e^{z} = " + Numbers.latex(z.map(Math::exp)))
                .line("p = " + Numbers.latex(p))
                .done();
    }
}
