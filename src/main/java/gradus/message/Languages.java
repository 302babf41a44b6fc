package gradus.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The languages of the program: one for each {@code messages_….properties} on the class path. */
public final class Languages {
    private static final List<Locale> SPOKEN = Stream.of(Locale.getISOLanguages())
            .sorted()
            .filter(Languages::isThere)
            .map(Locale::forLanguageTag)
            .toList();

    private Languages() {}

    private static boolean isThere(String tag) {
        try (InputStream texts = Languages.class.getResourceAsStream("/messages_" + tag + ".properties")) {
            return texts != null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static List<Locale> spoken() {
        return SPOKEN;
    }

    /** The words in each of these languages, by language. */
    public static Map<String, String> each(Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        spoken().forEach(language -> said.put(language.getLanguage(), words.in(language)));
        return said;
    }

    /** A language's name in that language. */
    public static String name(Locale language) {
        return Message.of("language.name").in(language);
    }

    /** The language with its main region, which dates and numbers need. */
    public static Locale withRegion(Locale language) {
        return new Locale(language.getLanguage(), Message.of("language.region").in(language));
    }
}
