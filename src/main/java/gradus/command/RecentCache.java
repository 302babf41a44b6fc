package gradus.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A small cache that evicts its oldest entry, so that lines that repeat a request do not repeat its work. */
final class RecentCache<K, V> {
    private final Map<K, V> lately;

    RecentCache(int most) {
        lately = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The cached value of a key, or a new one; a failure is not cached. */
    V get(K key, Function<K, V> make) {
        V known = lately.get(key);
        if (known == null) {
            known = make.apply(key);
            lately.put(key, known);
        }
        return known;
    }
}
