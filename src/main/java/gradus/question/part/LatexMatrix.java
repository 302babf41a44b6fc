package gradus.question.part;

import gradus.expression.read.PlainText;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A LaTeX matrix in a text: {@code &} between cells, {@code \\} between rows, in one of the matrix environments. */
record LatexMatrix(int from, int to) {
    private static final Set<String> ENVIRONMENTS =
            Set.of("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "array");
    private static final Pattern BEGIN = Pattern.compile(
            "(?:\\${1,2}|\\\\\\[|\\\\\\()?\\s{0,9}(?:\\\\left\\s?(?:[\\[(.|]|\\\\\\{))?\\s{0,9}\\\\begin\\{(\\w{1,20}\\*?)\\}(?:\\[[lcr]\\])?(?:\\{[lcr| ]{1,99}\\})?");
    private static final Pattern AFTER =
            Pattern.compile("\\s{0,9}(?:\\\\right\\s?(?:[\\]).|]|\\\\\\}))?\\s{0,9}(?:\\${1,2}|\\\\\\]|\\\\\\))?\\s*");

    /** The body of the matrix that fills this stretch, with or without its environment; null where there is none. */
    static @Nullable LatexMatrix find(String text, int from, int to) {
        char first = text.charAt(from);
        boolean bare = first != '\\' && first != '$';
        if (bare || text.indexOf("\\begin", from) < 0) {
            int cell = text.indexOf('&', from);
            return cell >= 0 && cell < to ? new LatexMatrix(from, to) : null;
        }
        Matcher begin = BEGIN.matcher(text).region(from, to);
        if (!begin.lookingAt() || !ENVIRONMENTS.contains(begin.group(1).replace("*", ""))) {
            return null;
        }
        String end = "\\end{" + begin.group(1) + "}";
        int stop = text.indexOf(end, begin.end());
        boolean alone =
                stop >= 0 && AFTER.matcher(text).region(stop + end.length(), to).matches();
        return alone ? new LatexMatrix(begin.end(), stop) : null;
    }

    void read(PlainText typed, MatrixCells cells) throws Unreadable {
        String text = typed.text();
        int rows = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean breaks = i + 1 < to && text.charAt(i) == '\\' && text.charAt(i + 1) == '\\';
            if (i == to || breaks) {
                if (i < to || rows == 0 || NumberReader.start(text, start, i) < i) {
                    row(typed, start, i, cells);
                    rows++;
                }
                start = breaks ? afterBreak(text, i + 2) : i;
                i = breaks ? start - 1 : i;
            }
        }
        cells.close(0, rows, from);
    }

    /** Behind a row's end, which may name a distance: {@code \\[4pt]}. */
    private int afterBreak(String text, int at) {
        int close = at < to && text.charAt(at) == '[' ? text.indexOf(']', at) : -1;
        return close > 0 && close < to ? close + 1 : at;
    }

    private void row(PlainText typed, int rowFrom, int rowTo, MatrixCells cells) throws Unreadable {
        String text = typed.text();
        int before = cells.count();
        int start = rowFrom;
        for (int i = rowFrom; i <= rowTo; i++) {
            if (i == rowTo || text.charAt(i) == '&') {
                int cell = NumberReader.start(text, start, i);
                int stop = NumberReader.end(text, cell, i);
                if (cell + 1 < stop && text.charAt(cell) == '{' && text.indexOf('}', cell) == stop - 1) {
                    cell = NumberReader.start(text, cell + 1, stop - 1);
                    stop = NumberReader.end(text, cell, stop - 1);
                }
                boolean blank = GridText.isBlank(text.substring(cell, stop));
                cells.add(blank ? Double.NaN : NumberReader.cell(typed, cell, stop), cell);
                start = i + 1;
            }
        }
        cells.close(1, cells.count() - before, NumberReader.start(text, rowFrom, rowTo));
    }
}
