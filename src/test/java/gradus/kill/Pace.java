package gradus.kill;

import java.util.List;

/**
 * How long requests took that were alike. What is compared is the same measured a moment ago on the same machine while all was
 * quiet, so that a slow machine is slow on both sides.
 *
 * @param millis of each, sorted
 */
public record Pace(List<Double> millis) {
    private static final int TIMES = 10;

    /** A quiet server's answers may be faster than what the machine does beside them now and then. */
    private static final double SHORTEST_MILLIS = 5;

    /** Whatever came between: nobody hangs. */
    private static final double LONGEST_MILLIS = 2_000;

    private static final int ROUNDS = 3;

    /** That something was slow, which may have been the machine. */
    private static final class TooSlow extends AssertionError {
        private static final long serialVersionUID = 1;

        TooSlow(String message) {
            super(message);
        }
    }

    /** What measures first a quiet server and then one that something happens to. */
    public interface Round {
        void run() throws Exception;
    }

    public Pace {
        millis = millis.stream().sorted().toList();
    }

    public double median() {
        return at(0.5);
    }

    public double longest() {
        return at(1);
    }

    private double at(double share) {
        return millis.get((int) Math.round(share * (millis.size() - 1)));
    }

    /** Measures again, as a whole, where something was slow: what is slow by itself is slow each time. */
    public static void measure(Round round) throws Exception {
        for (int tried = 1; ; tried++) {
            try {
                round.run();
                return;
            } catch (TooSlow slow) {
                if (tried == ROUNDS) {
                    throw slow;
                }
            }
        }
    }

    /** Nine of ten stay under ten times the quiet median, and none takes seconds. */
    public void assertLike(Pace quiet, String what) {
        String said = what + ": " + this + "; quiet " + quiet;
        System.out.println(said);
        double most = TIMES * Math.max(quiet.median(), SHORTEST_MILLIS);
        if (at(0.9) > most || longest() > Math.max(most, LONGEST_MILLIS)) {
            throw new TooSlow(said);
        }
    }

    @Override
    public String toString() {
        return "%d with a median of %.1f ms, 90 %% within %.1f ms, all within %.1f ms"
                .formatted(millis.size(), median(), at(0.9), longest());
    }
}
