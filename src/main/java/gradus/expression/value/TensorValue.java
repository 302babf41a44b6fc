package gradus.expression.value;

import gradus.maths.Tensor;
import gradus.message.Message;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tensor with a running bound on the rounding error of every cell.
 *
 * @param bounds row-major error bounds; null where every cell is exact; callers must not change the array
 */
public record TensorValue(Tensor tensor, double @Nullable [] bounds) implements Value {

    /** A tensor without rounding error. */
    public static TensorValue exactly(Tensor tensor) {
        return new TensorValue(tensor, null);
    }

    static TensorValue ofDecimals(Tensor tensor) {
        double[] bounds = null;
        for (int i = 0; i < tensor.size(); i++) {
            double bound = Rounding.ofDecimal(tensor.cell(i));
            if (bound != 0) {
                bounds = bounds == null ? new double[tensor.size()] : bounds;
                bounds[i] = bound;
            }
        }
        return new TensorValue(tensor, bounds);
    }

    /** The only cell of a tensor, as a number. */
    public NumberValue onlyCell() {
        return new NumberValue(tensor.cell(0), bound(0));
    }

    @Override
    public boolean isFinite() {
        for (int i = 0; i < tensor.size(); i++) {
            if (!Double.isFinite(tensor.cell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public Tensor asTensor() {
        return tensor;
    }

    @Override
    public double bound(int index) {
        return bounds == null ? 0 : bounds[index];
    }

    @Override
    public TensorValue settled() {
        if (bounds == null) {
            return this;
        }
        double[] cells = tensor.cells();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Rounding.isLost(cells[i], bounds[i]) ? 0 : cells[i];
        }
        return new TensorValue(Tensor.of(tensor.shape(), cells), bounds);
    }

    @Override
    public Message kind() {
        return Message.of(
                switch (tensor.rank()) {
                    case 0 -> "expression.kind-number";
                    case 1 -> "expression.kind-vector";
                    case 2 -> "expression.kind-matrix";
                    default -> "expression.kind-tensor";
                },
                tensor.shapeText());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TensorValue that && tensor.equals(that.tensor) && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tensor, Arrays.hashCode(bounds));
    }

    @Override
    public String toString() {
        return tensor.toString();
    }
}
