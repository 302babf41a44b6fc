package gradus.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Many requests at once from one machine, and what came of them. */
final class Load {
    /** A hash of a password takes a twentieth of a second, on purpose, and 2,000 are made one after another. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** How long answers took, and how many were none. */
    record Answers(List<Long> nanos, int failed, Duration whole) {
        double millis(double quantile) {
            List<Long> sorted = nanos.stream().sorted().toList();
            int at = (int) Math.min(sorted.size() - 1L, Math.round(quantile * (sorted.size() - 1)));
            return sorted.get(at) / 1e6;
        }
    }

    /**
     * So many connections, each of which asks again as soon as it is answered.
     *
     * @param next the next request of a connection
     * @return the answers a second
     */
    double rate(int connections, Duration time, IntFunction<HttpRequest> next) {
        AtomicLong answered = new AtomicLong();
        long until = System.nanoTime() + time.toNanos();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            ask(connection, until, next, answered, over);
            all.add(over);
        }
        all.forEach(CompletableFuture::join);
        return answered.get() / (time.toNanos() / 1e9);
    }

    private void ask(
            int connection, long until, IntFunction<HttpRequest> next, AtomicLong answered, CompletableFuture<Void> over) {
        client.sendAsync(next.apply(connection), HttpResponse.BodyHandlers.ofString())
                .whenComplete((reply, failure) -> {
                    if (failure != null || reply.statusCode() != 200) {
                        over.completeExceptionally(
                                failure != null
                                        ? failure
                                        : new IllegalStateException(reply.statusCode() + " " + reply.body()));
                    } else if (System.nanoTime() < until) {
                        answered.incrementAndGet();
                        ask(connection, until, next, answered, over);
                    } else {
                        over.complete(null);
                    }
                });
    }

    /** What somebody does when it is their turn. */
    interface Step {
        CompletableFuture<HttpResponse<String>> begin(int who);
    }

    /**
     * So many people who come one after another, spread evenly over a time, whether those before have been answered or not.
     *
     * @param meant whether a status is an answer
     */
    Answers arrivals(int people, Duration within, Step step, IntPredicate meant) {
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        Map<String, Integer> reasons = new ConcurrentSkipListMap<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        long start = System.nanoTime();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int who = 0; who < people; who++) {
            int one = who;
            long due = within.toNanos() * who / people;
            CompletableFuture<Void> over = new CompletableFuture<>();
            all.add(over);
            clock.schedule(
                    () -> step.begin(one).whenComplete((reply, failure) -> {
                        took.add(System.nanoTime() - start - due);
                        if (failure != null || !meant.test(reply.statusCode())) {
                            reasons.merge(
                                    failure == null ? "status " + reply.statusCode() : failure.toString(), 1, Integer::sum);
                        }
                        over.complete(null);
                    }),
                    due,
                    TimeUnit.NANOSECONDS);
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
        clock.shutdown();
        if (!reasons.isEmpty()) {
            System.out.println("failed: " + reasons);
        }
        int failed = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return new Answers(List.copyOf(took), failed, Duration.ofNanos(System.nanoTime() - start));
    }
}
