package gradus.grading;

import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Text;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * An answer held against the right one that it comes closest to.
 *
 * @param counting how many of its right cells count: where only cells are right in which 0 is due, none do
 * @param note what the author says of that right answer, if it is a further one
 */
record Match(Comparison comparison, int counting, @Nullable Text note) {
    /** Of a comparison with this right answer. */
    static Match of(Comparison comparison, Answer key, @Nullable Text note) {
        int right = Collections.frequency(comparison.cells(), Comparison.Mark.RIGHT);
        Tensor due = Suspect.numbers(key);
        boolean onlyZeros =
                due != null && due.size() == comparison.cells().size() && isRightOnlyWhereZero(comparison, due);
        return new Match(comparison, onlyZeros ? 0 : right, note);
    }

    /** A comparison whose right cells all count. */
    static Match of(Comparison comparison) {
        return new Match(comparison, Collections.frequency(comparison.cells(), Comparison.Mark.RIGHT), null);
    }

    private static boolean isRightOnlyWhereZero(Comparison comparison, Tensor due) {
        boolean zero = true;
        for (int i = 0; i < due.size(); i++) {
            zero &= due.cell(i) == 0;
            if (due.cell(i) != 0 && comparison.cells().get(i) == Comparison.Mark.RIGHT) {
                return false;
            }
        }
        return !zero;
    }

    boolean isFull() {
        return comparison.isEqual();
    }

    /** Whether at least half of its cells are right, so that it is more than chance. */
    boolean isMostlyRight() {
        return isFull() || 2 * right() >= comparison.cells().size() && right() > 0;
    }

    boolean isUnsure() {
        return comparison.outcome() == Comparison.Outcome.UNSURE;
    }

    int right() {
        return Collections.frequency(comparison.cells(), Comparison.Mark.RIGHT);
    }
}
