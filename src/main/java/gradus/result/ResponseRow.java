package gradus.result;

import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The response to one part that counts, with its score.
 *
 * @param content the raw text
 * @param verdict null while the attempt runs, and for variants that were drawn again
 */
public record ResponseRow(
        UUID attempt,
        String name,
        @Nullable String studentNumber,
        @Nullable String login,
        String label,
        String question,
        int variant,
        String part,
        String content,
        Instant arrived,
        @Nullable String verdict,
        @Nullable BigFraction score,
        @Nullable BigFraction points,
        @Nullable String mistake,
        @Nullable String kind) {}
