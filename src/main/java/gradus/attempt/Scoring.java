package gradus.attempt;

import gradus.grading.PartResult;
import gradus.question.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** What the grader gives in points of an exam: exact fractions. */
final class Scoring {
    private Scoring() {}

    /**
     * What the grader gives for every scored part of an attempt, as run {@code number}. Of several variants the best counts;
     * one that was begun after its solution had been shown earns nothing.
     */
    static List<PartScore> byGrader(Sitting sitting, int number) {
        List<PartScore> scores = new ArrayList<>();
        for (QuestionInAttempt current : sitting.current()) {
            List<PartScore> best = List.of();
            for (QuestionInAttempt variant : sitting.variants(current.row().position())) {
                if (sitting.isTold(variant)) {
                    continue;
                }
                List<PartScore> these = scores(sitting, variant, number);
                if (best.isEmpty() || sum(these).compareTo(sum(best)) > 0) {
                    best = these;
                }
            }
            scores.addAll(best);
        }
        return scores;
    }

    private static List<PartScore> scores(Sitting sitting, QuestionInAttempt asked, int number) {
        List<PartScore> scores = new ArrayList<>();
        for (Part part : asked.question().parts()) {
            if (!part.work()) {
                PartResult result = asked.result(part);
                scores.add(new PartScore(
                        number,
                        asked.key(part),
                        asked.row().revision(),
                        result.verdict().word(),
                        earned(sitting, asked, part, result),
                        asked.points(part),
                        result.mistake(),
                        null,
                        null,
                        FindingsJson.write(Findings.of(asked, part))));
            }
        }
        return scores;
    }

    /** A part's score in the exam, less what wrong tries and hints cost in practice. */
    static BigFraction earned(Sitting sitting, QuestionInAttempt asked, Part part, PartResult result) {
        if (result.points().compareTo(BigFraction.ZERO) == 0) {
            return BigFraction.ZERO;
        }
        BigFraction share = result.score().divide(result.points());
        BigFraction kept = BigFraction.ONE
                .subtract(sitting.exam().policy().penalty().multiply(asked.wrongTries(part)))
                .subtract(asked.costOfHints(part));
        return kept.compareTo(BigFraction.ZERO) <= 0
                ? BigFraction.ZERO
                : asked.points(part).multiply(share).multiply(kept);
    }

    private static BigFraction sum(Collection<PartScore> scores) {
        return scores.stream().map(PartScore::score).reduce(BigFraction.ZERO, BigFraction::add);
    }
}
