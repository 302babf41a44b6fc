package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.TestVisitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on a PostgreSQL that another one follows, while a class writes: the PostgreSQL is killed, the follower takes its
 * place, and the old one comes back as the new follower. It needs the system's PostgreSQL programs.
 */
@Tag("faults")
@Timeout(1_800)
class FailoverIT {
    private static final int FAILOVERS = 5;
    private static final int SAVES = Integer.getInteger("gradus.saves", 100_000);
    private static final int WRITERS = 32;
    private static final long LONGEST = 15_000;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong longest = new AtomicLong();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Pen> pens = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean over;

    @Test
    void noSaveThatAVisitorWasToldIsDoneIsLostWithItsDatabase() throws Exception {
        try (PostgresPair pair = PostgresPair.in(folder, true);
                ServerProcess one = node(pair, 1);
                ServerProcess two = node(pair, 2)) {
            begin(one, two);
            for (int failover = 1; failover <= FAILOVERS; failover++) {
                awaitSaves(SAVES * failover / (FAILOVERS + 1));
                pair.failOver();
            }
            awaitSaves(SAVES);
            finish();
            System.out.println(acknowledged.size() + " acknowledged saves over " + FAILOVERS + " failovers; "
                    + pens.stream().mapToInt(Pen::again).sum()
                    + " requests were sent again; the slowest was acknowledged after " + longest + " ms");
            assertEquals(List.of(), List.copyOf(surprises));
            assertEquals(Set.of(), missing(pair));
            assertTrue(longest.get() < LONGEST, "a save took " + longest + " ms");
        }
    }

    /** The same with what must lose something: without that, the test above would prove nothing. */
    @Test
    void aFollowerThatNoCommitWaitsForLosesWhatItHasNotReceived() throws Exception {
        try (PostgresPair pair = PostgresPair.in(folder, false);
                ServerProcess one = node(pair, 1);
                ServerProcess two = node(pair, 2)) {
            begin(one, two);
            awaitSaves(1_000);
            pair.stopReceiving();
            awaitSaves(acknowledged.size() + 1_000);
            pair.failOver();
            finish();
            assertFalse(missing(pair).isEmpty(), "nothing was lost");
        }
    }

    private ServerProcess node(PostgresPair pair, int number) {
        ServerProcess node = ServerProcess.start(
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("node" + number).toString(),
                "--database",
                pair.url());
        node.address();
        return node;
    }

    private void begin(ServerProcess one, ServerProcess two) {
        for (int writer = 0; writer < WRITERS; writer++) {
            String client = "writer" + writer;
            TestVisitor student = new TestVisitor((writer % 2 == 0 ? one : two).address());
            Pen pen = Pen.of(student, client);
            pens.add(pen);
            Thread thread = new Thread(() -> {
                try {
                    for (int n = 1; !over; n++) {
                        longest.accumulateAndGet(pen.save(n), Math::max);
                        acknowledged.add(client + " " + n);
                    }
                } catch (InterruptedException | RuntimeException surprise) {
                    surprises.add(surprise.toString());
                }
            });
            writers.add(thread);
        }
        writers.forEach(Thread::start);
    }

    private void awaitSaves(int saves) throws InterruptedException {
        while (acknowledged.size() < saves && surprises.isEmpty()) {
            Thread.sleep(20);
        }
    }

    private void finish() throws InterruptedException {
        over = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** What was told to be saved and is not there, and what is there more than once. */
    private Set<String> missing(PostgresPair pair) throws Exception {
        Set<String> missing = new TreeSet<>(acknowledged);
        try (Connection connection = DriverManager.getConnection(pair.url());
                ResultSet rows = connection.createStatement().executeQuery("""
                        SELECT client || ' ' || n, count(*) FROM (
                            SELECT client, n FROM response UNION ALL SELECT client, n FROM response_aside) saves
                        WHERE client LIKE 'writer%' GROUP BY client, n
                        """)) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
                if (rows.getInt(2) != 1) {
                    missing.add(rows.getString(1) + " is there " + rows.getInt(2) + " times");
                }
            }
        }
        return missing;
    }
}
