package gradus.expression.value;

import gradus.maths.Tensor;
import gradus.message.Message;

/** The value of an expression: a number, tensor, boolean, text, sequence or record. */
public sealed interface Value permits NumberValue, TensorValue, BooleanValue, TextValue, SequenceValue, RecordValue {

    /**
     * A number written as a decimal: exact where it is an integer or short binary fraction, otherwise half an ulp off.
     */
    static NumberValue of(double value) {
        return new NumberValue(value, Rounding.ofDecimal(value));
    }

    /** A tensor whose cells were written as decimals, as in {@link #of(double)}. */
    static TensorValue of(Tensor tensor) {
        return TensorValue.ofDecimals(tensor);
    }

    static BooleanValue of(boolean value) {
        return BooleanValue.of(value);
    }

    static TextValue of(String text) {
        return new TextValue(text);
    }

    /** Whether every number in it is finite; texts and booleans count as finite. */
    boolean isFinite();

    /** Whether this is a number, a boolean (1 or 0) or a tensor. */
    default boolean isNumeric() {
        return false;
    }

    /**
     * The cells of a numeric value; a number is a tensor of rank 0.
     *
     * @throws IllegalStateException where this is a text, sequence or record
     */
    default Tensor asTensor() {
        throw new IllegalStateException("no tensor: " + this);
    }

    /** The error bound of the cell at this row-major index; 0 for an exact cell. */
    default double bound(int index) {
        return 0;
    }

    /** This value with numbers below their own rounding error, such as 0.1+0.2−0.3, replaced by 0. */
    default Value settled() {
        return this;
    }

    /** The kind of this value for messages: "a number", "a 2×3 matrix". */
    Message kind();
}
