package gradus.question;

import gradus.message.Message;
import java.util.List;

/** What the grader understood of a response. Blank and unreadable are not wrong. */
public sealed interface Reading {
    /** A readable answer; {@link PartType#display} shows it to the student for confirmation. */
    record Read(Answer answer) implements Reading {}

    /** Nothing but white space, or only blank cells. */
    record Blank() implements Reading {}

    /**
     * A text that is not a possible answer to the part.
     *
     * @param at where the fault begins: a character offset in the response, from 0
     * @param reason what is wrong and, where it can be told, what was probably meant
     * @param offers readable texts, each of which may have been meant in place of the whole response
     */
    record Unreadable(int at, Message reason, List<String> offers) implements Reading {
        public Unreadable {
            offers = List.copyOf(offers);
        }

        public Unreadable(int at, Message reason) {
            this(at, reason, List.of());
        }
    }
}
