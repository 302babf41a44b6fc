package gradus.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for points on a side of a branch where an expression has not been: climbs towards it by trying each coordinate
 * forwards and back with ever smaller steps, from the points that came nearest.
 */
final class Seeker {
    private static final int FEWEST_TRIALS = 160;
    private static final int TRIALS_EACH = 40;
    private static final int MOST_TRIALS = 800;
    private static final int MOST_SITES = 24;
    private static final int DEEPER = 6;
    private static final double FIRST_STEP = 0.25;
    private static final double LAST_STEP = 1e-7;

    private final Points points;
    private final Expression expression;
    private final Points.Slots slots;
    private final Scope scope;
    private final Budget budget;
    private final Draws draws;
    private int trials;

    Seeker(Points points, Expression expression, Scope scope, Budget budget, Draws draws) {
        this.points = points;
        this.expression = expression;
        this.slots = points.slots(expression);
        this.scope = scope;
        this.budget = budget;
        this.draws = draws;
    }

    /** Points on the sides that the kinks have not seen, as far as they can be reached, from points already tried. */
    List<double[]> unseen(Kinks seen, List<double[]> tried) {
        List<double[]> found = new ArrayList<>();
        int sought = 0;
        for (BranchSite site : BranchSite.of(expression)) {
            if (site.hasSteps()) {
                found.addAll(climb(site, 1, tried, Double.POSITIVE_INFINITY));
                found.addAll(climb(site, -1, tried, Double.POSITIVE_INFINITY));
                continue;
            }
            Range reach = site.reach(points);
            boolean above = seen.highest[site.index()] > 0 || reach.high() <= 0;
            boolean below = seen.lowest[site.index()] < 0 || reach.low() >= 0;
            boolean never = seen.highest[site.index()] == Double.NEGATIVE_INFINITY;
            if ((above && below) || never || ++sought > MOST_SITES) {
                continue;
            }
            found.addAll(climb(site, above ? -1 : 1, tried, 0));
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
        for (int i = 0; step > LAST_STEP && trials < most && deeper < DEEPER; i++) {
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
        Kinks kinks = new Kinks(expression.sites());
        expression.run(scope, slots.fill(points.values(point, budget)), budget, kinks);
        double gap = sign > 0 ? kinks.highest[site.index()] : -kinks.lowest[site.index()];
        return Double.isNaN(gap) ? Double.NEGATIVE_INFINITY : gap;
    }
}
