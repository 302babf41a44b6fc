package gradus.message;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text for people: a key of {@code messages_….properties} and its arguments, to be shown in any language.
 *
 * <p>Arguments are texts, numbers already formatted, or other {@link Words}. A text may have words of its own for one and for
 * many: {@code {0,choice,1#one attempt|1<{0} attempts}}.
 */
public record Message(String key, List<Object> arguments) implements Words {
    /** Looks in the language's own file, then in the English one, never in that of the machine's language. */
    private static final ResourceBundle.Control THEN_ENGLISH = new ResourceBundle.Control() {
        @Override
        public List<String> getFormats(String name) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String name, Locale language) {
            return Stream.of(Locale.forLanguageTag(language.getLanguage()), Locale.ENGLISH, Locale.ROOT)
                    .distinct()
                    .toList();
        }

        @Override
        public @Nullable Locale getFallbackLocale(String name, Locale language) {
            return null;
        }
    };

    /** Texts without arguments as they are said, by language and key: a page has a hundred of them. */
    private static final Map<Locale, Map<String, String>> SAID = new ConcurrentHashMap<>();

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** Whether the program still has a text for the key; a stored message may be older than the program. */
    public boolean isKnown() {
        return isKnownIn(Locale.ENGLISH);
    }

    /** Whether there is a text for the key in this language, or in English. */
    public boolean isKnownIn(Locale language) {
        return ResourceBundle.getBundle("messages", language, THEN_ENGLISH).containsKey(key);
    }

    /** The text in this language, or in English where the language lacks it. */
    @Override
    public String in(Locale language) {
        return arguments.isEmpty()
                ? SAID.computeIfAbsent(language, other -> new ConcurrentHashMap<>())
                        .computeIfAbsent(key, other -> formatted(language))
                : formatted(language);
    }

    private String formatted(Locale language) {
        String[] said = arguments.stream()
                .map(argument -> argument instanceof Words inner ? inner.in(language) : argument.toString())
                .toArray(String[]::new);
        return Particles.chosen(Choice.format(new MessageFormat(pattern(language), Locale.ROOT), said));
    }

    private String pattern(Locale language) {
        try {
            return ResourceBundle.getBundle("messages", language, THEN_ENGLISH).getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalStateException("no message " + key, missing);
        }
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
