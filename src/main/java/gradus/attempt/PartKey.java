package gradus.attempt;

import gradus.attempt.AskedQuestion.Place;
import org.jspecify.annotations.Nullable;

/**
 * The one name of a part in an attempt. In JSON and in forms these are the fields {@code position}, {@code variant} and
 * {@code part}.
 *
 * @param position the place of its question in the attempt, from 1
 * @param variant which variant of the question, from 1
 * @param part its id in the question
 */
public record PartKey(int position, int variant, String part) {
    /**
     * The part that a form or a script names.
     *
     * @throws gradus.web.Refusal 404 where position or variant is no number
     */
    public static PartKey of(@Nullable String position, @Nullable String variant, @Nullable String part) {
        return Place.of(position, variant).part(part == null ? "" : part);
    }

    public Place place() {
        return new Place(position, variant);
    }
}
