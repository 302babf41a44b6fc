package gradus.web;

import io.javalin.http.Context;

/** Objects that the access check has looked up, handed to the handler by type so that they are not read twice. */
public final class Found {
    private Found() {}

    public static <T> void put(Context context, Class<T> type, T found) {
        context.attribute(type.getName(), found);
    }

    /**
     * The object of this type.
     *
     * @throws IllegalStateException if the route's audience does not look up this type
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
