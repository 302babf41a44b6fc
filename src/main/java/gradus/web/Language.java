package gradus.web;

import gradus.message.Languages;
import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of a request: the one chosen by the switch, else the browser's first that we speak, else English. */
public final class Language {
    static final String COOKIE = "language";

    private Language() {}

    public static Locale of(Context context) {
        Locale known = context.attribute(COOKIE);
        if (known == null) {
            Locale chosen = spoken(context.cookie(COOKIE));
            known = chosen == null ? accepted(context.header("Accept-Language")) : chosen;
            context.attribute(COOKIE, known);
        }
        return known;
    }

    /** The language of this tag, or null where we do not speak it. */
    static @Nullable Locale spoken(@Nullable String tag) {
        return Languages.spoken().stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst()
                .orElse(null);
    }

    /** The first language of an {@code Accept-Language} that we speak; English where there is none. */
    static Locale accepted(@Nullable String header) {
        if (header == null || header.length() > 500) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), Languages.spoken());
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException | IndexOutOfBoundsException garbled) {
            // the JDK throws on a language range that is only hyphens
            return Locale.ENGLISH;
        }
    }
}
