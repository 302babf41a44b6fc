package gradus.attempt;

import gradus.exam.Policy;
import gradus.maths.Decimals;
import gradus.message.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
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

    /** The total as a list of attempts says it, with what waits for a person in a timed exam. */
    public String told(Policy policy, Locale language) {
        String total = policy.shown(score);
        BigFraction waiting = points.subtract(graded);
        return waiting.signum() == 0 || policy.isPractice()
                ? total + " / " + Decimals.text(points)
                : Message.of("attempt.waiting", total, Decimals.text(graded), Decimals.text(waiting))
                        .in(language);
    }

    /** Whether points of it wait for a person. */
    boolean waits() {
        return graded.compareTo(points) < 0;
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
