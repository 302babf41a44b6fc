package gradus.grading;

import gradus.expression.NumberValue;
import gradus.expression.TensorValue;
import gradus.expression.Value;
import gradus.maths.Tensor;
import gradus.question.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A student's reading made ready to stand in for the key where later parts build on it.
 *
 * @param differs whether it makes a difference at all
 */
record StandIn(Answer answer, boolean differs) {

    /**
     * The reading in the shape of the key; null where it cannot stand in: it is of another shape, has blank cells, or is all
     * zero where the key is not.
     */
    static @Nullable StandIn of(Answer given, Answer key) {
        if (!(given instanceof Answer.Plain plain) || !(key instanceof Answer.Plain right)) {
            return new StandIn(given, true);
        }
        if (!plain.value().isNumeric() || !right.value().isNumeric()) {
            return new StandIn(given, !given.equals(key));
        }
        return of(plain.value(), right.value());
    }

    private static @Nullable StandIn of(Value given, Value key) {
        Tensor cells = given.asTensor();
        Tensor right = key.asTensor();
        if (!given.isFinite() || !Likeness.fits(cells, right, false)) {
            return null;
        }
        boolean zero = true;
        boolean differs = false;
        for (int i = 0; i < cells.size(); i++) {
            zero &= cells.cell(i) == 0;
            differs |= cells.cell(i) != right.cell(i);
        }
        if (zero && differs) {
            return null;
        }
        Value turned = key instanceof NumberValue
                ? NumberValue.exactly(cells.cell(0))
                : TensorValue.exactly(cells.reshape(right.shape()));
        return new StandIn(new Answer.Plain(turned), differs);
    }
}
