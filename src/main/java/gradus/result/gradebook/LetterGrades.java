package gradus.result.gradebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a class. Students of one total have one letter: with shares of the class, whoever ties across the border of a
 * letter has the lower one, so that no share is exceeded.
 *
 * @param of by student
 * @param atBorder the students who tie with the first beyond their letter's border, or stand just above or below it
 */
record LetterGrades(Map<UUID, String> of, Set<UUID> atBorder) {
    private static final double SAME = 1e-9;

    /** @param totals by student; who has none has no letter */
    static LetterGrades of(GradingScheme scheme, Map<UUID, Double> totals) {
        List<Map.Entry<UUID, Double>> ranked = new ArrayList<>(totals.entrySet());
        ranked.sort(Map.Entry.<UUID, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        Map<UUID, String> letters = new TreeMap<>();
        Set<UUID> border = new HashSet<>();
        int from = 0;
        while (from < ranked.size()) {
            int to = from + 1;
            while (to < ranked.size()
                    && isSame(ranked.get(to).getValue(), ranked.get(from).getValue())) {
                to++;
            }
            String letter = scheme.quota()
                    ? byRank(scheme, to, ranked.size())
                    : byTotal(scheme, ranked.get(from).getValue());
            for (Map.Entry<UUID, Double> one : ranked.subList(from, to)) {
                if (letter != null) {
                    letters.put(one.getKey(), letter);
                }
            }
            from = to;
        }
        for (int i = 1; i < ranked.size(); i++) {
            UUID upper = ranked.get(i - 1).getKey();
            UUID lower = ranked.get(i).getKey();
            if (!java.util.Objects.equals(letters.get(upper), letters.get(lower))) {
                border.add(upper);
                border.add(lower);
            }
        }
        return new LetterGrades(letters, border);
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.max(1, Math.abs(one));
    }

    private static @Nullable String byTotal(GradingScheme scheme, double total) {
        for (GradeCut cut : scheme.cuts()) {
            if (total >= cut.from().doubleValue() - SAME * Math.max(1, Math.abs(total))) {
                return cut.letter();
            }
        }
        return null;
    }

    /** The first letter whose share, with those above, has room for all up to this rank. */
    private static @Nullable String byRank(GradingScheme scheme, int rank, int all) {
        double share = 0;
        for (GradeCut cut : scheme.cuts()) {
            share += cut.from().doubleValue();
            if (rank <= share / 100 * all + SAME * all) {
                return cut.letter();
            }
        }
        return scheme.cuts().isEmpty()
                ? null
                : scheme.cuts().get(scheme.cuts().size() - 1).letter();
    }
}
