package gradus.practice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody reached in one variant of a question, at a check or at the end of an attempt.
 *
 * @param params its numbers, as JSON
 * @param score what was earned of the points that were graded
 */
public record Reached(
        String course,
        String question,
        UUID attempt,
        int position,
        int variant,
        String params,
        BigDecimal score,
        BigDecimal points,
        Instant happened) {
    double share() {
        return points.signum() == 0 ? 0 : score.doubleValue() / points.doubleValue();
    }

    boolean isFull() {
        return points.signum() > 0 && score.compareTo(points) >= 0;
    }
}
