package gradus.database;

import com.zaxxer.hikari.HikariDataSource;
import gradus.message.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/**
 * The server's database: H2 in a folder, or PostgreSQL at a JDBC address.
 *
 * <p>Reading and writing are separate: stores from {@link #store} and {@link #read} refuse to run methods that write,
 * and everything written by {@link #save} or {@link #insertOnce} is on disk when the call returns. A transaction that
 * the database could not serialise is repeated as a whole.
 */
public final class Database implements AutoCloseable {
    private static final int MOST_QUICKER = 1_000;

    private final Connections connections;
    private final Jdbi writing;
    private final Jdbi reading;
    private final Durability durability;
    private final BooleanSupplier room;
    private final Turns turns = new Turns();
    private final Looks looks = new Looks();

    private Database(Connections connections, Durability durability, BooleanSupplier room) {
        this.connections = connections;
        this.writing = jdbi(connections);
        this.reading = jdbi(connections);
        reading.configure(Extensions.class, rules -> rules.registerHandlerCustomizer(new ReadOnly()));
        this.durability = durability;
        this.room = room;
    }

    /**
     * Opens or creates the H2 database in a folder and migrates its schema.
     *
     * @throws CannotStart where the folder cannot be written, another server uses it, or its file is damaged
     */
    public static Database inFolder(Path folder) {
        DataFolder data = DataFolder.open(folder);
        data.refuseIfCut();
        Database database;
        try {
            database = open(data.jdbcUrl(), data::beforeMigration, data::hasRoom);
        } catch (RuntimeException failure) {
            throw data.explain(failure);
        }
        database.durability.await();
        data.remember();
        return database;
    }

    /**
     * Opens the database at a JDBC address and migrates its schema.
     *
     * @throws CannotStart where it cannot be reached or is not a Gradus database
     */
    public static Database at(String jdbcUrl) {
        try {
            return open(jdbcUrl, (pool, schema) -> {}, () -> true);
        } catch (CannotStart known) {
            throw known;
        } catch (RuntimeException failure) {
            throw new CannotStart(Message.of("database.unreachable", name(jdbcUrl), rootMessage(failure)), failure);
        }
    }

    /** The address without its properties, which may contain a password. */
    private static String name(String jdbcUrl) {
        return jdbcUrl.replaceFirst("[?;].*", "");
    }

    private static Database open(String jdbcUrl, BeforeMigration check, BooleanSupplier room) {
        if (!jdbcUrl.startsWith("jdbc:h2:") && !jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(Message.of("database.not-supported", name(jdbcUrl)));
        }
        boolean h2 = jdbcUrl.startsWith("jdbc:h2:");
        Connections connections = Connections.to(jdbcUrl, h2);
        try {
            Schema schema = Schema.of(connections.pool());
            check.run(connections.pool(), schema);
            schema.refuseIfNewer(name(jdbcUrl));
            schema.migrate();
            return new Database(connections, h2 ? new CheckpointDurability(connections.pool()) : () -> {}, room);
        } catch (RuntimeException | SQLException failure) {
            connections.close();
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        }
    }

    private static Jdbi jdbi(Connections connections) {
        return Jdbi.create(connections)
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new LazyStores())
                .installPlugin(new ColumnTypes());
    }

    /** A read-only store of this SqlObject interface; each method call is one transaction. */
    public <S> S store(Class<S> type) {
        return looks.keeping(type, reading.onDemand(type));
    }

    /**
     * Begins a look on this thread: until {@link #endLook} or the thread's next save, read-only stores give the same answer to
     * the same question, which the database is asked once.
     */
    public void beginLook() {
        looks.begin();
    }

    public void endLook() {
        looks.end();
    }

    /** Runs several reads of a store in one transaction. */
    public <S, R> R read(Class<S> type, Function<S, R> work) {
        return Retry.whole(() -> reading.inTransaction(handle -> work.apply(handle.attach(type))));
    }

    /**
     * Runs work in one transaction and commits it; when the call returns, everything written is on disk. The work may
     * be repeated and must do nothing but call the store. The thread must not hold a connection of its own meanwhile.
     *
     * @return the result of the work
     * @throws DiskFull where the disk has no room, and then nothing was written
     * @throws Unreachable where the database is not there
     * @throws IllegalStateException where the disk refuses the write
     */
    public <S, R extends @Nullable Object> R save(Class<S> type, Function<S, R> work) {
        return saved(() -> writing.inTransaction(handle -> work.apply(handle.attach(type))));
    }

    /**
     * Runs work as {@link #save(Class, Function)} does, after all other work of this process for the same thing. Who waits here
     * holds no connection, so that one attempt's stuck saves leave the others' connections alone; and H2, whose row locks
     * let a rare one of many waiters go on with an older row, meets no two at once. Other nodes are kept out by the row lock
     * that the work takes.
     */
    public <S, R extends @Nullable Object> R saveInTurn(Class<S> type, UUID thing, Function<S, R> work) {
        return saved(() -> turns.take(thing, () -> writing.inTransaction(handle -> work.apply(handle.attach(type)))));
    }

    private <R extends @Nullable Object> R saved(Supplier<R> transaction) {
        if (!room.getAsBoolean()) {
            throw new DiskFull();
        }
        try {
            R saved = Retry.whole(transaction);
            durability.await();
            return saved;
        } finally {
            looks.forget();
        }
    }

    /** A store for single writes: each method call is a {@link #save(Class, Function)} of its own. */
    public <S> S save(Class<S> type) {
        return Retry.calls(type, call -> save(type, call::on));
    }

    /**
     * Saves rows that must exist only once.
     *
     * @return false where one of the rows existed already; then nothing is written, and the existing row is on disk too
     */
    public <S> boolean insertOnce(Class<S> type, Consumer<S> insert) {
        try {
            save(type, store -> {
                insert.accept(store);
                return true;
            });
            return true;
        } catch (RuntimeException failure) {
            if (!isDuplicate(failure)) {
                throw failure;
            }
            durability.await();
            return false;
        }
    }

    /**
     * Saves rows that are numbered after the last of their kind: once more, with the number after, as often as somebody else was
     * quicker.
     *
     * @throws IllegalStateException where that many others cannot have been quicker, so that the rows themselves are wrong
     */
    public <S> void insertNext(Class<S> type, Consumer<S> insert) {
        for (int tried = 0; tried < MOST_QUICKER; tried++) {
            if (insertOnce(type, insert)) {
                return;
            }
        }
        throw new IllegalStateException("rows of " + type.getSimpleName() + " exist already");
    }

    /** Whether an INSERT violated a unique key: SQLSTATE 23505 on both databases. */
    private static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes a copy of the H2 database in its current state to a file while other transactions go on.
     *
     * @throws CannotStart where this is not H2
     */
    public void backup(Path file) {
        durability.await();
        Backup.write(connections.pool(), file);
    }

    /** A short name of whatever keeps the database from working; empty where it works. */
    public Optional<String> trouble() {
        if (!isAlive()) {
            return Optional.of("database unreachable");
        }
        return room.getAsBoolean() ? Optional.empty() : Optional.of("disk nearly full");
    }

    /** Whether the database answers, within a second whatever it does. */
    public boolean isAlive() {
        return connections.areAlive();
    }

    /** Whether the database answered when it was last asked; no request needs to wait for one that does not. */
    public boolean wasAlive() {
        return connections.wereAlive();
    }

    /** Counts the connections in use and how long they are waited for. */
    public void measure(MeterRegistry registry) {
        connections.measure(registry);
    }

    @Override
    public void close() {
        durability.close();
        connections.close();
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    /** Inspects the database before its schema is migrated. */
    interface BeforeMigration {
        void run(HikariDataSource pool, Schema schema) throws SQLException;
    }
}
