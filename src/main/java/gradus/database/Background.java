package gradus.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work that a server does by itself, over and over; a run that fails is logged, and the next one comes all the same. */
public final class Background implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    /** Two, so that a long run of one work does not hold the others up. */
    private static final int THREADS = 2;

    private final AtomicInteger started = new AtomicInteger();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "gradus-background-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to do this work in a second, and then with so much time between its runs. */
    public void every(Duration pause, String name, Runnable work) {
        timer.scheduleWithFixedDelay(() -> run(name, work), 1_000, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.warn("{} failed", name, failure);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
