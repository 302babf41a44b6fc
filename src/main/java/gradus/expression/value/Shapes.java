package gradus.expression.value;

import gradus.maths.Tensor;
import java.util.Arrays;

/**
 * Shapes as the expression language sees them: a vector is a column; a tensor of one cell and at most two axes is a
 * number.
 */
public final class Shapes {
    private Shapes() {}

    public static boolean countsAsNumber(Tensor tensor) {
        return tensor.rank() == 0 || (tensor.rank() == 2 && tensor.size() == 1);
    }

    /** Whether two tensors have the same shape where a vector counts as a column and a number as 1×1. */
    public static boolean sameAsMatrix(Tensor a, Tensor b) {
        return Arrays.equals(asMatrix(a), asMatrix(b));
    }

    /** The shape, extended to at least two axes. */
    public static int[] asMatrix(Tensor tensor) {
        return tensor.rank() < 2 ? new int[] {tensor.rows(), tensor.columns()} : tensor.shape();
    }
}
