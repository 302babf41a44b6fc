package gradus.message;

import java.util.Locale;
import java.util.Map;

/** Something that can be said in any of the program's languages. */
@FunctionalInterface
public interface Words {
    String in(Locale language);

    /**
     * The text in this language, else in English, else in the first language that there is.
     *
     * @param byLanguage at least one text by its language
     */
    static String chosen(Map<String, String> byLanguage, Locale language) {
        String exact = byLanguage.get(language.getLanguage());
        if (exact != null) {
            return exact;
        }
        String english = byLanguage.get("en");
        return english != null ? english : byLanguage.values().iterator().next();
    }
}
