package gradus.grading;

import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Tolerance;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The numbers that a wrong procedure gives, ready to be recognised in an answer, exactly or nearly, by the cells that distinguish
 * the procedure from the key.
 */
final class Likeness {
    private final Tensor wrong;
    private final Tensor key;
    private final int[] telling;
    private final boolean comparable;
    private final Answer.Plain procedure;
    private final Answer.Plain right;
    private final Tolerance tolerance;
    private final double largest;
    private final double largestRight;
    private final boolean strict;

    /** For each cell a distance at which no number counts as the procedure's, whatever the tolerance: most are further. */
    private final double[] far;

    private Likeness(Answer.Plain procedure, Answer.Plain right, Tolerance tolerance, boolean strict) {
        this.procedure = procedure;
        this.right = right;
        this.wrong = procedure.value().asTensor();
        this.key = right.value().asTensor();
        this.tolerance = tolerance;
        this.largest = largest(wrong);
        this.strict = strict;
        this.comparable = fits(wrong, key, strict);
        this.largestRight = largest(key);
        this.far = IntStream.range(0, wrong.size()).mapToDouble(this::far).toArray();
        this.telling = IntStream.range(0, wrong.size())
                .filter(i -> !(comparable && isRight(wrong.cell(i), i)))
                .toArray();
    }

    /**
     * The likeness of a procedure's result.
     *
     * @param strict whether a row differs from the column of the same numbers
     */
    static Likeness of(Answer.Plain wrong, Answer.Plain key, Tolerance tolerance, boolean strict) {
        return new Likeness(wrong, key, tolerance, strict);
    }

    private boolean isRight(double given, int cell) {
        return right.tolerance(cell, tolerance).accepts(given, key.cell(cell), largestRight);
    }

    private double far(int cell) {
        double magnitude = Math.abs(wrong.cell(cell));
        double allowed = procedure.tolerance(cell, tolerance).distance(wrong.cell(cell), largest);
        return (allowed + magnitude * Tolerance.MORE_THAN_GRACE + Double.MIN_NORMAL)
                * (1 + 4 * Tolerance.MORE_THAN_GRACE);
    }

    /** The number of cells that distinguish the procedure from the key. */
    int telling() {
        return telling.length;
    }

    /** Whether every cell agrees. */
    boolean isWhole(Tensor given) {
        // most answers are mostly right, so that a cell in which the procedure is wrong decides soonest
        return telling.length > 0
                && given.size() == wrong.size()
                && agreesWhereTelling(given)
                && fits(given, wrong, strict)
                && agreeing(given) == wrong.size();
    }

    private boolean agreesWhereTelling(Tensor given) {
        for (int i : telling) {
            if (!agrees(given, i)) {
                return false;
            }
        }
        return true;
    }

    /** The number of distinguishing cells that agree if nearly all do; otherwise 0. */
    int nearly(Tensor given) {
        if (!Nearness.canBe(telling.length) || given.size() != wrong.size()) {
            return 0;
        }
        int misses = telling.length - Nearness.needed(telling.length);
        for (int i : telling) {
            if (!agrees(given, i) && misses-- == 0) {
                return 0;
            }
        }
        if (!fits(given, wrong, strict)) {
            return 0;
        }
        int agreeing =
                (int) Arrays.stream(telling).filter(i -> agrees(given, i)).count();
        boolean near = Nearness.isNear(agreeing, telling.length, hasKeyOrBlank(given)) && agreesElsewhere(given);
        return near && agreesInDifferentNumbers(given) ? agreeing : 0;
    }

    /** Whether a distinguishing cell that does not agree holds the key's value or is blank. */
    private boolean hasKeyOrBlank(Tensor given) {
        return Arrays.stream(telling)
                .filter(i -> !agrees(given, i))
                .anyMatch(i -> Double.isNaN(given.cell(i)) || comparable && isRight(given.cell(i), i));
    }

    /** One number many times over is no procedure: somebody who types zeros has done nothing. */
    private boolean agreesInDifferentNumbers(Tensor given) {
        return Arrays.stream(telling)
                        .filter(i -> agrees(given, i))
                        .mapToDouble(wrong::cell)
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether of all cells together nearly all agree; without this, a border of zeros would look like any answer that has zeros. */
    private boolean agreesElsewhere(Tensor given) {
        return telling.length == wrong.size() || agreeing(given) >= Nearness.needed(wrong.size());
    }

    private int agreeing(Tensor given) {
        int agreeing = 0;
        for (int i = 0; i < wrong.size(); i++) {
            agreeing += agrees(given, i) ? 1 : 0;
        }
        return agreeing;
    }

    private boolean agrees(Tensor given, int cell) {
        double typed = given.cell(cell);
        return !(Math.abs(typed - wrong.cell(cell)) > far[cell])
                && procedure.tolerance(cell, tolerance).accepts(typed, wrong.cell(cell), largest);
    }

    /** Whether cells at the same row-major index correspond: equal shapes, or vectors whose orientation is free. */
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
