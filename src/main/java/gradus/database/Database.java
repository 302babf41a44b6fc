package gradus.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gradus.message.Message;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/**
 * The one database of a server: H2 in a folder, or PostgreSQL by its JDBC address.
 *
 * <p>Reading and writing are apart: {@link #store} and {@link #read} give stores whose methods that write refuse to run, and
 * whatever {@link #save} or {@link #insertOnce} has done is on disk when it returns. A transaction runs again as a whole where
 * the database says that it could not be serialised.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 20;

    private final HikariDataSource pool;
    private final Jdbi writing;
    private final Jdbi reading;
    private final Durability durability;
    private final BooleanSupplier room;

    private Database(HikariDataSource pool, Durability durability, BooleanSupplier room) {
        this.pool = pool;
        this.writing = jdbi(pool);
        this.reading = jdbi(pool);
        reading.configure(Extensions.class, rules -> rules.registerHandlerCustomizer(new ReadOnly()));
        this.durability = durability;
        this.room = room;
    }

    /**
     * Opens the H2 database in this folder, which is made where it is missing, and brings its schema up to date.
     *
     * @throws CannotStart where the folder cannot be written, another server uses it, or its file is damaged
     */
    public static Database inFolder(Path folder) {
        DataFolder data = DataFolder.open(folder);
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
     * Opens the database at this JDBC address and brings its schema up to date.
     *
     * @throws CannotStart where it cannot be reached or is not one of ours
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

    /** The address without its properties, among which a password may be. */
    private static String name(String jdbcUrl) {
        return jdbcUrl.replaceFirst("[?;].*", "");
    }

    private static Database open(String jdbcUrl, BeforeMigration check, BooleanSupplier room) {
        if (!jdbcUrl.startsWith("jdbc:h2:") && !jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(Message.of("database.not-supported", name(jdbcUrl)));
        }
        boolean h2 = jdbcUrl.startsWith("jdbc:h2:");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setDriverClassName(h2 ? "org.h2.Driver" : "org.postgresql.Driver");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("gradus");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Schema schema = Schema.of(pool);
            check.run(pool, schema);
            schema.refuseIfNewer(name(jdbcUrl));
            schema.migrate();
            return new Database(pool, h2 ? new CheckpointDurability(pool) : () -> {}, room);
        } catch (RuntimeException | SQLException failure) {
            pool.close();
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        }
    }

    private static Jdbi jdbi(HikariDataSource pool) {
        return Jdbi.create(pool).installPlugin(new SqlObjectPlugin()).installPlugin(new ColumnTypes());
    }

    /** The store of this SqlObject interface, to read; each call of a method is one transaction. */
    public <S> S store(Class<S> type) {
        return Retry.each(type, reading.onDemand(type));
    }

    /** Several readings of a store as one transaction. */
    public <S, R> R read(Class<S> type, Function<S, R> work) {
        return Retry.whole(() -> reading.inTransaction(handle -> work.apply(handle.attach(type))));
    }

    /**
     * Does this work as one transaction and commits it; when it returns, what was written is on disk. The work may run several
     * times and must do nothing but call the store. The thread may hold no connection of its own meanwhile.
     *
     * @return what the work returns
     * @throws IllegalStateException where the disk refuses
     */
    public <S, R extends @Nullable Object> R save(Class<S> type, Function<S, R> work) {
        R saved = Retry.whole(() -> writing.inTransaction(handle -> work.apply(handle.attach(type))));
        durability.await();
        return saved;
    }

    /** A store to write a single thing: each call of a method is a {@link #save(Class, Function)} of its own. */
    public <S> S save(Class<S> type) {
        return Retry.calls(type, call -> save(type, call::on));
    }

    /**
     * Saves what must be there only once.
     *
     * @return false where a row of it was there already, and then nothing was written; that row is on disk too
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

    /** An INSERT met a row of the same name: SQLSTATE 23505 on both databases. */
    private static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes a copy of an H2 database, as it is now, to this file, while others go on writing.
     *
     * @throws CannotStart where this is not H2, whose copies are made so
     */
    public void backup(Path file) {
        durability.await();
        Backup.write(pool, file);
    }

    /** What keeps the database from its work, in a word or two; empty where it is well. */
    public Optional<String> trouble() {
        if (!isAlive()) {
            return Optional.of("database unreachable");
        }
        return room.getAsBoolean() ? Optional.empty() : Optional.of("disk nearly full");
    }

    /** Whether the database answers. */
    public boolean isAlive() {
        try {
            return reading.withHandle(handle ->
                            handle.createQuery("SELECT 1").mapTo(Integer.class).one())
                    == 1;
        } catch (RuntimeException failure) {
            return false;
        }
    }

    @Override
    public void close() {
        durability.close();
        pool.close();
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    /** A look at the database before its schema is touched. */
    interface BeforeMigration {
        void run(HikariDataSource pool, Schema schema) throws SQLException;
    }
}
