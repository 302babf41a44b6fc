package gradus.web;

import gradus.message.Message;

/** Thrown to answer a request with an error status and a sentence that says why. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final transient Message reason;

    private Refusal(int status, Message reason) {
        super(status + " " + reason, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    public static Refusal of(int status, Message reason) {
        return new Refusal(status, reason);
    }

    /** For what does not exist and for what this viewer may not see; the answers are the same. */
    public static Refusal notFound() {
        return of(404, Message.of("web.error-404"));
    }

    /** For visitors who must sign in: a page redirects to the sign-in form, a script gets a 401. */
    public static Refusal signInFirst() {
        return of(401, Message.of("web.error-401"));
    }

    public static Refusal badRequest(Message reason) {
        return of(400, reason);
    }

    /** For a request that the current state does not allow. */
    public static Refusal conflict(Message reason) {
        return of(409, reason);
    }

    public int status() {
        return status;
    }

    public Message reason() {
        return reason;
    }
}
