package gradus.web;

import gradus.message.Message;
import io.javalin.http.Handler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A queue for requests that keep a core busy for a while, as hashing a password does: first come, first served, on threads of
 * their own, so that a class that signs in at nine sharp holds up nobody who already sits.
 */
public final class WaitingLine implements AutoCloseable {
    /** More than any class; whoever comes after that is told to come again. */
    private static final int MOST_WAITING = 10_000;

    private final ThreadPoolExecutor workers;

    public WaitingLine() {
        int cores = Runtime.getRuntime().availableProcessors();
        workers = new ThreadPoolExecutor(
                cores, cores, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), WaitingLine::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gradus-turn");
        thread.setDaemon(true);
        return thread;
    }

    /** The same handler, run when it is its request's turn; the request keeps no thread until then. */
    public Handler inTurn(Handler work) {
        return context -> context.future(() -> {
            try {
                return CompletableFuture.runAsync(
                        () -> {
                            try {
                                work.handle(context);
                            } catch (RuntimeException known) {
                                throw known;
                            } catch (Exception failure) {
                                throw new IllegalStateException(failure);
                            }
                        },
                        workers);
            } catch (RejectedExecutionException full) {
                throw Refusal.of(503, Message.of("web.error-503"));
            }
        });
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
