package gradus.expression.equality;

import gradus.expression.value.Draws;
import gradus.expression.value.Kinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The search for points on a chosen side of several branches at once, in all their cells: it starts from points on those
 * sides and walks one coordinate at a time to where less is on the wrong side. What holds only where many quantities are
 * large together lies there.
 */
final class Corners {
    /** Of so many branches all corners are sought; of more only those where all are on the same side. */
    private static final int MOST_SITES = 4;

    private static final int MOST_CORNERS = 12;
    private static final int MOST_TRIALS = 160;
    private static final int MOST_DEEPER = 40;
    private static final double SLIGHTLY = 1e-3;

    /** A point nearer to a boundary than this is on it rather than in a corner. */
    private static final double WITHIN = 1e-4;

    private static final double FIRST_STEP = 0.25;
    private static final double LAST_STEP = 1e-3;

    private final Probe probe;
    private final List<BranchSite> sites;
    private final Draws draws;
    private final Set<Long> seen = new HashSet<>();

    Corners(Probe probe, List<BranchSite> sites, Draws draws) {
        this.probe = probe;
        this.sites = sites.subList(0, Math.min(sites.size(), Long.SIZE));
        this.draws = draws;
    }

    /** Points in corners that no point tried so far is in, as far as they are reached. */
    List<double[]> unseen(List<double[]> tried) {
        if (sites.size() <= 1 && isOfOneCell(tried)) {
            return List.of();
        }
        for (int i = 0; i < tried.size() && probe.mayGoOn(); i++) {
            Kinks kinks = probe.at(tried.get(i));
            long corner = 0;
            boolean inOne = true;
            for (int site = 0; site < sites.size(); site++) {
                int index = sites.get(site).index();
                corner |= kinks.lowest[index] > 0 ? 1L << site : 0;
                inOne &= kinks.lowest[index] > WITHIN || kinks.highest[index] < -WITHIN;
            }
            if (inOne) {
                seen.add(corner);
            }
        }
        long all = sites.size() == Long.SIZE ? -1 : (1L << sites.size()) - 1;
        List<double[]> found = new ArrayList<>();
        if (sites.size() > MOST_SITES) {
            seek(all, tried, found);
            seek(0, tried, found);
        }
        for (long corner = all; sites.size() <= MOST_SITES && corner >= 0 && found.size() < MOST_CORNERS; corner--) {
            seek(corner, tried, found);
        }
        return found;
    }

    private boolean isOfOneCell(List<double[]> tried) {
        return sites.isEmpty()
                || tried.isEmpty()
                || probe.traced(tried.get(0)).cells(sites.get(0).index()) <= 1;
    }

    private void seek(long corner, List<double[]> tried, List<double[]> found) {
        if (seen.contains(corner) || !probe.mayGoOn()) {
            return;
        }
        double[] place = tried.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : tried) {
            double wrong = wrong(point, corner);
            if (wrong < least) {
                least = wrong;
                place = point;
            }
        }
        Set<String> names = new HashSet<>();
        sites.forEach(site -> names.addAll(site.names()));
        int[] coordinates = probe.points.coordinates(names, draws);
        double[] inside = walked(place, coordinates, corner, Double.MIN_VALUE, MOST_TRIALS);
        if (wrong(inside, corner) <= 0) {
            found.add(inside);
            found.add(walked(inside, coordinates, corner, Double.POSITIVE_INFINITY, MOST_DEEPER));
            seen.add(corner);
        }
    }

    /** A place reached by steps along coordinates that lead further into a corner, until it is far enough within. */
    private double[] walked(double[] start, int[] coordinates, long corner, double depth, int trials) {
        double[] place = start;
        double least = wrong(place, corner);
        double step = FIRST_STEP;
        boolean nearer = false;
        for (int i = 0; i < trials && least > -depth && step > LAST_STEP && coordinates.length > 0; i++) {
            int turn = i % (2 * coordinates.length);
            double[] moved = probe.points.moved(place, coordinates[turn / 2], turn % 2 == 0 ? step : -step);
            double wrong = probe.mayGoOn() ? wrong(moved, corner) : Double.POSITIVE_INFINITY;
            if (wrong < least) {
                least = wrong;
                place = moved;
                nearer = true;
            }
            if (turn == 2 * coordinates.length - 1) {
                step = nearer ? step : step / 2;
                nearer = false;
            }
        }
        return place;
    }

    /**
     * By how much all cells of all branches together are on the wrong side; where none is, less than 0 by as much as they are
     * on the right one, of which the nearest counts most. Infinite where a branch is not reached.
     */
    private double wrong(double[] place, long corner) {
        Kinks trace = probe.traced(place);
        double wrong = 0;
        double nearest = Double.POSITIVE_INFINITY;
        double within = 0;
        for (int i = 0; i < sites.size(); i++) {
            int site = sites.get(i).index();
            int side = (corner >> i & 1) == 1 ? 1 : -1;
            if (trace.cells(site) == 0) {
                return Double.POSITIVE_INFINITY;
            }
            for (int cell = 0; cell < trace.cells(site); cell++) {
                double gap = side * trace.gap(site, cell);
                if (Double.isNaN(gap)) {
                    return Double.POSITIVE_INFINITY;
                }
                wrong += gap > 0 ? 0 : Double.MIN_NORMAL - gap;
                nearest = Math.min(nearest, gap);
                within += Math.min(1, gap);
            }
        }
        return wrong > 0 ? wrong : -nearest - SLIGHTLY * within;
    }
}
