package gradus.exchange;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer with what it earns written before it: {@code =right}, {@code %50%half}, or nothing. */
record WeightedText(String text, BigDecimal percent, boolean weighted) {
    private static final Pattern WEIGHT = Pattern.compile("\\s*=?\\s*%(-?\\d{1,3}(?:\\.\\d{1,10})?)%");

    static WeightedText of(String written) {
        Matcher weight = WEIGHT.matcher(written);
        if (weight.lookingAt()) {
            return new WeightedText(written.substring(weight.end()), new BigDecimal(weight.group(1)), true);
        }
        String stripped = written.strip();
        boolean right = stripped.startsWith("=");
        return new WeightedText(
                right ? stripped.substring(1) : stripped, right ? ForeignNumbers.HUNDRED : BigDecimal.ZERO, false);
    }
}
