package gradus.attempt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an attempt's deadline.
 *
 * @param due the deadline from then on; null for none
 * @param reason in the words of who said it; may be empty
 * @param saidBy null where nobody in particular said it
 */
public record DeadlineChange(
        long seq,
        @Nullable Instant due,
        Deadline.Cause cause,
        String reason,
        @Nullable UUID saidBy,
        Instant said) {
    /** The deadline that an attempt begins with. */
    static DeadlineChange first(Attempt attempt) {
        return new DeadlineChange(1, attempt.deadline().due(), Deadline.Cause.START, "", null, attempt.started());
    }
}
