package gradus.attempt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One run of grading over an attempt and the total after it.
 *
 * @param number 1 is the run at the submission; of one part the highest that scored it counts
 * @param doneBy the person; null where the grader itself did it
 * @param score the exact sum over the graded parts
 * @param graded the points that could be had in the graded parts
 * @param points all points
 */
public record Grading(
        int number,
        Kind kind,
        Instant done,
        @Nullable UUID doneBy,
        BigFraction score,
        BigFraction graded,
        BigFraction points) {
    public enum Kind {
        SUBMISSION,
        PERSON,
        REGRADE
    }

    private static final int DECIMALS = 10;

    /** Exact points as a number that SQL can sort and sum. */
    static BigDecimal value(BigFraction points) {
        return points.bigDecimalValue(DECIMALS, RoundingMode.HALF_UP);
    }

    public BigDecimal scoreValue() {
        return value(score);
    }

    public BigDecimal gradedValue() {
        return value(graded);
    }

    public BigDecimal pointsValue() {
        return value(points);
    }
}
