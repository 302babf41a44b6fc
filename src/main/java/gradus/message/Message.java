package gradus.message;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A text for people, named by its key in {@code messages_{ko,en}.properties} and not yet in any language.
 *
 * <p>Arguments are texts, numbers already printed the way they shall appear, or further words.
 */
public record Message(String key, List<Object> arguments) implements Words {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The text in this language; Korean where it asks for Korean, otherwise English. */
    @Override
    public String in(Locale language) {
        Object[] said = arguments.stream()
                .map(argument -> argument instanceof Words inner ? inner.in(language) : argument.toString())
                .toArray();
        return new MessageFormat(pattern(language), Locale.ROOT).format(said);
    }

    private String pattern(Locale language) {
        Locale known = language.getLanguage().equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
        try {
            return ResourceBundle.getBundle("messages", known, NO_FALLBACK).getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalStateException("no message " + key + " in messages_" + known + ".properties", missing);
        }
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
