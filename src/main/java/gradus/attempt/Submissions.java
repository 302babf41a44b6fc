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
            Grading grading = add(inside, attempt, kind, by, given);
            if (reason != null) {
                inside.scores().explain(attempt.course(), attempt.id(), grading.number(), reason, null);
            }
            return grading;
        });
    }

    /**
     * Adds a run of grading in which a person scores one part, unless it has been scored since.
     *
     * @param drawn the run that gave the score that the person saw
     * @return whether it was added
     */
    public boolean addUnlessScored(Attempt attempt, UUID by, PartScore given, int drawn) {
        return database.saveInTurn(AttemptStore.class, attempt.id(), inside -> {
            inside.lock(attempt.course(), attempt.id());
            boolean unchanged = drawn
                    == counting(inside, attempt, given.key())
                            .map(PartScore::number)
                            .orElse(0);
            if (unchanged) {
                add(inside, attempt, Grading.Kind.PERSON, by, List.of(given));
            }
            return unchanged;
        });
    }

    /**
     * Takes a person's score of a part back: the one before counts again, as a run of its own.
     *
     * @param drawn the run that gave the score
     * @return whether it was the person's and nothing has come after it
     */
    public boolean takeBack(Attempt attempt, UUID by, PartKey part, int drawn) {
        return database.saveInTurn(AttemptStore.class, attempt.id(), inside -> {
            inside.lock(attempt.course(), attempt.id());
            Optional<PartScore> before = inside.scores().all(attempt.course(), attempt.id()).stream()
                    .filter(score -> score.key().equals(part) && score.number() < drawn)
                    .reduce((first, second) -> second);
            boolean isTheirs = inside.scores()
                    .giver(attempt.course(), attempt.id(), drawn)
                    .filter(by::equals)
                    .isPresent();
            boolean isLast = counting(inside, attempt, part)
                    .filter(score -> score.number() == drawn)
                    .isPresent();
            if (!isTheirs || !isLast || before.isEmpty()) {
                return false;
            }
            add(inside, attempt, Grading.Kind.PERSON, by, List.of(before.get()));
            return true;
        });
    }

    private static Optional<PartScore> counting(AttemptStore inside, Attempt attempt, PartKey part) {
        return inside.scores().counting(attempt.course(), attempt.id()).stream()
                .filter(score -> score.key().equals(part))
                .findFirst();
    }

    private Grading add(
            AttemptStore inside, Attempt attempt, Grading.Kind kind, @Nullable UUID by, List<PartScore> given) {
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
        return grading;
    }
}
