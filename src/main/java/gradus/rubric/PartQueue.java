package gradus.rubric;

import gradus.web.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers of a part in the order in which everybody grades them, as far as they are one grader's to grade. */
final class PartQueue {
    private final QueuePart part;
    private final UUID me;
    /** By their names, whose order is the order. */
    private final NavigableMap<String, QueueItem> items;

    private PartQueue(QueuePart part, UUID me, NavigableMap<String, QueueItem> items) {
        this.part = part;
        this.me = me;
        this.items = items;
    }

    /** All answers. */
    static PartQueue of(QueuePart part, UUID me, Collection<QueueItem> items) {
        NavigableMap<String, QueueItem> named = new TreeMap<>();
        items.forEach(item -> named.put(part.code(item.attempt(), item.position()), item));
        return new PartQueue(part, me, named);
    }

    /**
     * Those that are this grader's where they are split among some. Each answer goes to the one whose name and the answer's give
     * the greatest hash, so that a colleague more or less moves no answer between the others.
     */
    PartQueue shareOf(Collection<UUID> team) {
        if (!team.contains(me)) {
            return this;
        }
        NavigableMap<String, QueueItem> mine = new TreeMap<>(items);
        mine.keySet().removeIf(code -> !me.equals(owner(code, team)));
        return new PartQueue(part, me, mine);
    }

    private static UUID owner(String code, Collection<UUID> team) {
        return team.stream()
                .max(Comparator.comparing(person -> Secret.hash(person + "/" + code)))
                .orElseThrow();
    }

    String code(QueueItem item) {
        return part.code(item.attempt(), item.position());
    }

    List<QueueItem> items() {
        return List.copyOf(items.values());
    }

    long waiting() {
        return items.values().stream().filter(QueueItem::waits).count();
    }

    Optional<QueueItem> at(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(items.get(code));
    }

    /** The place of an answer, from 1; 0 where it is not among these. */
    int place(QueueItem item) {
        return items().indexOf(item) + 1;
    }

    /** The answer so many places further; empty beyond the ends. */
    Optional<QueueItem> beside(QueueItem item, int places) {
        List<QueueItem> all = items();
        int index = all.indexOf(item) + places;
        return index >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    /** The answers that wait and that nobody else has before them, from the one after this name on and round to it. */
    List<QueueItem> waitingAfter(@Nullable String code, Instant now) {
        Stream<QueueItem> fromThere = code == null
                ? items.values().stream()
                : Stream.concat(
                        items.tailMap(code, false).values().stream(), items.headMap(code, true).values().stream());
        return fromThere
                .filter(item -> item.waits() && item.heldBy(me, now) == null)
                .toList();
    }
}
