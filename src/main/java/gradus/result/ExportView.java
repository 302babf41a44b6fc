package gradus.result;

import gradus.maths.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What a row of an export stands for, with the columns that this takes. */
public interface ExportView {
    int DECIMALS = 6;

    /** What its table is called. */
    String name();

    List<String> columns();

    /** Streams the rows, each a cell for a column. */
    void each(ExportStore store, Consumer<List<@Nullable Object>> row);

    static List<@Nullable Object> cells(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    static @Nullable String lower(@Nullable String word) {
        return word == null ? null : word.toLowerCase(java.util.Locale.ROOT);
    }

    /** Points as people read them; {@link #exact} says them exactly. */
    static @Nullable BigDecimal decimal(@Nullable BigFraction fraction) {
        if (fraction == null) {
            return null;
        }
        BigDecimal decimal = Decimals.rounded(fraction, DECIMALS).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /** A fraction as text: {@code 7/3}, {@code 5}. */
    static @Nullable String exact(@Nullable BigFraction fraction) {
        if (fraction == null) {
            return null;
        }
        return fraction.getDenominator().equals(java.math.BigInteger.ONE)
                ? fraction.getNumerator().toString()
                : fraction.getNumerator() + "/" + fraction.getDenominator();
    }

    /** The points that wait for a person. */
    static @Nullable BigDecimal waiting(@Nullable BigFraction points, @Nullable BigFraction graded) {
        return points == null || graded == null ? null : decimal(points.subtract(graded));
    }
}
