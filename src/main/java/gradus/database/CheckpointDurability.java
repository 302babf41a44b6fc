package gradus.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Durability of H2 by group commit: one thread writes and syncs the file for all commits made before it began.
 *
 * <p>H2 acknowledges a commit up to half a second before writing it, and its {@code WRITE_DELAY=0} writes at once but
 * does not force the disk and bloats the file. A sync per commit is slow. So each waiting caller joins a round; the
 * thread waits for a moment, which also keeps the file small, opens the next round and syncs the one before. A commit
 * made before {@link #await()} belongs to the round for which its caller waits. The thread has a connection of its own:
 * waiting callers hold none, so they cannot exhaust the pool. An interrupt does not end the wait, since a half-kept
 * promise is none; the interrupt flag is restored for the caller.
 *
 * <p>The thread does not use {@code CHECKPOINT SYNC}. Where H2's background writer has just handed the changes to the
 * queue of its saving thread, that statement finds nothing unsaved, syncs a file that does not contain them yet, and
 * returns. So {@link #sync} empties the queue before it forces the disk.
 *
 * <p>All this holds only on an H2 version that finds its newest chunk after a crash. H2 2.5.252 does not: once it
 * reuses space and writes the next chunk elsewhere than the previous chunk predicted, its file header still names the
 * previous chunk, and recovery stops there. H2 2.4.240 names the newest. {@code H2Test} demonstrates both faults, and
 * any H2 version must pass it.
 */
final class CheckpointDurability implements Durability {
    private static final Logger log = LoggerFactory.getLogger(CheckpointDurability.class);
    private static final long COLLECT_MILLIS = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final DataSource source;
    private final Thread thread = new Thread(this::run, "gradus-checkpoint");
    private long open = 1;
    private long finished;
    private int waitingForOpen;
    private long failedRound;
    private @Nullable Throwable failure;
    private boolean closing;

    CheckpointDurability(DataSource source) {
        this.source = source;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void await() {
        lock.lock();
        try {
            long mine = open;
            waitingForOpen++;
            changed.signalAll();
            while (finished < mine && !(closing && !thread.isAlive())) {
                changed.awaitUninterruptibly();
            }
            if (finished < mine || failedRound >= mine) {
                throw new IllegalStateException("the database could not write to its disk", failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Connection connection = null;
        try {
            for (long round = nextRound(); round > 0; round = nextRound()) {
                Throwable problem = null;
                try {
                    if (connection == null || connection.isClosed()) {
                        connection = source.getConnection();
                    }
                    sync(connection);
                } catch (SQLException | RuntimeException refused) {
                    log.error("checkpoint failed; {} waits for the next", refused.getMessage());
                    problem = refused;
                    connection = closed(connection);
                }
                finish(round, problem);
            }
        } finally {
            closed(connection);
        }
    }

    private static void sync(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            sync(session.getDatabase().getStore().getMvStore());
        } else {
            throw new SQLException("H2 can be served from this program's own files only");
        }
    }

    private static void sync(MVStore store) {
        store.commit();
        store.executeFilestoreOperation(() -> {}); // runs once the saving threads have nothing left to write
        store.sync();
    }

    private static @Nullable Connection closed(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyBroken) {
            log.debug("closing a broken connection", alreadyBroken);
        }
        return null;
    }

    /** Waits for the first caller, collects more for a moment, and opens the next round; 0 once closed. */
    private long nextRound() {
        lock.lock();
        try {
            while (waitingForOpen == 0 && !closing) {
                changed.awaitUninterruptibly();
            }
            if (waitingForOpen == 0) {
                return 0;
            }
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(COLLECT_MILLIS);
            for (long left = until - System.nanoTime(); left > 0 && !closing; left = until - System.nanoTime()) {
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException ignored) {
                    break;
                }
            }
            waitingForOpen = 0;
            return open++;
        } finally {
            lock.unlock();
        }
    }

    private void finish(long round, @Nullable Throwable problem) {
        lock.lock();
        try {
            finished = round;
            if (problem != null) {
                failedRound = round;
                failure = problem;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
