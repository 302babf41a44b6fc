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
    private final Pauses pauses;
    private final Limits own;
    private final Limits limits;
    private final Release release;

    private Schedule(Policy policy, ManualOpening control, Pauses pauses, Limits own, Release release) {
        this.policy = policy;
        this.control = control;
        this.pauses = pauses;
        this.own = own;
        this.limits = control.over(own);
        this.release = release;
    }

    public static Schedule of(Policy policy, ManualOpening control, Pauses pauses, Candidate candidate) {
        return new Schedule(policy, control, pauses, policy.limitsOf(candidate), Release.BY_FILE);
    }

    /** The same where an instructor has said this about the results being shown. */
    Schedule under(Release said) {
        return new Schedule(policy, control, pauses, own, said);
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
        return phase(now) == Phase.OPEN && !pauses.isOn() && (left == null || left > 0);
    }

    /**
     * When an attempt begun at this time ends: the earlier of its minutes and its closing, moved on by the pauses since; a
     * closing by hand ends it whatever else is said. Null for never, and while the exam stands still.
     */
    public @Nullable Instant endOf(Instant startedAt) {
        Integer minutes = own.minutes();
        Instant byClock = minutes == null ? null : startedAt.plus(Duration.ofMinutes(minutes));
        Instant closes = isClosedByHand() ? own.closes() : limits.closes();
        return beforeClosing(moved(startedAt, earlier(byClock, closes)), startedAt);
    }

    /** When an attempt ends that staff opened again at a time until another; a closing by hand since then ends it too. */
    public @Nullable Instant endOfReopened(Instant reopened, @Nullable Instant until) {
        return beforeClosing(moved(reopened, until), reopened);
    }

    private @Nullable Instant moved(Instant from, @Nullable Instant end) {
        return end == null ? null : pauses.move(from, end);
    }

    /** An end, or the closing by hand where that was said since and is earlier. */
    private @Nullable Instant beforeClosing(@Nullable Instant end, Instant since) {
        return isClosedByHand() && control.since().isAfter(since) ? earlier(end, control.since()) : end;
    }

    public boolean isClosedByHand() {
        return control.state() == ManualOpening.State.CLOSED;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Until when an attempt with this end takes what was on its way; null for ever. */
    public @Nullable Instant takesUntil(@Nullable Instant end) {
        return end == null ? null : end.plus(policy.grace());
    }

    /** Whether the exam stands still now. */
    public boolean isPaused() {
        return pauses.isOn();
    }

    /** Whether the grading of a submitted attempt may be seen now: never while it is held back. */
    public boolean showsFeedback(Instant now) {
        return switch (release) {
            case BY_FILE -> showsByFile(now);
            case SHOWN -> showsByFile(now) || !isOpenToSomebody(now);
            case HELD -> false;
        };
    }

    /** Whether an instructor holds the results back. */
    public boolean isHeld() {
        return release == Release.HELD;
    }

    private boolean showsByFile(Instant now) {
        return switch (policy.feedback()) {
            case AT_ONCE, AFTER_SUBMIT -> true;
            case AFTER_CLOSE -> {
                Instant last = lastEnd();
                yield last != null && !now.isBefore(last);
            }
            case NEVER -> false;
        };
    }

    /** From when the grading of all may be seen, as things stand; null where that is not known. */
    public @Nullable Instant showsFrom() {
        boolean waits = release == Release.SHOWN
                || (release == Release.BY_FILE && policy.feedback() == FeedbackTime.AFTER_CLOSE);
        return waits ? lastEnd() : null;
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
        Instant moved = pauses.move(Instant.MIN, last);
        return moved == null ? null : moved.plus(policy.grace());
    }

    /** Whether some student's window is open, what is on its way included. */
    public boolean isOpenToSomebody(Instant now) {
        return windows().map(control::over).anyMatch(window -> {
            Instant closes = window.closes() == null ? null : pauses.move(Instant.MIN, window.closes());
            boolean over = closes != null && !now.isBefore(closes.plus(policy.grace()));
            return !over && (window.opens() == null || !now.isBefore(window.opens()));
        });
    }

    private Stream<Limits> windows() {
        return Stream.concat(
                Stream.of(policy.limits()),
                policy.allowances().stream().map(allowance -> allowance.over(policy.limits())));
    }
}
