package gradus.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.account.AccountStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void anExistingFolderIsOpenedAgain() {
        Database.inFolder(folder).close();
        try (Database again = Database.inFolder(folder)) {
            assertTrue(again.isAlive());
        }
    }

    @Test
    void noQueryIsAnsweredByWhatItWasAnsweredBefore() throws Exception {
        try (Database database = Database.inFolder(folder);
                Connection connection = connect()) {
            assertTrue(database.isAlive());
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            assertFalse(session.getDatabase().getOptimizeReuseResults());
        }
    }

    @Test
    void aFileThatWasOverwrittenIsRefused() throws Exception {
        Database.inFolder(folder).close();
        Files.writeString(folder.resolve("gradus.mv.db"), "this is no database\n".repeat(2000));
        assertRefused("database.damaged");
    }

    @Test
    void aFileThatWasCutOrLostIsRefusedAndNotTakenForANewOne() throws Exception {
        Database.inFolder(folder).close();
        Path file = folder.resolve("gradus.mv.db");
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {whole.length / 2, 8192, 4096, 100, 0}) {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(whole, 0, length));
            }
            assertRefused("database.damaged", "database.cut");
        }
        Files.deleteIfExists(file);
        assertRefused("database.damaged");
        Files.write(file, whole);
        Database.inFolder(folder).close();
    }

    /**
     * H2 opens such a file as it was some saves before, or, with a page in the middle gone, as if nothing were the matter. What
     * stands last in a file may be of no more use to H2; a cut that takes nothing but that may be opened.
     */
    @Test
    void aFileThatHasLostSavesOrAPageIsRefused() throws Exception {
        for (int life = 0; life < 2; life++) {
            try (Database database = Database.inFolder(folder)) {
                keepLogins(database, 2_000);
                Thread.sleep(600); // until H2 has written by itself
                keepLogins(database, 2_000);
            }
        }
        Path file = folder.resolve("gradus.mv.db");
        byte[] whole = Files.readAllBytes(file);
        String head = new String(whole, 0, 4096, StandardCharsets.ISO_8859_1).strip();
        assertTrue(head.contains("clean:1"), head); // otherwise it does not name the newest
        int blocks = whole.length / 4096;
        int cut = 0;
        boolean refused = false;
        for (int left : new int[] {blocks - 1, blocks - 2, blocks - 4, blocks * 3 / 4, blocks / 2, blocks / 4, 4}) {
            Files.write(file, Arrays.copyOf(whole, left * 4096));
            String why = whyRefused(left + " of " + blocks + ": " + head);
            refused |= !why.isEmpty();
            cut = why.equals("database.cut") ? left : cut;
        }
        assertTrue(refused);
        byte[] garbled = whole.clone();
        // all but the head and the end, as a smaller piece might be one that H2 no longer uses
        byte[] noise = new byte[whole.length - 32 * 4096];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, garbled, 2 * 4096, noise.length);
        Files.write(file, garbled);
        assertRefused("database.damaged", "database.cut");
        Files.write(file, whole);
        Database.inFolder(folder).close();
        if (cut > 0) { // where a cut falls decides whether H2 finds anything older; of what it does not find nothing
            // opens
            Files.write(file, Arrays.copyOf(whole, cut * 4096));
            Files.delete(folder.resolve("initialised"));
            Database.inFolder(folder).close(); // the way out that the refusal names
        }
    }

    /** Unread for the moment, it would be opened a moment later as it was some saves before. */
    @Test
    void aCutFileThatIsStillHeldForAMomentIsRefusedAllTheSame() throws Exception {
        Database.inFolder(folder).close();
        Path file = folder.resolve("gradus.mv.db");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        FileChannel held = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        held.lock();
        Thread holder = new Thread(() -> {
            try (held) {
                Thread.sleep(700);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        holder.start();
        assertRefused("database.damaged", "database.cut");
        holder.join();
    }

    @Test
    void aFileThatAnotherServerHoldsIsNotWaitedForLong() throws Exception {
        Database.inFolder(folder).close();
        try (FileChannel held = FileChannel.open(folder.resolve("gradus.mv.db"), StandardOpenOption.WRITE)) {
            held.lock();
            assertRefused("database.in-use");
        }
    }

    /** The key of the refusal; empty where the file opened with all that was saved. */
    private String whyRefused(String file) throws SQLException {
        try {
            Database.inFolder(folder).close();
        } catch (CannotStart refused) {
            assertTrue(
                    List.of("database.cut", "database.damaged")
                            .contains(refused.reason().key()),
                    refused.reason().toString());
            return refused.reason().key();
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet logins = statement.executeQuery("SELECT COUNT(*) FROM former_login")) {
            logins.next();
            assertEquals(8_000, logins.getInt(1), file);
        }
        return "";
    }

    private static void keepLogins(Database database, int count) {
        database.save(AccountStore.class, accounts -> {
            for (int i = 0; i < count; i++) {
                accounts.keepLogin(UUID.randomUUID().toString(), Instant.EPOCH);
            }
            return count;
        });
    }

    @Test
    void aFileInThePlaceOfTheFolderIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        CannotStart refused = assertThrows(CannotStart.class, () -> Database.inFolder(file));
        assertEquals("database.folder-unwritable", refused.reason().key());
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        CannotStart refused = assertThrows(CannotStart.class, () -> Database.at("jdbc:mysql://localhost/x"));
        assertEquals("database.not-supported", refused.reason().key());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsRefusedInOneLine() {
        CannotStart refused = assertThrows(
                CannotStart.class, () -> Database.at("jdbc:postgresql://localhost:1/gradus?password=secret"));
        assertEquals("database.unreachable", refused.reason().key());
        assertFalse(refused.reason().toString().contains("secret"));
        assertEquals(1, refused.reason().toString().lines().count());
    }

    @Test
    void aDatabaseThatANewerProgramHasChangedIsRefused() throws Exception {
        Database.inFolder(folder).close();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                        "installed_by", "execution_time", "success")
                    VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'SA', 1, TRUE)""");
        }
        assertRefused("database.newer");
    }

    @Test
    void aCopyIsKeptBeforeTheTablesChange() throws Exception {
        Flyway.configure()
                .dataSource(address(), "", "")
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        Database.inFolder(folder).close();
        Path copy;
        try (Stream<Path> files = Files.list(folder)) {
            copy = files.filter(file -> file.getFileName().toString().matches("before-\\d+\\.zip"))
                    .findFirst()
                    .orElseThrow();
        }
        Backup.restore(copy, folder.resolve("back"));
        assertEquals("1", version(folder.resolve("back"))); // an earlier program opens it
        assertThrows(CannotStart.class, () -> Backup.restore(copy, folder));
        Database.inFolder(folder.resolve("back")).close();
    }

    private static String version(Path data) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:async:" + data.resolve("gradus"));
                Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(
                        "SELECT \"version\" FROM \"flyway_schema_history\" ORDER BY \"installed_rank\" DESC")) {
            newest.next();
            return newest.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address());
    }

    private String address() {
        return "jdbc:h2:async:" + folder.resolve("gradus");
    }

    /** For one of these reasons, in one line. */
    private void assertRefused(String... keys) {
        CannotStart refused = assertThrows(CannotStart.class, () -> Database.inFolder(folder));
        assertTrue(
                List.of(keys).contains(refused.reason().key()), refused.reason().toString());
        assertEquals(1, refused.reason().toString().lines().count());
    }
}
