package gradus.attempt;

import gradus.exam.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of an attempt as it is in force.
 *
 * @param due when it ends; null where it has no end, or while the exam stands still
 * @param takesUntil until when it takes what was on its way
 * @param reopened when staff opened it again after its end; null where nobody did
 * @param reopenedUntil until when, as staff said; null for no end
 */
public record Deadline(
        @Nullable Instant due,
        @Nullable Instant takesUntil,
        @Nullable Instant reopened,
        @Nullable Instant reopenedUntil) {
    /** The deadline of an attempt that begins now. */
    static Deadline first(Schedule schedule, Instant now) {
        Instant due = schedule.endOf(now);
        return new Deadline(due, schedule.takesUntil(due), null, null);
    }

    Deadline moved(@Nullable Instant due, @Nullable Instant takesUntil) {
        return new Deadline(due, takesUntil, reopened, reopenedUntil);
    }

    /** Whether what arrives now still belongs to the attempt. */
    boolean takes(Instant arrived) {
        return takesUntil == null || !arrived.isAfter(takesUntil);
    }

    /** Whether what arrives now comes after the end. */
    boolean isLate(Instant arrived) {
        return due != null && arrived.isAfter(due);
    }

    /** How much time is left; null where there is no end. */
    public @Nullable Duration left(Instant now) {
        return due == null ? null : now.isBefore(due) ? Duration.between(now, due) : Duration.ZERO;
    }

    /** Why a deadline has changed. */
    public enum Cause {
        START,
        /** Minutes, closing or an allowance, in the file or by staff. */
        LIMITS,
        /** Closed by hand. */
        CLOSING,
        PAUSE,
        RESUMPTION,
        REOPENING
    }
}
