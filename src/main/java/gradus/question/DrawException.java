package gradus.question;

import gradus.message.Message;

/** Thrown where no variant of a question can be drawn. */
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
