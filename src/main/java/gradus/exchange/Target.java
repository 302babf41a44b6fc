package gradus.exchange;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** An answer with what it earns written before it: {@code =right}, {@code %50%half}, or nothing. */
    record Weighted(String text, BigDecimal percent, boolean weighted) {
        private static final Pattern WEIGHT = Pattern.compile("\\s*=?\\s*%(-?\\d{1,3}(?:\\.\\d{1,10})?)%");

        static Weighted of(String written) {
            Matcher weight = WEIGHT.matcher(written);
            if (weight.lookingAt()) {
                return new Weighted(written.substring(weight.end()), new BigDecimal(weight.group(1)), true);
            }
            String stripped = written.strip();
            boolean right = stripped.startsWith("=");
            return new Weighted(
                    right ? stripped.substring(1) : stripped, right ? ForeignNumbers.HUNDRED : BigDecimal.ZERO, false);
        }
    }
}
