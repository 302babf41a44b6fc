package gradus.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a platform knows and what it earns.
 *
 * @param text the answer; {@code *} for any other
 * @param tolerance how far a number may lie from it
 * @param percent what it earns of the points
 * @param feedback what its giver is told; empty for nothing
 */
record Target(String text, BigDecimal tolerance, BigDecimal percent, String feedback) {
    static Target of(String text, BigDecimal percent, String feedback) {
        return new Target(text, BigDecimal.ZERO, percent, feedback);
    }

    boolean isRight() {
        return percent.compareTo(ForeignNumbers.HUNDRED) >= 0;
    }

    boolean isAnyOther() {
        return text.equals("*");
    }

    /** The number that it is; null where it is none. */
    @Nullable
    BigDecimal number() {
        return ForeignNumbers.read(text).orElse(null);
    }

    boolean saysSomething() {
        return !feedback.isBlank();
    }
}
