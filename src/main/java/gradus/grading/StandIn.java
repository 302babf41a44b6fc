package gradus.grading;

import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Part;
import org.jspecify.annotations.Nullable;

/**
 * A student's reading prepared to stand in for the key where later parts depend on it.
 *
 * @param answer the reading in the key's shape; null if it is not used
 * @param differs whether it differs from the key
 * @param guard why it is not used; null if it is
 */
record StandIn(
        @Nullable Answer answer, boolean differs, @Nullable Guard guard) {

    static StandIn unused(Guard why) {
        return new StandIn(null, false, why);
    }

    /** The reading turned to the key's orientation if it has the key's shape and is finite. */
    static StandIn of(Answer given, Answer key, Part part) {
        if (given instanceof Answer.Plain plain && key instanceof Answer.Plain right) {
            return plain.value().isNumeric() && right.value().isNumeric()
                    ? of(plain, right.value())
                    : new StandIn(given, !given.equals(key), null);
        }
        if (part.type().compare(given, key, part).outcome() == Comparison.Outcome.WRONG_SHAPE) {
            return unused(Guard.SHAPE);
        }
        return given.isFinite() ? new StandIn(given, true, null) : unused(Guard.NOT_FINITE);
    }

    private static StandIn of(Answer.Plain given, Value key) {
        Tensor cells = given.value().asTensor();
        Tensor right = key.asTensor();
        if (!Likeness.fits(cells, right, false)) {
            return unused(Guard.SHAPE);
        }
        if (!given.isFinite()) {
            return unused(Guard.NOT_FINITE);
        }
        boolean differs = false;
        for (int i = 0; i < cells.size(); i++) {
            differs |= cells.cell(i) != right.cell(i);
        }
        Value turned = key instanceof NumberValue
                ? NumberValue.exactly(cells.cell(0))
                : TensorValue.exactly(cells.reshape(right.shape()));
        return new StandIn(new Answer.Plain(turned), differs, null);
    }
}
