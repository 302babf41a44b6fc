package gradus.author;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text of a question or an exam as it was saved.
 *
 * @param seq from 1
 * @param savedBy the name of who saved it; null where it came from a file
 */
public record Writing(
        long seq, String revision, Instant saved, @Nullable String savedBy) {}
