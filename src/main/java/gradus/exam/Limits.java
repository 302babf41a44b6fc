package gradus.exam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and how often an exam may be sat; null where nothing is said.
 *
 * @param minutes how long one attempt lasts
 * @param attempts how many one student has
 */
public record Limits(
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Integer minutes,
        @Nullable Integer attempts) {
    public static final Limits NONE = new Limits(null, null, null, null);

    /** These limits, and the others' where these say nothing. */
    public Limits orElse(Limits others) {
        return new Limits(
                opens != null ? opens : others.opens,
                closes != null ? closes : others.closes,
                minutes != null ? minutes : others.minutes,
                attempts != null ? attempts : others.attempts);
    }
}
