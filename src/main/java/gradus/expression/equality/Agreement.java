package gradus.expression.equality;

import gradus.expression.value.Value;
import java.util.Map;

/** How a formula compares with a key. */
public sealed interface Agreement {
    /** They agree at every point that decides, and enough points did. */
    record Equal() implements Agreement {}

    /**
     * They differ.
     *
     * @param at the symbols' values at a point where they do
     * @param response what the formula gives there; not finite where it is undefined
     * @param key what the key gives there; not finite where it is undefined
     */
    record Different(Map<String, Value> at, Value response, Value key) implements Agreement {}

    /** Too few points decided: nobody should be told either way. */
    record Unsure() implements Agreement {}

    /** The result has another shape than the key's. */
    record WrongShape(Value response, Value key) implements Agreement {}

    Agreement EQUAL = new Equal();
    Agreement UNSURE = new Unsure();

    default boolean isEqual() {
        return this == EQUAL;
    }
}
