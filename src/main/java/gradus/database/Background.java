package gradus.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's work in the background, what recurs and what somebody asks for. A run that fails is logged and does not stop later
 * runs.
 */
public final class Background implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    /** Several, so that a long run of one task, or one that waits for the database, does not delay the others. */
    private static final int THREADS = 4;

    /** So much of what is asked for runs at once; it takes no thread from what recurs. */
    private static final int ASKED_THREADS = 2;

    /** So long a run may go on while the server stops; the database closes after that. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final AtomicInteger started = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS, this::thread);
    private final ExecutorService asked = Executors.newFixedThreadPool(ASKED_THREADS, this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gradus-background-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Schedules this task: first in a second, then with this pause after each run. */
    public void every(Duration pause, String name, Runnable work) {
        timer.scheduleWithFixedDelay(() -> run(name, work), 1_000, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does this once, after what was asked for before; a failure is the result's as well. */
    public CompletableFuture<Void> soon(String name, Runnable work) {
        return CompletableFuture.runAsync(work, asked).whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn("{} failed", name, failure);
            }
        });
    }

    private static void run(String name, Runnable work) {
        try {
            work.run();
        } catch (Unreachable gone) {
            log.debug("{} waits for the database", name); // of which the log says once that it is gone
        } catch (RuntimeException failure) {
            log.warn("{} failed", name, failure);
        }
    }

    /** Begins nothing more, interrupts what was asked for, and lets what recurs come to its end, within three seconds. */
    @Override
    public void close() {
        timer.shutdown();
        asked.shutdownNow();
        try {
            if (!timer.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("a task in the background did not end and is interrupted");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
    }
}
