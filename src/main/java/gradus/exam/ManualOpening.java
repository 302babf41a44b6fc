package gradus.exam;

import java.time.Instant;

/**
 * What an instructor has said about an exam being open, over what its file says.
 *
 * @param since when it was said
 */
public record ManualOpening(State state, Instant since) {
    public enum State {
        /** The exam's file decides. */
        BY_FILE,
        OPEN,
        CLOSED
    }

    public static final ManualOpening NONE = new ManualOpening(State.BY_FILE, Instant.EPOCH);

    /**
     * The limits under this word: opening puts aside an opening to come and a closing gone by, closing ends attempts
     * that run.
     */
    Limits over(Limits limits) {
        return switch (state) {
            case BY_FILE -> limits;
            case OPEN ->
                new Limits(
                        null,
                        limits.closes() != null && limits.closes().isAfter(since) ? limits.closes() : null,
                        limits.minutes(),
                        limits.attempts());
            case CLOSED ->
                new Limits(
                        limits.opens(),
                        limits.closes() != null && limits.closes().isBefore(since) ? limits.closes() : since,
                        limits.minutes(),
                        limits.attempts());
        };
    }
}
