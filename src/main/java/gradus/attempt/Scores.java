package gradus.attempt;

import gradus.grading.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The scores of an attempt that count, of each part the last that was given, and with them the variant that counts of each
 * question. In SQL the same rule is the view {@code counting_score}.
 */
public final class Scores {
    private final Map<PartKey, PartScore> byPart;

    private Scores(Map<PartKey, PartScore> byPart) {
        this.byPart = byPart;
    }

    /** Of these runs, in whatever order, the scores that count. */
    public static Scores of(List<PartScore> given) {
        record PartOfPosition(int position, String part) {}
        Map<PartOfPosition, PartScore> last = new LinkedHashMap<>();
        for (PartScore score : given) {
            last.merge(
                    new PartOfPosition(score.key().position(), score.key().part()),
                    score,
                    (one, other) -> other.number() >= one.number() ? other : one);
        }
        Map<PartKey, PartScore> byPart = new LinkedHashMap<>();
        last.values().forEach(score -> byPart.put(score.key(), score));
        return new Scores(byPart);
    }

    /** These scores with those of a later run over them. */
    public Scores with(List<PartScore> later) {
        return of(Stream.concat(byPart.values().stream(), later.stream()).toList());
    }

    /** The scores of a question, of each part one. */
    public List<PartScore> at(int position) {
        return byPart.values().stream()
                .filter(score -> score.key().position() == position)
                .toList();
    }

    /** The score of a part; null where it has none or another variant counts. */
    public @Nullable PartScore of(PartKey part) {
        return byPart.get(part);
    }

    /** The questions of a sitting as they count: of each the variant that was scored, before that the one drawn last. */
    public List<QuestionInAttempt> counting(Sitting sitting) {
        List<QuestionInAttempt> counting = new ArrayList<>();
        for (QuestionInAttempt current : sitting.current()) {
            int position = current.row().position();
            counting.add(byPart.keySet().stream()
                    .filter(part -> part.position() == position)
                    .findFirst()
                    .map(part -> sitting.at(part.place()))
                    .orElse(current));
        }
        return counting;
    }

    /** What a question has earned. */
    public BigFraction score(int position) {
        return sum(byPart.values().stream()
                .filter(score -> score.key().position() == position)
                .map(PartScore::score));
    }

    /** The total as run {@code number}. */
    public Grading total(int number, Grading.Kind kind, Instant done, @Nullable UUID doneBy) {
        return new Grading(
                number,
                kind,
                done,
                doneBy,
                sum(byPart.values().stream().map(PartScore::score)),
                sum(byPart.values().stream()
                        .filter(score -> !score.verdict().equals(Verdict.UNGRADED.word()))
                        .map(PartScore::points)),
                sum(byPart.values().stream().map(PartScore::points)));
    }

    private static BigFraction sum(Stream<BigFraction> points) {
        return points.reduce(BigFraction.ZERO, BigFraction::add);
    }
}
