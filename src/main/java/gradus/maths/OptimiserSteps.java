package gradus.maths;

import java.util.List;

/** Each step of an optimiser with the numbers put in. The lines of a step are named {@code v[t]}, {@code w[t]} and so on. */
public final class OptimiserSteps {

    private OptimiserSteps() {}

    public static Steps sgd(Tensor w, List<Tensor> grads, double lr) {
        List<Tensor> history = Optimiser.sgd(w, grads, lr).history();
        StepsWriter steps = new StepsWriter().line("w", "w_t = w_{t-1} - \\alpha\\, g_t");
        for (int t = 1; t <= shown(w, history.size()); t++) {
            update(steps, t, before(w, history, t), lr, grads.get(t - 1), history.get(t - 1), "g");
        }
        return dots(steps, w, history.size()).done();
    }

    public static Steps momentum(
            Tensor w, List<Tensor> grads, double lr, double beta, Tensor v0, String form, boolean corrected) {
        Optimiser.Momentum result = Optimiser.momentum(w, grads, lr, beta, v0, form, corrected);
        Optimiser.Form rule = Optimiser.Form.named(form);
        double share = rule == Optimiser.Form.AVERAGE ? 1 - beta : 1;
        Tensor start = Require.filledLike("w", w, "v0", v0);
        String used = corrected ? "\\hat v_t" : rule == Optimiser.Form.NESTEROV ? "(g_t + \\beta v_t)" : "v_t";
        StepsWriter steps = new StepsWriter()
                .line("v", "v_t = \\beta v_{t-1} + " + (rule == Optimiser.Form.AVERAGE ? "(1-\\beta)\\, g_t" : "g_t"))
                .line("w", "w_t = w_{t-1} - \\alpha\\, " + used, "v");
        for (int t = 1; t <= shown(w, grads.size()); t++) {
            Tensor g = grads.get(t - 1).reshape(w.shape());
            Tensor v = result.vHistory().get(t - 1);
            average(steps, "v", t, beta, before(start, result.vHistory(), t), share, g, v);
            Tensor step = corrected ? corrected(steps, "v", t, beta, v) : v;
            if (rule == Optimiser.Form.NESTEROV) {
                step = g.zip(v, (a, b) -> a + beta * b);
            }
            update(
                    steps,
                    t,
                    before(w, result.history(), t),
                    lr,
                    step,
                    result.history().get(t - 1),
                    corrected ? "v_hat" : "v");
        }
        return dots(steps, w, grads.size()).done();
    }

    public static Steps rmsprop(
            Tensor w,
            List<Tensor> grads,
            double lr,
            double beta,
            double eps,
            boolean epsInside,
            Tensor s0,
            boolean corrected) {
        Optimiser.Rmsprop result = Optimiser.rmsprop(w, grads, lr, beta, eps, epsInside, s0, corrected);
        Tensor start = Require.filledLike("w", w, "s0", s0);
        String used = corrected ? "\\hat s_t" : "s_t";
        StepsWriter steps = new StepsWriter()
                .line("s", "s_t = \\beta s_{t-1} + (1-\\beta)\\, g_t^2")
                .line("w", "w_t = w_{t-1} - \\alpha \\frac{g_t}{" + root(used, eps, epsInside) + "}", "s");
        for (int t = 1; t <= shown(w, grads.size()); t++) {
            Tensor g = grads.get(t - 1).reshape(w.shape());
            Tensor s = result.sHistory().get(t - 1);
            average(steps, "s", t, beta, before(start, result.sHistory(), t), 1 - beta, g.map(cell -> cell * cell), s);
            Tensor scale = corrected ? corrected(steps, "s", t, beta, s) : s;
            Tensor after = result.history().get(t - 1);
            scaled(steps, t, before(w, result.history(), t), lr, g, scale, eps, epsInside, after);
        }
        return dots(steps, w, grads.size()).done();
    }

    public static Steps adam(
            Tensor w,
            List<Tensor> grads,
            double lr,
            double beta1,
            double beta2,
            double eps,
            boolean epsInside,
            boolean corrected,
            int t0,
            Tensor v0,
            Tensor s0,
            double weightDecay,
            boolean decoupled) {
        Optimiser.Adam result = Optimiser.adam(
                w, grads, lr, beta1, beta2, eps, epsInside, corrected, t0, v0, s0, weightDecay, decoupled);
        Tensor startV = Require.filledLike("w", w, "v0", v0);
        Tensor startS = Require.filledLike("w", w, "s0", s0);
        String v = corrected ? "\\hat v_t" : "v_t";
        String s = corrected ? "\\hat s_t" : "s_t";
        double pull = decoupled ? 0 : weightDecay;
        double shrink = decoupled ? 1 - lr * weightDecay : 1;
        String weights = shrink == 1 ? "w_{t-1}" : "(1-\\alpha\\lambda)\\, w_{t-1}";
        StepsWriter steps = new StepsWriter();
        if (pull != 0) {
            steps.line("g", "g_t \\leftarrow g_t + \\lambda w_{t-1}, \\quad \\lambda = " + Numbers.latex(pull));
        }
        steps.line("v", "v_t = \\beta_1 v_{t-1} + (1-\\beta_1)\\, g_t", "g")
                .line("s", "s_t = \\beta_2 s_{t-1} + (1-\\beta_2)\\, g_t^2", "g")
                .line(
                        "w",
                        "w_t = " + weights + " - \\alpha \\frac{" + v + "}{" + root(s, eps, epsInside) + "}",
                        "v",
                        "s");
        for (int i = 1; i <= shown(w, grads.size()); i++) {
            Tensor previous = before(w, result.history(), i);
            Tensor g = grads.get(i - 1).reshape(w.shape()).zip(previous, (a, b) -> a + pull * b);
            Tensor velocity = result.vHistory().get(i - 1);
            Tensor square = result.sHistory().get(i - 1);
            int t = t0 + i;
            average(steps, "v", t, beta1, before(startV, result.vHistory(), i), 1 - beta1, g, velocity);
            Tensor squares = g.map(cell -> cell * cell);
            average(steps, "s", t, beta2, before(startS, result.sHistory(), i), 1 - beta2, squares, square);
            Tensor vHat = corrected ? corrected(steps, "v", t, beta1, velocity) : velocity;
            Tensor sHat = corrected ? corrected(steps, "s", t, beta2, square) : square;
            Tensor kept = previous.map(cell -> shrink * cell);
            scaled(
                    steps,
                    t,
                    kept,
                    lr,
                    vHat,
                    sHat,
                    eps,
                    epsInside,
                    result.history().get(i - 1));
        }
        return dots(steps, w, grads.size()).done();
    }

    private static Tensor before(Tensor start, List<Tensor> history, int t) {
        return t == 1 ? start : history.get(t - 2);
    }

    /** v_t = β·v_{t−1} + share·g. */
    private static void average(
            StepsWriter steps,
            String name,
            int t,
            double beta,
            Tensor before,
            double share,
            Tensor gradient,
            Tensor result) {
        String latex = symbol(name, t) + " = " + scale(beta, before) + " + "
                + (share == 1 ? operand(gradient) : scale(share, gradient)) + " = " + Numbers.latex(result);
        steps.line(name + "[" + t + "]", latex, name, name + "[" + (t - 1) + "]");
    }

    /** Adds the line of the bias correction and gives the corrected average. */
    private static Tensor corrected(StepsWriter steps, String name, int t, double beta, Tensor average) {
        double weight = 1 - Math.pow(beta, t);
        Tensor result = average.map(cell -> cell / weight);
        String left = "\\hat " + symbol(name, t) + " = \\frac{" + symbol(name, t) + "}{1-" + Numbers.latex(beta) + "^{"
                + t + "}} = ";
        String right = average.rank() == 0
                ? "\\frac{" + Numbers.latex(average.cell(0)) + "}{" + Numbers.latex(weight) + "}"
                : "\\frac{1}{" + Numbers.latex(weight) + "} " + Numbers.latex(average);
        String latex = left + right + " = " + Numbers.latex(result);
        steps.line(name + "_hat[" + t + "]", latex, name + "[" + t + "]");
        return result;
    }

    /** w_t = w_{t−1} − lr·step. */
    private static void update(
            StepsWriter steps, int t, Tensor before, double lr, Tensor step, Tensor after, String from) {
        String latex =
                symbol("w", t) + " = " + Numbers.latex(before) + " - " + scale(lr, step) + " = " + Numbers.latex(after);
        steps.line("w[" + t + "]", latex, "w", "w[" + (t - 1) + "]", from + "[" + t + "]");
    }

    /** w_t = w_{t−1} − lr·v/(√s + ε), where the fraction goes cell by cell. */
    private static void scaled(
            StepsWriter steps,
            int t,
            Tensor before,
            double lr,
            Tensor v,
            Tensor s,
            double eps,
            boolean epsInside,
            Tensor after) {
        StringBuilder latex = new StringBuilder(symbol("w", t)).append(" = ");
        if (before.rank() == 0) {
            latex.append(Numbers.latex(before))
                    .append(" - ")
                    .append(Numbers.factor(lr))
                    .append(" \\cdot ");
            latex.append(fraction(v.cell(0), s.cell(0), eps, epsInside));
        } else {
            Tensor fractions = v.zip(s, (a, b) -> a / (epsInside ? Math.sqrt(b + eps) : Math.sqrt(b) + eps));
            latex.append(Numbers.latex(before)).append(" - ").append(scale(lr, fractions));
        }
        latex.append(" = ").append(Numbers.latex(after));
        String[] from = {
            "w", "w[" + (t - 1) + "]", "v[" + t + "]", "s[" + t + "]", "v_hat[" + t + "]", "s_hat[" + t + "]"
        };
        steps.line("w[" + t + "]", latex.toString(), from);
    }

    private static String fraction(double v, double s, double eps, boolean epsInside) {
        return "\\frac{" + Numbers.latex(v) + "}{"
                + (eps == 0
                        ? "\\sqrt{" + Numbers.latex(s) + "}"
                        : root(Numbers.latex(s), Numbers.latex(eps), epsInside))
                + "}";
    }

    private static String root(String s, double eps, boolean inside) {
        return eps == 0 ? "\\sqrt{" + s + "}" : root(s, "\\varepsilon", inside);
    }

    private static String root(String s, String eps, boolean inside) {
        return inside ? "\\sqrt{" + s + " + " + eps + "}" : "\\sqrt{" + s + "} + " + eps;
    }

    private static String symbol(String name, int t) {
        return name + "_{" + t + "}";
    }

    private static String scale(double factor, Tensor tensor) {
        return Numbers.factor(factor) + (tensor.rank() == 0 ? " \\cdot " : " ") + operand(tensor);
    }

    private static String operand(Tensor tensor) {
        return tensor.rank() == 0 ? Numbers.factor(tensor.cell(0)) : Numbers.latex(tensor);
    }

    /** Steps that are written out: fewer where each of them takes matrices. */
    private static int shown(Tensor w, int count) {
        return Math.min(count, w.size() <= 4 ? 10 : 3);
    }

    private static StepsWriter dots(StepsWriter steps, Tensor w, int count) {
        return count > shown(w, count) ? steps.line("w", "\\vdots") : steps;
    }
}
