package gradus.question.part;

import gradus.expression.read.PlainText;
import gradus.maths.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of a matrix while it is being read, row-major; a blank cell is NaN. */
final class MatrixCells {
    /** More cells than any exam asks for. */
    static final int MAX_CELLS = 10_000;

    private static final int UNKNOWN = -1;

    private final PlainText typed;
    private final int[] shape = {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN};
    private double[] cells = new double[32];
    private int count;
    private int rank;

    MatrixCells(PlainText typed) {
        this.typed = typed;
    }

    int count() {
        return count;
    }

    void add(double cell, int at) throws Unreadable {
        if (count == MAX_CELLS) {
            throw Unreadable.at(typed.originalOffset(at), "grading.too-many-cells", MAX_CELLS);
        }
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count++] = cell;
    }

    /** Says that a list along this axis, from 0, holds so many; all lists along one axis must hold as many. */
    void close(int axis, int size, int at) throws Unreadable {
        rank = Math.max(rank, axis + 1);
        if (shape[axis] == UNKNOWN) {
            shape[axis] = size;
        } else if (shape[axis] != size) {
            throw Unreadable.at(typed.originalOffset(at), "grading.ragged", size, shape[axis]);
        }
    }

    /** All cells in their shape, or null where every one is blank. */
    @Nullable
    Tensor tensor() {
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(cells[i])) {
                return Tensor.of(Arrays.copyOf(shape, rank), Arrays.copyOf(cells, count));
            }
        }
        return null;
    }
}
