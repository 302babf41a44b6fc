package gradus.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was called durable is still there after {@code kill -9}, at any moment and with many who save at once. */
class DurabilityIT {
    private static final int THREADS = 16;
    private static final int[] KILLED_AFTER_MILLIS = {150, 600, 1100};

    public interface SaveStore {
        @SqlUpdate("CREATE TABLE IF NOT EXISTS save (thread BIGINT, number BIGINT, PRIMARY KEY (thread, number))")
        void create();

        @SqlUpdate("INSERT INTO save (thread, number) VALUES (:thread, :number)")
        void save(long thread, long number);

        @SqlQuery("SELECT COALESCE(MAX(number), 0) FROM save WHERE thread = :thread")
        long last(long thread);

        @SqlQuery("SELECT COUNT(*) FROM save WHERE thread = :thread")
        long count(long thread);
    }

    /** Saves for ever from many threads and says on standard output what is durable. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) {
            Database database = Database.inFolder(Path.of(arguments[0]));
            SaveStore store = database.save(SaveStore.class);
            store.create();
            for (long thread = 0; thread < THREADS; thread++) {
                long own = thread;
                new Thread(() -> saveForEver(store, own)).start();
            }
        }

        private static void saveForEver(SaveStore store, long thread) {
            for (long number = store.last(thread) + 1; ; number++) {
                store.save(thread, number);
                System.out.println(thread + " " + number);
            }
        }
    }

    @TempDir
    private Path folder;

    @Test
    void killingTheProcessLosesNothingThatWasDurable() throws Exception {
        AtomicLong[] durable = new AtomicLong[THREADS];
        Arrays.setAll(durable, thread -> new AtomicLong());
        for (int millis : KILLED_AFTER_MILLIS) {
            saveAndKill(millis, durable);
            try (Database database = Database.inFolder(folder)) {
                SaveStore store = database.store(SaveStore.class);
                for (int thread = 0; thread < THREADS; thread++) {
                    long said = durable[thread].get();
                    assertTrue(store.count(thread) >= said, "thread " + thread + " lost saves up to " + said);
                }
            }
        }
        assertTrue(Arrays.stream(durable).mapToLong(AtomicLong::get).sum() > 0);
    }

    private void saveAndKill(int millis, AtomicLong[] durable) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saver.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        while (process.isAlive() && Files.size(said) == 0) {
            Thread.sleep(20);
        }
        Thread.sleep(millis);
        process.destroyForcibly().waitFor();
        String text = Files.readString(said);
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            int space = line.indexOf(' ');
            durable[Integer.parseInt(line.substring(0, space))].set(Long.parseLong(line.substring(space + 1)));
        });
    }
}
