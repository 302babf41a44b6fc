package gradus.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gradus.TestVisitor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * Students who write all the time while something happens to the server or to somebody else: each sends a save, waits for its
 * answer, and sends what was not acknowledged again.
 */
public final class Others implements AutoCloseable {
    private static final int STUDENTS = 4;
    /** Four students save more often with it than a class of 300 does. */
    private static final long PAUSE_MILLIS = 20;

    /** Saves of each student that make a measurement. */
    private static final int FEWEST = 15;

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private Others() {}

    /**
     * One request that saves.
     *
     * @param student whose it is
     * @param begun on the clock of {@link System#nanoTime}
     * @param status of the answer; 0 where the connection broke
     */
    public record Sent(int student, long begun, long ended, int status, String answer) {
        double millis() {
            return (ended - begun) / 1e6;
        }

        public boolean isSaved() {
            return status == 200;
        }
    }

    /** Lets them write at this server from now on, after some saves that a new one needs to become quick. */
    public static Others at(String address) throws InterruptedException {
        Others others = new Others();
        for (int student = 0; student < STUDENTS; student++) {
            int number = student;
            Pen pen = Pen.of(new TestVisitor(address), "other" + number);
            others.threads.add(new Thread(() -> others.write(number, pen)));
        }
        others.threads.forEach(Thread::start);
        others.await(System.nanoTime(), 3 * FEWEST, Sent::isSaved);
        return others;
    }

    private void write(int student, Pen pen) {
        try {
            for (int n = 1; !over; ) {
                Sent one = send(student, pen, n);
                sent.add(one);
                n += one.isSaved() ? 1 : 0;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException | RuntimeException surprise) {
            surprises.add(surprise.toString());
        }
    }

    private static Sent send(int student, Pen pen, int n) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> reply = pen.send(n);
            return new Sent(student, begun, System.nanoTime(), reply.statusCode(), reply.body());
        } catch (UncheckedIOException broken) {
            return new Sent(student, begun, System.nanoTime(), 0, broken.toString());
        }
    }

    /** How long saves take from now on, none of which may be refused. */
    public Pace pace() throws InterruptedException {
        return paceSince(System.nanoTime());
    }

    /** How long the saves took that were begun after this, none of which may have been refused. */
    public Pace paceSince(long begun) throws InterruptedException {
        await(begun, FEWEST, Sent::isSaved);
        List<Sent> all = since(begun);
        all.forEach(one -> assertEquals(200, one.status(), one.answer()));
        return pace(all);
    }

    /** How many saves were acknowledged, each with another text. */
    long saved() {
        return sent.stream().filter(Sent::isSaved).count();
    }

    /** What was begun after this and has been answered. */
    public List<Sent> since(long begun) {
        return sent.stream().filter(one -> one.begun() - begun >= 0).toList();
    }

    public static Pace pace(List<Sent> requests) {
        assertFalse(requests.isEmpty(), "nobody wrote");
        return new Pace(requests.stream().map(Sent::millis).toList());
    }

    /**
     * Waits until each student has so many answers like this to what was begun after this, so that one who hangs is waited for; what
     * has been answered by then.
     */
    public List<Sent> await(long begun, int each, Predicate<Sent> like) throws InterruptedException {
        long start = System.nanoTime();
        for (int student = 0; student < STUDENTS; student++) {
            while (count(begun, student, like) < each) {
                assertEquals(List.of(), List.copyOf(surprises));
                assertFalse(System.nanoTime() - start > PATIENCE, () -> "answered otherwise: " + last());
                Thread.sleep(10);
            }
        }
        return since(begun);
    }

    private long count(long begun, int student, Predicate<Sent> like) {
        return since(begun).stream()
                .filter(one -> one.student() == student)
                .filter(like)
                .count();
    }

    private List<Sent> last() {
        List<Sent> all = List.copyOf(sent);
        return all.subList(Math.max(0, all.size() - STUDENTS), all.size());
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
