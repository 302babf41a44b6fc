package gradus.question.part;

import gradus.message.Message;
import java.util.List;

/** A text that means nothing to a reader: where it goes wrong, from 0, and why. Made in great numbers, so without a trace. */
public final class Unreadable extends Exception {
    private final int at;
    private final transient Message reason;
    private final transient List<String> offers;

    Unreadable(int at, Message reason) {
        this(at, reason, List.of());
    }

    private Unreadable(int at, Message reason, List<String> offers) {
        super(reason.key(), null, false, false);
        this.at = at;
        this.reason = reason;
        this.offers = offers;
    }

    /** The same, with whole texts that may have been meant; those that cannot be read are not shown. */
    Unreadable offering(List<String> texts) {
        return new Unreadable(at, reason, texts);
    }

    List<String> offers() {
        return offers;
    }

    static Unreadable at(int at, String key, Object... arguments) {
        return new Unreadable(at, Message.of(key, arguments));
    }

    int at() {
        return at;
    }

    Message reason() {
        return reason;
    }
}
