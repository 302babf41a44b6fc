package gradus.maths;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * An immutable array of doubles of rank 0 (a number) to 4, row-major: the last axis runs fastest.
 *
 * <p>A rank-1 tensor is a vector; it stands as a column where a matrix is wanted.
 */
public final class Tensor {
    public static final int MAX_RANK = 4;

    private final int[] shape;
    private final double[] cells;

    private Tensor(int[] shape, double[] cells) {
        this.shape = shape;
        this.cells = cells;
    }

    /**
     * A tensor that takes over {@code cells}, row-major; the caller gives the array away.
     *
     * @throws IllegalArgumentException where the number of cells is not the product of the shape or the rank is over 4
     */
    public static Tensor of(int[] shape, double[] cells) {
        if (shape.length > MAX_RANK || cells.length != size(shape)) {
            throw new IllegalArgumentException(cells.length + " cells for the shape " + Arrays.toString(shape));
        }
        return new Tensor(shape.clone(), cells);
    }

    public static Tensor number(double value) {
        return new Tensor(new int[0], new double[] {value});
    }

    public static Tensor vector(double... cells) {
        return new Tensor(new int[] {cells.length}, cells.clone());
    }

    /** A matrix from its rows, all of one length. */
    public static Tensor matrix(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] cells = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + " has " + rows[i].length + " cells, not " + columns);
            }
            System.arraycopy(rows[i], 0, cells, i * columns, columns);
        }
        return new Tensor(new int[] {rows.length, columns}, cells);
    }

    public static Tensor zeros(int... shape) {
        return new Tensor(shape.clone(), new double[size(shape)]);
    }

    public static Tensor filled(double value, int... shape) {
        double[] cells = new double[size(shape)];
        Arrays.fill(cells, value);
        return new Tensor(shape.clone(), cells);
    }

    public int rank() {
        return shape.length;
    }

    public int[] shape() {
        return shape.clone();
    }

    public int axis(int index) {
        return shape[index];
    }

    public int size() {
        return cells.length;
    }

    /** Rows of this tensor as a matrix: a vector is a column, a number is 1×1. */
    public int rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    /** Columns of this tensor as a matrix: a vector is a column, a number is 1×1. */
    public int columns() {
        return shape.length < 2 ? 1 : shape[1];
    }

    /** The cell at this place of the row-major order, from 0. */
    public double cell(int index) {
        return cells[index];
    }

    /** The cell of a matrix (a vector is a column), from 0. */
    public double at(int row, int column) {
        return cells[row * columns() + column];
    }

    /** A copy of the cells, row-major. */
    public double[] cells() {
        return cells.clone();
    }

    /** The cells themselves, for the engine's own loops; nobody writes to them. */
    double[] raw() {
        return cells;
    }

    /** This tensor as a matrix: a number is 1×1, a vector is a column; higher ranks stay as they are. */
    public Tensor asMatrix() {
        return shape.length < 2 ? reshape(rows(), columns()) : this;
    }

    /** Where there is one cell, whatever the rank, it counts as a number. */
    public boolean isNumber() {
        return cells.length == 1;
    }

    public boolean sameShape(Tensor other) {
        return Arrays.equals(shape, other.shape);
    }

    /** The same cells in another shape of the same size. */
    public Tensor reshape(int... newShape) {
        return of(newShape, cells);
    }

    public Tensor map(DoubleUnaryOperator function) {
        double[] mapped = new double[cells.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(cells[i]);
        }
        return new Tensor(shape, mapped);
    }

    /** Cell by cell with a tensor of the same shape. */
    public Tensor zip(Tensor other, DoubleBinaryOperator function) {
        if (!sameShape(other)) {
            throw MathsException.of("maths.shapes-differ", shapeText(), other.shapeText());
        }
        double[] zipped = new double[cells.length];
        for (int i = 0; i < zipped.length; i++) {
            zipped[i] = function.applyAsDouble(cells[i], other.cells[i]);
        }
        return new Tensor(shape, zipped);
    }

    /** The shape as people write it: {@code 3×4}; a vector {@code 3}; a number {@code 1}. */
    public String shapeText() {
        return shapeText(shape);
    }

    public static String shapeText(int... shape) {
        if (shape.length == 0) {
            return "1";
        }
        StringBuilder text = new StringBuilder();
        for (int axis : shape) {
            text.append(text.isEmpty() ? "" : "×").append(axis);
        }
        return text.toString();
    }

    private static int size(int... shape) {
        int size = 1;
        for (int axis : shape) {
            size = Math.multiplyExact(size, axis);
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && Arrays.equals(shape, that.shape) && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(cells);
    }

    /** Nested lists, as the contract writes tensors: {@code [[1.0, 2.0], [3.0, 4.0]]}. */
    @Override
    public String toString() {
        return toString(0, 0, cells.length);
    }

    private String toString(int axis, int from, int count) {
        if (axis == shape.length) {
            return Double.toString(cells[from]);
        }
        int step = shape[axis] == 0 ? 0 : count / shape[axis];
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < shape[axis]; i++) {
            text.append(i == 0 ? "" : ", ").append(toString(axis + 1, from + i * step, step));
        }
        return text.append("]").toString();
    }
}
