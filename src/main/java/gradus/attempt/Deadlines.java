package gradus.attempt;

import gradus.attempt.Deadline.Cause;
import gradus.database.Database;
import gradus.exam.PublishedExam;
import gradus.exam.Schedule;
import gradus.message.Message;
import gradus.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the deadline of every attempt that runs up to date: page, save, submission and sweep read the same one. Each change of it
 * is a row with its cause and its author.
 */
public final class Deadlines {
    private static final int AT_ONCE = 100;
    private static final UUID NONE = new UUID(0, 0);

    private final Database database;
    private final DeadlineStore store;
    private final Attempts attempts;
    private final Clock clock;

    public Deadlines(Database database, Attempts attempts, Clock clock) {
        this.database = database;
        this.store = database.store(DeadlineStore.class);
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Who changed a deadline, and why. */
    private record Word(
            @Nullable Cause cause, String reason, @Nullable UUID by) {
        /** Whatever has changed, nobody in particular said so. */
        static final Word NOBODY = new Word(null, "", null);
    }

    /** The attempt with the deadline that its exam gives it now; where that is another one, the change is kept. */
    public Attempt settle(Attempt attempt, Schedule schedule) {
        if (!attempt.isRunning() || isSettled(attempt, schedule)) {
            return attempt;
        }
        return database.saveInTurn(
                AttemptStore.class, attempt.id(), inside -> settle(inside, attempt, schedule, Word.NOBODY));
    }

    /** Settles all running attempts of an exam after somebody has said something of its times, or its file has. */
    public void settleAll(PublishedExam exam, @Nullable UUID by) {
        Word word = new Word(null, "", by);
        UUID after = NONE;
        List<UUID> some;
        do {
            some = store.running(exam.course(), exam.exam().id(), after, AT_ONCE);
            List<Attempt> running =
                    some.stream().flatMap(id -> attempts.find(id).stream()).toList();
            List<Schedule> schedules = running.stream()
                    .map(attempt -> attempts.schedule(attempt, exam))
                    .toList();
            database.save(AttemptStore.class, inside -> {
                for (int i = 0; i < running.size(); i++) {
                    if (!isSettled(running.get(i), schedules.get(i))) {
                        settle(inside, running.get(i), schedules.get(i), word);
                    }
                }
                return running;
            });
            after = some.isEmpty() ? after : some.get(some.size() - 1);
        } while (some.size() == AT_ONCE);
    }

    private static boolean isSettled(Attempt attempt, Schedule schedule) {
        Instant due = dueOf(attempt, schedule);
        return Objects.equals(due, attempt.deadline().due())
                && Objects.equals(schedule.takesUntil(due), attempt.deadline().takesUntil());
    }

    private static @Nullable Instant dueOf(Attempt attempt, Schedule schedule) {
        Instant reopened = attempt.deadline().reopened();
        return reopened == null
                ? schedule.endOf(attempt.started())
                : schedule.endOfReopened(reopened, attempt.deadline().reopenedUntil());
    }

    private Attempt settle(AttemptStore inside, Attempt known, Schedule schedule, Word word) {
        Attempt attempt = inside.hold(known.course(), known.id()).orElse(null);
        if (attempt == null || isSettled(attempt, schedule)) {
            return attempt == null ? known : attempt;
        }
        Instant due = dueOf(attempt, schedule);
        Instant takesUntil = schedule.takesUntil(due);
        inside.deadlines().move(attempt.course(), attempt.id(), due, takesUntil);
        Cause cause = word.cause() != null ? word.cause() : cause(attempt, schedule);
        note(inside, attempt, due, cause, word);
        return attempt.with(attempt.deadline().moved(due, takesUntil));
    }

    private static Cause cause(Attempt attempt, Schedule schedule) {
        if (schedule.isPaused()) {
            return Cause.PAUSE;
        }
        if (schedule.isClosedByHand()) {
            return Cause.CLOSING;
        }
        return attempt.deadline().due() == null ? Cause.RESUMPTION : Cause.LIMITS;
    }

    private void note(AttemptStore inside, Attempt attempt, @Nullable Instant due, Cause cause, Word word) {
        inside.deadlines()
                .add(
                        attempt.course(),
                        attempt.id(),
                        new DeadlineChange(
                                inside.deadlines().last(attempt.course(), attempt.id()) + 1,
                                due,
                                cause,
                                word.reason(),
                                word.by(),
                                clock.instant()));
    }

    /**
     * Opens an attempt again that has ended, for so many minutes or, where none are said, for what was left of it.
     *
     * @throws Refusal 409 where it runs
     */
    public void reopen(Attempt attempt, @Nullable Integer minutes, String reason, UUID by) {
        Instant now = clock.instant();
        Schedule schedule = attempts.schedule(attempt, attempts.exam(attempt));
        Instant due = minutes != null
                ? now.plus(Duration.ofMinutes(minutes))
                : whatWasLeft(attempt).map(now::plus).orElse(null);
        int reopened = database.saveInTurn(AttemptStore.class, attempt.id(), inside -> {
            inside.lock(attempt.course(), attempt.id());
            int opened = inside.deadlines().reopen(attempt.course(), attempt.id(), now, due, schedule.takesUntil(due));
            if (opened > 0) {
                note(inside, attempt, due, Cause.REOPENING, new Word(Cause.REOPENING, reason, by));
            }
            return opened;
        });
        if (reopened == 0) {
            throw Refusal.conflict(Message.of("attempt.runs-already"));
        }
    }

    /** What an attempt had left at its end by the last deadline that was no closing by hand; empty where it had no end. */
    private Optional<Duration> whatWasLeft(Attempt attempt) {
        Instant before = null;
        for (DeadlineChange change : store.changes(attempt.course(), attempt.id())) {
            before = change.cause() == Cause.CLOSING ? before : change.due();
        }
        Instant ended = attempt.submitted();
        if (before == null || ended == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(ended, before);
        return Optional.of(left.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : left);
    }

    /** Every change of an attempt's deadline. */
    public List<DeadlineChange> changes(Attempt attempt) {
        return store.changes(attempt.course(), attempt.id());
    }
}
