package gradus.result;

import java.time.Instant;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The latest response to one part, with its score.
 *
 * @param content the raw text
 * @param verdict null while the attempt is running, and for variants that were replaced by another draw
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
