package gradus.web;

import gradus.message.Languages;
import gradus.message.Message;
import gradus.message.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** Texts in the reader's language; the templates' {@code say}. */
public record Say(Locale language) {
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

    /** A point in time as people write it, in the server's zone. */
    public String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Languages.withRegion(language))
                .withZone(ZoneId.systemDefault())
                .format(time);
    }

    /** A point in time to the second, in the server's zone. */
    public String exactTime(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(Languages.withRegion(language))
                .withZone(ZoneId.systemDefault())
                .format(time);
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
