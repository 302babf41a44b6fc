package gradus.grading;

import gradus.message.Message;
import java.util.Locale;

/** What grading says of a response, or of a cell of it. */
public enum Verdict {
    CORRECT,
    /** Right when the student's own earlier answers are taken for given. */
    FOLLOWS_THROUGH,
    PARTIAL,
    INCORRECT,
    BLANK,
    UNREADABLE,
    /** Waits for a person. */
    UNGRADED;

    /** The word in files and programs: {@code follows_through}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict of this word. */
    public static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word for people. */
    public Message said() {
        return Message.of("grading.verdict-" + word().replace('_', '-'));
    }
}
