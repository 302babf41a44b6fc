package gradus.attempt;

import java.time.Instant;

/**
 * What a student typed into a part, never altered.
 *
 * @param seq its number within the attempt; of one part the highest counts
 * @param content the raw text
 * @param arrived when the server began to read it
 */
public record Response(long seq, PartKey key, String content, Instant arrived) {}
