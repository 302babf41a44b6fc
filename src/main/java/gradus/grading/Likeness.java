package gradus.grading;

import gradus.maths.Tensor;
import gradus.question.Tolerance;
import java.util.Arrays;

/**
 * The numbers that a wrong procedure comes to, ready to be recognised in an answer: all its cells agree, or of those that
 * tell the procedure from the key, when there are six at least, 85 in 100 do.
 */
final class Likeness {
    private static final int FEWEST_TELLING = 6;
    private static final int MAJORITY_PERCENT = 85;

    private final Tensor wrong;
    private final int[] distinguishing;
    private final Tolerance tolerance;
    private final double largest;
    private final boolean strict;

    private Likeness(Tensor wrong, int[] distinguishing, Tolerance tolerance, double largest, boolean strict) {
        this.wrong = wrong;
        this.distinguishing = distinguishing;
        this.tolerance = tolerance;
        this.largest = largest;
        this.strict = strict;
    }

    /**
     * @param wrong what the procedure comes to; a cell that it leaves open is NaN
     * @param strict whether a row is not a column
     */
    static Likeness of(Tensor wrong, Tensor key, Tolerance tolerance, boolean strict) {
        double largest = largest(wrong);
        boolean comparable = fits(wrong, key, strict);
        double largestRight = largest(key);
        int[] distinguishing = new int[wrong.size()];
        int count = 0;
        for (int i = 0; i < distinguishing.length; i++) {
            double cell = wrong.cell(i);
            if (!Double.isNaN(cell) && !(comparable && tolerance.accepts(cell, key.cell(i), largestRight))) {
                distinguishing[count++] = i;
            }
        }
        return new Likeness(wrong, Arrays.copyOf(distinguishing, count), tolerance, largest, strict);
    }

    /** How many cells tell the procedure from the key. */
    int distinguishing() {
        return distinguishing.length;
    }

    /** Whether every cell agrees. */
    boolean isWhole(Tensor given) {
        return distinguishing.length > 0 && agreeing(given, 0) == distinguishing.length && agreesElsewhere(given);
    }

    /** How many of the distinguishing cells agree, when those are nearly all; otherwise 0. */
    int nearly(Tensor given) {
        return distinguishing.length < FEWEST_TELLING ? 0 : agreeing(given, missesAllowed(distinguishing.length));
    }

    /** How many distinguishing cells agree; 0 where more than so many do not. */
    private int agreeing(Tensor given, int mostMisses) {
        if (!fits(given, wrong, strict)) {
            return 0;
        }
        int misses = 0;
        for (int i : distinguishing) {
            if (!agrees(given, i) && ++misses > mostMisses) {
                return 0;
            }
        }
        return distinguishing.length - misses;
    }

    private boolean agreesElsewhere(Tensor given) {
        for (int i = 0; i < wrong.size(); i++) {
            if (!Double.isNaN(wrong.cell(i)) && !agrees(given, i)) {
                return false;
            }
        }
        return true;
    }

    /** How many of so many distinguishing cells may disagree. */
    static int missesAllowed(int distinguishing) {
        return distinguishing * (100 - MAJORITY_PERCENT) / 100;
    }

    static boolean isNear(int agreeing, int distinguishing) {
        return distinguishing >= FEWEST_TELLING && distinguishing - agreeing <= missesAllowed(distinguishing);
    }

    private boolean agrees(Tensor given, int cell) {
        return tolerance.accepts(given.cell(cell), wrong.cell(cell), largest);
    }

    /** Whether cells in the same place of the row-major order mean the same: equal shapes, or vectors whose orientation is free. */
    static boolean fits(Tensor given, Tensor key, boolean strict) {
        if (given.sameShape(key)) {
            return true;
        }
        boolean vectors = isVector(given) && isVector(key) && given.size() == key.size();
        return vectors && (!strict || key.rank() == 1);
    }

    private static boolean isVector(Tensor tensor) {
        return tensor.rank() <= 1 || tensor.rank() == 2 && (tensor.axis(0) == 1 || tensor.axis(1) == 1);
    }

    static double largest(Tensor tensor) {
        double largest = 0;
        for (int i = 0; i < tensor.size(); i++) {
            double magnitude = Math.abs(tensor.cell(i));
            largest = magnitude > largest ? magnitude : largest;
        }
        return largest;
    }
}
