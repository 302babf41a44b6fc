package gradus.expression.value;

import gradus.maths.Tensor;
import gradus.message.Message;

/**
 * A number with a running bound on its rounding error.
 *
 * @param bound the largest possible distance from the exact result; 0 for an exact value, infinite where nothing is
 *     known
 */
public record NumberValue(double value, double bound) implements Value {
    public static final NumberValue ZERO = new NumberValue(0, 0);
    public static final NumberValue ONE = new NumberValue(1, 0);

    /** A number without rounding error. */
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
        return value != 0 && Rounding.isLost(value, bound) ? ZERO : this;
    }

    @Override
    public Message kind() {
        return Message.of("expression.kind-number");
    }
}
