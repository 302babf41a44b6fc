package gradus.attempt.invigilation;

import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.DeadlineStore;
import gradus.attempt.Submissions;
import gradus.database.Database;
import gradus.database.Unreachable;
import gradus.exam.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends attempts whose time is over, those that nobody touches any more included. It asks for them by their deadline, each node
 * may run it at once with the others, and one that cannot be ended holds no other up.
 */
public final class Sweep {
    /** So many attempts that a jump of the clock would end are a crowd, and staff are asked first. */
    private static final int CROWD = 3;

    private static final int AT_ONCE = 50;
    private static final int LONGEST_TROUBLE = 500;
    private static final UUID NONE = new UUID(0, 0);
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final Database database;
    private final DeadlineStore store;
    private final Attempts attempts;
    private final Submissions submissions;
    private final Clock clock;

    public Sweep(Database database, Attempts attempts, Submissions submissions, Clock clock) {
        this.database = database;
        this.store = database.store(DeadlineStore.class);
        this.attempts = attempts;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Ends what is over now. */
    public void run() {
        Instant now = clock.instant();
        acceptHarmlessJump(now);
        Instant after = Instant.EPOCH;
        UUID id = NONE;
        List<DeadlineStore.Over> some;
        do {
            some = store.over(now, after, id, AT_ONCE);
            for (DeadlineStore.Over over : some) {
                end(over.id());
                after = over.takesUntil();
                id = over.id();
            }
        } while (some.size() == AT_ONCE);
    }

    private void end(UUID id) {
        attempts.find(id).ifPresent(attempt -> {
            try {
                submissions.endIfOver(attempts.sitting(attempt));
            } catch (Unreachable noFaultOfIts) {
                throw noFaultOfIts;
            } catch (RuntimeException failure) {
                if (note(attempt, String.valueOf(failure))) {
                    log.warn("attempt {} cannot be ended, and is tried again and again", id, failure);
                }
            }
        });
    }

    /** Whether it is news. */
    private boolean note(Attempt attempt, String trouble) {
        return database.insertOnce(
                DeadlineStore.class,
                inside -> inside.addTrouble(
                        attempt.course(),
                        attempt.id(),
                        trouble.substring(0, Math.min(trouble.length(), LONGEST_TROUBLE)),
                        clock.instant()));
    }

    /** A clock that was set goes by its new time at once where that ends nobody's exam. */
    private void acceptHarmlessJump(Instant now) {
        if (clock instanceof SteadyClock steady && !steady.held().isZero()) {
            Duration jump = steady.held().abs();
            if (store.endingBetween(now.minus(jump), now.plus(jump)) < CROWD) {
                steady.accept();
            } else {
                log.warn(
                        "the clock of this machine jumped by {}: exams go on by the old time until staff accept it",
                        jump);
            }
        }
    }
}
