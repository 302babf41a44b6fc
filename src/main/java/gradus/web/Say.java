package gradus.web;

import gradus.message.Languages;
import gradus.message.Message;
import gradus.message.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Texts in the reader's language; the templates' {@code say}. */
public record Say(Locale language, ZoneId zone) {
    public String text(Words words) {
        return words.in(language);
    }

    public String text(String key) {
        return Message.of(key).in(language);
    }

    public String text(String key, Object argument) {
        return Message.of(key, argument).in(language);
    }

    public String text(String key, Object first, Object second) {
        return Message.of(key, first, second).in(language);
    }

    /** A point in time as people write it, in the zone of the page, which is named. */
    public String time(Instant time) {
        return time(time, FormatStyle.SHORT);
    }

    /** A point in time to the second, for receipts and histories, whose lines would otherwise stand at the same time. */
    public String exactTime(Instant time) {
        return time(time, FormatStyle.MEDIUM);
    }

    private String time(Instant time, FormatStyle clock) {
        Locale region = Languages.withRegion(language);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, clock)
                        .withLocale(region)
                        .withZone(zone)
                        .format(time)
                + DateTimeFormatter.ofPattern(" (zzz)", region).withZone(zone).format(time);
    }

    /** What people call the zone of the page: "Korean Time". */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, Languages.withRegion(language));
    }

    /** A span in hours and minutes, or seconds below one minute. */
    public String span(Duration span) {
        if (span.toMinutes() == 0) {
            return text("web.seconds", span.toSeconds());
        }
        String minutes = text("web.minutes", span.toMinutesPart());
        if (span.toHours() == 0) {
            return minutes;
        }
        String hours = text("web.hours", span.toHours());
        return span.toMinutesPart() == 0 ? hours : hours + " " + minutes;
    }

    /** The languages that the reader could choose instead. */
    public List<Locale> otherLanguages() {
        return Languages.spoken().stream()
                .filter(other -> !other.getLanguage().equals(language.getLanguage()))
                .toList();
    }

    /** What a language calls itself. */
    public String languageName(Locale other) {
        return Languages.name(other);
    }
}
