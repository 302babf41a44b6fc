package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The faults of H2 that lose what it was told to keep, shown without a kill: a copy of the file, taken when the wait is
 * over, is what a kill would leave, and opening the copy must find every row.
 */
class H2Test {
    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    /** H2 2.5.252 loses up to 21 of the last commits in half of such copies: its header names a chunk too old. */
    @Test
    void aFileThatReusesItsSpaceOpensAtItsNewestCommit() throws Exception {
        JdbcDataSource source = source("async:", ";RETENTION_TIME=200;WRITE_DELAY=100000");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                CheckpointDurability durability = new CheckpointDurability(source)) {
            statement.execute("CREATE TABLE save (number INT PRIMARY KEY, text VARCHAR(4000))");
            for (int number = 1; number <= ROWS; number++) {
                statement.execute("INSERT INTO save VALUES (" + number + ", '" + "x".repeat(number * 37 % 3000) + "')");
                statement.execute("DELETE FROM save WHERE number = " + (number - 30));
                durability.await();
                assertEquals(number, newestInCopy(), "the newest commit in a copy of the file");
            }
        }
    }

    /** H2's own CHECKPOINT SYNC returns here before its saving thread has written: nothing unsaved is left to it. */
    @Test
    void aCommitThatH2IsJustWritingInTheBackgroundIsWaitedFor() throws Exception {
        FilePath.register(new SlowFiles());
        JdbcDataSource source = source("slow:async:", ";WRITE_DELAY=100000");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                CheckpointDurability durability = new CheckpointDurability(source)) {
            statement.execute("CREATE TABLE save (number INT PRIMARY KEY)");
            durability.await();
            SlowFiles.delay = 300;
            statement.execute("INSERT INTO save VALUES (1)");
            writeInBackground(connection);
            durability.await();
            SlowFiles.delay = 0;
            assertEquals(1, newestInCopy());
        } finally {
            FilePath.unregister(new SlowFiles());
        }
    }

    /** What H2's background writer does by the clock. */
    private static void writeInBackground(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        session.getDatabase().getStore().getMvStore().tryCommit();
    }

    private JdbcDataSource source(String files, String settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + files + folder.resolve("gradus") + settings);
        return source;
    }

    private int newestInCopy() throws IOException, SQLException {
        Files.copy(folder.resolve("gradus.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        JdbcDataSource copy = new JdbcDataSource();
        copy.setURL("jdbc:h2:async:" + folder.resolve("copy"));
        try (Connection connection = copy.getConnection();
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM save")) {
            newest.next();
            return newest.getInt(1);
        }
    }

    /** The files of a disk that takes its time to write. */
    public static final class SlowFiles extends FilePathWrapper {
        private static volatile int delay;

        @Override
        public String getScheme() {
            return "slow";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new SlowFile(super.open(mode));
        }
    }

    private static final class SlowFile extends FileBaseDefault {
        private final FileChannel file;

        private SlowFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            try {
                Thread.sleep(SlowFiles.delay);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return file.write(from, position);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
