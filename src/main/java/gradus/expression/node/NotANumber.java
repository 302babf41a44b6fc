package gradus.expression.node;

/** Says that a value is no plain number, so that it has to be evaluated the long way. */
public final class NotANumber extends RuntimeException {
    static final NotANumber INSTANCE = new NotANumber();

    private NotANumber() {
        super(null, null, false, false);
    }
}
