package gradus.result;

import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an exam with its student and score.
 *
 * @param login null for guests
 * @param score in points of the exam; null while the attempt is running
 */
public record AttemptRow(
        UUID id,
        String name,
        @Nullable String studentNumber,
        @Nullable String login,
        int number,
        Instant started,
        @Nullable Instant submitted,
        @Nullable String endedBy,
        @Nullable BigFraction score,
        @Nullable BigFraction graded,
        @Nullable BigFraction points,
        String standing) {}
