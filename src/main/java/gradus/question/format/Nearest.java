package gradus.question.format;

import gradus.message.Message;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a mistyped one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The message {@code key} about this name, or {@code key-nearest} where a known name is near. */
    public static Message message(String key, String name, Collection<String> known) {
        return to(name, known)
                .map(near -> Message.of(key + "-nearest", name, near))
                .orElseGet(() -> Message.of(
                        key, name, String.join(", ", known.stream().sorted().toList())));
    }

    static Optional<String> to(String name, Collection<String> known) {
        int allowed = name.length() <= 3 ? 1 : 2;
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= allowed)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
