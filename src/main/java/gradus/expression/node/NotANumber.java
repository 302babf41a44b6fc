package gradus.expression.node;

/** Thrown where a value is not a plain number, so that it must be evaluated as a {@code Value}. */
public final class NotANumber extends RuntimeException {
    static final NotANumber INSTANCE = new NotANumber();

    private NotANumber() {
        super(null, null, false, false);
    }
}
