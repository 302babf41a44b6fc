package gradus.result.regrade;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a regrade has come with an attempt, as its page shows it.
 *
 * @param oldScore the total before; null where it has not been worked out, and for attempts that still run
 * @param trouble why its scores stay as they are; null for nothing
 */
public record RegradedAttempt(
        UUID attempt,
        String name,
        @Nullable String studentNumber,
        State state,
        @Nullable BigDecimal oldScore,
        @Nullable BigDecimal newScore,
        @Nullable BigDecimal oldPoints,
        @Nullable BigDecimal newPoints,
        @Nullable String trouble) {
    /** Of one attempt in a regrade. */
    public enum State {
        WAITING,
        COMPUTED,
        APPLIED,
        /** It cannot be graded so, and keeps its scores. */
        FAILED,
        /** It still runs and is not touched. */
        LEFT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What it gains, with its sign; empty where that is not known. */
    public String gain() {
        if (oldScore == null || newScore == null) {
            return "";
        }
        BigDecimal gain = newScore.subtract(oldScore);
        return (gain.signum() > 0 ? "+" : "") + plain(gain).replace('-', '−');
    }

    public String before() {
        return total(oldScore, oldPoints);
    }

    public String after() {
        return total(newScore, newPoints);
    }

    private static String total(@Nullable BigDecimal score, @Nullable BigDecimal points) {
        return score == null || points == null ? "" : plain(score) + " / " + plain(points);
    }

    static String plain(BigDecimal number) {
        BigDecimal short4 = number.setScale(4, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return short4.scale() < 0 ? short4.setScale(0).toPlainString() : short4.toPlainString();
    }
}
