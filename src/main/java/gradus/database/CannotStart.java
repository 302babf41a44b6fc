package gradus.database;

import gradus.message.Message;

/**
 * Thrown where the program cannot start for a reason that its operator can mend: one line on standard error, exit code
 * 2.
 */
public final class CannotStart extends RuntimeException {
    private final transient Message reason;

    public CannotStart(Message reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    public CannotStart(Message reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** Whether another process holds the database. */
    public boolean isInUse() {
        return reason.key().equals("database.in-use");
    }

    public Message reason() {
        return reason;
    }
}
