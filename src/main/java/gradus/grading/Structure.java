package gradus.grading;

import gradus.grading.Diagnosis.Finding;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Tolerance;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The well-known ways in which an array of numbers can be wrong whatever the question: no author has to name them.
 *
 * <p>Tried from the most distinguishing to the least. An array of another shape than the key can only be transposed.
 */
final class Structure {
    /** The built-in mistake that nearly every wrong number could be said to be. */
    static final String FACTOR = "factor";

    private static final int FEWEST_CELLS = 3;
    private static final double ROUGHLY = 0.02;
    private static final double[] SIMPLE_FACTORS = {2, 0.5, 10, 0.1, 100, 0.01, 1000, 0.001};
    private static final int MOST_DECIMALS = 4;

    private final Tensor given;
    private final Tensor key;
    private final Tolerance tolerance;
    private final boolean strict;
    private final double largest;

    private Structure(Tensor given, Tensor key, Part part) {
        this.given = given;
        this.key = key;
        this.tolerance = part.tolerance();
        this.strict = part.strictOrientation();
        this.largest = Likeness.largest(key);
    }

    /** What is wrong with an array, or a single number as an array of rank 0; null where nothing of all this fits. */
    static @Nullable Finding of(Tensor given, Tensor key, Part part) {
        return new Structure(given, key, part).find();
    }

    private @Nullable Finding find() {
        boolean fits = Likeness.fits(given, key, strict);
        if (fits && largest > 0 && isLike(cell -> -key.cell(cell))) {
            return finding("wrong-sign");
        }
        if (isTransposed()) {
            return finding("transposed");
        }
        if (!fits) {
            return null;
        }
        if (key.size() >= FEWEST_CELLS) {
            if (isLike(cell -> key.cell(key.size() - 1 - cell))) {
                return finding("turned");
            }
            if (isShifted()) {
                return finding("shifted");
            }
        }
        Finding factor = factor();
        if (factor != null) {
            return factor;
        }
        return isRounded() ? finding("rounded") : region();
    }

    private static Finding finding(String id, Object... detail) {
        return new Finding.BuiltIn(id, Message.of("grading.mistake-" + id, detail));
    }

    /**
     * Whether the answer is this, NaN where anything goes, and not the key, wholly or nearly.
     *
     * @param wrong the cell that belongs in each place of the key
     */
    private boolean isLike(IntToDoubleFunction wrong) {
        int size = key.size();
        int mostMisses = Likeness.missesAllowed(size);
        int distinguishing = 0;
        int misses = 0;
        boolean elsewhere = true;
        for (int i = 0; i < size; i++) {
            double cell = wrong.applyAsDouble(i);
            if (!Double.isNaN(cell)) {
                boolean agrees = tolerance.accepts(given.cell(i), cell, largest);
                if (!tolerance.accepts(cell, key.cell(i), largest)) {
                    distinguishing++;
                    misses += agrees ? 0 : 1;
                    if (misses > mostMisses) {
                        return false;
                    }
                } else {
                    elsewhere &= agrees;
                }
            }
        }
        return distinguishing > 0
                && (misses == 0 && elsewhere || Likeness.isNear(distinguishing - misses, distinguishing));
    }

    private boolean isTransposed() {
        if (key.rank() == 0 || key.rank() > 2 || given.rank() != 2 || key.size() < 2) {
            return false;
        }
        int rows = key.rows();
        int columns = key.columns();
        if (given.rows() != columns || given.columns() != rows) {
            return false;
        }
        if (rows == columns) {
            return isLike(cell -> key.at(cell % columns, cell / columns));
        }
        for (int i = 0; i < given.size(); i++) {
            if (!tolerance.accepts(given.cell(i), key.at(i % rows, i / rows), largest)) {
                return false;
            }
        }
        return true;
    }

    private boolean isShifted() {
        int rows = key.rows();
        int columns = key.columns();
        if (key.rank() > 2) {
            return false;
        }
        for (int down = rows > 1 ? -1 : 0; down <= (rows > 1 ? 1 : 0); down++) {
            for (int right = columns > 1 ? -1 : 0; right <= (columns > 1 ? 1 : 0); right++) {
                if ((down != 0 || right != 0) && isShifted(down, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the cells that a shift leaves inside are those of the answer, enough of them being moved at all. */
    private boolean isShifted(int down, int right) {
        int rows = key.rows();
        int columns = key.columns();
        IntToDoubleFunction shifted = cell -> {
            int row = cell / columns - down;
            int column = cell % columns - right;
            boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
            return inside ? key.at(row, column) : Double.NaN;
        };
        if (!isLike(shifted)) {
            return false;
        }
        int moved = 0;
        for (int i = 0; i < key.size(); i++) {
            double cell = shifted.applyAsDouble(i);
            moved += !Double.isNaN(cell) && cell != key.cell(i) ? 1 : 0;
        }
        return moved >= FEWEST_CELLS;
    }

    private @Nullable Finding factor() {
        int most = 0;
        int nonzero = 0;
        for (int i = 0; i < key.size(); i++) {
            nonzero += key.cell(i) != 0 ? 1 : 0;
            most = Math.abs(key.cell(i)) > Math.abs(key.cell(most)) ? i : most;
        }
        double right = key.cell(most);
        double factor = given.cell(most) / right;
        if (nonzero == 0 || !Double.isFinite(factor) || factor == 0) {
            return null;
        }
        if (nonzero == 1) {
            for (double simple : SIMPLE_FACTORS) {
                if (isMultiple(simple)) {
                    return finding(FACTOR, shortly(simple));
                }
            }
            return null;
        }
        return isMultiple(factor) ? finding(FACTOR, shortly(factor)) : null;
    }

    private boolean isMultiple(double factor) {
        boolean distinguishing = false;
        for (int i = 0; i < key.size(); i++) {
            double cell = key.cell(i) * factor;
            if (!tolerance.accepts(given.cell(i), cell, largest * Math.abs(factor))) {
                return false;
            }
            distinguishing |= !tolerance.accepts(cell, key.cell(i), largest);
        }
        return distinguishing;
    }

    private static String shortly(double number) {
        String digits = String.format(Locale.ROOT, "%.4g", number);
        return digits.indexOf('.') >= 0 && digits.indexOf('e') < 0 ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    /** Whether every cell is right, or off by a rounding of the fraction that the key has there: to few digits, or by 2 %. */
    private boolean isRounded() {
        boolean roughly = true;
        boolean off = false;
        for (int i = 0; i < key.size(); i++) {
            if (!isRight(i)) {
                double right = key.cell(i);
                if (right == Math.rint(right) || Double.isNaN(given.cell(i))) {
                    return false;
                }
                roughly &= Math.abs(given.cell(i) - right) <= ROUGHLY * Math.abs(right);
                off |= given.cell(i) != 0;
            }
        }
        return off && (roughly || isRoundedToDecimals() || isRoundedToDigits());
    }

    private boolean isRoundedToDecimals() {
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double unit = Math.pow(10, -decimals);
            if (everyCell(cell -> unit)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRoundedToDigits() {
        for (int digits = 1; digits <= MOST_DECIMALS; digits++) {
            int after = 1 - digits;
            if (everyCell(cell -> Math.pow(10, Math.floor(Math.log10(Math.abs(key.cell(cell)))) + after))) {
                return true;
            }
        }
        return false;
    }

    /** Whether every cell is right or the key's in whole units. */
    private boolean everyCell(IntToDoubleFunction unit) {
        for (int i = 0; i < key.size(); i++) {
            double step = unit.applyAsDouble(i);
            double rounded = Math.rint(key.cell(i) / step) * step;
            if (!isRight(i) && !(Math.abs(given.cell(i) - rounded) <= 1e-9 * step)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRight(int cell) {
        return tolerance.accepts(given.cell(cell), key.cell(cell), largest);
    }

    /** Whether the wrong cells of a matrix are most of its border and nothing else, or most of its interior. */
    private @Nullable Finding region() {
        int rows = key.rows();
        int columns = key.columns();
        if (key.rank() != 2 || rows < FEWEST_CELLS || columns < FEWEST_CELLS) {
            return null;
        }
        int border = 0;
        int interior = 0;
        for (int i = 0; i < key.size(); i++) {
            if (!isRight(i)) {
                int row = i / columns;
                int column = i % columns;
                boolean edge = row == 0 || row == rows - 1 || column == 0 || column == columns - 1;
                border += edge ? 1 : 0;
                interior += edge ? 0 : 1;
            }
        }
        int inside = (rows - 2) * (columns - 2);
        if (interior == 0 && 2 * border > key.size() - inside) {
            return finding("border");
        }
        return border == 0 && interior > 1 && 2 * interior > inside ? finding("interior") : null;
    }
}
