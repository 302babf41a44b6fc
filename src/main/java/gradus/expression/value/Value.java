package gradus.expression.value;

import gradus.maths.Tensor;
import gradus.message.Message;

/** What an expression comes to: a number, tensor, truth value, text, sequence or record. */
public sealed interface Value permits NumberValue, TensorValue, BooleanValue, TextValue, SequenceValue, RecordValue {

    /** A number that was written as a decimal: exact where a short binary fraction holds it, otherwise half an ulp off. */
    static NumberValue of(double value) {
        return new NumberValue(value, Rounding.ofDecimal(value));
    }

    /** A tensor whose cells were written as decimals, see {@link #of(double)}. */
    static TensorValue of(Tensor tensor) {
        return TensorValue.ofDecimals(tensor);
    }

    static BooleanValue of(boolean value) {
        return BooleanValue.of(value);
    }

    static TextValue of(String text) {
        return new TextValue(text);
    }

    /** Whether every number inside is finite; texts and truth values are. */
    boolean isFinite();

    /** Whether this is a number, a truth value (1 or 0) or a tensor. */
    default boolean isNumeric() {
        return false;
    }

    /**
     * The cells of a numeric value: a number is a tensor of rank 0.
     *
     * @throws IllegalStateException where this is a text, sequence or record
     */
    default Tensor asTensor() {
        throw new IllegalStateException("no tensor: " + this);
    }

    /** The running bound on the rounding error of a cell, by its place in the row-major order; 0 is exact. */
    default double bound(int index) {
        return 0;
    }

    /** This value with every number that is below its own rounding error replaced by 0, as 0.1+0.2-0.3 is. */
    default Value settled() {
        return this;
    }

    /** What kind of value this is, for messages: "a number", "a 2×3 matrix". */
    Message kind();
}
