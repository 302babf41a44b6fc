package gradus.expression.equality;

import gradus.expression.Expression;
import gradus.expression.value.Budget;
import gradus.expression.value.Draws;
import gradus.expression.value.Kinks;
import gradus.expression.value.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The search for points on a side of a branch that no point is on yet: it climbs there by trying each coordinate
 * forwards and back with ever smaller steps, from the points that came nearest.
 */
final class Seeker {
    private static final int FEWEST_TRIALS = 160;
    private static final int TRIALS_EACH = 40;
    private static final int MOST_TRIALS = 800;
    private static final int MOST_SITES = 24;
    private static final int ROUNDS = 3;
    private static final int DEEPER = 6;
    private static final double FIRST_STEP = 0.25;
    private static final double LAST_STEP = 1e-7;

    private final Probe probe;
    private final SamplePoints points;
    private final Draws draws;
    private final Set<String> known;
    private int trials;

    /**
     * The search for an expression.
     *
     * @param known the canonical spellings of branches whose boundaries were already covered by the points tried
     */
    Seeker(SamplePoints points, Expression expression, Scope scope, Budget budget, Draws draws, Set<String> known) {
        this.probe = new Probe(points, expression, scope, budget, draws);
        this.known = known;
        this.points = points;
        this.draws = draws;
    }

    /**
     * Points on sides and combinations of sides not seen before, as far as they can be reached from points already
     * tried. What they meet is recorded; a branch inside a branch is examined once the outer one was entered.
     */
    List<double[]> unseen(Kinks seen, List<double[]> tried) {
        List<double[]> places = new ArrayList<>(tried);
        List<BranchSite> sites = BranchSite.of(probe.expression);
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> found = sides(sites, seen, places, round == 0);
            found.forEach(place -> seen.add(probe.at(place)));
            places.addAll(found);
            if (found.isEmpty()) {
                break;
            }
        }
        places.addAll(new Boundaries(probe, apart(sites)).around(places));
        places.subList(tried.size(), places.size()).forEach(place -> seen.add(probe.at(place)));
        List<BranchSite> crossed =
                sites.stream().filter(site -> seen.hasCrossed(site.index())).toList();
        if (crossed.size() > 1) {
            places.addAll(new Combinations(probe, crossed, draws).unseen(places));
        }
        if (!crossed.isEmpty()) {
            places.addAll(new Corners(probe, crossed, draws).unseen(places));
        }
        return places.subList(tried.size(), places.size());
    }

    private List<BranchSite> apart(List<BranchSite> sites) {
        return sites.stream()
                .filter(site -> !known.contains(site.node().text()))
                .toList();
    }

    private List<double[]> sides(List<BranchSite> sites, Kinks seen, List<double[]> tried, boolean first) {
        List<double[]> found = new ArrayList<>();
        int sought = 0;
        for (BranchSite site : sites) {
            if (site.hasSteps() && first) {
                found.addAll(climb(site, 1, tried, Double.POSITIVE_INFINITY));
                found.addAll(climb(site, -1, tried, Double.POSITIVE_INFINITY));
            } else if (!site.hasSteps()
                    && seen.isOneSided(site.index(), site.reach(points))
                    && ++sought <= MOST_SITES) {
                found.addAll(climb(site, seen.highest[site.index()] > 0 ? -1 : 1, tried, 0));
            }
        }
        return found;
    }

    /** The highest point for a gap, or for its negative: once beyond the goal it climbs only a little further. */
    private List<double[]> climb(BranchSite site, int sign, List<double[]> tried, double goal) {
        trials = 0;
        double[] place = new double[0];
        double best = Double.NEGATIVE_INFINITY;
        for (double[] point : tried) {
            double score = score(point, site, sign);
            if (score > best) {
                best = score;
                place = point.clone();
            }
        }
        int[] coordinates = points.coordinates(site.names(), draws);
        if (best == Double.NEGATIVE_INFINITY || coordinates.length == 0) {
            return List.of();
        }
        int most = tried.size() + Math.min(MOST_TRIALS, FEWEST_TRIALS + TRIALS_EACH * coordinates.length);
        int stale = 0;
        int deeper = 0;
        double step = FIRST_STEP;
        for (int i = 0; step > LAST_STEP && trials < most && deeper < DEEPER && probe.mayGoOn(); i++) {
            double score = better(place, coordinates[i % coordinates.length], step, best, site, sign);
            stale = score > best ? 0 : stale + 1;
            best = Math.max(best, score);
            deeper += best > goal ? 1 : 0;
            if (stale == coordinates.length) {
                stale = 0;
                step /= 2;
            }
        }
        return best > 0 || goal > 0 ? List.of(place, nearby(place)) : List.of();
    }

    /** Moves the place one step along a coordinate where that scores better; what it scores then. */
    private double better(double[] place, int coordinate, double step, double best, BranchSite site, int sign) {
        double before = place[coordinate];
        double width = points.high(coordinate) - points.low(coordinate);
        for (int direction = -1; direction <= 1; direction += 2) {
            double after = before + direction * step * width;
            place[coordinate] = Math.min(points.high(coordinate), Math.max(points.low(coordinate), after));
            double score = place[coordinate] == before ? best : score(place, site, sign);
            if (score > best) {
                return score;
            }
        }
        place[coordinate] = before;
        return best;
    }

    private double[] nearby(double[] place) {
        double[] near = place.clone();
        for (int i = 0; i < near.length; i++) {
            double width = points.high(i) - points.low(i);
            double moved = near[i] + (draws.fraction() - 0.5) * width / 64;
            near[i] = Math.min(points.high(i), Math.max(points.low(i), moved));
        }
        return near;
    }

    private double score(double[] point, BranchSite site, int sign) {
        trials++;
        Kinks kinks = probe.at(point);
        double gap = sign > 0 ? kinks.highest[site.index()] : -kinks.lowest[site.index()];
        return Double.isNaN(gap) ? Double.NEGATIVE_INFINITY : gap;
    }
}
