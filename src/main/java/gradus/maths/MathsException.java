package gradus.maths;

import gradus.message.Message;

/** Arguments that a function of the engine cannot take: shapes that do not fit, a stride of 0, an unknown padding. */
public final class MathsException extends RuntimeException {
    private final transient Message problem;

    public MathsException(Message problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public static MathsException of(String key, Object... arguments) {
        return new MathsException(Message.of(key, arguments));
    }

    public Message problem() {
        return problem;
    }
}
