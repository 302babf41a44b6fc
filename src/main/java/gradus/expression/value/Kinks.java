package gradus.expression.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** On which sides of its branches an expression has been: for every {@code max}, {@code |·|} and comparison in it. */
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

    /** One that also remembers every gap of every site, in the order of the cells. */
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

    /** In how many cells a traced site was met. */
    public int cells(int site) {
        return cells[site];
    }

    /** The gap in a cell of a traced site; NaN where it was not met. */
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
