package gradus.maths;

/** The linear unit's outputs, error, gradients and steps with the numbers put in. */
public final class LinearSteps {
    private static final int SHOWN_STEPS = 5;

    private LinearSteps() {}

    public static Steps linearGradient(Tensor x, Tensor t, Tensor w, Tensor b, double scale) {
        StepsWriter steps = new StepsWriter();
        gradient(steps, "", x, t, w, b, scale);
        return steps.done();
    }

    public static Steps linearMomentum(Tensor x, Tensor t, Tensor w, Tensor b, double lr, double beta, int steps) {
        Linear.LinearMomentum last = Linear.linearMomentum(x, t, w, b, lr, beta, steps);
        StepsWriter writer = new StepsWriter();
        for (int step = 1; step <= Math.min(steps, SHOWN_STEPS); step++) {
            Linear.LinearMomentum before = Linear.linearMomentum(x, t, w, b, lr, beta, step - 1);
            Linear.LinearMomentum after = Linear.linearMomentum(x, t, w, b, lr, beta, step);
            String at = "[" + step + "]";
            Linear.LinearGradient gradient = gradient(writer, at, x, t, before.w(), before.b(), 1);
            momentum(writer, "w", at, before.vw(), beta, gradient.dw(), after.vw(), before.w(), lr, after.w());
            momentum(writer, "b", at, before.vb(), beta, gradient.db(), after.vb(), before.b(), lr, after.b());
        }
        if (steps > SHOWN_STEPS) {
            writer.line("\\vdots")
                    .line("vw", "V_w = " + Numbers.latex(last.vw()))
                    .line("vb", "V_b = " + Numbers.latex(last.vb()))
                    .line("w", "w = " + Numbers.latex(last.w()))
                    .line("b", "b = " + Numbers.latex(last.b()));
        }
        return writer.done();
    }

    private static Linear.LinearGradient gradient(
            StepsWriter steps, String at, Tensor x, Tensor t, Tensor w, Tensor b, double scale) {
        Linear.LinearGradient result = Linear.linearGradient(x, t, w, b, scale);
        Tensor difference = result.o().zip(t.reshape(result.o().shape()), (o, target) -> o - target);
        String factor = Numbers.factor(2 * scale);
        String unit = scale == 1 ? "" : Numbers.factor(scale) + " ";
        String input = Numbers.latex(x.asMatrix());
        StepsWriter.Terms squares = new StepsWriter.Terms();
        StepsWriter.Terms sum = new StepsWriter.Terms();
        for (double cell : difference.raw()) {
            squares.add(Numbers.factor(cell) + "^2");
            sum.number(cell);
        }
        steps.line(
                        "o" + at,
                        "o = Xw + b = " + input + " " + Numbers.latex(w) + " + " + Numbers.factor(b.cell(0)) + " = "
                                + Numbers.latex(result.o()))
                .line("e" + at, "o - t = " + Numbers.latex(difference), "o" + at)
                .line(
                        "error" + at,
                        "E = " + unit + "\\sum (o-t)^2 = " + unit + "(" + squares + ") = "
                                + Numbers.latex(result.error()),
                        "e" + at)
                .line(
                        "dw" + at,
                        "\\frac{\\partial E}{\\partial w} = " + factor + "\\,X^\\top(o-t) = " + factor + " "
                                + Numbers.latex(LinearAlgebra.transpose(x.asMatrix())) + " " + Numbers.latex(difference)
                                + " = "
                                + Numbers.latex(result.dw()),
                        "e" + at)
                .line(
                        "db" + at,
                        "\\frac{\\partial E}{\\partial b} = " + factor + "\\sum(o-t) = " + factor + " (" + sum + ") = "
                                + Numbers.latex(result.db()),
                        "e" + at);
        return result;
    }

    private static void momentum(
            StepsWriter steps,
            String name,
            String at,
            Tensor before,
            double beta,
            Tensor gradient,
            Tensor velocity,
            Tensor parameter,
            double lr,
            Tensor after) {
        steps.line(
                        "v" + name + at,
                        "V_" + name + " \\leftarrow " + Numbers.latex(beta) + " " + bracket(before) + " + "
                                + Numbers.latex(1 - beta) + " " + bracket(gradient) + " = " + Numbers.latex(velocity),
                        "d" + name + at)
                .line(
                        name + at,
                        name + " \\leftarrow " + Numbers.latex(parameter) + " - " + Numbers.latex(lr) + " "
                                + bracket(velocity) + " = " + Numbers.latex(after),
                        "v" + name + at);
    }

    private static String bracket(Tensor tensor) {
        return tensor.rank() == 0 ? "\\cdot " + Numbers.factor(tensor.cell(0)) : Numbers.latex(tensor);
    }
}
