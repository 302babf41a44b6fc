package gradus.attempt.result;

import gradus.attempt.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the student of an attempt may ask for another look at its scores.
 *
 * @param open whether they may ask now
 * @param closes until when; null where it was never allowed, or no longer is
 * @param asked whether they have asked for one
 */
public record SecondLook(boolean open, @Nullable Instant closes, boolean asked) {
    /** Who knows: the people who grade, above this floor. */
    @FunctionalInterface
    public interface Office {
        SecondLook at(Attempt attempt);
    }

    /** Whether the page of requests has anything for them: a form, or what they asked and were told. */
    public boolean leadsOn() {
        return open || asked;
    }
}
