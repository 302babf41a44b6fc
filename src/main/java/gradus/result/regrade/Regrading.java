package gradus.result.regrade;

import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Grading;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Scores;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.database.Database;
import gradus.grading.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a regrade gives an attempt, and writes nothing. What a person has scored stays a person's score: a revision of
 * the question only grades again what the grader graded.
 */
final class Regrading {
    private final Attempts attempts;
    private final Submissions submissions;
    private final RegradeStore store;

    Regrading(Database database, Attempts attempts, Submissions submissions) {
        this.store = database.store(RegradeStore.class);
        this.attempts = attempts;
        this.submissions = submissions;
    }

    /** An attempt that cannot be graded so. */
    static final class Impossible extends RuntimeException {
        Impossible(String part) {
            super(part, null, false, false);
        }
    }

    /**
     * What an attempt gets.
     *
     * @throws Impossible where the revision does not grade on the attempt's numbers
     */
    Planned plan(Regrade regrade, Attempt attempt) {
        int last = submissions.grading(attempt).map(Grading::number).orElse(0); // before the scores: a later run shows
        Scores before = submissions.scores(attempt);
        if (regrade.isByRevision()) {
            return byRevision(regrade, attempt, last, before);
        }
        UUID undone = regrade.undone();
        if (undone != null) {
            return without(undone, attempt, last, before);
        }
        if (attempt.isRunning()) {
            return new Planned(attempt, last, before, List.of(), Map.of());
        }
        List<PartScore> given = new ArrayList<>();
        for (QuestionInAttempt asked : attempts.sitting(attempt).current()) {
            if (asked.row().question().equals(regrade.question())) {
                before.at(asked.row().position()).stream()
                        .filter(score -> regrade.part() == null
                                || regrade.part().equals(score.key().part()))
                        .forEach(score -> given.add(all(regrade, score)));
            }
        }
        return new Planned(attempt, last, before, given, Map.of());
    }

    /** All points of a part, or none to be had. */
    private static PartScore all(Regrade regrade, PartScore score) {
        if (regrade.kind() == Regrade.Kind.FULL) {
            return score.overridden(Verdict.CORRECT.word(), score.points(), score.points(), regrade.reason());
        }
        boolean waits = score.verdict().equals(Verdict.UNGRADED.word())
                || score.verdict().equals(Verdict.UNREADABLE.word());
        return score.overridden(
                waits ? Verdict.BLANK.word() : score.verdict(), BigFraction.ZERO, BigFraction.ZERO, regrade.reason());
    }

    private Planned byRevision(Regrade regrade, Attempt attempt, int last, Scores before) {
        String revision = Objects.requireNonNull(regrade.revision());
        Sitting under = attempts.under(attempt, regrade.question(), revision);
        List<QuestionInAttempt> asked = under.asked().stream()
                .filter(question -> question.row().question().equals(regrade.question()))
                .filter(question -> isScored(question, before))
                .toList();
        Sitting only = new Sitting(attempt, under.exam(), under.schedule(), asked);
        List<PartScore> graded = submissions.byGrader(only);
        graded.forEach(score -> refuseUngraded(score, asked));
        List<PartScore> given = new ArrayList<>();
        if (!attempt.isRunning()) {
            graded.forEach(score -> given.add(merged(score, sameIn(before, score.key()))));
            given.addAll(gone(graded, before));
        }
        return new Planned(
                attempt,
                last,
                before,
                given,
                asked.stream()
                        .collect(Collectors.toMap(question -> question.place().part(""), question -> revision)));
    }

    /** The scores and questions that a regrade has changed as they were before it, wherever nothing came after. */
    private Planned without(UUID undone, Attempt attempt, int last, Scores before) {
        Map<PartKey, String> replaced = store.replacedBy(attempt.course(), attempt.id(), undone).stream()
                .collect(Collectors.toMap(
                        one -> new PartKey(one.position(), one.variant(), ""), RegradeStore.Replaced::earlier));
        int run = store.runOf(attempt.course(), attempt.id(), undone).orElse(0);
        List<PartScore> all = store.scores().all(attempt.course(), attempt.id());
        List<PartScore> given = new ArrayList<>();
        for (PartScore score : all) {
            PartScore counts = sameIn(before, score.key());
            if (score.number() == run && counts != null && counts.number() == run) {
                all.stream()
                        .filter(old -> old.number() < run
                                && old.key().position() == score.key().position()
                                && old.key().part().equals(score.key().part()))
                        .reduce((one, later) -> later)
                        .ifPresent(given::add);
            }
        }
        return new Planned(attempt, last, before, given, replaced);
    }

    /** Whether a variant may count: where a person has scored one of its position, only that one. */
    private static boolean isScored(QuestionInAttempt asked, Scores before) {
        return before.at(asked.row().position()).stream()
                .filter(PartScore::isByPerson)
                .allMatch(score -> score.key().variant() == asked.row().variant());
    }

    /** An author's expression that breaks on these numbers must take nobody's points. */
    private static void refuseUngraded(PartScore score, List<QuestionInAttempt> asked) {
        boolean byPerson = asked.stream()
                .flatMap(question -> question.question().parts().stream())
                .anyMatch(part -> part.id().equals(score.key().part()) && part.isGradedByPerson());
        if (score.verdict().equals(Verdict.UNGRADED.word()) && !byPerson) {
            throw new Impossible(score.key().part());
        }
    }

    private static @Nullable PartScore sameIn(Scores before, PartKey key) {
        return before.at(key.position()).stream()
                .filter(score -> score.key().part().equals(key.part()))
                .findFirst()
                .orElse(null);
    }

    /** The grader's score, or the one that a person has given, in proportion to what the part is worth now. */
    private static PartScore merged(PartScore graded, @Nullable PartScore before) {
        if (before == null || !before.isByPerson()) {
            return graded;
        }
        boolean dropped = before.points().signum() == 0;
        BigFraction share = dropped ? BigFraction.ZERO : before.score().divide(before.points());
        return before.worth(graded.points().multiply(share), dropped ? BigFraction.ZERO : graded.points());
    }

    /** Parts that the question has no more: nothing can be had for them. */
    private static List<PartScore> gone(List<PartScore> graded, Scores before) {
        return graded.stream()
                .map(score -> score.key().position())
                .distinct()
                .flatMap(position -> before.at(position).stream())
                .filter(old -> graded.stream()
                        .noneMatch(score -> score.key().position() == old.key().position()
                                && score.key().part().equals(old.key().part())))
                .map(old -> old.worth(BigFraction.ZERO, BigFraction.ZERO))
                .toList();
    }
}
