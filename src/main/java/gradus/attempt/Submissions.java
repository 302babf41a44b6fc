package gradus.attempt;

import gradus.attempt.Attempt.Ending;
import gradus.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends attempts, the ones that nobody touches any more included, and keeps every score that was ever given. */
public final class Submissions {
    private final Database database;
    private final Attempts attempts;
    private final Deadlines deadlines;
    private final Clock clock;

    public Submissions(Database database, Attempts attempts, Deadlines deadlines, Clock clock) {
        this.database = database;
        this.attempts = attempts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The sitting with the deadline in force; where that is over, it ends, and this is the sitting as it is then. */
    public Sitting endIfOver(Sitting sitting) {
        Sitting settled = sitting.with(deadlines.settle(sitting.attempt(), sitting.schedule()));
        Instant end = settled.end();
        if (!settled.attempt().isRunning() || end == null || !settled.isOver(clock.instant())) {
            return settled;
        }
        end(settled, isClosed(settled, end) ? Ending.CLOSING : Ending.TIME, end);
        return attempts.sitting(attempts.find(settled.attempt().id()).orElseThrow());
    }

    /** Whether it is a closing by hand that ends it, and not its own time. */
    private static boolean isClosed(Sitting sitting, Instant end) {
        return sitting.schedule().isClosedByHand()
                && end.equals(sitting.schedule().limits().closes());
    }

    /** The student submits. */
    public void submit(Sitting sitting) {
        end(sitting, Ending.STUDENT, clock.instant());
    }

    private void end(Sitting sitting, Ending ending, Instant when) {
        Attempt attempt = sitting.attempt();
        database.saveInTurn(AttemptStore.class, attempt.id(), inside -> {
            Optional<Attempt> running = inside.hold(attempt.course(), attempt.id())
                    .filter(held -> ending == Ending.STUDENT || !held.deadline().takes(clock.instant()));
            if (running.isPresent()) {
                // read again: nothing that was saved a moment ago may be missing from the grading
                int number = inside.scores()
                                .latest(attempt.course(), attempt.id())
                                .map(Grading::number)
                                .orElse(0)
                        + 1;
                List<PartScore> scores = Scoring.byGrader(attempts.sitting(sitting, inside), number);
                inside.scores()
                        .addGrading(
                                attempt.course(),
                                attempt.id(),
                                Scores.of(scores).total(number, Grading.Kind.SUBMISSION, clock.instant(), null));
                inside.scores().addScores(attempt.course(), attempt.id(), scores);
                String receipt = Receipt.of(attempt, inside.responses().latest(attempt.course(), attempt.id()));
                inside.end(attempt.course(), attempt.id(), when, ending, receipt);
                inside.deadlines().clearTrouble(attempt.course(), attempt.id());
            }
            return running;
        });
    }

    /** The scores of an attempt that count; none while it runs. */
    public Scores scores(Attempt attempt) {
        return Scores.of(database.store(ScoreStore.class).counting(attempt.course(), attempt.id()));
    }

    /** The receipt of an ended attempt; empty for those of earlier builds. */
    public Optional<String> receipt(Attempt attempt) {
        return database.store(AttemptStore.class).receipt(attempt.course(), attempt.id());
    }

    /** Why an attempt is set aside, as staff said it; empty where it is not. */
    public Optional<String> whySetAside(Attempt attempt) {
        return attempt.isSetAside() ? database.store(AttemptStore.class).reason(attempt) : Optional.empty();
    }

    /** The last run of grading of an attempt; empty while it runs. */
    public Optional<Grading> grading(Attempt attempt) {
        return database.store(ScoreStore.class).latest(attempt.course(), attempt.id());
    }

    /** What the grader gives for every scored part of a sitting, of several variants the best. */
    public List<PartScore> byGrader(Sitting sitting) {
        return Scoring.byGrader(sitting, 0);
    }

    /** Adds a run of grading in which a person changes scores, and keeps why. */
    public Grading override(Attempt attempt, UUID by, String reason, List<PartScore> given) {
        return add(attempt, Grading.Kind.PERSON, by, reason, given);
    }

    /**
     * Adds a run of grading; the scores of parts that it does not name stay as they are.
     *
     * @param by the person who gives the scores; null for the grader itself
     */
    public Grading add(Attempt attempt, Grading.Kind kind, @Nullable UUID by, List<PartScore> given) {
        return add(attempt, kind, by, null, given);
    }

    private Grading add(
            Attempt attempt, Grading.Kind kind, @Nullable UUID by, @Nullable String reason, List<PartScore> given) {
        return database.saveInTurn(AttemptStore.class, attempt.id(), inside -> {
            inside.lock(attempt.course(), attempt.id());
            ScoreStore scores = inside.scores();
            int number = scores.latest(attempt.course(), attempt.id())
                            .map(Grading::number)
                            .orElse(0)
                    + 1;
            List<PartScore> numbered =
                    given.stream().map(score -> score.inRun(number)).toList();
            Grading grading = Scores.of(scores.counting(attempt.course(), attempt.id()))
                    .with(numbered)
                    .total(number, kind, clock.instant(), by);
            scores.addGrading(attempt.course(), attempt.id(), grading);
            scores.addScores(attempt.course(), attempt.id(), numbered);
            if (reason != null) {
                scores.explain(attempt.course(), attempt.id(), number, reason, null);
            }
            return grading;
        });
    }
}
