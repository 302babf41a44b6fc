package gradus.question;

import gradus.message.Message;
import java.util.Locale;

/**
 * A problem of a question file: its place, what is wrong and how to mend it.
 *
 * @param line from 1
 * @param column from 1
 */
public record Problem(String file, int line, int column, Message message) {
    /** {@code file:line:column: message} */
    public String in(Locale language) {
        return file + ":" + line + ":" + column + ": " + message.in(language);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
