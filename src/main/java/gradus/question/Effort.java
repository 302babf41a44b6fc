package gradus.question;

import gradus.message.Message;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The work spent on drawing a variant and on everything computed from it, in evaluation steps. Bounded while the
 * variant is drawn.
 */
final class Effort {
    /** The most steps that all draws of one seed may take together: a few seconds. */
    private static final long MOST_TO_DRAW = 5_000_000_000L;

    private final AtomicLong spent = new AtomicLong();
    private final String question;
    private volatile boolean bounded;

    private Effort(String question, boolean bounded) {
        this.question = question;
        this.bounded = bounded;
    }

    /** The effort of drawing a question, which is refused once it exceeds {@link #MOST_TO_DRAW} steps. */
    static Effort ofDrawing(String question) {
        return new Effort(question, true);
    }

    static Effort unbounded() {
        return new Effort("", false);
    }

    /** Lifts the bound once the variant has been drawn; later work is bounded per evaluation. */
    void finishDrawing() {
        bounded = false;
    }

    long spent() {
        return spent.get();
    }

    /**
     * Counts steps of work.
     *
     * @throws DrawException where drawing exceeds its bound
     */
    void spend(long steps) {
        if (spent.addAndGet(steps) > MOST_TO_DRAW && bounded) {
            throw new DrawException(Message.of("question.too-much-work", question));
        }
    }
}
