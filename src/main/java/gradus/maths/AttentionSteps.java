package gradus.maths;

/** Scaled dot-product attention, line by line. */
public final class AttentionSteps {
    private AttentionSteps() {}

    public static Steps attention(Tensor q, Tensor k, Tensor v, boolean causal) {
        Attention.Attended result = Attention.attention(q, k, v, causal);
        Tensor keys = k.asMatrix();
        Tensor scores = Attention.scores(q.asMatrix(), keys, causal);
        return new StepsWriter()
                .line(
                        "scores",
                        "S = \\frac{Q K^\\top}{\\sqrt{" + keys.columns() + "}} = \\frac{1}{\\sqrt{"
                                + keys.columns() + "}} " + Numbers.latex(q) + " "
                                + Numbers.latex(LinearAlgebra.transpose(keys)) + " = " + Numbers.latex(scores))
                .line("weights", "A = \\mathrm{softmax}(S) = " + Numbers.latex(result.weights()), "scores")
                .line(
                        "out",
                        "A V = " + Numbers.latex(result.weights()) + " " + Numbers.latex(v) + " = "
                                + Numbers.latex(result.out()),
                        "weights")
                .done();
    }
}
