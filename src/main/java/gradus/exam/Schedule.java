package gradus.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When one student may start an exam, until when an attempt runs, and when its grading is shown. */
public final class Schedule {
    public enum Phase {
        BEFORE,
        OPEN,
        AFTER
    }

    private final Policy policy;
    private final ManualOpening control;
    private final Limits limits;

    private Schedule(Policy policy, ManualOpening control, Limits limits) {
        this.policy = policy;
        this.control = control;
        this.limits = limits;
    }

    public static Schedule of(Policy policy, ManualOpening control, Candidate candidate) {
        return new Schedule(policy, control, control.over(policy.limitsOf(candidate)));
    }

    /** The limits of this student as they stand now, an instructor's word included. */
    public Limits limits() {
        return limits;
    }

    public Phase phase(Instant now) {
        if (limits.closes() != null && !now.isBefore(limits.closes())) {
            return Phase.AFTER;
        }
        return limits.opens() != null && now.isBefore(limits.opens()) ? Phase.BEFORE : Phase.OPEN;
    }

    /** How many attempts are left to a student who has begun this many; null for no limit. */
    public @Nullable Integer attemptsLeft(int begun) {
        Integer allowed = limits.attempts();
        return allowed == null ? null : Math.max(0, allowed - begun);
    }

    public boolean mayStart(Instant now, int begun) {
        Integer left = attemptsLeft(begun);
        return phase(now) == Phase.OPEN && (left == null || left > 0);
    }

    /** When an attempt begun at this time ends: the earlier of its minutes and its closing; null for never. */
    public @Nullable Instant endOf(Instant startedAt) {
        Instant byClock = limits.minutes() == null ? null : startedAt.plus(Duration.ofMinutes(limits.minutes()));
        Instant closes = limits.closes();
        if (byClock == null || closes == null) {
            return byClock == null ? closes : byClock;
        }
        return byClock.isBefore(closes) ? byClock : closes;
    }

    /** How much time an attempt begun at this time has left; null where it has no end. */
    public @Nullable Duration left(Instant startedAt, Instant now) {
        Instant end = endOf(startedAt);
        return end == null ? null : now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** Whether what arrives now still belongs to an attempt begun at this time. */
    public boolean takes(Instant startedAt, Instant arrivedAt) {
        Instant end = endOf(startedAt);
        return end == null || !arrivedAt.isAfter(end.plus(policy.grace()));
    }

    /** Whether the grading of a submitted attempt may be seen now. */
    public boolean showsFeedback(Instant now) {
        return switch (policy.feedback()) {
            case AT_ONCE, AFTER_SUBMIT -> true;
            case AFTER_CLOSE -> {
                Instant last = lastEnd();
                yield last != null && !now.isBefore(last);
            }
            case NEVER -> false;
        };
    }

    /** When the last window of all students has closed and nothing is on its way any more; null for never. */
    private @Nullable Instant lastEnd() {
        Instant last = Instant.MIN;
        for (Limits window : (Iterable<Limits>) windows()::iterator) {
            Instant closes = control.over(window).closes();
            if (closes == null) {
                return null;
            }
            last = closes.isAfter(last) ? closes : last;
        }
        return last.plus(policy.grace());
    }

    private Stream<Limits> windows() {
        return Stream.concat(
                Stream.of(policy.limits()),
                policy.allowances().stream().map(allowance -> allowance.over(policy.limits())));
    }
}
