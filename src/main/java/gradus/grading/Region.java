package gradus.grading;

import gradus.grading.Diagnosis.Finding;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Tolerance;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A matrix that is wrong along its border only, or only within. */
final class Region {
    private static final int FEWEST = 3;

    private final Tensor given;
    private final Answer.Plain right;
    private final Tensor key;
    private final Tolerance tolerance;

    private Region(Tensor given, Answer.Plain right, Tolerance tolerance) {
        this.given = given;
        this.right = right;
        this.key = right.value().asTensor();
        this.tolerance = tolerance;
    }

    /** Whether the wrong cells of a matrix are most of its border and nothing else, or most of its interior; else null. */
    static @Nullable Finding of(Tensor given, Answer.Plain right, Tolerance tolerance) {
        return new Region(given, right, tolerance).find();
    }

    private @Nullable Finding find() {
        int rows = key.rows();
        int columns = key.columns();
        if (key.rank() != 2 || rows < FEWEST || columns < FEWEST) {
            return null;
        }
        int border = 0;
        int interior = 0;
        double largest = Likeness.largest(key);
        for (int i = 0; i < key.size(); i++) {
            if (Double.isNaN(given.cell(i))) {
                return null;
            }
            if (!right.tolerance(i, tolerance).accepts(given.cell(i), key.cell(i), largest)) {
                border += isInside(i) ? 0 : 1;
                interior += isInside(i) ? 1 : 0;
            }
        }
        int all = (rows - 2) * (columns - 2);
        if (interior == 0 && isTelling(true) && 2 * border > key.size() - all) {
            return finding("border");
        }
        return border == 0 && interior > 1 && isTelling(false) && 2 * interior > all ? finding("interior") : null;
    }

    private boolean isInside(int cell) {
        return cell / key.columns() % (key.rows() - 1) != 0 && cell % key.columns() % (key.columns() - 1) != 0;
    }

    /** Whether the numbers of a region are different enough that chance would hardly get them right. */
    private boolean isTelling(boolean inside) {
        Set<Double> different = new HashSet<>();
        for (int i = 0; i < key.size(); i++) {
            if (isInside(i) == inside && key.cell(i) != 0) {
                different.add(key.cell(i));
            }
        }
        return different.size() >= FEWEST;
    }

    private static Finding finding(String id) {
        return new Finding.BuiltIn(id, Message.of("grading.mistake-" + id), null);
    }
}
