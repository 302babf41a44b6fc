package gradus.expression.equality;

import gradus.expression.value.Kinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The search for two points close to each boundary of an expression, one on either side: what a shifted threshold changes lies
 * there and may be narrow. Every cell of a branch is a boundary of its own. If no point on one side is known, the search climbs to it.
 */
final class Boundaries {
    private static final int ROUNDS = 4;
    private static final int MOST_CELLS = 100;
    private static final int MOST_FOUND = 240;
    private static final int MOST_CLIMBS = 12;
    private static final int CLIMBING = 120;
    private static final int HALVINGS = 26;
    private static final double CLOSE = 1e-7;

    private final Probe probe;
    private final List<BranchSite> sites;
    private final List<double[]> places = new ArrayList<>();
    private final List<Kinks> traces = new ArrayList<>();
    private final List<double[]> found = new ArrayList<>();
    private final Set<Long> done = new HashSet<>();
    private int climbs;

    Boundaries(Probe probe, List<BranchSite> sites) {
        this.probe = probe;
        this.sites = sites.stream().filter(site -> site.canCross(probe.points)).toList();
    }

    /** Points on both sides of the boundaries between and around points already tried. */
    List<double[]> around(List<double[]> tried) {
        if (sites.isEmpty()) {
            return found;
        }
        tried.forEach(this::add);
        for (int round = 0; round < ROUNDS; round++) {
            int before = found.size();
            for (BranchSite site : sites) {
                look(site);
            }
            found.subList(before, found.size()).forEach(this::add);
            if (found.size() == before) {
                break;
            }
        }
        return found;
    }

    private void add(double[] place) {
        if (probe.mayGoOn()) {
            traces.add(probe.traced(place));
            places.add(place);
        }
    }

    private boolean mayGoOn() {
        return found.size() < MOST_FOUND && probe.mayGoOn();
    }

    private void look(BranchSite site) {
        int cells = 0;
        for (Kinks trace : traces) {
            cells = Math.max(cells, Math.min(MOST_CELLS, trace.cells(site.index())));
        }
        for (int cell = 0; cell < cells && mayGoOn(); cell++) {
            if (done.contains((long) site.index() * MOST_CELLS + cell)) {
                continue;
            }
            Boundary boundary = new Boundary(site.index(), cell, threshold(site, cell));
            int above = nearest(boundary, true);
            int below = nearest(boundary, false);
            if (above >= 0 && below >= 0) {
                narrow(boundary, places.get(above), places.get(below));
            } else if (above >= 0 || below >= 0) {
                climb(boundary, site, above >= 0, places.get(Math.max(above, below)));
            }
        }
    }

    /** The value at which a branch switches, mostly 0; for a function with many jumps, one in the middle of the values met. */
    private double threshold(BranchSite site, int cell) {
        if (!site.hasSteps()) {
            return 0;
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Kinks trace : traces) {
            double gap = trace.gap(site.index(), cell);
            lowest = Math.min(lowest, Double.isNaN(gap) ? lowest : gap);
            highest = Math.max(highest, Double.isNaN(gap) ? highest : gap);
        }
        return Double.isFinite(lowest + highest) ? site.jumpNear((lowest + highest) / 2) : 0;
    }

    /** The index of the point on a side that is nearest to the boundary; −1 if there is none. */
    private int nearest(Boundary boundary, boolean above) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < traces.size(); i++) {
            double gap = boundary.gap(traces.get(i));
            if (gap > 0 == above && Math.abs(gap) < least) {
                least = Math.abs(gap);
                nearest = i;
            }
        }
        return nearest;
    }

    /** A cell of a branch. */
    private record Boundary(int site, int cell, double threshold) {
        /** How far above the boundary a point is; NaN if the branch was not evaluated there. */
        double gap(Kinks trace) {
            return trace.gap(site, cell) - threshold;
        }
    }

    private double gap(Boundary boundary, double[] place) {
        return boundary.gap(probe.traced(place));
    }

    /** Moves two points towards the boundary between them: directly if the gap is known, otherwise by halving. */
    private void narrow(Boundary boundary, double[] above, double[] below) {
        done.add((long) boundary.site() * MOST_CELLS + boundary.cell());
        double high = gap(boundary, above);
        double low = gap(boundary, below);
        double root = high / (high - low);
        double from = 0;
        double to = 1;
        if (root > CLOSE && root < 1 - CLOSE) {
            boolean before = gap(boundary, between(above, below, root - CLOSE)) > 0;
            boolean after = gap(boundary, between(above, below, root + CLOSE)) <= 0;
            from = before ? root - CLOSE : 0;
            to = after ? root + CLOSE : 1;
        }
        for (int i = 0; i < HALVINGS && to - from > 2.5 * CLOSE; i++) {
            double middle = (from + to) / 2;
            double here = gap(boundary, between(above, below, middle));
            if (Double.isNaN(here)) {
                break;
            }
            from = here > 0 ? middle : from;
            to = here > 0 ? to : middle;
        }
        found.add(between(above, below, from));
        found.add(between(above, below, to));
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] place = from.clone();
        for (int i = 0; i < place.length; i++) {
            place[i] += (to[i] - from[i]) * share;
        }
        return place;
    }

    /** Walks from the nearest point towards the missing side, one coordinate at a time, with smaller steps where none leads nearer. */
    private void climb(Boundary boundary, BranchSite site, boolean down, double[] start) {
        if (++climbs > MOST_CLIMBS) {
            return;
        }
        int[] coordinates = probe.points.coordinates(site.names(), probe.draws);
        double[] place = start.clone();
        double best = gap(boundary, place);
        double step = 0.25;
        boolean nearer = false;
        for (int i = 0; i < CLIMBING && coordinates.length > 0 && probe.mayGoOn(); i++) {
            int coordinate = coordinates[i / 2 % coordinates.length];
            double[] moved = probe.points.moved(place, coordinate, i % 2 == 0 ? step : -step);
            double gap = gap(boundary, moved);
            if (down ? gap < best : gap > best) {
                best = gap;
                place = moved;
                nearer = true;
            }
            if (down ? best <= 0 : best > 0) {
                found.add(place);
                narrow(boundary, down ? start : place, down ? place : start);
                return;
            }
            if ((i + 1) % (2 * coordinates.length) == 0) {
                step = nearer ? step : step / 2;
                nearer = false;
            }
        }
    }
}
