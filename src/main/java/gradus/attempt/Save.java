package gradus.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A response with where it came from and what became of it, as the history keeps it.
 *
 * @param client the page that sent it, by a random name of its own; null for plain forms and rows of earlier builds
 * @param n the page's running number of the change
 * @param madeFrom the number of the response that it was typed over; 0 for an empty field, null where nothing is known
 * @param late whether it came after the end of the attempt, within the grace
 * @param node the server that took it
 * @param address where it came from
 */
public record Save(
        long seq,
        PartKey key,
        String content,
        Instant arrived,
        @Nullable String client,
        @Nullable Long n,
        @Nullable Long madeFrom,
        boolean late,
        @Nullable String node,
        @Nullable String address,
        Standing standing) {
    /** What became of a save. */
    public enum Standing {
        /** It became the answer of its part. */
        TAKEN,
        /** It said what stood there already. */
        REPEATED,
        /** Another window had answered since it was typed. */
        SUPERSEDED,
        /** The same page had sent something newer, which came in first. */
        OVERTAKEN
    }
}
