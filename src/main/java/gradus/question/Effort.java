package gradus.question;

import gradus.message.Message;
import java.util.concurrent.atomic.AtomicLong;

/** How much work the draws of a variant and what is computed from it take, in steps of evaluation. */
final class Effort {
    /** Steps that the draws of one seed may take together: some seconds. */
    private static final long MOST_TO_DRAW = 5_000_000_000L;

    private final AtomicLong spent = new AtomicLong();
    private final String question;
    private volatile boolean bounded;

    private Effort(String question, boolean bounded) {
        this.question = question;
        this.bounded = bounded;
    }

    /** Of draws, which are refused when they take too much. */
    static Effort ofDrawing(String question) {
        return new Effort(question, true);
    }

    static Effort unbounded() {
        return new Effort("", false);
    }

    /** Lets what is computed from a variant that has been drawn take what it takes. */
    void drawn() {
        bounded = false;
    }

    long spent() {
        return spent.get();
    }

    /** @throws DrawException where a draw has taken too much */
    void spend(long steps) {
        if (spent.addAndGet(steps) > MOST_TO_DRAW && bounded) {
            throw new DrawException(Message.of("question.too-much-work", question));
        }
    }
}
