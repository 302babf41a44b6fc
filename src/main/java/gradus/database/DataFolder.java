package gradus.database;

import com.zaxxer.hikari.HikariDataSource;
import gradus.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

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
    private static final int BLOCK = 4096;
    private static final int LOOKS = 20;
    private static final long BETWEEN_LOOKS = 100_000_000;
    /** Before the number of each of H2's maps, a table or an index. */
    private static final String MAP = "map.";
    /** In the head of H2's file, before the chunks. */
    private static final Pattern VERSION = Pattern.compile("H:[^\\n]*,version:([0-9a-f]{1,15})[,\\n]");

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
     * anew. The file is not compacted when it closes: H2 2.4.240 fails on an assertion of its own there, which leaves the file
     * without the mark of a clean end, and its issue 4247 tells of data lost by it.
     */
    String jdbcUrl() {
        return jdbcUrl("gradus");
    }

    private String jdbcUrl(String name) {
        return "jdbc:h2:async:" + folder.resolve(name)
                + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=200";
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
        readAll(pool);
        if (schema.willChange()) {
            Backup.write(pool, folder.resolve("before-" + schema.newest() + ".zip"));
        }
    }

    /**
     * Refuses a file that has lost its end. H2 would open it as it was some time before, without a word, although its head names
     * what is the newest; a head that names something older than the newest is usual.
     *
     * @throws CannotStart where the newest is not there
     */
    void refuseIfCut() {
        Path file = folder.resolve("gradus.mv.db");
        long named = Files.exists(folder.resolve(NOTE)) ? named(file) : 0;
        if (named == 0) {
            return;
        }
        long last;
        try {
            last = newest(file);
        } catch (RuntimeException refused) {
            if (isHeld(refused)) {
                throw new CannotStart(Message.of("database.in-use", folder.toString()), refused);
            }
            return; // it does not open at all, of which the opening itself makes a sentence
        }
        if (last < named) {
            throw new CannotStart(Message.of("database.cut", folder.toString(), NOTE));
        }
    }

    /**
     * The newest version that H2 finds in a file. A server that has just ended may hold the file a moment longer: a file that
     * was left unread for that would be opened unread a moment later.
     *
     * @throws RuntimeException where the file is still held, or does not open
     */
    private static long newest(Path file) {
        for (int look = 1; ; look++) {
            try (MVStore store =
                    new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
                return store.getCurrentVersion();
            } catch (RuntimeException refused) {
                if (!isHeld(refused) || look == LOOKS) {
                    throw refused;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }

    private static boolean isHeld(RuntimeException refused) {
        return refused instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
    }

    /** The newest version that one of the two copies of a file's head names; 0 where they are not there. */
    private static long named(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] heads = in.readNBytes(2 * BLOCK);
            Matcher version = VERSION.matcher(new String(heads, StandardCharsets.ISO_8859_1));
            long named = 0;
            while (heads.length == 2 * BLOCK && version.find()) {
                named = Math.max(named, Long.parseLong(version.group(1), 16));
            }
            return named;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** Reads all tables and indexes once: H2 opens a file without a look at most of it, and would find out in the middle of an exam. */
    private void readAll(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                readAll(session.getDatabase().getStore().getMvStore());
            }
        } catch (RuntimeException | OutOfMemoryError unreadable) {
            // a length that was overwritten asks for any amount of memory
            throw new CannotStart(
                    Message.of("database.damaged", folder.toString(), "some of what it holds cannot be read"),
                    unreadable);
        }
    }

    private static void readAll(MVStore store) {
        for (String name : store.getMetaMap().keySet()) {
            MVMap<?, ?> map =
                    name.startsWith(MAP) ? store.getMap(Integer.parseInt(name.substring(MAP.length()), 16)) : null;
            if (map != null) {
                map.cursor(null).forEachRemaining(key -> {});
            }
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
