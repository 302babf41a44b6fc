package gradus.result.regrade;

import gradus.attempt.Attempt;
import gradus.attempt.Grading;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.Scores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a regrade gives one attempt, built on the scores that it has had so far.
 *
 * @param last the run of grading that was the last when this was worked out; it holds only while that is so
 * @param given the new scores, as the run after that
 * @param replaced the places whose question is another revision from now on, each with that revision
 */
record Planned(Attempt attempt, int last, Scores before, List<PartScore> given, Map<PartKey, String> replaced) {
    Planned {
        given = given.stream().map(score -> score.inRun(last + 1)).toList();
        replaced = Map.copyOf(replaced);
    }

    private Grading total(Scores scores) {
        return scores.total(last + 1, Grading.Kind.REGRADE, Instant.EPOCH, null);
    }

    BigDecimal oldScore() {
        return total(before).scoreValue();
    }

    BigDecimal newScore() {
        return total(before.with(given)).scoreValue();
    }

    BigDecimal oldPoints() {
        return total(before).pointsValue();
    }

    BigDecimal newPoints() {
        return total(before.with(given)).pointsValue();
    }

    /** Whether there is something to write. */
    boolean isSomething() {
        return !given.isEmpty() || !replaced.isEmpty();
    }
}
