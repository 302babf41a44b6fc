package gradus.question.part;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand around a matrix of LaTeX, and within it beside the numbers: other environments, sizes, lines. */
final class PastedLatex {
    private static final Pattern AROUND = Pattern.compile(
            "\\\\(?:begin|end)\\{(?:equation|align|aligned|gather|gathered|displaymath|math|split|multline)\\*?\\}"
                    + "|(?<!\\\\)\\\\(?:displaystyle|textstyle|scriptstyle|hline|nonumber|quad|qquad)(?![A-Za-z])"
                    + "|(?<!\\\\)\\\\[bB]igg?[lrm]?\\s?[()\\[\\]|.]"
                    + "|(?<!\\\\)\\\\[,;:! ]");
    /** Commands that end a row as two backslashes do. */
    private static final Pattern ROW_END = Pattern.compile("(?<!\\\\)\\\\(?:cr|tabularnewline|newline)(?![A-Za-z])");

    private PastedLatex() {}

    /** Makes spaces of all that is neither the matrix nor its numbers. */
    static void bare(char[] plain, String text) {
        Matcher around = AROUND.matcher(text);
        while (around.find()) {
            blank(plain, around.start(), around.end());
        }
        Matcher end = ROW_END.matcher(text);
        while (end.find()) {
            blank(plain, end.start(), end.end());
            plain[end.start()] = '\\';
            plain[end.start() + 1] = '\\';
        }
    }

    private static void blank(char[] plain, int from, int to) {
        for (int i = from; i < to; i++) {
            plain[i] = ' ';
        }
    }
}
