package gradus.expression.value;

import java.util.Arrays;

/** On which sides of its branches an expression has been: for every {@code max}, {@code |·|} and comparison in it. */
public final class Kinks {
    public final double[] lowest;
    public final double[] highest;

    public Kinks(int sites) {
        lowest = new double[sites];
        highest = new double[sites];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /** Whether a branch was seen from one side only although the other is not out of reach. */
    public boolean isOneSided(int site, Range reach) {
        boolean noted = highest[site] >= lowest[site];
        boolean above = highest[site] > 0 || reach.high() <= 0;
        boolean below = lowest[site] < 0 || reach.low() >= 0;
        return noted && !(above && below);
    }

    public boolean hasCrossed(int site) {
        return highest[site] > 0 && lowest[site] < 0;
    }

    public void add(Kinks others) {
        for (int site = 0; site < lowest.length; site++) {
            lowest[site] = Math.min(lowest[site], others.lowest[site]);
            highest[site] = Math.max(highest[site], others.highest[site]);
        }
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
