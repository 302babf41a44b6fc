package gradus.expression.read;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The search for the known word nearest to an unknown one. */
final class Spelling {
    /** So many letters of the longer word for each slip, or it is another word. */
    private static final int LETTERS_A_SLIP = 4;

    private Spelling() {}

    static @Nullable String nearest(String word, Collection<String> known) {
        return nearest(word, known, LETTERS_A_SLIP);
    }

    /** The nearest of words that are few and at hand, so that one letter in three may be another. */
    static @Nullable String nearestAtHand(String word, Collection<String> known) {
        return nearest(word, known, LETTERS_A_SLIP - 1);
    }

    private static @Nullable String nearest(String word, Collection<String> known, int lettersASlip) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int allowed = Math.max(word.length(), candidate.length()) / lettersASlip;
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT), allowed + 1);
            boolean tie = best != null && distance == least && candidate.compareTo(best) < 0;
            if (distance <= allowed && (distance < least || tie)) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** The number of letters to change, add, drop or swap (Damerau–Levenshtein distance), at most the limit. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                table[i][j] = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return Math.min(limit, table[a.length()][b.length()]);
    }
}
