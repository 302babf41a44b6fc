package gradus.author;

import java.util.ArrayList;
import java.util.List;

/** Two texts line by line: what both have, what the second lacks, and what it has more. */
public record Difference(List<Line> lines) {
    private static final int MOST_LINES = 3_000;

    /** A line with its sign: {@code " "} for one that stayed, {@code "-"} and {@code "+"}. */
    public record Line(String sign, String text) {
        /** The word for the sign in the page's style. */
        public String kind() {
            return sign.equals("+") ? "added" : sign.equals("-") ? "gone" : "stayed";
        }
    }

    /** The difference from the first text to the second, by their longest common sequence of lines. */
    public static Difference of(String first, String second) {
        String[] before = first.split("\n", MOST_LINES);
        String[] after = second.split("\n", MOST_LINES);
        int[][] common = new int[before.length + 1][after.length + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            for (int j = after.length - 1; j >= 0; j--) {
                common[i][j] = before[i].equals(after[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.length || j < after.length) {
            if (i < before.length && j < after.length && before[i].equals(after[j])) {
                lines.add(new Line(" ", before[i++]));
                j++;
            } else if (j == after.length || (i < before.length && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line("-", before[i++]));
            } else {
                lines.add(new Line("+", after[j++]));
            }
        }
        return new Difference(lines);
    }
}
