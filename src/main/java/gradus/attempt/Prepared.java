package gradus.attempt;

import gradus.bank.Bank;
import gradus.exam.PublishedExam;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Questions drawn for attempts that have not begun, so that a hall that starts at once waits for inserts alone. They are kept in
 * memory: where a server ends, nobody has seen them and others are drawn.
 */
final class Prepared {
    /** Attempts that may lie ready for one exam. */
    static final int MOST = 1_000;

    private static final int MOST_EXAMS = 20;

    private final Bank bank;
    private final Draw draw;
    private final Map<String, Queue<List<AskedQuestion>>> ready = new ConcurrentHashMap<>();

    /** Draws the questions of an attempt by their current revisions. */
    interface Draw {
        List<AskedQuestion> of(PublishedExam exam, Map<String, String> revisions);
    }

    Prepared(Bank bank, Draw draw) {
        this.bank = bank;
        this.draw = draw;
    }

    /** The questions of a new attempt: those that lie ready, else drawn now. */
    List<AskedQuestion> take(PublishedExam exam) {
        Map<String, String> revisions = revisions(exam);
        Queue<List<AskedQuestion>> lying = ready.get(name(exam, revisions));
        List<AskedQuestion> taken = lying == null ? null : lying.poll();
        return taken == null ? draw.of(exam, revisions) : taken;
    }

    /** Draws until so many lie ready or the time is over; how many do then. */
    int fill(PublishedExam exam, int count, Duration atMost) {
        if (ready.size() >= MOST_EXAMS) {
            ready.clear(); // of exams that are over, or of files that have changed since
        }
        Map<String, String> revisions = revisions(exam);
        Queue<List<AskedQuestion>> lying =
                ready.computeIfAbsent(name(exam, revisions), name -> new ConcurrentLinkedQueue<>());
        long until = System.nanoTime() + atMost.toNanos();
        int there = lying.size();
        while (there < Math.min(count, MOST) && System.nanoTime() < until) {
            lying.add(draw.of(exam, revisions));
            there++;
        }
        return there;
    }

    private Map<String, String> revisions(PublishedExam exam) {
        return bank.revisions(exam.course(), exam.exam().ids());
    }

    /** The exam with the revisions of its questions as they are now: what was drawn from others does not count. */
    private static String name(PublishedExam exam, Map<String, String> revisions) {
        return exam.course() + "/" + exam.exam().id() + "/" + exam.revision() + " " + revisions;
    }
}
