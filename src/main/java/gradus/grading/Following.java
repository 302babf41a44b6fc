package gradus.grading;

import gradus.question.Variant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a part follows from the student's own readings of earlier parts.
 *
 * @param own the variant computed from them; null if none of them is used or they change nothing
 * @param unused the earlier parts whose readings are not used, and why
 * @param stopped why nothing follows from the readings in use; null if the part's key does
 * @param withheld the variant computed from readings that were made up for all anybody can tell, so that nothing is earned
 *     on it; null otherwise
 * @param right the earlier parts that the student has right, so that nothing went wrong in the work for them
 */
record Following(
        @Nullable Variant own,
        Map<String, Guard> unused,
        @Nullable Guard stopped,
        @Nullable Variant withheld,
        Set<String> right) {
    /** Nothing to follow: the part uses no earlier part. */
    static final Following NOTHING = new Following(null, Map.of(), null, null, Set.of());

    /** The variant on which the part's key is computed again; null if nothing follows. */
    @Nullable
    Variant forKey() {
        return stopped == null ? own : null;
    }

    /** Whether the part follows from all readings before it. */
    boolean isWhole() {
        return own != null && stopped == null && unused.isEmpty();
    }
}
