package gradus.bank;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.grading.QuestionCheck;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.file.QuestionFindings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code check} says of files that read, for the staff who look at them: worked out once a revision, behind the page
 * that asks first, one after the other.
 */
public final class BankFindings implements AutoCloseable {
    /** How many variants of a question are looked at, as many as on the command line. */
    public static final int VARIANTS = 200;

    private static final Logger log = LoggerFactory.getLogger(BankFindings.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Cache<String, CompletableFuture<List<Problem>>> known =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "gradus-bank-findings");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });
    private volatile boolean closed;

    /**
     * Findings as far as they are known.
     *
     * @param waiting how many files are still to be looked at
     */
    record SoFar(List<Problem> problems, int waiting) {}

    /**
     * The findings about something, worked out once for each key.
     *
     * @param work asked for the findings, and told when it is to come to an end
     */
    public CompletableFuture<List<Problem>> about(String key, Function<BooleanSupplier, List<Problem>> work) {
        return known.get(
                key,
                never -> CompletableFuture.supplyAsync(() -> work.apply(guard()), worker)
                        .exceptionally(failure -> {
                            log.warn("{} could not be checked", key, failure);
                            return List.of();
                        }));
    }

    private BooleanSupplier guard() {
        long until = System.nanoTime() + LONGEST.toNanos();
        return () -> closed || System.nanoTime() - until > 0;
    }

    /** What is found about a question. */
    CompletableFuture<List<Problem>> ofQuestion(Bank bank, String course, CurrentRevision current) {
        String key = course + "/" + current.file() + "/" + current.revision();
        CompletableFuture<List<Problem>> before = known.getIfPresent(key);
        if (before != null) {
            return before;
        }
        // read here: the worker may be stopped, and a stopped thread must not be at the database
        Question question = bank.question(course, current.revision());
        String yaml = bank.content(course, current.revision());
        return about(key, over -> {
            List<Problem> found = new ArrayList<>(
                    QuestionFindings.of(question, yaml, current.file(), name -> bank.hasPicture(course, name)));
            for (Problem problem : QuestionCheck.of(question, Map.of(), VARIANTS, never -> {}, over)
                    .problems()) {
                found.add(new Problem(current.file(), problem.line(), problem.column(), problem.message()));
            }
            return List.copyOf(found);
        });
    }

    /** What of these is known after a moment's patience. */
    static SoFar soon(List<CompletableFuture<List<Problem>>> asked) {
        try {
            CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException later) {
            // what is not there yet counts as waiting
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        List<Problem> problems = new ArrayList<>();
        int waiting = 0;
        for (CompletableFuture<List<Problem>> one : asked) {
            if (one.isDone() && !one.isCompletedExceptionally()) {
                problems.addAll(one.join());
            } else {
                waiting++;
            }
        }
        return new SoFar(problems, waiting);
    }

    @Override
    public void close() {
        closed = true;
        worker.shutdown();
    }
}
