package gradus.expression.function;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a function.
 *
 * @param preset the default as it is written in the signature: a number, text, true, false, none, or another parameter's
 *     name; null where the argument must be given
 */
public record Parameter(String name, @Nullable String preset) {
    public boolean isRequired() {
        return preset == null;
    }
}
