package gradus.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a student did beside answering.
 *
 * @param seq its number within the attempt
 * @param detail for a check what each part came to, for a hint its number or, where no author wrote it, its kind
 *     and its part; otherwise empty
 * @param seen for a check the number of the last response that it saw; null for all else, and for checks of before that was kept
 */
public record Event(
        long seq,
        int position,
        int variant,
        Kind kind,
        String detail,
        Instant happened,
        @Nullable Long seen) {
    /** Whether a check came before a response, by what it saw and not by when it came: a slow response arrives long before its end. */
    boolean isBefore(Response response) {
        return seen == null ? response.arrived().isAfter(happened) : response.seq() > seen;
    }

    public enum Kind {
        FLAG,
        UNFLAG,
        CHECK,
        HINT,
        SOLUTION
    }
}
