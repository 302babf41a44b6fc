package gradus.expression.value;

import gradus.maths.Tensor;
import gradus.message.Message;

/**
 * A number with a running bound on its rounding error.
 *
 * @param bound how far the value may be from what exact arithmetic gives; 0 means exact, infinite means nothing is known
 */
public record NumberValue(double value, double bound) implements Value {
    public static final NumberValue ZERO = new NumberValue(0, 0);
    public static final NumberValue ONE = new NumberValue(1, 0);

    /** A number that is meant to the last bit. */
    public static NumberValue exactly(double value) {
        return new NumberValue(value, 0);
    }

    @Override
    public boolean isFinite() {
        return Double.isFinite(value);
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public Tensor asTensor() {
        return Tensor.number(value);
    }

    @Override
    public double bound(int index) {
        return bound;
    }

    @Override
    public NumberValue settled() {
        return value != 0 && Rounding.hides(value, bound) ? ZERO : this;
    }

    @Override
    public Message kind() {
        return Message.of("expression.kind-number");
    }
}
