package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.attempt.Answers.Typed;
import gradus.database.Database;
import gradus.database.DatabaseTest;
import gradus.web.Arrival;
import gradus.web.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.io.TempDir;

/** Saves, submissions, deadlines and reopenings of a thousand attempts, each attempt's all at once from several threads. */
class InterleavingTest {
    private static final int ATTEMPTS = 1_000;
    private static final int THREADS = 16;
    private static final Duration LATE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    /** What the check reads beside the features. */
    public interface Closings {
        @SqlQuery("SELECT COUNT(*) FROM grading WHERE attempt = :attempt AND kind = 'SUBMISSION'")
        int of(UUID attempt);
    }

    /** One attempt with what its threads were told. */
    private static final class Case {
        final Attempt attempt;
        final Set<String> saved = ConcurrentHashMap.newKeySet();
        final AtomicInteger reopened = new AtomicInteger();

        Case(Attempt attempt) {
            this.attempt = attempt;
        }
    }

    @DatabaseTest
    void nothingThatWasCalledSavedIsLostAndEachIsClosedOnce(Database database) throws Exception {
        School school = new School(database, folder, "mode: timed, open_to: anyone, minutes: 60, grace: 60s");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Case> cases = begin(school, threads);
        // half of the attempts are over, with their last answers still on the way; the others have half an hour left
        school.clock.set(School.NINE.plus(Duration.ofMinutes(61)).plusSeconds(1));
        Random random = new Random(8);
        List<Callable<Void>> work = new ArrayList<>();
        for (Case each : cases) {
            List<Callable<Void>> its = new ArrayList<>(List.of(
                    () -> save(school, each, 1),
                    () -> save(school, each, 2),
                    () -> submit(school, each),
                    () -> sweep(school, each),
                    () -> reopen(school, each)));
            Collections.shuffle(its, random);
            work.addAll(its);
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        for (Case each : cases) {
            check(school, each);
        }
        assertTrue(cases.stream().anyMatch(each -> each.reopened.get() > 0));
        assertTrue(cases.stream().anyMatch(each -> each.saved.size() == 2));
        assertTrue(cases.stream().anyMatch(each -> each.saved.size() < 2));
    }

    private static List<Case> begin(School school, ExecutorService threads) throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            school.clock.set(School.NINE.plus(Duration.ofMinutes(30L * half)));
            List<Callable<Attempt>> beginning = new ArrayList<>();
            for (int i = 0; i < ATTEMPTS / 2; i++) {
                String login = "student " + half + " " + i;
                beginning.add(() -> school.begin(school.person(login)));
            }
            for (Future<Attempt> begun : threads.invokeAll(beginning)) {
                cases.add(new Case(begun.get()));
            }
        }
        return cases;
    }

    private static Void save(School school, Case each, int number) {
        String text = "text " + number;
        Instant due = each.attempt.started().plus(Duration.ofMinutes(60));
        Instant now = school.clock.instant();
        Arrival arrival = new Arrival(now.isAfter(due) ? due.plus(LATE) : now, "here", "127.0.0.1");
        Typed typed = new Typed(School.FIRST.part("why"), text, 0L, "page " + number, 1L);
        try {
            school.answers.save(each.attempt, List.of(typed), arrival);
            each.saved.add(text);
        } catch (Refusal over) {
            assertEquals(409, over.status());
        }
        return null;
    }

    private static Void submit(School school, Case each) {
        school.submissions.submit(school.sitting(each.attempt));
        return null;
    }

    private static Void sweep(School school, Case each) {
        school.submissions.endIfOver(school.sitting(each.attempt));
        return null;
    }

    private static Void reopen(School school, Case each) {
        try {
            school.deadlines.reopen(school.sitting(each.attempt).attempt(), 10, "", UUID.randomUUID());
            each.reopened.incrementAndGet();
        } catch (Refusal running) {
            assertEquals(409, running.status());
        }
        return null;
    }

    private static void check(School school, Case each) {
        Attempt attempt = school.sitting(each.attempt).attempt();
        ResponseStore responses = school.database.store(ResponseStore.class);
        Set<String> kept = responses.history(School.COURSE, attempt.id()).stream()
                .map(Save::content)
                .collect(Collectors.toSet());
        assertEquals(each.saved, kept, "what was called saved, and nothing that was refused");
        int closed = each.reopened.get() + (attempt.isRunning() ? 0 : 1);
        assertEquals(closed, school.database.store(Closings.class).of(attempt.id()), "each was closed once");
        if (!attempt.isRunning()) {
            assertEquals(
                    Receipt.of(attempt, responses.latest(School.COURSE, attempt.id())),
                    school.submissions.receipt(attempt).orElseThrow(),
                    "nothing came in after the closing");
        }
    }
}
