package gradus.question.part;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows between drawn bars: the tall brackets that programs draw line by line, and the tables of Markdown. */
final class DrawnRows {
    private static final String TALL = "⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎫⎬⎭⎪⎮";
    private static final String RULE = "|-:";

    private static final Pattern HEAD = Pattern.compile("\\s*+([^\\d\\r\\n]++)\\R\\h*+[:|\\h]*+-");
    /** The first two lines of a table of Markdown, whose rule may do without bars at its ends, as then all rows may. */
    private static final Pattern TABLE = Pattern.compile(
            "\\s*+[^\\r\\n]*+\\R\\h*+\\|?\\h*+:?-++:?(?:\\h*+\\|\\h*+:?-++:?)++\\h*+\\|?\\h*+(?:\\R|$)");

    private DrawnRows() {}

    /** Makes drawn brackets and the bars around each row spaces, and the bars between its cells commas. */
    static void blank(char[] plain) {
        for (int i = 0; i < plain.length; i++) {
            plain[i] = TALL.indexOf(plain[i]) >= 0 ? ' ' : plain[i];
        }
        boolean table = TABLE.matcher(new String(plain)).lookingAt();
        if (rows(plain, table, false)) {
            withoutHead(plain);
            rows(plain, table, true);
        }
    }

    /** Blanks the first row where it has words and no number, and the rule of a table's head stands under it. */
    private static void withoutHead(char[] plain) {
        Matcher head = HEAD.matcher(new String(plain));
        if (head.lookingAt()) {
            Arrays.fill(plain, head.start(1), head.end(1), ' ');
        }
    }

    /**
     * Whether every line is a row between bars: several of them, or one with bars between its cells.
     *
     * @param table whether a rule shows that this is a table of Markdown
     * @param blanked whether the bars are taken away; only where they are known to be such
     */
    private static boolean rows(char[] plain, boolean table, boolean blanked) {
        int rows = 0;
        boolean cells = false;
        int start = 0;
        for (int i = 0; i <= plain.length; i++) {
            if (i == plain.length || plain[i] == '\n' || plain[i] == '\r') {
                int from = from(plain, start, i);
                int to = to(plain, from, i);
                int inner = from == to ? 0 : row(plain, from, to, table, blanked);
                if (inner < 0) {
                    return false;
                }
                rows += from == to ? 0 : 1;
                cells |= inner > 0;
                start = i + 1;
            }
        }
        return rows > 1 || cells;
    }

    /** The number of bars between the cells of a row; −1 where it is no row between bars. */
    private static int row(char[] plain, int from, int to, boolean table, boolean blanked) {
        boolean rule = true;
        for (int i = from; i < to; i++) {
            rule &= plain[i] <= ' ' || RULE.indexOf(plain[i]) >= 0;
        }
        if (!rule && !table && (to - from < 3 || plain[from] != '|' || plain[to - 1] != '|')) {
            return -1;
        }
        int inner = 0;
        for (int i = from; i < to; i++) {
            boolean outer = i == from || i == to - 1;
            if (!rule && !outer && plain[i] == '|') {
                if (!table && (plain[i - 1] > ' ' || plain[i + 1] > ' ')) {
                    return -1;
                }
                inner++;
            }
            if (blanked && (rule || plain[i] == '|')) {
                plain[i] = rule || outer ? ' ' : ',';
            }
        }
        return rule ? 0 : table && inner == 0 ? -1 : inner;
    }

    private static int from(char[] plain, int from, int to) {
        int i = from;
        while (i < to && plain[i] <= ' ') {
            i++;
        }
        return i;
    }

    private static int to(char[] plain, int from, int to) {
        int i = to;
        while (i > from && plain[i - 1] <= ' ') {
            i--;
        }
        return i;
    }
}
