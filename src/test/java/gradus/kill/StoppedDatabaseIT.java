package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.TestVisitor;
import gradus.kill.Others.Sent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL of its own that is stopped, or only stands still, under a running server while people write, and comes back. */
class StoppedDatabaseIT {
    /** How long saves that were on their way, or the first after the return, may take to be told something. */
    private static final double NOTICED_MILLIS = 6_000;

    @TempDir
    private Path folder;

    private EmbeddedPostgres begin(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @Test
    void whoSavesIsToldAtOnceThatItIsStoppedAndSavesAsBeforeWhenItIsBack() throws Exception {
        EmbeddedPostgres first = begin(0);
        int port = first.getPort();
        AtomicReference<EmbeddedPostgres> postgres = new AtomicReference<>(first);
        try (TestServer server = TestServer.start(first.getJdbcUrl("postgres", "postgres"));
                Others others = Others.at(server.app().address())) {
            TestVisitor visitor = server.visitor();
            Pace.measure(() -> {
                Pace quiet = others.pace();
                long stopping = System.nanoTime();
                postgres.get().close();
                awaitHealth(visitor, 503);
                long noticed = System.nanoTime();
                assertTold(visitor);
                List<Sent> refused = others.await(noticed, 15, save -> save.status() == 503);
                assertTrue(refused.stream().allMatch(StoppedDatabaseIT::saysWhy), refused::toString);
                List<Sent> all = others.since(stopping);
                assertTrue(all.stream().allMatch(save -> save.isSaved() || saysWhy(save)), all::toString);
                postgres.set(begin(port));
                awaitHealth(visitor, 200);
                Pace back = others.pace();
                double longest = Others.pace(all).longest();
                assertTrue(longest < NOTICED_MILLIS, "a save was told nothing for " + longest + " ms");
                Others.pace(refused).assertLike(quiet, "refusals without a database");
                back.assertLike(quiet, "saves as soon as there is a database");
            });
        } finally {
            postgres.get().close();
        }
    }

    /** What has been asked of it waits with it; whoever comes then is told. */
    @Test
    void whoComesWhileItStandsStillIsToldAndNobodyHasToComeAgain() throws Exception {
        try (EmbeddedPostgres postgres = begin(0);
                TestServer server = TestServer.start(postgres.getJdbcUrl("postgres", "postgres"));
                Others others = Others.at(server.app().address())) {
            TestVisitor visitor = server.visitor();
            pages(visitor, 200);
            Pace.measure(() -> {
                Pace quietPages = pages(visitor, 200);
                Pace quiet = others.pace();
                long standing = System.nanoTime();
                signal("-STOP");
                Pace refused;
                try {
                    awaitHealth(visitor, 503);
                    assertTold(visitor);
                    refused = pages(visitor, 503);
                } finally {
                    signal("-CONT");
                }
                awaitHealth(visitor, 200);
                List<Sent> waited = others.await(standing, 1, Sent::isSaved);
                assertTrue(waited.stream().allMatch(save -> save.isSaved() || saysWhy(save)), waited::toString);
                refused.assertLike(quietPages, "pages while the database stands still");
                others.pace().assertLike(quiet, "saves when the database goes on");
            });
        }
    }

    /** Until it says how it is, each time within a second. */
    private static void awaitHealth(TestVisitor visitor, int status) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        long start = System.nanoTime();
        int said = 0;
        while (said != status) {
            long asked = System.nanoTime();
            said = visitor.get("/healthz").statusCode();
            millis.add((System.nanoTime() - asked) / 1e6);
            assertTrue((asked - start) / 1e6 < NOTICED_MILLIS, "still " + said);
            Thread.sleep(50);
        }
        Pace pace = new Pace(millis);
        System.out.println(
                "healthz said " + status + " after " + (System.nanoTime() - start) / 1_000_000 + " ms: " + pace);
        assertTrue(pace.median() < 1_000 && pace.longest() < 2_000, pace::toString);
    }

    private static boolean saysWhy(Sent save) {
        return save.status() == 503 && save.answer().contains("cannot reach its database");
    }

    private static void assertTold(TestVisitor visitor) {
        HttpResponse<String> page = visitor.get("/");
        assertEquals(503, page.statusCode());
        assertTrue(page.body().contains("cannot reach its database"), page.body());
        assertEquals(200, visitor.get("/static/pico/pico.min.css").statusCode(), "what needs no database");
    }

    private static Pace pages(TestVisitor visitor, int status) {
        List<Double> millis = new ArrayList<>();
        for (int page = 0; page < 30; page++) {
            long start = System.nanoTime();
            assertEquals(status, visitor.get("/").statusCode());
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return new Pace(millis);
    }

    /** Sends a signal to PostgreSQL and all its processes. */
    private void signal(String name) throws Exception {
        String first =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
        List<String> command = Stream.of(
                        Stream.of("kill", name),
                        Stream.concat(Stream.of(server), server.descendants()).map(process -> "" + process.pid()))
                .flatMap(Function.identity())
                .collect(Collectors.toList());
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }
}
