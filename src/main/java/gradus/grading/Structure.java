package gradus.grading;

import gradus.grading.Diagnosis.Finding;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Tolerance;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The well-known ways in which an array of numbers can be wrong whatever the question: no author has to name them. Each is
 * said only where every cell bears it out, and where a random answer would hardly do so.
 *
 * <p>Tried from the most distinguishing to the least. An array of another shape than the key can only be transposed.
 */
final class Structure {
    private static final int FEWEST_CELLS = 3;
    private static final int MOST_POWER = 6;
    private static final int FEWEST_DIGITS = 2;

    private final Tensor given;
    private final Tensor key;
    private final Answer.Plain right;
    private final Tolerance ofPart;
    private final boolean strict;
    private final double largest;
    private final Set<Double> counts;
    private final Chance chance;

    /** What a random answer would be said to be, together, of all that was tried so far. */
    private double tried;

    private Structure(Tensor given, Answer.Plain right, Part part, Set<Double> counts) {
        this.given = given;
        this.right = right;
        this.key = right.value().asTensor();
        this.ofPart = part.tolerance();
        this.strict = part.strictOrientation();
        this.largest = Likeness.largest(key);
        this.counts = counts;
        this.chance = Chance.of(given, key, right.tolerance(0, ofPart));
    }

    /**
     * What is wrong with an array, or a single number as an array of rank 0; null where nothing of all this fits.
     *
     * @param counts the counts that the question has
     */
    static @Nullable Finding of(Tensor given, Answer.Plain key, Part part, Set<Double> counts) {
        return new Structure(given, key, part, counts).find();
    }

    private @Nullable Finding find() {
        boolean fits = Likeness.fits(given, key, strict);
        Finding found = isTransposed() ? blamed("transposed", null) : null;
        if (found != null || !fits) {
            return found;
        }
        if (key.size() >= FEWEST_CELLS) {
            if (isLike(cell -> key.cell(key.size() - 1 - cell))) {
                found = blamed("turned", null);
            } else if (isShifted()) {
                found = blamed("shifted", null);
            }
        }
        Double factor = found == null ? factor() : null;
        if (factor != null) {
            found = blamed("factor", Message.of("grading.times-the-key", Digits.of(factor)));
        }
        return found != null ? found : isRounded() ? finding("rounded", null) : region();
    }

    private @Nullable Finding blamed(String id, @Nullable Message revealing) {
        return tried < Chance.MOST ? finding(id, revealing) : null;
    }

    private static Finding finding(String id, @Nullable Message revealing) {
        return new Finding.BuiltIn(id, Message.of("grading.mistake-" + id), revealing);
    }

    /**
     * Whether the answer is this, NaN where anything goes, in every cell, and this is not the key.
     *
     * @param wrong the cell that belongs in each place of the key
     */
    private boolean isLike(IntToDoubleFunction wrong) {
        int telling = 0;
        boolean alike = true;
        for (int i = 0; i < key.size(); i++) {
            double cell = wrong.applyAsDouble(i);
            if (!Double.isNaN(cell)) {
                telling += accepts(i, cell, key.cell(i)) ? 0 : 1;
                alike &= accepts(i, given.cell(i), cell);
            }
        }
        tried += telling == 0 ? 0 : chance.ofAgreeing(telling, telling);
        return alike && telling > 0;
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
        // a vector the other way up is a plain fact, however few numbers it has
        tried += rows == 1 || columns == 1 ? 0 : chance.ofAgreeing(key.size(), key.size());
        for (int i = 0; i < given.size(); i++) {
            if (!accepts(i, given.cell(i), key.at(i % rows, i / rows))) {
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
        boolean found = false;
        for (int down = rows > 1 ? -1 : 0; down <= (rows > 1 ? 1 : 0); down++) {
            for (int right = columns > 1 ? -1 : 0; right <= (columns > 1 ? 1 : 0); right++) {
                found |= (down != 0 || right != 0) && isShifted(down, right);
            }
        }
        return found;
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
        int moved = 0;
        for (int i = 0; i < key.size(); i++) {
            double cell = shifted.applyAsDouble(i);
            moved += !Double.isNaN(cell) && cell != key.cell(i) ? 1 : 0;
        }
        return moved >= FEWEST_CELLS && isLike(shifted);
    }

    /** The factor by which every cell is off, where it is one that a slip makes: −1, 2, ½, a power of 10, a count. */
    private @Nullable Double factor() {
        if (!hasTwoDifferentCells()) {
            return null;
        }
        Double found = null;
        for (double factor : factors()) {
            if (isMultiple(factor) && found == null) {
                found = factor;
            }
        }
        return found;
    }

    /** Whether every cell is so many times its key, judged on the scale of the key, on which a tolerance is meant. */
    private boolean isMultiple(double factor) {
        int telling = 0;
        boolean alike = true;
        for (int i = 0; i < key.size(); i++) {
            telling += accepts(i, factor * key.cell(i), key.cell(i)) ? 0 : 1;
            alike &= accepts(i, given.cell(i) / factor, key.cell(i));
        }
        tried += telling == 0 ? 0 : chance.ofAgreeing(telling, telling);
        return alike && telling > 0;
    }

    private Set<Double> factors() {
        Set<Double> factors = new LinkedHashSet<>();
        factors.add(-1.0);
        factors.add(2.0);
        factors.add(0.5);
        for (int power = 1; power <= MOST_POWER; power++) {
            factors.add(Math.pow(10, power));
            factors.add(1 / Math.pow(10, power));
        }
        counts.forEach(count -> {
            factors.add(count);
            factors.add(1 / count);
        });
        return factors;
    }

    private boolean hasTwoDifferentCells() {
        double first = 0;
        for (int i = 0; i < key.size(); i++) {
            double magnitude = Math.abs(key.cell(i));
            if (first != 0 && magnitude != 0 && !accepts(i, magnitude, first)) {
                return true;
            }
            first = first == 0 ? magnitude : first;
        }
        return false;
    }

    /** Whether every cell is right, or its key rounded to the digits that were typed. */
    private boolean isRounded() {
        boolean rounded = false;
        for (int i = 0; i < key.size(); i++) {
            if (!isRight(i)) {
                double typed = given.cell(i);
                double unit = Math.pow(10, -Chance.decimals(typed));
                boolean digits = Double.isFinite(typed) && Digits.significant(typed) >= FEWEST_DIGITS;
                if (!digits || typed == key.cell(i) || Math.abs(typed - key.cell(i)) > unit * (0.5 + 1e-9)) {
                    return false;
                }
                rounded = true;
            }
        }
        return rounded;
    }

    /** Whether a number may stand for another in a place of the key. */
    private boolean accepts(int cell, double number, double due) {
        return right.tolerance(cell, ofPart).accepts(number, due, largest);
    }

    private boolean isRight(int cell) {
        return accepts(cell, given.cell(cell), key.cell(cell));
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
            if (Double.isNaN(given.cell(i))) {
                return null;
            }
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
            return finding("border", null);
        }
        return border == 0 && interior > 1 && 2 * interior > inside ? finding("interior", null) : null;
    }
}
