package gradus.grading;

import gradus.grading.Diagnosis.Finding;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Tolerance;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The well-known ways in which an array of numbers can be wrong in any question, without an author naming them. Each is
 * said only if every cell confirms it and a random answer would hardly do so.
 *
 * <p>Tried from the most distinguishing to the least. An array of another shape than the key can only be transposed.
 */
final class Structure {
    private static final int FEWEST_CELLS = 3;
    private static final int FEWEST_DIGITS = 2;
    /** The largest error of rounding to whole numbers. */
    private static final double MOST_ROUNDING = 0.5 + 1e-9;

    private final Tensor given;
    private final Tensor key;
    private final Answer.Plain right;
    private final Tolerance ofPart;
    private final boolean strict;
    private final double largest;
    private final Variant variant;

    private Structure(Tensor given, Answer.Plain right, Part part, Variant variant) {
        this.given = given;
        this.right = right;
        this.key = right.value().asTensor();
        this.ofPart = part.tolerance();
        this.strict = part.strictOrientation();
        this.largest = Likeness.largest(key);
        this.variant = variant;
    }

    /** What is wrong with an array, or with a single number as an array of rank 0; null if nothing fits. */
    static @Nullable Finding of(Tensor given, Answer.Plain key, Part part, Variant variant) {
        return new Structure(given, key, part, variant).find();
    }

    /** Whether an answer is the key rounded to the digits that were typed. */
    static boolean isRounded(Tensor given, Answer.Plain key, Part part, Variant variant) {
        return Likeness.fits(given, key.value().asTensor(), part.strictOrientation())
                && new Structure(given, key, part, variant).isRounded();
    }

    /**
     * A way of being wrong.
     *
     * @param wrong the cell that belongs in each place of the key; NaN where anything goes
     * @param leastMoved how many cells must differ from the key
     */
    private record Candidate(String id, IntToDoubleFunction wrong, int leastMoved) {}

    private @Nullable Finding find() {
        if (!Likeness.fits(given, key, strict)) {
            return isTransposed() ? finding("transposed", null) : null;
        }
        List<Candidate> rearranged = rearranged();
        Candidate alike = null;
        for (int i = 0; alike == null && i < rearranged.size(); i++) {
            Candidate candidate = rearranged.get(i);
            boolean fits = isLike(candidate.wrong()) && moved(candidate.wrong()) >= candidate.leastMoved();
            alike = fits ? candidate : null;
        }
        if (alike != null) {
            double chance = rearranged.stream()
                    .mapToDouble(candidate -> chance(candidate.wrong()))
                    .sum();
            boolean byOrder = alike.leastMoved() == FEWEST_CELLS && rearranged.size() > Chance.MOST * orders();
            return chance < Chance.MOST && !byOrder ? finding(alike.id(), null) : null;
        }
        Finding factor = factor();
        return factor != null ? factor : isRounded() ? finding("rounded", null) : Region.of(given, right, ofPart);
    }

    /** The key's own numbers in other places. */
    private List<Candidate> rearranged() {
        List<Candidate> all = new ArrayList<>();
        int columns = key.columns();
        if (key.rank() == 2 && key.rows() == columns && columns > 1) {
            all.add(new Candidate("transposed", cell -> key.at(cell % columns, cell / columns), 1));
        }
        if (key.size() >= FEWEST_CELLS) {
            all.add(new Candidate("turned", cell -> key.cell(key.size() - 1 - cell), 1));
            if (key.rank() <= 2) {
                addShifts(all);
            }
        }
        return all;
    }

    private void addShifts(List<Candidate> all) {
        int most = key.rows() > 1 ? 1 : 0;
        int furthest = key.columns() > 1 ? 1 : 0;
        for (int down = -most; down <= most; down++) {
            for (int right = -furthest; right <= furthest; right++) {
                if (down != 0 || right != 0) {
                    all.add(new Candidate("shifted", shifted(down, right), FEWEST_CELLS));
                }
            }
        }
    }

    /** The key shifted by some places; cells that come from outside may hold anything. */
    private IntToDoubleFunction shifted(int down, int right) {
        int rows = key.rows();
        int columns = key.columns();
        return cell -> {
            int row = cell / columns - down;
            int column = cell % columns - right;
            boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
            return inside ? key.at(row, column) : Double.NaN;
        };
    }

    private int moved(IntToDoubleFunction shifted) {
        int moved = 0;
        for (int i = 0; i < key.size(); i++) {
            double cell = shifted.applyAsDouble(i);
            moved += !Double.isNaN(cell) && cell != key.cell(i) ? 1 : 0;
        }
        return moved;
    }

    private static Finding finding(String id, @Nullable Message revealing) {
        return new Finding.BuiltIn(id, Message.of("grading.mistake-" + id), revealing);
    }

    /** Whether the answer matches this in every cell that is not open, and this is not the key itself. */
    private boolean isLike(IntToDoubleFunction wrong) {
        boolean telling = false;
        for (int i = 0; i < key.size(); i++) {
            double cell = wrong.applyAsDouble(i);
            if (!Double.isNaN(cell)) {
                if (!accepts(i, given.cell(i), cell)) {
                    return false;
                }
                telling |= !accepts(i, cell, key.cell(i));
            }
        }
        return telling;
    }

    /** In how many orders the key's numbers can stand. */
    private double orders() {
        double orders = 1;
        Map<Double, Integer> seen = new HashMap<>();
        for (int i = 0; i < key.size(); i++) {
            orders *= (i + 1.0) / seen.merge(key.cell(i), 1, Integer::sum);
        }
        return orders;
    }

    /** The probability that a random answer would match this too. */
    private double chance(IntToDoubleFunction wrong) {
        int telling = 0;
        for (int i = 0; i < key.size(); i++) {
            double cell = wrong.applyAsDouble(i);
            telling += Double.isNaN(cell) || accepts(i, cell, key.cell(i)) ? 0 : 1;
        }
        Chance chance = Chance.of(given, key, right.tolerance(0, ofPart));
        return telling == 0 ? 0 : chance.ofAgreeing(telling, telling);
    }

    /** Whether the answer has another shape, and is the transpose in that. */
    private boolean isTransposed() {
        if (key.rank() == 0 || key.rank() > 2 || given.rank() != 2 || key.size() < 2) {
            return false;
        }
        int rows = key.rows();
        int columns = key.columns();
        if (given.rows() != columns || given.columns() != rows) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            int place = i % rows * columns + i / rows;
            if (!accepts(place, given.cell(i), key.cell(place))) {
                return false;
            }
        }
        // a transposed vector is certain, however few numbers it has
        return rows == 1 || columns == 1 || chance(cell -> Double.POSITIVE_INFINITY) < Chance.MOST;
    }

    /** The answer as a multiple of the key by a factor that a slip makes: −1, 2, ½, a power of 10, a count. */
    private @Nullable Finding factor() {
        int most = 0;
        for (int i = 0; i < key.size(); i++) {
            most = Math.abs(key.cell(i)) > Math.abs(key.cell(most)) ? i : most;
        }
        double ratio = given.cell(most) / key.cell(most);
        if (ratio == 0 || ratio == 1 || !Double.isFinite(ratio) || !isMultiple(ratio) || !hasTwoDifferentCells()) {
            return null;
        }
        Set<Double> factors = Counts.factors(variant, key);
        for (double factor : factors) {
            if (isMultiple(factor)) {
                double chance = factors.size() * chance(cell -> factor * key.cell(cell));
                return chance < Chance.MOST
                        ? finding("factor", Message.of("grading.times-the-key", Digits.of(factor)))
                        : null;
            }
        }
        return null;
    }

    /** Whether every cell is this multiple of its key, compared on the scale of the key, for which tolerances are meant. */
    private boolean isMultiple(double factor) {
        boolean telling = false;
        for (int i = 0; i < key.size(); i++) {
            if (!accepts(i, given.cell(i) / factor, key.cell(i))) {
                return false;
            }
            telling |= !accepts(i, factor * key.cell(i), key.cell(i));
        }
        return telling;
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
                if (!(Math.abs(typed - key.cell(i)) <= MOST_ROUNDING)) {
                    return false;
                }
                double unit = Math.pow(10, -Chance.decimals(typed));
                if (Digits.significant(typed) < FEWEST_DIGITS || Math.abs(typed - key.cell(i)) > unit * MOST_ROUNDING) {
                    return false;
                }
                rounded = true;
            }
        }
        return rounded;
    }

    /** Whether a number counts as another at a place of the key. */
    private boolean accepts(int cell, double number, double due) {
        return right.tolerance(cell, ofPart).accepts(number, due, largest);
    }

    private boolean isRight(int cell) {
        return accepts(cell, given.cell(cell), key.cell(cell));
    }
}
