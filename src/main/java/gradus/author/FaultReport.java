package gradus.author;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
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
        @Nullable Instant seen) {
    /** The fields in which something stood, a line each. */
    public String typed() {
        return response.lines().filter(line -> !line.matches("\\S+:\\s*")).collect(Collectors.joining("\n"));
    }

    public boolean hasNumbers() {
        return !params.isBlank() && !params.equals("{}");
    }
}
