package gradus.attempt;

import java.time.Instant;

/**
 * Something that a student did beside answering.
 *
 * @param seq its number within the attempt
 * @param detail for a check what each part came to, for a hint its number or, where no author wrote it, its kind
 *     and its part; otherwise empty
 */
public record Event(long seq, int position, int variant, Kind kind, String detail, Instant happened) {
    public enum Kind {
        FLAG,
        UNFLAG,
        CHECK,
        HINT,
        SOLUTION
    }
}
