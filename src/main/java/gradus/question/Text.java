package gradus.question;

import gradus.message.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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

    /** The text in this language, else in English, else in the first language that its author gave. */
    @Override
    public String in(Locale language) {
        String exact = byLanguage.get(language.getLanguage());
        if (exact != null) {
            return exact;
        }
        String english = byLanguage.get("en");
        return english != null ? english : byLanguage.values().iterator().next();
    }
}
