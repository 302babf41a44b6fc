package gradus.exchange;

import gradus.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of one question could not be carried over, each thing once. */
final class Losses {
    private final Set<Message> lost = new LinkedHashSet<>();
    private final Map<String, Set<String>> ofParts = new LinkedHashMap<>();
    private boolean leftOut;

    void add(String key, Object... arguments) {
        lost.add(Message.of(key, arguments));
    }

    /** Says of a part what is said of several together. */
    void addOf(String part, String key) {
        ofParts.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(part);
    }

    /** Says why the whole question is left out. */
    void leaveOut(String key, Object... arguments) {
        add(key, arguments);
        leftOut = true;
    }

    boolean isLeftOut() {
        return leftOut;
    }

    List<Message> all() {
        List<Message> all = new ArrayList<>();
        ofParts.forEach((key, parts) -> all.add(Message.of(key, String.join(", ", parts))));
        all.addAll(lost);
        return List.copyOf(all);
    }
}
