package gradus.message;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words that go with a number, such as {@code {0,choice,1#one try|1<{0} tries}}. Arguments of a message are texts already,
 * so that the number is read back from one to choose by; a text that is no number takes the words of the many.
 */
final class Choice extends Format {
    private static final long serialVersionUID = 1;
    private static final double MANY = 2;

    private final ChoiceFormat words;
    private final String[] arguments;

    private Choice(ChoiceFormat words, String[] arguments) {
        this.words = words;
        this.arguments = arguments;
    }

    /** Lets a text choose by its arguments, wherever it has words for several numbers. */
    static String format(MessageFormat text, String[] arguments) {
        Format[] formats = text.getFormats();
        for (int i = 0; i < formats.length; i++) {
            if (formats[i] instanceof ChoiceFormat words) {
                text.setFormat(i, new Choice(words, arguments));
            }
        }
        return text.format(arguments);
    }

    @Override
    public StringBuffer format(Object argument, StringBuffer into, FieldPosition position) {
        String chosen = words.format(number(argument.toString()));
        return into.append(chosen.contains("{") ? format(new MessageFormat(chosen, Locale.ROOT), arguments) : chosen);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException words) {
            return MANY;
        }
    }

    @Override
    public @Nullable Object parseObject(String text, ParsePosition position) {
        position.setErrorIndex(position.getIndex()); // words do not say which number chose them
        return null;
    }
}
