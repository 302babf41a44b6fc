package gradus.expression.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records which sides of its branches an expression has taken, for every {@code max}, {@code |·|} and comparison in it.
 */
public final class Kinks {
    private static final double[] NO_GAPS = {};
    private static final int MOST_CELLS = 1_000;

    public final double[] lowest;
    public final double[] highest;

    private final List<double[]> gaps = new ArrayList<>();
    private final int[] cells;
    private final boolean tracing;

    public Kinks(int sites) {
        this(sites, false);
    }

    /** A recorder that also keeps every gap of every site, in cell order. */
    public static Kinks tracing(int sites) {
        return new Kinks(sites, true);
    }

    private Kinks(int sites, boolean tracing) {
        this.tracing = tracing;
        cells = new int[tracing ? sites : 0];
        for (int site = 0; site < cells.length; site++) {
            gaps.add(NO_GAPS);
        }
        lowest = new double[sites];
        highest = new double[sites];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    /** Whether only one side of a branch was taken although the other is within reach. */
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

    /** The number of cells in which a traced site was evaluated. */
    public int cells(int site) {
        return cells[site];
    }

    /** The gap in one cell of a traced site; NaN where it was not evaluated. */
    public double gap(int site, int cell) {
        return cell < cells[site] ? gaps.get(site)[cell] : Double.NaN;
    }

    void note(int site, double gap) {
        if (tracing && cells[site] < MOST_CELLS) {
            if (cells[site] == gaps.get(site).length) {
                gaps.set(site, Arrays.copyOf(gaps.get(site), 2 * cells[site] + 2));
            }
            gaps.get(site)[cells[site]++] = gap;
        }
        if (gap < lowest[site]) {
            lowest[site] = gap;
        }
        if (gap > highest[site]) {
            highest[site] = gap;
        }
    }
}
