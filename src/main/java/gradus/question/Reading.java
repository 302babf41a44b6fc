package gradus.question;

import gradus.message.Message;
import java.util.List;

/** What the grader understood of a response. Blank and unreadable are not wrong. */
public sealed interface Reading {
    /** An answer; {@link PartType#display} says it back: "we read this as …". */
    record Read(Answer answer) implements Reading {}

    /** Nothing but space, or nothing but blank cells. */
    record Blank() implements Reading {}

    /**
     * Something that is no answer to such a part.
     *
     * @param at where the trouble begins: characters of the response from 0
     * @param reason what is wrong and, where it can be told, what was probably meant
     * @param offers readable texts, any of which may have been meant in place of the whole response
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
