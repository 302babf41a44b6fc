package gradus.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How well somebody knows a question, by what they have reached in its variants. */
public enum Level {
    NEW,
    ATTEMPTED,
    /** At least seven tenths of a variant. */
    FAMILIAR,
    /** All of a variant. */
    PROFICIENT,
    /** All of a variant, and again with new numbers on another day. */
    MASTERED;

    /** The numbers of a question that has none. */
    private static final String NOTHING_DRAWN = "{}";

    private static final double FAMILIAR_SHARE = 0.7;
    private static final Duration MASTERY_LASTS = Duration.ofDays(14);

    /** The level of a question of which this was tried; days change as in {@code zone}. */
    static Level of(Collection<Reached> tried, ZoneId zone) {
        List<Reached> full = tried.stream().filter(Reached::isFull).toList();
        if (full.stream().anyMatch(one -> full.stream().anyMatch(other -> isAgain(one, other, zone)))) {
            return MASTERED;
        }
        if (!full.isEmpty()) {
            return PROFICIENT;
        }
        if (tried.stream().anyMatch(one -> one.share() >= FAMILIAR_SHARE)) {
            return FAMILIAR;
        }
        return tried.isEmpty() ? NEW : ATTEMPTED;
    }

    private static boolean isAgain(Reached one, Reached other, ZoneId zone) {
        boolean renewed = !one.params().equals(other.params()) || one.params().equals(NOTHING_DRAWN);
        return renewed && !day(one.happened(), zone).equals(day(other.happened(), zone));
    }

    private static LocalDate day(Instant time, ZoneId zone) {
        return LocalDate.ofInstant(time, zone);
    }

    /** Whether a question of this level that was tried last then should be tried again now. */
    boolean isDue(Instant last, Instant now, ZoneId zone) {
        return switch (this) {
            case NEW -> false;
            case ATTEMPTED, FAMILIAR, PROFICIENT -> day(last, zone).isBefore(day(now, zone));
            case MASTERED -> last.plus(MASTERY_LASTS).isBefore(now);
        };
    }

    /** Its word in pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
