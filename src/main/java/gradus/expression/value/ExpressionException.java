package gradus.expression.value;

import gradus.message.Message;
import java.util.List;

/** A text that cannot be read, or an expression that cannot be evaluated: where and why, and how to mend it. */
public final class ExpressionException extends RuntimeException {
    private final int at;
    private final transient Message problem;
    private final transient List<Edit> edits;

    public ExpressionException(int at, Message problem) {
        this(at, problem, List.of());
    }

    private ExpressionException(int at, Message problem, List<Edit> edits) {
        super(null, null, false, false);
        this.at = at;
        this.problem = problem;
        this.edits = edits;
    }

    /** A change of the text that was read that would mend it: these characters give way to others. */
    public record Edit(int from, int to, String text) {
        public String of(String whole) {
            return whole.substring(0, from) + text + whole.substring(to);
        }
    }

    /** The same fault with ways to mend it. */
    public ExpressionException offering(Edit... mended) {
        return new ExpressionException(at, problem, List.of(mended));
    }

    /** The ways to mend it, likeliest first; none is sure to be readable. */
    public List<Edit> edits() {
        return edits;
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
