package gradus.expression.value;

import gradus.message.Message;

/** A text that cannot be read, or an expression that cannot be evaluated: where and why, and how to mend it. */
public final class ExpressionException extends RuntimeException {
    private final int at;
    private final transient Message problem;

    public ExpressionException(int at, Message problem) {
        super(null, null, false, false);
        this.at = at;
        this.problem = problem;
    }

    public static ExpressionException of(int at, String key, Object... arguments) {
        return new ExpressionException(at, Message.of(key, arguments));
    }

    /** Where it happened: an offset in the text that was read, from 0. */
    public int at() {
        return at;
    }

    public Message problem() {
        return problem;
    }

    /** Whether it is a bound on cells or on work that was crossed, which says nothing of the value. */
    public boolean isOfBounds() {
        return problem.key().endsWith(".too-much-work") || problem.key().endsWith(".too-many-cells");
    }

    @Override
    public String getMessage() {
        return problem + " (at " + at + ")";
    }
}
