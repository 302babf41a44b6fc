package gradus.maths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Optimisers: one step a gradient, from the weights before the first. Everything goes cell by cell, on numbers as well
 * as on tensors of any shape; v0 and s0 may be a number for all cells.
 *
 * <p>Each result holds the values after the last step and lists of those after every step ({@code history} for w).
 */
public final class Optimiser {
    private static final int MAX_STEPS = 10_000;

    private Optimiser() {}

    public record Sgd(Tensor w, List<Tensor> history) {}

    /** {@code vHat} is what the step used: v, or v/(1−βᵗ) where corrected. */
    public record Momentum(Tensor w, Tensor v, Tensor vHat, List<Tensor> history, List<Tensor> vHistory) {}

    /** {@code sHat} is what the step used: s, or s/(1−βᵗ) where corrected. */
    public record Rmsprop(Tensor w, Tensor s, Tensor sHat, List<Tensor> history, List<Tensor> sHistory) {}

    /** {@code vHat} and {@code sHat} are what the step used: v and s themselves where not corrected. */
    public record Adam(
            Tensor w,
            Tensor v,
            Tensor s,
            Tensor vHat,
            Tensor sHat,
            List<Tensor> history,
            List<Tensor> vHistory,
            List<Tensor> sHistory) {}

    /** w ← w − lr·g. */
    public static Sgd sgd(Tensor w, List<Tensor> grads, double lr) {
        List<Tensor> history = new ArrayList<>();
        Tensor weights = w;
        for (Tensor gradient : gradients(w, grads)) {
            weights = weights.zip(gradient, (cell, g) -> cell - lr * g);
            history.add(weights);
        }
        return new Sgd(weights, List.copyOf(history));
    }

    /**
     * Gradient descent with momentum.
     *
     * @param form "average": v ← βv + (1−β)g, w ← w − lr·v (Ng); "classical": v ← βv + g, w ← w − lr·v (PyTorch);
     *     "nesterov": v ← βv + g, w ← w − lr·(g + βv) (PyTorch)
     * @param corrected only for "average": steps with v/(1−βᵗ)
     */
    public static Momentum momentum(
            Tensor w, List<Tensor> grads, double lr, double beta, Tensor v0, String form, boolean corrected) {
        Form rule = Form.named(form);
        Require.within("beta", beta, 0, true, 1, false);
        if (corrected && rule != Form.AVERAGE) {
            throw MathsException.of("maths.corrected-average", form);
        }
        double share = rule == Form.AVERAGE ? 1 - beta : 1;
        List<Tensor> history = new ArrayList<>();
        List<Tensor> velocities = new ArrayList<>();
        Tensor weights = w;
        Tensor v = Require.filledLike("w", w, "v0", v0);
        Tensor used = v;
        for (Tensor gradient : gradients(w, grads)) {
            v = v.zip(gradient, (cell, g) -> beta * cell + share * g);
            used = corrected ? corrected(v, beta, history.size() + 1) : v;
            Tensor step = rule == Form.NESTEROV ? gradient.zip(v, (g, cell) -> g + beta * cell) : used;
            weights = weights.zip(step, (cell, s) -> cell - lr * s);
            history.add(weights);
            velocities.add(v);
        }
        return new Momentum(weights, v, used, List.copyOf(history), List.copyOf(velocities));
    }

    /** s ← βs + (1−β)g², w ← w − lr·g/(√s + ε), or g/√(s + ε) with ε inside; corrected steps with s/(1−βᵗ). (Hinton 2012) */
    public static Rmsprop rmsprop(
            Tensor w,
            List<Tensor> grads,
            double lr,
            double beta,
            double eps,
            boolean epsInside,
            Tensor s0,
            boolean corrected) {
        Require.within("beta", beta, 0, true, 1, false);
        Require.notNegative("eps", eps);
        List<Tensor> history = new ArrayList<>();
        List<Tensor> squares = new ArrayList<>();
        Tensor weights = w;
        Tensor s = Require.notNegative("s0", Require.filledLike("w", w, "s0", s0));
        Tensor used = s;
        for (Tensor gradient : gradients(w, grads)) {
            s = Require.finite("rmsprop", s.zip(gradient, (cell, g) -> beta * cell + (1 - beta) * g * g));
            used = corrected ? corrected(s, beta, history.size() + 1) : s;
            Tensor step = Require.finite("rmsprop", gradient.zip(root(used, eps, epsInside), (g, root) -> g / root));
            weights = weights.zip(step, (cell, d) -> cell - lr * d);
            history.add(weights);
            squares.add(s);
        }
        return new Rmsprop(weights, s, used, List.copyOf(history), List.copyOf(squares));
    }

    /**
     * Adam (Kingma and Ba 2015): v ← β₁v + (1−β₁)g, s ← β₂s + (1−β₂)g², v̂ = v/(1−β₁ᵗ), ŝ = s/(1−β₂ᵗ),
     * w ← w − lr·v̂/(√ŝ + ε), or v̂/√(ŝ + ε) with ε inside.
     *
     * @param t0 steps done before: the first gradient is step t0 + 1
     * @param weightDecay not decoupled: added to the gradient as weightDecay·w; decoupled (AdamW): w shrinks by the
     *     factor 1 − lr·weightDecay before each step
     */
    public static Adam adam(
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
        Require.within("beta1", beta1, 0, true, 1, false);
        Require.within("beta2", beta2, 0, true, 1, false);
        Require.notNegative("eps", eps);
        Require.atLeast(0, "t0", t0);
        List<Tensor> history = new ArrayList<>();
        List<Tensor> averages = new ArrayList<>();
        List<Tensor> squares = new ArrayList<>();
        Tensor weights = w;
        Tensor v = Require.filledLike("w", w, "v0", v0);
        Tensor s = Require.notNegative("s0", Require.filledLike("w", w, "s0", s0));
        Tensor vHat = v;
        Tensor sHat = s;
        double pull = decoupled ? 0 : weightDecay;
        double shrink = decoupled ? 1 - lr * weightDecay : 1;
        for (Tensor given : gradients(w, grads)) {
            Tensor gradient = given.zip(weights, (g, cell) -> g + pull * cell);
            int t = t0 + history.size() + 1;
            v = v.zip(gradient, (cell, g) -> beta1 * cell + (1 - beta1) * g);
            s = Require.finite("adam", s.zip(gradient, (cell, g) -> beta2 * cell + (1 - beta2) * g * g));
            vHat = corrected ? corrected(v, beta1, t) : v;
            sHat = corrected ? corrected(s, beta2, t) : s;
            Tensor step = Require.finite("adam", vHat.zip(root(sHat, eps, epsInside), (m, root) -> m / root));
            weights = weights.zip(step, (cell, d) -> shrink * cell - lr * d);
            history.add(weights);
            averages.add(v);
            squares.add(s);
        }
        return new Adam(weights, v, s, vHat, sHat, List.copyOf(history), List.copyOf(averages), List.copyOf(squares));
    }

    /** The gradients of the steps where they were given as one tensor: one step in the shape of w, or one a row. */
    public static List<Tensor> gradients(Tensor w, Tensor grads) {
        if (grads.rank() <= w.rank() || grads.size() == w.size()) {
            return List.of(grads);
        }
        List<Tensor> steps = new ArrayList<>();
        int cells = grads.size() / Math.max(1, grads.axis(0));
        for (int i = 0; i < grads.axis(0); i++) {
            double[] step = Arrays.copyOfRange(grads.raw(), i * cells, (i + 1) * cells);
            steps.add(Tensor.of(Arrays.copyOfRange(grads.shape(), 1, grads.rank()), step));
        }
        return steps;
    }

    private static List<Tensor> gradients(Tensor w, List<Tensor> grads) {
        if (grads.isEmpty()) {
            throw MathsException.of("maths.no-gradients");
        }
        if (grads.size() > MAX_STEPS) {
            throw MathsException.of("maths.too-many-steps", grads.size(), MAX_STEPS);
        }
        Require.cells(grads.size(), w.size());
        return grads.stream()
                .map(gradient ->
                        w.isNumber() ? Require.filledLike("w", w, "g", gradient) : Require.like("w", w, "g", gradient))
                .toList();
    }

    private static Tensor corrected(Tensor average, double beta, int t) {
        double weight = 1 - Math.pow(beta, t);
        return average.map(cell -> cell / weight);
    }

    private static Tensor root(Tensor s, double eps, boolean inside) {
        return s.map(cell -> inside ? Math.sqrt(cell + eps) : Math.sqrt(cell) + eps);
    }

    /** How momentum gathers the gradients and steps. */
    enum Form {
        AVERAGE,
        CLASSICAL,
        NESTEROV;

        static Form named(String word) {
            for (Form form : values()) {
                if (form.name().equalsIgnoreCase(word.strip())) {
                    return form;
                }
            }
            throw Require.unknown("form", word, List.of("average", "classical", "nesterov"));
        }
    }
}
