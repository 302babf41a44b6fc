package gradus.expression.value;

import gradus.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * A correction of the source text: the characters in [from, to) are replaced by the text.
     *
     * @param instead what has to stand there; null where anything may
     */
    public record Edit(
            int from, int to, String text, @Nullable String instead) {
        public Edit(int from, int to, String text) {
            this(from, to, text, null);
        }

        /** A sign in the place of another one, if that is what somebody typed. */
        public static Edit sign(int at, String typed, String better) {
            return new Edit(at, at + typed.length(), better, typed);
        }

        /** A mark behind whatever ends before this place. */
        public static Edit mark(int at, String mark) {
            return new Edit(at, at, mark);
        }

        /** The corrected text; the same text where this is no correction of it. */
        public String of(String whole) {
            if (instead != null && !whole.startsWith(instead, from)) {
                return whole;
            }
            String before = whole.substring(0, from);
            return (from == to ? before.stripTrailing() : before) + text + whole.substring(to);
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
