package gradus.question.part;

import gradus.message.Message;

/** A text that means nothing to a reader: where it goes wrong, from 0, and why. Made in great numbers, so without a trace. */
public final class Unreadable extends Exception {
    private final int at;
    private final transient Message reason;

    Unreadable(int at, Message reason) {
        super(reason.key(), null, false, false);
        this.at = at;
        this.reason = reason;
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
