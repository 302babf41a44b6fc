package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.ServerProcess;
import gradus.TestVisitor;
import gradus.database.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one PostgreSQL behind HAProxy, set up as the README says, of which now one and now the other is killed while
 * people write: what was on its way to that node is sent again, and whatever is begun after its death is as fast as before, since the
 * proxy turns to the other node at the first refusal and does not wait for its own check. It needs the system's {@code haproxy}.
 */
@Tag("faults")
class TwoNodesIT {
    private static final int SAVES = 300;
    private static final long LONGEST = 15_000;
    private static final Pattern CONFIGURATION = Pattern.compile("(?s)    defaults\\n.*?\\n +server two [^\\n]*\\n");

    @TempDir
    private Path folder;

    private final int door = freePort();
    private final int[] ports = {freePort(), freePort()};
    private final String database = TestPostgres.emptyDatabase();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ServerProcess node(int index) {
        ServerProcess node = ServerProcess.start(
                "serve",
                "--port",
                Integer.toString(ports[index]),
                "--data",
                folder.resolve("node" + index).toString(),
                "--database",
                database,
                "--base-url",
                "http://127.0.0.1:" + door,
                "--trusted-proxy",
                "127.0.0.1",
                "--warm-up");
        assertEquals("http://127.0.0.1:" + door, node.address(), "it says so as soon as it serves");
        return node;
    }

    /** HAProxy with the README's configuration, on the ports of this test. */
    private Process proxy() throws IOException {
        Matcher readme = CONFIGURATION.matcher(Files.readString(Path.of("README.md")));
        assertTrue(readme.find(), "the README shows a configuration");
        String configuration = readme.group()
                .replace("bind :443 ssl crt /etc/ssl/exam.example.org.pem", "bind 127.0.0.1:" + door)
                .replace("10.0.0.1:7070", "127.0.0.1:" + ports[0])
                .replace("10.0.0.2:7070", "127.0.0.1:" + ports[1]);
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), configuration);
        return new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
    }

    @Test
    void whoWritesLosesNothingWhenEitherNodeIsKilled() throws Exception {
        ServerProcess one = node(0);
        ServerProcess two = node(1);
        Process proxy = proxy();
        Thread.sleep(1000); // until it listens
        try {
            await(0);
            await(1);
            String address = "http://127.0.0.1:" + door;
            Pen pen = Pen.of(new TestVisitor(address), "pen");
            long longest = 0;
            Others others = Others.at(address);
            try (others) {
                Pace quiet = others.pace();
                for (int n = 1; n <= SAVES; n++) {
                    if (n == SAVES / 3) {
                        one.kill();
                        others.pace().assertLike(quiet, "saves from the death of the first node on");
                    } else if (n == SAVES / 2) {
                        one = node(0);
                        await(0);
                    } else if (n == 2 * SAVES / 3) {
                        two.kill();
                        others.pace().assertLike(quiet, "saves from the death of the second node on");
                    }
                    longest = Math.max(longest, pen.save(n));
                }
            }
            assertTrue(longest < LONGEST, "a save took " + longest + " ms");
            assertTrue(pen.page().contains("text " + SAVES), "the last one stands");
            assertEquals(SAVES + " " + SAVES, stored("pen"));
            assertEquals(others.saved() + " " + others.saved(), stored("other%"));
        } finally {
            proxy.destroy();
            one.close();
            two.close();
        }
    }

    /** Until a node says itself that it is ready, as it practises first; through the proxy the other one would answer. */
    private void await(int index) throws InterruptedException {
        TestVisitor visitor = new TestVisitor("http://127.0.0.1:" + ports[index]);
        for (int i = 0; i < 600 && visitor.get("/healthz").statusCode() != 200; i++) {
            Thread.sleep(100);
        }
        Thread.sleep(3000); // until the proxy has seen it
    }

    /** How many saves of these pages are stored, and how many different ones. */
    private String stored(String client) throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                ResultSet count = connection.createStatement().executeQuery("""
                        SELECT COUNT(*), COUNT(DISTINCT client || n) FROM (
                            SELECT client, n FROM response
                            UNION ALL
                            SELECT client, n FROM response_aside) saves
                        WHERE client LIKE '%s'
                        """.formatted(client))) {
            count.next();
            return count.getInt(1) + " " + count.getInt(2);
        }
    }
}
