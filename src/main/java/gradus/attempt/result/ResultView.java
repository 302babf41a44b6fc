package gradus.attempt.result;

import gradus.exam.Show;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What of a grading is shown, and how.
 *
 * @param opened at which positions the worked solution was opened, where solutions are shown: no other is worked out
 * @param practice whether texts are for the student to assess
 * @param pictures where the pictures of the course's questions are
 */
public record ResultView(Set<Show> show, IntPredicate opened, boolean practice, String pictures, Locale language) {
    /** All of it, as staff see it, with or without the worked solutions. */
    public static ResultView ofStaff(boolean solutions, String pictures, Locale language) {
        return new ResultView(EnumSet.allOf(Show.class), position -> solutions, false, pictures, language);
    }

    boolean shows(Show what) {
        return show.contains(what);
    }
}
