package gradus.expression.function;

import gradus.message.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a declaration says.
 *
 * @param byLanguage at least one text by its language; the language of one for all is {@code ""}
 */
public record Sentence(Map<String, String> byLanguage) implements Words {
    public Sentence {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public Sentence(String en, String ko) {
        this(Map.of("en", en, "ko", ko));
    }

    public static Sentence of(String everywhere) {
        return new Sentence(Map.of("", everywhere));
    }

    @Override
    public String in(Locale language) {
        return Words.chosen(byLanguage, language);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
