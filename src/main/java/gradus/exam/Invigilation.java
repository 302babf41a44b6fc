package gradus.exam;

import gradus.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What staff say while an exam runs: that it stands still for all or goes on, and lines for everybody who sits it. */
public final class Invigilation {
    /** Characters that a line may have. */
    public static final int LONGEST_LINE = 1_000;

    private final Database database;
    private final InvigilationStore store;
    private final Clock clock;

    public Invigilation(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(InvigilationStore.class);
        this.clock = clock;
    }

    /** A line that staff told all who sit an exam. */
    public record Line(long seq, String content, Instant said, UUID saidBy) {}

    /** Lets an exam stand still for all, or go on; nothing where it does so already. */
    public void pause(PublishedExam exam, boolean paused, String reason, UUID by) {
        if (exam.pauses().isOn() != paused) {
            add(inside -> inside.addPause(
                    exam.course(),
                    exam.exam().id(),
                    inside.lastPause(exam.course(), exam.exam().id()) + 1,
                    paused,
                    reason,
                    clock.instant(),
                    by));
        }
    }

    /** Tells all who sit an exam. */
    public void tell(PublishedExam exam, String content, UUID by) {
        add(inside -> inside.addLine(
                exam.course(),
                exam.exam().id(),
                new Line(inside.lastLine(exam.course(), exam.exam().id()) + 1, content, clock.instant(), by)));
    }

    private void add(Consumer<InvigilationStore> row) {
        database.insertNext(InvigilationStore.class, row);
    }

    /** The lines of an exam that were said since. */
    public List<Line> lines(String course, String exam, Instant since) {
        return store.lines(course, exam, since);
    }
}
