package gradus.attempt;

import gradus.attempt.Attempt.Ending;
import gradus.database.Database;
import gradus.exam.PublishedExam;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends attempts, the ones that nobody touches any more included, and keeps every score that was ever given. */
public final class Submissions {
    private final Database database;
    private final AttemptStore store;
    private final Attempts attempts;
    private final Clock clock;

    public Submissions(Database database, Attempts attempts, Clock clock) {
        this.database = database;
        this.store = database.store(AttemptStore.class);
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Ends all attempts whose time is over, those that nobody touches any more too. */
    public void sweep() {
        Map<String, PublishedExam> exams = new HashMap<>();
        for (Attempt attempt : store.running()) {
            PublishedExam exam = exams.computeIfAbsent(
                    attempt.course() + "/" + attempt.exam() + "/" + attempt.examRevision(),
                    name -> attempts.exam(attempt));
            if (!attempts.schedule(attempt, exam).takes(attempt.started(), clock.instant())) {
                endIfOver(attempts.sitting(attempt));
            }
        }
    }

    /** Ends an attempt whose time is over; the sitting as it is then. */
    public Sitting endIfOver(Sitting sitting) {
        Instant end = sitting.end();
        if (!sitting.attempt().isRunning() || end == null || !sitting.isOver(clock.instant())) {
            return sitting;
        }
        end(sitting, Ending.TIME, end);
        return attempts.sitting(attempts.find(sitting.attempt().id()).orElseThrow());
    }

    /** The student submits. */
    public void submit(Sitting sitting) {
        end(sitting, Ending.STUDENT, clock.instant());
    }

    private void end(Sitting sitting, Ending ending, Instant when) {
        Attempt attempt = sitting.attempt();
        database.save(AttemptStore.class, inside -> {
            boolean running = inside.hold(attempt.course(), attempt.id()).isPresent();
            if (running) {
                // read again: nothing that was saved a moment ago may be missing from the grading
                List<PartScore> scores = Scoring.byGrader(attempts.sitting(sitting, inside), 1);
                inside.scores()
                        .addGrading(
                                attempt.course(),
                                attempt.id(),
                                Scores.of(scores).total(1, Grading.Kind.SUBMISSION, clock.instant(), null));
                inside.scores().addScores(attempt.course(), attempt.id(), scores);
                inside.end(attempt.course(), attempt.id(), when, ending);
            }
            return running;
        });
    }

    /** The scores of an attempt that count; none while it runs. */
    public Scores scores(Attempt attempt) {
        return Scores.of(database.store(ScoreStore.class).counting(attempt.course(), attempt.id()));
    }

    /** The last run of grading of an attempt; empty while it runs. */
    public Optional<Grading> grading(Attempt attempt) {
        return database.store(ScoreStore.class).latest(attempt.course(), attempt.id());
    }

    /**
     * Adds a run of grading; the scores of parts that it does not name stay as they are.
     *
     * @param by the person who gives the scores; null for the grader itself
     */
    public Grading add(Attempt attempt, Grading.Kind kind, @Nullable UUID by, List<PartScore> given) {
        return database.save(AttemptStore.class, inside -> {
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
            return grading;
        });
    }
}
