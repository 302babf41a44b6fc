package gradus.exchange;

import gradus.message.Message;

/** A file that cannot be read at all, with the reason. */
public final class ForeignFileException extends RuntimeException {
    private final transient Message reason;

    ForeignFileException(String key, Object... arguments) {
        super(key);
        reason = Message.of(key, arguments);
    }

    public Message reason() {
        return reason;
    }
}
