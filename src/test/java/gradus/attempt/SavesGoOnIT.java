package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.account.AccountStore;
import gradus.account.AccountStore.NewPerson;
import gradus.database.TestPostgres;
import gradus.kill.Others;
import gradus.kill.Pace;
import gradus.web.Secret;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with one student's attempt costs the others nothing: they save as fast as before. */
class SavesGoOnIT {
    private static final String EXAM = "/courses/deep-learning/exams/timed";
    private static final int BROKEN = 20;
    /** More than there are connections. */
    private static final int STUCK = 30;

    private static final String SAVE =
            "{\"responses\":[{\"position\":1,\"variant\":1,\"part\":\"total\",\"text\":\"5\"}]}";

    private static final long PATIENCE = 60_000_000_000L;

    @TempDir
    private Path folder;

    /** Lets the time of attempts run out, and breaks what the grading of some reads. */
    public interface Damage {
        @SqlUpdate("UPDATE attempt SET started = :started, due = :over, takes_until = :over WHERE id = :id")
        void runOut(UUID id, Instant started, Instant over);

        @SqlUpdate("UPDATE attempt_question SET params = '{' WHERE attempt = :attempt")
        void breakParameters(UUID attempt);

        @SqlQuery("SELECT COUNT(*) FROM attempt_trouble WHERE attempt = :attempt")
        int troubles(UUID attempt);
    }

    private Path bank() {
        return new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60, grace: 0s")
                .folder();
    }

    /** Somebody with an account who has begun; where their attempt stands. */
    private static String begin(TestServer server, TestVisitor student) {
        String token = Secret.random();
        Instant now = Instant.now();
        UUID id = UUID.randomUUID();
        server.database().save(AccountStore.class, accounts -> {
            accounts.insert(new NewPerson(id, "김하나", token, null, "no hash", false, now, now));
            accounts.startSession(Secret.hash(token), id, null, now, now.plusSeconds(3600));
            return id;
        });
        student.withCookie("gradus", token);
        TestPage first = student.open(EXAM).press("Start");
        assertEquals(200, first.status());
        return first.path().replaceFirst("/questions/1$", "");
    }

    private static UUID id(String attempt) {
        return UUID.fromString(attempt.substring(attempt.lastIndexOf('/') + 1));
    }

    @Test
    void theSweepThatMeetsBrokenAttemptsEndsTheSoundOneAndNoSaveWaitsForIt() throws Exception {
        String database = TestPostgres.emptyDatabase();
        try (TestServer server = TestServer.withBank(bank(), database);
                Others others = Others.at(server.app().address())) {
            Pace.measure(() -> {
                Pace quiet = others.pace();
                List<UUID> attempts = new ArrayList<>();
                // begun at another server: this one has not yet read what is about to break
                try (TestServer elsewhere = TestServer.withBank(bank(), database)) {
                    for (int i = 0; i <= BROKEN; i++) {
                        attempts.add(id(begin(elsewhere, elsewhere.visitor())));
                    }
                }
                AttemptStore store = server.database().store(AttemptStore.class);
                UUID sound = attempts.stream().max(UUID::compareTo).orElseThrow();
                long begun = System.nanoTime();
                breakAll(server, attempts, sound);
                await(() -> !store.attempt(sound).orElseThrow().isRunning() && troubles(server, attempts) == BROKEN);
                others.paceSince(begun).assertLike(quiet, "saves while the sweep meets broken attempts");
            });
        }
    }

    private static void breakAll(TestServer server, List<UUID> attempts, UUID sound) {
        Instant over = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        server.database().save(Damage.class, damage -> {
            attempts.stream().filter(id -> !id.equals(sound)).forEach(damage::breakParameters);
            attempts.forEach(id -> damage.runOut(id, over.minusSeconds(3600), over));
            return over;
        });
    }

    private static long troubles(TestServer server, List<UUID> attempts) {
        Damage damage = server.database().store(Damage.class);
        return attempts.stream().filter(id -> damage.troubles(id) == 1).count();
    }

    @Test
    void savesOfOneStudentThatAreStuckKeepNoConnectionFromTheOthers() throws Exception {
        String database = TestPostgres.emptyDatabase();
        ExecutorService senders = Executors.newFixedThreadPool(STUCK);
        try (TestServer server = TestServer.withBank(bank(), database);
                Others others = Others.at(server.app().address());
                Connection holder = DriverManager.getConnection(database)) {
            TestVisitor student = server.visitor();
            String attempt = begin(server, student);
            holder.setAutoCommit(false);
            Pace.measure(() -> {
                Pace quiet = others.pace();
                holder.createStatement().execute("SELECT 1 FROM attempt WHERE id = '" + id(attempt) + "' FOR UPDATE");
                List<CompletableFuture<HttpResponse<String>>> stuck = new ArrayList<>();
                for (int n = 1; n <= STUCK; n++) {
                    stuck.add(CompletableFuture.supplyAsync(
                            () -> student.postJson(attempt + "/responses", SAVE), senders));
                }
                Thread.sleep(500); // until they all wait
                Pace beside = others.pace();
                assertTrue(stuck.stream().noneMatch(CompletableFuture::isDone), "they were not stuck");
                holder.rollback();
                for (CompletableFuture<HttpResponse<String>> one : stuck) {
                    assertEquals(200, one.get().statusCode());
                }
                beside.assertLike(quiet, "saves beside those of one student that are stuck");
            });
        } finally {
            senders.shutdown();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertFalse(System.nanoTime() - start > PATIENCE, "not within a minute");
            Thread.sleep(100);
        }
    }
}
