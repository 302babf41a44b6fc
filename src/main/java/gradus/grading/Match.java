package gradus.grading;

import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of an answer with the right answer that it comes closest to.
 *
 * @param counting how many of its right cells count: none if the only right cells are those where 0 is due
 * @param note the author's note on that right answer, if it is an accepted one beside the key
 */
record Match(Comparison comparison, int counting, @Nullable Text note) {
    /** The match of a comparison with this right answer. */
    static Match of(Comparison comparison, Answer key, @Nullable Text note) {
        int right = Collections.frequency(comparison.cells(), Comparison.Mark.RIGHT);
        Tensor due = Suspect.numbers(key);
        boolean onlyZeros =
                due != null && due.size() == comparison.cells().size() && isRightOnlyWhereZero(comparison, due);
        return new Match(comparison, onlyZeros ? 0 : right, note);
    }

    /** A match in which all right cells count. */
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

    /** Whether at least half of its cells are right, which is more than chance. */
    boolean isMostlyRight() {
        return isFull() || 2 * right() >= comparison.cells().size() && right() > 0;
    }

    boolean isUnsure() {
        return comparison.outcome() == Comparison.Outcome.UNSURE;
    }

    int right() {
        return Collections.frequency(comparison.cells(), Comparison.Mark.RIGHT);
    }

    /** The verdict of each cell: correct if it is right in the direct comparison, otherwise by this one. */
    List<Verdict> verdicts(Match direct) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Comparison.Mark> straight = direct.comparison().cells();
        List<Comparison.Mark> marks = comparison.cells();
        for (int i = 0; i < marks.size(); i++) {
            if (i < straight.size() && straight.get(i) == Comparison.Mark.RIGHT) {
                verdicts.add(Verdict.CORRECT);
            } else {
                verdicts.add(
                        switch (marks.get(i)) {
                            case RIGHT -> Verdict.FOLLOWS_THROUGH;
                            case WRONG -> Verdict.INCORRECT;
                            case BLANK -> Verdict.BLANK;
                        });
            }
        }
        return verdicts;
    }
}
