package gradus.bank;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.grading.check.QuestionCheck;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.file.QuestionFindings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
 * The warnings of {@code check} about valid files, for staff: worked out once per revision, one file after another, in
 * the background of the page that first asks.
 */
public final class BankFindings implements AutoCloseable {
    /** The number of variants checked per question, as on the command line. */
    public static final int VARIANTS = 200;

    private static final Logger log = LoggerFactory.getLogger(BankFindings.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** What was found in whole checks of texts, by the hash of the text alone, so that servers of one process share it. */
    private static final Cache<String, List<Problem>> CHECKED =
            Caffeine.newBuilder().maximumSize(10_000).build();

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
     * The findings known so far.
     *
     * @param waiting the number of files not yet checked
     */
    record SoFar(List<Problem> problems, int waiting) {}

    /**
     * The findings under a key, worked out on the first request.
     *
     * @param work computes the findings; its argument says when to stop
     */
    public CompletableFuture<List<Problem>> about(String key, Function<BooleanSupplier, List<Problem>> work) {
        return known.get(
                key,
                never -> CompletableFuture.supplyAsync(() -> work.apply(guard()), worker)
                        .exceptionally(failure -> {
                            if (!closed) {
                                log.warn("{} could not be checked", key, failure);
                            }
                            return List.of();
                        }));
    }

    /** Ends a work that took too long of its own time: that a machine was busy is not said of a question. */
    private BooleanSupplier guard() {
        long until = THREADS.getCurrentThreadCpuTime() + LONGEST.toNanos();
        return () -> closed || THREADS.getCurrentThreadCpuTime() > until;
    }

    /** The findings about a question. */
    CompletableFuture<List<Problem>> ofQuestion(Bank bank, String course, CurrentRevision current) {
        String key = course + "/" + current.file() + "/" + current.revision();
        CompletableFuture<List<Problem>> before = known.getIfPresent(key);
        if (before != null) {
            return before;
        }
        // read here, because the worker may be interrupted, and an interrupted thread must not use the database
        Question question = bank.question(course, current.revision());
        String yaml = bank.content(course, current.revision());
        return about(key, over -> {
            List<Problem> found = new ArrayList<>(
                    QuestionFindings.of(question, yaml, current.file(), name -> bank.hasPicture(course, name)));
            for (Problem problem : checked(current.revision(), question, over)) {
                found.add(new Problem(current.file(), problem.line(), problem.column(), problem.message()));
            }
            return List.copyOf(found);
        });
    }

    private static List<Problem> checked(String revision, Question question, BooleanSupplier over) {
        List<Problem> before = CHECKED.getIfPresent(revision);
        if (before != null) {
            return before;
        }
        List<Problem> found = List.copyOf(QuestionCheck.of(question, Map.of(), VARIANTS, never -> {}, over)
                .problems());
        if (!over.getAsBoolean()) {
            CHECKED.put(revision, found);
        }
        return found;
    }

    /** Those of the findings that are known after a short wait. */
    static SoFar awaitBriefly(List<CompletableFuture<List<Problem>>> asked) {
        try {
            CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException later) {
            // whatever is not finished yet counts as waiting
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
