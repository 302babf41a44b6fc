package gradus.maths;

import java.util.Arrays;

/** Scaled dot-product attention: softmax(QKᵀ/√d)·V along rows (Vaswani et al. 2017). */
public final class Attention {
    private Attention() {}

    /** The weights, one row a query, and the outputs. */
    public record Attended(Tensor weights, Tensor out) {}

    /**
     * @param q [n, d], one query a row; a vector is a column, so n queries of one cell
     * @param k [m, d], one key a row
     * @param v [m, e], one value a row
     * @param causal whether query i sees only keys 1 to i
     */
    public static Attended attention(Tensor q, Tensor k, Tensor v, boolean causal) {
        Tensor queries = Require.matrix("Q", q);
        Tensor keys = Require.matrix("K", k);
        Tensor values = Require.matrix("V", v);
        Require.notEmpty("Q", q);
        Require.notEmpty("K", k);
        if (queries.columns() != keys.columns()) {
            throw MathsException.of("maths.same-columns", "Q", q.shapeText(), "K", k.shapeText());
        }
        if (keys.rows() != values.rows()) {
            throw MathsException.of("maths.same-rows", "K", k.shapeText(), "V", v.shapeText());
        }
        Tensor weights = Activation.softmax(scores(queries, keys, causal), 2);
        return new Attended(weights, LinearAlgebra.product(weights, false, values, false));
    }

    static Tensor scores(Tensor queries, Tensor keys, boolean causal) {
        double root = Math.sqrt(queries.columns());
        double[] scores = LinearAlgebra.product(queries, false, keys, true).cells();
        Arrays.setAll(scores, i -> scores[i] / root);
        if (causal) {
            Arrays.setAll(scores, i -> i % keys.rows() > i / keys.rows() ? Double.NEGATIVE_INFINITY : scores[i]);
        }
        return Tensor.of(new int[] {queries.rows(), keys.rows()}, scores);
    }
}
