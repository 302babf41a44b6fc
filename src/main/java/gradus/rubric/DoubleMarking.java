package gradus.rubric;

import gradus.database.Database;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a part with what two graders gave them, each without seeing the other's score.
 *
 * @param answers all of the part but the viewer's own
 * @param marks by the names of the answers
 */
record DoubleMarking(PartQueue answers, UUID me, Map<String, SecondMark> marks) {
    static DoubleMarking of(Database database, String course, QueuePart part, PartQueue answers, UUID me) {
        return new DoubleMarking(
                answers,
                me,
                database.store(SecondMarkStore.class).of(course, part).stream()
                        .collect(Collectors.toMap(
                                mark -> part.code(mark.attempt(), mark.position()), Function.identity())));
    }

    /** What the second grader may be given: graded by another person and not marked a second time; of all or of every so many. */
    List<QueueItem> due(int every) {
        return answers.items().stream()
                .filter(item -> !item.waits() && item.doneBy() != null && !me.equals(item.doneBy()))
                .filter(item -> !marks.containsKey(answers.code(item)))
                .filter(item -> Math.floorMod(answers.code(item).hashCode(), every) == 0)
                .toList();
    }

    /** The next of them after an answer, and after the last the first again. */
    Optional<QueueItem> next(int every, @Nullable String after) {
        List<QueueItem> due = due(every);
        return due.stream()
                .filter(item -> after == null || answers.code(item).compareTo(after) > 0)
                .findFirst()
                .or(() -> due.stream().findFirst());
    }

    /** An answer with the marks of two. */
    record Pair(QueueItem item, SecondMark second) {
        BigFraction gap() {
            return second.score().subtract(item.score());
        }
    }

    /** The answers that have a second mark beside the score that counts. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (QueueItem item : answers.items()) {
            SecondMark second = marks.get(answers.code(item));
            if (second != null && second.run() == item.number()) {
                pairs.add(new Pair(item, second));
            }
        }
        return pairs;
    }

    /** Those that differ and that nobody has decided, the furthest apart first. */
    List<Pair> differences() {
        return pairs().stream()
                .filter(pair -> pair.second().isOpen(pair.item()))
                .sorted((one, other) -> other.gap().abs().compareTo(one.gap().abs()))
                .toList();
    }

    /** How far apart two marks of an answer are on average, in points; 0 without any. */
    BigDecimal meanGap() {
        List<Pair> pairs = pairs();
        BigFraction sum = pairs.stream().map(pair -> pair.gap().abs()).reduce(BigFraction.ZERO, BigFraction::add);
        return pairs.isEmpty()
                ? BigDecimal.ZERO
                : sum.divide(pairs.size())
                        .bigDecimalValue(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }
}
