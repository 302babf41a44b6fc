package gradus.expression.value;

import gradus.message.Message;
import java.util.List;

/**
 * Thrown where a text cannot be read or an expression cannot be evaluated: the place, the reason and possible
 * corrections.
 */
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

    /** A correction of the source text: the characters in [from, to) are replaced by the text. */
    public record Edit(int from, int to, String text) {
        public String of(String whole) {
            return whole.substring(0, from) + text + whole.substring(to);
        }
    }

    /** This fault with possible corrections. */
    public ExpressionException offering(Edit... mended) {
        return new ExpressionException(at, problem, List.of(mended));
    }

    /** The possible corrections, likeliest first; the corrected text need not be readable. */
    public List<Edit> edits() {
        return edits;
    }

    public static ExpressionException of(int at, String key, Object... arguments) {
        return new ExpressionException(at, Message.of(key, arguments));
    }

    /** The place of the fault: an offset in the source text, from 0. */
    public int at() {
        return at;
    }

    public Message problem() {
        return problem;
    }

    /** Whether a bound on cells or work was exceeded, which says nothing about the value. */
    public boolean isOfBounds() {
        return problem.key().endsWith(".too-much-work") || problem.key().endsWith(".too-many-cells");
    }

    @Override
    public String getMessage() {
        return problem + " (at " + at + ")";
    }
}
