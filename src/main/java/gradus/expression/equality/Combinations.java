package gradus.expression.equality;

import gradus.expression.value.Draws;
import gradus.expression.value.Kinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The search for points with a new combination of sides of several branches: two kinks that were each seen
 * from both sides may still bound a piece without any point. Places on each side of each branch are moved along the symbols
 * that do not decide it, and random ones are tried.
 */
final class Combinations {
    private static final int MOVES_A_SIDE = 6;
    private static final int MOST_PAIRS = 60;
    private static final int MIXTURES = 60;
    private static final int RANDOM_PLACES = 60;
    private static final int MOST_FOUND = 40;

    /** The number of sites that fit into a signature, two bits each. */
    private static final int MOST_SITES = 32;

    private final Probe probe;
    private final List<BranchSite> sites;
    private final Draws draws;
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> seenDeep = new HashSet<>();
    private int pairs;
    private final List<double[]> found = new ArrayList<>();

    Combinations(Probe probe, List<BranchSite> sites, Draws draws) {
        this.probe = probe;
        this.sites = sites.subList(0, Math.min(sites.size(), MOST_SITES));
        this.draws = draws;
    }

    List<double[]> unseen(List<double[]> tried) {
        long[] signatures = new long[tried.size()];
        List<double[]> gaps = new ArrayList<>();
        int looked = 0;
        for (; looked < signatures.length && probe.mayGoOn(); looked++) {
            Kinks kinks = probe.at(tried.get(looked));
            signatures[looked] = signature(kinks);
            gaps.add(gaps(kinks));
            seen.add(signatures[looked]);
        }
        int known = looked;
        List<List<double[]>> sides = new ArrayList<>();
        for (int bit = 0; bit < 2 * sites.size(); bit++) {
            List<double[]> places = new ArrayList<>();
            int here = bit;
            IntStream.range(0, known)
                    .filter(i -> (signatures[i] >> here & 1) == 1)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -gaps.get(i)[here]))
                    .forEach(i -> places.add(tried.get(i)));
            move(places, sites.get(bit / 2));
            sides.add(places);
        }
        for (int one = 0; one < sides.size(); one++) {
            for (int other = one / 2 * 2 + 2; other < sides.size() && pairs < MOST_PAIRS && mayGoOn(); other++) {
                pair(sides.get(one), sites.get(one / 2), sides.get(other), sites.get(other / 2));
            }
        }
        for (int i = 0; i < MIXTURES && mayGoOn(); i++) {
            mix(sides);
        }
        for (int i = 0; i < RANDOM_PLACES && mayGoOn(); i++) {
            look(probe.points.random(draws));
        }
        return found;
    }

    /** Moves the latest points of a side along coordinates that do not decide it. */
    private void move(List<double[]> places, BranchSite site) {
        for (int i = 0; i < Math.min(MOVES_A_SIDE, 2 * places.size()) && mayGoOn(); i++) {
            double[] place = places.get(places.size() - 1 - i / 2);
            double[] moved = probe.points.random(draws);
            copy(place, moved, site);
            look(moved);
        }
    }

    /**
     * Brings two sides together, close to the boundaries and far from them: the coordinates that decide one of them
     * from a place there, those of the other likewise.
     */
    private void pair(List<double[]> ones, BranchSite one, List<double[]> others, BranchSite other) {
        if (!ones.isEmpty() && !others.isEmpty()) {
            pairs++;
            for (boolean deep : new boolean[] {false, true}) {
                double[] place = probe.points.random(draws);
                copy(ones.get(deep ? 0 : ones.size() - 1), place, one);
                copy(others.get(deep ? 0 : others.size() - 1), place, other);
                look(place, deep);
            }
        }
    }

    /** Combines one side of every branch. */
    private void mix(List<List<double[]>> sides) {
        double[] place = probe.points.random(draws);
        for (int i = 0; i < sites.size(); i++) {
            int site = (int) draws.integer(0, sites.size() - 1);
            List<double[]> side = sides.get(2 * site + (int) draws.integer(0, 1));
            if (!side.isEmpty()) {
                boolean near = draws.fraction() < 0.5;
                copy(
                        side.get(near ? side.size() - 1 : (int) draws.integer(0, side.size() - 1)),
                        place,
                        sites.get(site));
            }
        }
        look(place);
    }

    private void copy(double[] from, double[] to, BranchSite site) {
        for (int coordinate : probe.points.coordinates(site.names(), draws)) {
            to[coordinate] = from[coordinate];
        }
    }

    private boolean mayGoOn() {
        return found.size() < MOST_FOUND && probe.mayGoOn();
    }

    private void look(double[] place) {
        look(place, false);
    }

    /**
     * Keeps a point with a new combination, and one far from the boundaries if only points close to them are known,
     * because kinks differ little there.
     */
    private void look(double[] place, boolean deep) {
        long signature = signature(probe.at(place));
        if (seen.add(signature) || (deep && seenDeep.add(signature))) {
            found.add(place);
        }
    }

    /** The combination of sides, two bits for each branch: whether any cell was below and whether any was above. */
    private long signature(Kinks kinks) {
        long signature = 0;
        for (int i = 0; i < sites.size(); i++) {
            int site = sites.get(i).index();
            signature |= (kinks.lowest[site] < 0 ? 1L : 0) << (2 * i);
            signature |= (kinks.highest[site] > 0 ? 1L : 0) << (2 * i + 1);
        }
        return signature;
    }

    /** The distance of each side of each branch from its boundary, by the bits of a signature. */
    private double[] gaps(Kinks kinks) {
        double[] gaps = new double[2 * sites.size()];
        for (int i = 0; i < sites.size(); i++) {
            gaps[2 * i] = -kinks.lowest[sites.get(i).index()];
            gaps[2 * i + 1] = kinks.highest[sites.get(i).index()];
        }
        return gaps;
    }
}
