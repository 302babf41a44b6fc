package gradus.question;

import gradus.message.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * An author's text in one or more languages: Markdown with LaTeX and placeholders {@code {{…}}} for values of a
 * variant.
 *
 * @param byLanguage at least one text by its language, such as {@code ko}; the language of a plain string is {@code ""}
 */
public record Text(Map<String, String> byLanguage) implements Words {
    /** The language of a text for which the author named none. */
    public static final String ANY_LANGUAGE = "";

    public Text {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text without a text");
        }
        byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static Text of(String text) {
        return new Text(Map.of(ANY_LANGUAGE, text));
    }

    /** Whether it contains placeholders for values of a variant. */
    public boolean isFilledIn() {
        return byLanguage.values().stream().anyMatch(text -> text.contains("{{"));
    }

    /** The same text with something done to its words in each language. */
    public Text with(BiFunction<String, Locale, String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        byLanguage.forEach(
                (language, text) -> changed.put(language, change.apply(text, Locale.forLanguageTag(language))));
        return new Text(changed);
    }

    /** The text in this language, else in English, else in the first language that its author gave. */
    @Override
    public String in(Locale language) {
        return Words.chosen(byLanguage, language);
    }
}
