package gradus.result.regrade;

import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Grading;
import gradus.attempt.Submissions;
import gradus.database.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Regrades as they are asked for, worked out in the background, shown, and applied in the background. Where each attempt stands is
 * in the database, so that one server goes on where another ended, and each attempt is graded once: its scores and the note of
 * it are written in one transaction.
 */
public final class Regrades {
    private static final Logger log = LoggerFactory.getLogger(Regrades.class);
    private static final UUID NONE = new UUID(0, 0);
    private static final int AT_ONCE = 25;
    private static final int LONGEST_TROUBLE = 500;
    private static final Duration TURN = Duration.ofSeconds(4);
    /** So often a server that knows of nothing to do looks whether another has left something. */
    private static final int NAP = 10;

    private final Database database;
    private final RegradeStore store;
    private final Attempts attempts;
    private final Regrading regrading;
    private final Clock clock;
    /** Whether this server knows of something to do; the turns since it last asked the database about the others. */
    private volatile boolean awake = true;

    private int asleep;

    public Regrades(Database database, Attempts attempts, Submissions submissions, Clock clock) {
        this.database = database;
        this.store = database.store(RegradeStore.class);
        this.attempts = attempts;
        this.regrading = new Regrading(database, attempts, submissions);
        this.clock = clock;
    }

    /** What an instructor asks for. */
    public record Wish(
            String course,
            String exam,
            String question,
            @Nullable String part,
            Regrade.Kind kind,
            @Nullable String revision,
            @Nullable String answer,
            String reason) {}

    /** Notes a regrade and begins to work out what it would do; nothing changes yet. */
    public Regrade ask(Wish wish, UUID by) {
        Regrade regrade = new Regrade(
                wish.course(),
                UUID.randomUUID(),
                wish.exam(),
                wish.question(),
                wish.part(),
                wish.kind(),
                wish.revision(),
                wish.answer(),
                wish.reason(),
                Regrade.State.COMPUTING,
                clock.instant(),
                by);
        database.save(RegradeStore.class, inside -> {
            inside.add(regrade);
            return inside.addAttempts(regrade);
        });
        awake = true;
        return regrade;
    }

    public Optional<Regrade> find(String course, UUID id) {
        return store.find(course, id);
    }

    public List<Regrade> ofExam(String course, String exam) {
        return store.ofExam(course, exam);
    }

    /** How many attempts stand where. */
    public record Progress(String word, long attempts) {}

    public List<Progress> counts(Regrade regrade) {
        List<Progress> counts = new ArrayList<>();
        long gain = 0;
        long lose = 0;
        for (RegradeStore.Count count : store.counts(regrade.course(), regrade.id())) {
            counts.add(new Progress(count.state().word(), count.attempts()));
            gain += count.gain();
            lose += count.lose();
        }
        counts.add(new Progress("gain", gain));
        counts.add(new Progress("lose", lose));
        return counts;
    }

    /** Begins to write what was shown; false where it is not the time for it. */
    public boolean apply(Regrade regrade) {
        return move(regrade, Regrade.State.READY, Regrade.State.APPLYING);
    }

    /** Stops it; what it has written so far stays. */
    public boolean cancel(Regrade regrade) {
        return move(regrade, Regrade.State.COMPUTING, Regrade.State.CANCELLED)
                || move(regrade, Regrade.State.READY, Regrade.State.CANCELLED)
                || move(regrade, Regrade.State.APPLYING, Regrade.State.CANCELLED);
    }

    /** Goes on with one that was stopped: works out what is left, which is then shown again. */
    public boolean goOn(Regrade regrade) {
        return move(regrade, Regrade.State.CANCELLED, Regrade.State.COMPUTING);
    }

    private boolean move(Regrade regrade, Regrade.State from, Regrade.State to) {
        awake = true;
        return database.save(RegradeStore.class).move(regrade.course(), regrade.id(), from, to) > 0;
    }

    /** Works on whatever is to be worked on, for a few seconds at most; the next turn goes on. */
    public void run() {
        asleep++;
        if (!awake && asleep < NAP) {
            return;
        }
        asleep = 0;
        awake = false;
        long until = System.nanoTime() + TURN.toNanos();
        for (Regrade regrade : store.workedOn()) {
            awake = true;
            boolean applying = regrade.state() == Regrade.State.APPLYING;
            RegradedAttempt.State due = applying ? RegradedAttempt.State.COMPUTED : RegradedAttempt.State.WAITING;
            UUID last = NONE;
            List<UUID> some;
            do {
                some = store.next(regrade.course(), regrade.id(), due, last, AT_ONCE);
                last = some.isEmpty() ? last : some.get(some.size() - 1);
                work(regrade, some, applying);
            } while (!some.isEmpty() && System.nanoTime() < until && isStill(regrade));
            if (some.isEmpty()
                    && store.next(regrade.course(), regrade.id(), due, NONE, 1).isEmpty()) {
                move(regrade, regrade.state(), applying ? Regrade.State.APPLIED : Regrade.State.READY);
            }
        }
    }

    private boolean isStill(Regrade regrade) {
        return store.find(regrade.course(), regrade.id())
                .map(now -> now.state() == regrade.state())
                .orElse(false);
    }

    private void work(Regrade regrade, List<UUID> some, boolean applying) {
        List<Planned> planned = new ArrayList<>();
        for (UUID id : some) {
            try {
                planned.add(regrading.plan(regrade, attempts.find(id).orElseThrow()));
            } catch (RuntimeException failure) {
                fail(regrade, id, failure);
            }
        }
        if (!applying) {
            database.save(RegradeStore.class, inside -> {
                planned.forEach(plan -> note(inside, regrade, plan, RegradedAttempt.State.COMPUTED));
                return planned.size();
            });
            return;
        }
        try {
            database.save(RegradeStore.class, inside -> {
                planned.forEach(plan -> write(inside, regrade, plan));
                return planned.size();
            });
        } catch (RuntimeException together) {
            planned.forEach(plan -> writeAlone(regrade, plan));
        }
    }

    private void writeAlone(Regrade regrade, Planned plan) {
        try {
            database.save(RegradeStore.class, inside -> {
                write(inside, regrade, plan);
                return plan;
            });
        } catch (RuntimeException failure) {
            fail(regrade, plan.attempt().id(), failure);
        }
    }

    /** Notes why an attempt keeps its scores; what only the database is to blame for is tried again. */
    private void fail(Regrade regrade, UUID attempt, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                throw failure;
            }
        }
        log.warn("attempt {} cannot be regraded: {}", attempt, failure.toString());
        String why = failure instanceof Regrading.Impossible ? failure.getMessage() : failure.toString();
        String trouble = why == null ? failure.getClass().getSimpleName() : why;
        database.save(RegradeStore.class)
                .fail(
                        regrade.course(),
                        regrade.id(),
                        attempt,
                        trouble.substring(0, Math.min(LONGEST_TROUBLE, trouble.length())));
    }

    private static void note(RegradeStore inside, Regrade regrade, Planned plan, RegradedAttempt.State state) {
        boolean running = plan.attempt().isRunning();
        inside.note(
                regrade.course(),
                regrade.id(),
                plan.attempt().id(),
                plan.isSomething() ? state : RegradedAttempt.State.LEFT,
                running ? null : plan.oldScore(),
                running ? null : plan.newScore(),
                running ? null : plan.oldPoints(),
                running ? null : plan.newPoints());
    }

    /** Writes what an attempt gets, unless it has changed since that was worked out; then the next turn works it out again. */
    private void write(RegradeStore inside, Regrade regrade, Planned plan) {
        Attempt attempt = plan.attempt();
        if (inside.hold(regrade.course(), regrade.id(), attempt.id()).isEmpty()) {
            return;
        }
        boolean running = inside.lock(regrade.course(), attempt.id());
        int last = inside.scores()
                .latest(attempt.course(), attempt.id())
                .map(Grading::number)
                .orElse(0);
        if (running != attempt.isRunning() || last != plan.last()) {
            return;
        }
        plan.replaced().forEach((place, revision) -> {
            long seq = inside.lastReplaced(attempt.course(), attempt.id(), place) + 1;
            inside.replace(attempt.course(), attempt.id(), place, seq, revision, regrade.id());
        });
        if (!plan.given().isEmpty()) {
            int number = last + 1;
            inside.scores()
                    .addGrading(
                            attempt.course(),
                            attempt.id(),
                            plan.before()
                                    .with(plan.given())
                                    .total(number, Grading.Kind.REGRADE, clock.instant(), regrade.askedBy()));
            inside.scores().addScores(attempt.course(), attempt.id(), plan.given());
            inside.scores().explain(attempt.course(), attempt.id(), number, regrade.reason(), regrade.id());
        }
        note(inside, regrade, plan, RegradedAttempt.State.APPLIED);
    }
}
