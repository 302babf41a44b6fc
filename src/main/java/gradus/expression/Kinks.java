package gradus.expression;

import java.util.Arrays;

/** On which sides of its branches an expression has been: for every {@code max}, {@code |·|} and comparison in it. */
final class Kinks {
    final double[] lowest;
    final double[] highest;

    Kinks(int sites) {
        lowest = new double[sites];
        highest = new double[sites];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    void note(int site, double gap) {
        if (gap < lowest[site]) {
            lowest[site] = gap;
        }
        if (gap > highest[site]) {
            highest[site] = gap;
        }
    }
}
