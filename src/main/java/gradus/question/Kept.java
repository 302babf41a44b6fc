package gradus.question;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Things that were worked out once and are kept by their names; safe for use by several threads. */
final class Kept {
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    /** What is known by this name; worked out now where it is not. */
    @SuppressWarnings("unchecked")
    <T> T of(String name, Supplier<T> work) {
        Object found = known.get(name);
        if (found == null) {
            found = work.get();
            known.put(name, found);
        }
        return (T) found;
    }
}
