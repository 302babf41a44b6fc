package gradus.grading;

import gradus.question.Comparison;
import gradus.question.Text;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * An answer held against the right one that it comes closest to.
 *
 * @param note what the author says of that right answer, if it is a further one
 */
record Match(Comparison comparison, @Nullable Text note) {
    boolean isFull() {
        return comparison.isEqual();
    }

    boolean isUnsure() {
        return comparison.outcome() == Comparison.Outcome.UNSURE;
    }

    int right() {
        return Collections.frequency(comparison.cells(), Comparison.Mark.RIGHT);
    }
}
