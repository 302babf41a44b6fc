package gradus.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made lately, so that lines that ask for the same do not make it again; the oldest is forgotten first. */
final class Kept<K, V> {
    private final Map<K, V> lately;

    Kept(int most) {
        lately = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What was made of this lately, or else is made now; what fails is not kept. */
    V get(K key, Function<K, V> make) {
        V known = lately.get(key);
        if (known == null) {
            known = make.apply(key);
            lately.put(key, known);
        }
        return known;
    }
}
