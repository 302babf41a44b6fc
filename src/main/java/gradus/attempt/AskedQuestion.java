package gradus.attempt;

import gradus.web.Refusal;
import java.time.Instant;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A question as one attempt asks it. It never changes; another variant is another row.
 *
 * @param position its place in the attempt, from 1
 * @param variant from 1; only practice goes on to further ones
 * @param revision the revision of the question's file, for ever unless it is regraded
 * @param points what the exam gives for the whole question
 * @param seed what the parameters were drawn from; never leaves the server
 * @param params the parameters drawn, as JSON
 */
public record AskedQuestion(
        int position,
        int variant,
        String question,
        String revision,
        String label,
        BigFraction points,
        long seed,
        String params,
        Instant drawn) {
    public Place place() {
        return new Place(position, variant);
    }

    /** Whether it stands at the same place with the same numbers. */
    boolean hasNumbersOf(AskedQuestion other) {
        return position == other.position && params.equals(other.params);
    }

    /** The same numbers by another revision of the question. */
    AskedQuestion under(String other) {
        return new AskedQuestion(position, variant, question, other, label, points, seed, params, drawn);
    }

    /** Where a response belongs: the place of a question in an attempt and its variant. */
    public record Place(int position, int variant) {
        public PartKey part(String id) {
            return new PartKey(position, variant, id);
        }

        /**
         * The place that a form names.
         *
         * @throws Refusal 404 where these are no numbers
         */
        public static Place of(@Nullable String position, @Nullable String variant) {
            return new Place(number(position), number(variant));
        }

        private static int number(@Nullable String text) {
            try {
                return text == null ? 0 : Integer.parseInt(text);
            } catch (NumberFormatException garbled) {
                throw Refusal.notFound();
            }
        }
    }
}
