package gradus.database;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets those who work on the same thing go one after the other, and nearly all others at once. */
final class Turns {
    private static final int LOCKS = 1024;

    private final ReentrantLock[] locks =
            Stream.generate(() -> new ReentrantLock(true)).limit(LOCKS).toArray(ReentrantLock[]::new);

    <R extends @Nullable Object> R take(UUID thing, Supplier<R> work) {
        ReentrantLock lock = locks[Math.floorMod(thing.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
