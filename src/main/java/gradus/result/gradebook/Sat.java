package gradus.result.gradebook;

import gradus.attempt.Attempt;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as the gradebook sees it.
 *
 * @param score null while it runs
 * @param graded the points of the parts that wait for nobody
 */
record Sat(
        UUID person,
        String exam,
        UUID attempt,
        int number,
        @Nullable Instant submitted,
        Attempt.Standing standing,
        @Nullable BigFraction score,
        @Nullable BigFraction graded,
        @Nullable BigFraction points) {
    boolean counts() {
        return standing == Attempt.Standing.COUNTS && score != null && points != null;
    }

    boolean waits() {
        return graded != null && points != null && !graded.equals(points);
    }
}
