package gradus.database;

import com.zaxxer.hikari.HikariDataSource;
import gradus.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The folder of an H2 database: {@code gradus.mv.db}, and beside it the file {@code initialised}, which records that
 * the database once held data.
 *
 * <p>H2 silently opens a truncated file as an empty database. The marker is written after the first successful start,
 * so that a database without a schema beside a marker is known to be damaged, and no exam starts on an empty one.
 */
final class DataFolder {
    private static final String NOTE = "initialised";
    private static final long LITTLE_DISK = 64L << 20;

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    static DataFolder open(Path given) {
        Path folder = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.delete(probe);
        } catch (IOException refused) {
            throw new CannotStart(Message.of("database.folder-unwritable", folder.toString()), refused);
        }
        DataFolder data = new DataFolder(folder);
        if (!data.hasRoom()) {
            throw new CannotStart(Message.of("database.disk-full", folder.toString()));
        }
        return data;
    }

    /**
     * Whether the disk has room for some more hours of saves. H2 closes a database for good when a write fails, so saving
     * stops before that.
     */
    boolean hasRoom() {
        // asked before every save: a file store would be looked up in the table of mounts each time
        return folder.toFile().getUsableSpace() >= LITTLE_DISK;
    }

    /**
     * The address with the {@code async:} prefix, because one Thread.interrupt() would close a plain {@code file:}
     * database for all threads. A connection knows 200 statements again: with the usual eight, nearly all of a page are parsed
     * anew.
     */
    String jdbcUrl() {
        return jdbcUrl("gradus");
    }

    private String jdbcUrl(String name) {
        return "jdbc:h2:async:" + folder.resolve(name)
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=200";
    }

    /** Whether the folder's database of this name opens and holds our tables, in any version. */
    boolean holdsData(String name) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(jdbcUrl(name));
        return hasSchema(source);
    }

    /** Refuses a database that has lost its data, and copies one whose schema is about to change. */
    void beforeMigration(HikariDataSource pool, Schema schema) throws SQLException {
        if (Files.exists(folder.resolve(NOTE)) && !hasSchema(pool)) {
            throw new CannotStart(Message.of("database.damaged", folder.toString(), "empty, though it has held data"));
        }
        if (schema.willChange()) {
            Backup.write(pool, folder.resolve("before-" + schema.newest() + ".zip"));
        }
    }

    private static boolean hasSchema(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "PERSON", null)) {
            return tables.next();
        }
    }

    void remember() {
        Path note = folder.resolve(NOTE);
        try {
            if (!Files.exists(note)) {
                Files.writeString(
                        note, "This folder holds a Gradus database; a start that finds it empty is refused.\n");
            }
        } catch (IOException refused) {
            throw new CannotStart(Message.of("database.folder-unwritable", folder.toString()), refused);
        }
    }

    /** Turns a failure to open the database into advice for the operator. */
    RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return known;
            }
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new CannotStart(Message.of("database.in-use", folder.toString()), failure);
            }
        }
        return new CannotStart(
                Message.of("database.damaged", folder.toString(), Database.rootMessage(failure)), failure);
    }
}
