package gradus.expression.value;

import gradus.maths.Tensor;

/**
 * The transpose of a matrix or, as a row, of a vector. A number has none: whoever writes one means a derivative or
 * another quantity.
 */
public final class Transposition {
    private Transposition() {}

    public static Value of(Run run, Value value, int at) {
        Tensor tensor = Broadcast.numeric(value, at, "'");
        if (tensor.rank() == 0 && run.isOfListing()) {
            return value;
        }
        if (tensor.rank() == 0) {
            throw ExpressionException.of(at, "expression.transpose-number");
        }
        if (tensor.rank() > 2) {
            throw ExpressionException.of(at, "expression.transpose-rank", tensor.shapeText());
        }
        int rows = tensor.rows();
        int columns = tensor.columns();
        run.budget().room(tensor.size(), at);
        double[] cells = new double[tensor.size()];
        double[] bounds =
                value instanceof TensorValue exact && exact.bounds() == null ? null : new double[cells.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                cells[j * rows + i] = tensor.at(i, j);
                if (bounds != null) {
                    bounds[j * rows + i] = value.bound(i * columns + j);
                }
            }
        }
        return new TensorValue(Tensor.of(new int[] {columns, rows}, cells), bounds);
    }
}
