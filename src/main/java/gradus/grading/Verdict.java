package gradus.grading;

import gradus.message.Message;
import java.util.Locale;

/** What grading says about a response, or about one of its cells. */
public enum Verdict {
    CORRECT,
    /** Right if the student's own earlier answers are taken as given. */
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

    /** The verdict with this word. */
    public static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word for people. */
    public Message said() {
        return Message.of("grading.verdict-" + word().replace('_', '-'));
    }
}
