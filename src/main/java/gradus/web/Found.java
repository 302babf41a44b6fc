package gradus.web;

import io.javalin.http.Context;

/** What the check before a handler had to look up, handed on by its type, so that nobody reads it twice. */
public final class Found {
    private Found() {}

    public static <T> void put(Context context, Class<T> type, T found) {
        context.attribute(type.getName(), found);
    }

    /**
     * What was found of this type.
     *
     * @throws IllegalStateException where the route's audience looks up no such thing
     */
    public static <T> T of(Context context, Class<T> type) {
        T found = type.cast(context.attribute(type.getName()));
        if (found == null) {
            throw new IllegalStateException(
                    "no " + type.getSimpleName() + " was looked up for " + context.endpoint().path);
        }
        return found;
    }
}
