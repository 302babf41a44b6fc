package gradus.author;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who answered a question says is wrong with it.
 *
 * @param response what stood in the fields, part by part
 * @param params the numbers of the variant, as JSON
 * @param seen when an author had seen to it; null until then
 */
public record FaultReport(
        UUID id,
        UUID attempt,
        String question,
        String revision,
        long seed,
        String params,
        String response,
        String content,
        Instant reported,
        @Nullable Instant seen) {}
