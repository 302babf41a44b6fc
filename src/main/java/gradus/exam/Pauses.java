package gradus.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times during which an exam stood still for all, in their order. */
public record Pauses(List<Pause> all) {
    public static final Pauses NONE = new Pauses(List.of());

    public Pauses {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param ended null while it lasts
     */
    public record Pause(Instant begun, @Nullable Instant ended) {}

    /** A row of what staff said: the exam stands still, or goes on. */
    record Said(boolean paused, Instant said) {}

    static Pauses of(List<Said> rows) {
        List<Pause> pauses = new ArrayList<>();
        Instant begun = null;
        for (Said row : rows) {
            if (row.paused() && begun == null) {
                begun = row.said();
            } else if (!row.paused() && begun != null) {
                pauses.add(new Pause(begun, row.said()));
                begun = null;
            }
        }
        if (begun != null) {
            pauses.add(new Pause(begun, null));
        }
        return new Pauses(pauses);
    }

    /** Whether the exam stands still now. */
    public boolean isOn() {
        return !all.isEmpty() && all.get(all.size() - 1).ended() == null;
    }

    /** An end moved on by the pauses between a beginning and it; null where it lies beyond one that lasts. */
    @Nullable
    Instant move(Instant from, Instant end) {
        Instant moved = end;
        for (Pause pause : all) {
            Instant ended = pause.ended();
            if (!pause.begun().isBefore(moved) || (ended != null && !ended.isAfter(from))) {
                continue;
            }
            if (ended == null) {
                return null;
            }
            Instant begun = pause.begun().isBefore(from) ? from : pause.begun();
            moved = moved.plus(Duration.between(begun, ended));
        }
        return moved;
    }
}
