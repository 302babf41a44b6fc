package gradus.web;

import gradus.message.Message;

/** A request that is answered with an error page, or a problem in JSON where a script asked, and a sentence that says why. */
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

    /** What is not there, and what is there but not for this viewer: the two look the same from outside. */
    public static Refusal notFound() {
        return of(404, Message.of("web.error-404"));
    }

    /** Nobody is signed in: a page leads to the sign-in form, a script gets a 401. */
    public static Refusal signInFirst() {
        return of(401, Message.of("web.error-401"));
    }

    public static Refusal badRequest(Message reason) {
        return of(400, reason);
    }

    /** The state has moved on meanwhile, so that this can no longer be done. */
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
