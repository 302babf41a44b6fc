package gradus.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sits an exam, as far as its limits ask, by the words of the roster and never by their own.
 *
 * @param number the student number by which files name them; null where the roster has none
 */
public record Candidate(
        @Nullable UUID person,
        @Nullable String number,
        @Nullable String section) {
    /** Whom no roster knows. */
    public static final Candidate GUEST = new Candidate(null, null, null);
}
