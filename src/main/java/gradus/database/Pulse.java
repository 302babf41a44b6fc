package gradus.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a database answers. It is asked once at a time, and nobody waits for it longer than {@link #PATIENCE_MILLIS},
 * although a connection to a machine that is gone can hang for minutes. Silence says that it is gone only when it lasts: where a
 * whole class comes at once, the question itself may wait a second for a core, and who was told by that that there is no database
 * would be sent away from one that works.
 */
final class Pulse {
    private static final long PATIENCE_MILLIS = 800;
    private static final long SILENCE_MILLIS = 4_000;
    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    private final BooleanSupplier question;
    private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(true);
    private long askedAt;
    private volatile boolean last = true;

    Pulse(BooleanSupplier question) {
        this.question = question;
    }

    /** Asks, or waits with whoever has asked already. */
    boolean feel() {
        boolean answers;
        try {
            answers = asked().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            answers = last && !isSilent();
        } catch (ExecutionException failed) {
            answers = false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return last;
        }
        if (answers != last) {
            log.warn(answers ? "the database answers again" : "the database does not answer");
        }
        last = answers;
        return answers;
    }

    private synchronized CompletableFuture<Boolean> asked() {
        if (asked.isDone()) {
            askedAt = System.nanoTime();
            asked = CompletableFuture.supplyAsync(question::getAsBoolean, task -> {
                Thread thread = new Thread(task, "gradus-pulse");
                thread.setDaemon(true);
                thread.start();
            });
        }
        return asked;
    }

    private synchronized boolean isSilent() {
        return System.nanoTime() - askedAt > SILENCE_MILLIS * 1_000_000;
    }

    /** What it answered when it was last asked. */
    boolean last() {
        return last;
    }
}
