package gradus.result;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.database.Background;
import gradus.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The statistics of exams as they were counted last. They hold as long as nothing was submitted, graded or set aside since and
 * the sections are as large as they were; to look whether that is so takes a fraction of the time of counting. New ones are
 * counted in the background, once at a time for an exam, so that nobody waits long for a page while a large exam is running.
 */
final class KnownStatistics {
    private static final int EXAMS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Figures that took longer are not waited for when they are counted anew, and to look whether they hold takes long as well. */
    private static final Duration QUICK = Duration.ofSeconds(1);
    /** A student who changes places with one of another section changes no number that is looked at. */
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final Database database;
    private final Background background;
    private final Clock clock;
    private final Cache<Name, Counted> known =
            Caffeine.newBuilder().maximumSize(EXAMS).build();
    private final Map<Name, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    KnownStatistics(Database database, Background background, Clock clock) {
        this.database = database;
        this.background = background;
        this.clock = clock;
    }

    private record Name(String course, String exam) {}

    /** What figures were counted of. */
    private record Basis(ResultStore.Basis numbers, List<DetailStore.SectionSize> sections) {}

    /**
     * All figures of an exam.
     *
     * @param begun when by the machine's own measure, which never jumps
     * @param looked when it was begun by the same measure to look whether they hold, and they did
     */
    private record Counted(
            Basis basis,
            Instant when,
            long begun,
            long looked,
            Duration took,
            ExamStatistics statistics,
            ExamDetails details) {
        boolean isQuick() {
            return took.compareTo(QUICK) < 0;
        }

        Counted looked(long now) {
            return new Counted(basis, when, begun, now, took, statistics, details);
        }

        /** Whether these are the newest figures for who asks now, when the exam has this basis. */
        boolean holds(Basis now, long asked) {
            boolean counted = basis.equals(now) || looked - asked >= 0;
            return counted && asked - begun < HOLDS.toNanos();
        }
    }

    /**
     * The figures to show.
     *
     * @param when when they were counted
     * @param newest whether nothing newer is being counted
     */
    record Shown(ExamStatistics statistics, ExamDetails details, Instant when, boolean newest) {}

    /** The newest figures if they come soon, else the last ones; empty while an exam is counted for the first time. */
    Optional<Shown> of(String course, String exam) {
        Name name = new Name(course, exam);
        long asked = System.nanoTime();
        Counted last = known.getIfPresent(name);
        if (last != null && !last.isQuick()) {
            long patience = asked + QUICK.toNanos();
            while (last.looked() - asked < 0 && isDone(inBackground(name), patience - System.nanoTime())) {
                last = Objects.requireNonNullElse(known.getIfPresent(name), last);
            }
            return Optional.of(shown(last, last.looked() - asked >= 0));
        }
        Basis now = basis(name);
        long until = asked + PATIENCE.toNanos();
        while (last == null || !last.holds(now, asked)) {
            if (!isDone(inBackground(name), until - System.nanoTime())) {
                return Optional.ofNullable(last).map(counted -> shown(counted, false));
            }
            last = known.getIfPresent(name);
        }
        return Optional.of(shown(last, true));
    }

    private static Shown shown(Counted counted, boolean newest) {
        return new Shown(counted.statistics(), counted.details(), counted.when(), newest);
    }

    private Basis basis(Name name) {
        return new Basis(
                database.store(ResultStore.class).basis(name.course(), name.exam()),
                database.store(DetailStore.class).sections(name.course(), name.exam()));
    }

    private CompletableFuture<Void> inBackground(Name name) {
        return running.computeIfAbsent(name, missing -> background.soon("counting statistics", () -> renew(missing)));
    }

    /** Counts anew, unless the last figures still hold. */
    private void renew(Name name) {
        try {
            long begun = System.nanoTime();
            Instant when = clock.instant();
            Basis basis = basis(name); // first: what comes while the rest is read is newer than these figures
            Counted last = known.getIfPresent(name);
            known.put(
                    name,
                    last != null && last.holds(basis, begun) ? last.looked(begun) : count(name, basis, when, begun));
        } finally {
            running.remove(name);
        }
    }

    private Counted count(Name name, Basis basis, Instant when, long begun) {
        ExamScores scores = ExamScores.of(database, name.course(), name.exam());
        ExamStatistics statistics = ExamStatistics.of(scores);
        ExamDetails details = ExamDetails.of(database, name.course(), name.exam(), scores, basis.sections());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Counted(basis, when, begun, begun, took, statistics, details);
    }

    /** Whether this ended within so many nanoseconds. */
    private static boolean isDone(CompletableFuture<Void> counting, long nanos) {
        try {
            counting.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException later) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("statistics were not counted", failure.getCause());
        }
    }
}
