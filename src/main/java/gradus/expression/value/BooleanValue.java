package gradus.expression.value;

import gradus.maths.Tensor;
import gradus.message.Message;

/** True or false; 1 or 0 in arithmetic. */
public record BooleanValue(boolean value) implements Value {
    public static final BooleanValue TRUE = new BooleanValue(true);
    public static final BooleanValue FALSE = new BooleanValue(false);

    public static BooleanValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public NumberValue asNumber() {
        return value ? NumberValue.ONE : NumberValue.ZERO;
    }

    @Override
    public boolean isFinite() {
        return true;
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public Tensor asTensor() {
        return asNumber().asTensor();
    }

    @Override
    public Message kind() {
        return Message.of("expression.kind-boolean");
    }
}
