package gradus.question;

import gradus.message.Message;

/** A question that gives no variant. */
public final class DrawException extends RuntimeException {
    private final transient Message problem;

    public DrawException(Message problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Message problem() {
        return problem;
    }
}
