package gradus.grading;

import gradus.question.Variant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a part can still be held against on the student's own earlier readings.
 *
 * @param own the variant as it follows from them; null where none stands in that makes a difference
 * @param unused the earlier parts whose readings do not stand in, and why
 * @param stopped why nothing follows from those that do; null where the part's key does
 */
record Following(
        @Nullable Variant own,
        Map<String, Guard> unused,
        @Nullable Guard stopped) {
    /** Nothing to follow: no earlier part is built on, or all of them are as their keys. */
    static final Following NOTHING = new Following(null, Map.of(), null);

    /** The variant on which the part's key is computed again; null where nothing follows. */
    @Nullable
    Variant forKey() {
        return stopped == null ? own : null;
    }

    /** Whether the part follows from all readings before it. */
    boolean isWhole() {
        return own != null && stopped == null && unused.isEmpty();
    }
}
