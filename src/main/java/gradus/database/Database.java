package gradus.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gradus.message.Message;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * The one database of a server: H2 in a folder, or PostgreSQL by its JDBC address.
 *
 * <p>A store method is one transaction, run again where the database says that it could not be serialised. What a save has
 * written is certain once {@link #awaitDurable()} has returned after it.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 20;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Durability durability;
    private final BooleanSupplier room;

    private Database(HikariDataSource pool, Jdbi jdbi, Durability durability, BooleanSupplier room) {
        this.pool = pool;
        this.jdbi = jdbi;
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
            database = open(data.jdbcUrl(), data::checkBeforeMigration, data::hasRoom);
        } catch (RuntimeException failure) {
            throw data.explain(failure);
        }
        database.awaitDurable();
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
            return open(jdbcUrl, pool -> {}, () -> true);
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
            check.run(pool);
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            Jdbi jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin()).installPlugin(new ColumnTypes());
            return new Database(pool, jdbi, h2 ? new CheckpointDurability(pool) : () -> {}, room);
        } catch (RuntimeException | SQLException failure) {
            pool.close();
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        }
    }

    /** The on-demand store of this SqlObject interface; each call of a method is one transaction. */
    public <S> S store(Class<S> type) {
        return Retry.each(type, jdbi.onDemand(type));
    }

    /** Several calls of a store as one transaction, run again as a whole where it could not be serialised. */
    public <S, R> R inTransaction(Class<S> type, Function<S, R> work) {
        return Retry.whole(() -> jdbi.inTransaction(handle -> work.apply(handle.attach(type))));
    }

    /**
     * Returns once everything committed before this call is on disk. Call it after the transaction, holding no connection.
     *
     * @throws IllegalStateException where the disk refuses
     */
    public void awaitDurable() {
        durability.await();
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
            return jdbi.withHandle(handle ->
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
        void run(HikariDataSource pool) throws SQLException;
    }
}
