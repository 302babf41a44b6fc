package gradus.expression.equality;

import gradus.expression.value.Value;
import java.util.Map;

/** The result of comparing a formula with a key. */
public sealed interface Agreement {
    /** Both agree at every point that could decide, and enough points did. */
    record Equal() implements Agreement {}

    /**
     * Both differ.
     *
     * @param at the symbols' values at a point where they do
     * @param response what the formula gives there; not finite if undefined
     * @param key what the key gives there; not finite if undefined
     */
    record Different(Map<String, Value> at, Value response, Value key) implements Agreement {}

    /** Too few points decided, so nothing can be said. */
    record Unsure() implements Agreement {}

    /** The result has another shape than the key's. */
    record WrongShape(Value response, Value key) implements Agreement {}

    Agreement EQUAL = new Equal();
    Agreement UNSURE = new Unsure();

    default boolean isEqual() {
        return this == EQUAL;
    }
}
