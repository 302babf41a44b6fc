package gradus.rubric;

import gradus.web.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers of a part in the order in which everybody grades them, as far as they are one grader's to grade. */
final class PartQueue {
    private final QueuePart part;
    private final UUID me;
    private final List<QueueItem> items;

    private PartQueue(QueuePart part, UUID me, List<QueueItem> items) {
        this.part = part;
        this.me = me;
        this.items = items;
    }

    /** All answers. */
    static PartQueue of(QueuePart part, UUID me, Collection<QueueItem> items) {
        return new PartQueue(
                part,
                me,
                items.stream()
                        .sorted(Comparator.comparing(item -> part.code(item.attempt(), item.position())))
                        .toList());
    }

    /**
     * Those that are this grader's where they are split among some. Each answer goes to the one whose name and the answer's give
     * the greatest hash, so that a colleague more or less moves no answer between the others.
     */
    PartQueue shareOf(Collection<UUID> team) {
        return team.contains(me)
                ? new PartQueue(
                        part,
                        me,
                        items.stream()
                                .filter(item -> me.equals(owner(code(item), team)))
                                .toList())
                : this;
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
        return items;
    }

    long waiting() {
        return items.stream().filter(QueueItem::waits).count();
    }

    Optional<QueueItem> at(@Nullable String code) {
        return items.stream().filter(item -> code(item).equals(code)).findFirst();
    }

    /** The place of an answer, from 1. */
    int place(QueueItem item) {
        return items.indexOf(item) + 1;
    }

    /** The answer so many places further; empty beyond the ends. */
    Optional<QueueItem> beside(QueueItem item, int places) {
        int index = items.indexOf(item) + places;
        return index >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    /** The answers that wait and that nobody else has before them, from the one after this name on and round to it. */
    List<QueueItem> waitingAfter(@Nullable String code, Instant now) {
        List<QueueItem> later = new ArrayList<>();
        List<QueueItem> earlier = new ArrayList<>();
        for (QueueItem item : items) {
            if (item.waits() && item.heldBy(me, now) == null) {
                (code == null || code(item).compareTo(code) > 0 ? later : earlier).add(item);
            }
        }
        later.addAll(earlier);
        return later;
    }
}
