package gradus.exam;

import gradus.expression.value.Value;
import gradus.question.Text;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A question of an exam.
 *
 * @param question its id in the bank
 * @param points for the whole question, spread over its parts in the proportion of their own
 * @param label what the exam numbers it; of a candidate, the first of those that are asked
 * @param with parameters that are fixed rather than drawn
 * @param place where it stands in the file
 */
public record ExamEntry(String question, BigFraction points, String label, Map<String, Value> with, Place place) {
    public ExamEntry {
        with = Map.copyOf(with);
    }

    /**
     * Where an entry stands in an exam.
     *
     * @param path its place in the file: names of fields, and numbers of items from 0
     * @param section the title of the section that it stands in; null for none
     * @param pool the choice that it is a candidate of; null where every attempt is asked it
     */
    public record Place(
            List<Object> path,
            @Nullable Text section,
            @Nullable Pool pool) {
        public static final Place ALONE = new Place(List.of(), null, null);

        public Place {
            path = List.copyOf(path);
        }
    }

    /** A question by itself. */
    public static ExamEntry alone(String question, BigFraction points) {
        return new ExamEntry(question, points, "", Map.of(), Place.ALONE);
    }

    /** The same under another label. */
    public ExamEntry labelled(String other) {
        return new ExamEntry(question, points, other, with, place);
    }

    public @Nullable Pool pool() {
        return place.pool();
    }

    public @Nullable Text section() {
        return place.section();
    }

    /** Where something of this entry stands in the file. */
    public Object[] path(Object... inner) {
        Object[] whole =
                java.util.Arrays.copyOf(place.path().toArray(), place.path().size() + inner.length);
        System.arraycopy(inner, 0, whole, place.path().size(), inner.length);
        return whole;
    }

    /** What it adds to the points of an attempt, on average over the candidates of a pool. */
    BigFraction share() {
        Pool pool = pool();
        return pool == null ? points : points.multiply(BigFraction.of(pool.count(), pool.of()));
    }
}
