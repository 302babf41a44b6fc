package gradus.question.part;

import gradus.expression.read.PlainText;
import gradus.maths.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Reads matrices, vectors and tensors as people paste them: nested lists, MATLAB, NumPy and PyTorch, LaTeX, or plain rows.
 *
 * <p>A list of numbers is a row (1×n). In a row with a comma only commas separate; otherwise spaces do, save around an
 * operator that has a space on its far side too: {@code 1 -2} is two cells, {@code 1 - 2} one. In rows without brackets a
 * tab is a separator that may stand beside a blank cell, as spreadsheets copy them. A blank cell, {@code _} where it is written out, is NaN.
 */
final class MatrixReader {
    /** Characters of one response; it is refused before anything in it is looked at. */
    static final int MAX_LENGTH = 200_000;

    private static final String OPENING_OPERATORS = "+-*/^×·÷⋅(√xX";
    private static final String JOINING_OPERATORS = "*/^×·÷⋅)xX";

    private final PlainText typed;
    private final String text;
    private final MatrixCells cells;
    private int at;
    private int end;
    private int leafDepth;

    private MatrixReader(PlainText typed) {
        this.typed = typed;
        this.text = typed.text();
        this.cells = new MatrixCells(typed);
    }

    /** The tensor of rank 2 to 4 that the response is, or null where it is blank or all its cells are. */
    static @Nullable Tensor read(PlainText typed) throws Unreadable {
        if (typed.text().length() > MAX_LENGTH) {
            throw Unreadable.at(0, "grading.response-too-long", MAX_LENGTH);
        }
        PastedMatrix pasted = PastedMatrix.of(Copied.withoutTypes(typed));
        Tensor tensor = new MatrixReader(pasted.typed()).read();
        return tensor == null ? null : pasted.arranged(tensor);
    }

    private @Nullable Tensor read() throws Unreadable {
        at = NumberReader.start(text, 0, text.length());
        end = NumberReader.end(text, at, text.length());
        if (at == end) {
            return null;
        }
        LatexMatrix latex = LatexMatrix.find(text, at, end);
        if (latex != null) {
            latex.read(typed, cells);
        } else if (MatrixWrapper.startsAt(text, at, end)) {
            MatrixWrapper wrapper = MatrixWrapper.around(typed, at, end);
            at = wrapper.from();
            end = wrapper.to();
            brackets();
        } else if (text.charAt(at) == '[') {
            if (isSeveralLists()) {
                bareLists();
            } else {
                brackets();
            }
        } else {
            plainRows();
        }
        return cells.tensor();
    }

    /** Whether another list follows the first, behind a comma, a semicolon or space; without any of these it would be an index. */
    private boolean isSeveralLists() {
        int depth = 0;
        for (int i = at; i < end; i++) {
            depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                int next = NumberReader.start(text, i + 1, end);
                if (next < end && ",;".indexOf(text.charAt(next)) >= 0) {
                    next = NumberReader.start(text, next + 1, end);
                }
                return next > i + 1 && next < end && text.charAt(next) == '[';
            }
        }
        return false;
    }

    /** Lists side by side, {@code [1,2],[3,4]}: the rows of a matrix whose outer brackets were left out. */
    private void bareLists() throws Unreadable {
        int from = at;
        int size = 0;
        while (at < end) {
            if (text.charAt(at) != '[') {
                throw wrong(at, text.charAt(at) == ']' ? "grading.bracket-not-opened" : "grading.after-bracket");
            }
            list(2);
            size++;
            skipSpace();
            if (at < end && (text.charAt(at) == ',' || text.charAt(at) == ';')) {
                at++;
                skipSpace();
            }
        }
        cells.close(0, size, from);
    }

    private void brackets() throws Unreadable {
        if (";,.".indexOf(text.charAt(end - 1)) >= 0) {
            end = NumberReader.end(text, at, end - 1);
        }
        list(1);
        skipSpace();
        if (at < end) {
            throw wrong(at, text.charAt(at) == ']' ? "grading.bracket-not-opened" : "grading.after-bracket");
        }
    }

    /** The list that opens here; {@code at} moves behind its closing bracket. */
    private void list(int depth) throws Unreadable {
        int opened = at++;
        if (depth > Tensor.MAX_RANK) {
            throw Unreadable.at(typed.originalOffset(opened), "grading.too-deep", Tensor.MAX_RANK);
        }
        skipSpace();
        if (at < end && text.charAt(at) == '[') {
            listOfLists(depth, opened);
        } else {
            leaf(depth, opened);
        }
    }

    private void listOfLists(int depth, int opened) throws Unreadable {
        int size = 0;
        while (true) {
            list(depth + 1);
            size++;
            skipSpace();
            boolean separated = at < end && (text.charAt(at) == ',' || text.charAt(at) == ';');
            if (separated) {
                at++;
                skipSpace();
            }
            if (at == end) {
                throw wrong(opened, "grading.bracket-not-closed");
            } else if (text.charAt(at) == ']') {
                at++;
                cells.close(depth - 1, size, opened);
                return;
            } else if (text.charAt(at) != '[') {
                throw wrong(at, "grading.list-expected");
            }
        }
    }

    private void leaf(int depth, int opened) throws Unreadable {
        if (leafDepth != 0 && leafDepth != depth) {
            throw wrong(opened, "grading.ragged-depth");
        }
        leafDepth = depth;
        int from = at;
        while (at < end && text.charAt(at) != ']' && text.charAt(at) != '[') {
            at++;
        }
        if (at == end) {
            throw wrong(opened, "grading.bracket-not-closed");
        } else if (text.charAt(at) == '[') {
            throw wrong(at, "grading.number-expected");
        }
        if (depth == 1) {
            rows(from, at, true);
        } else {
            int before = cells.count();
            row(from, at, false);
            cells.close(depth - 1, cells.count() - before, opened);
        }
        at++;
    }

    private void plainRows() throws Unreadable {
        rows(at, end, false);
    }

    /** Rows that a {@code ;} or a line's end separates; within brackets a line that ends in a comma goes on. */
    private void rows(int from, int to, boolean bracketed) throws Unreadable {
        int rows = 0;
        int start = from;
        char last = ' ';
        for (int i = from; i <= to; i++) {
            char c = i == to ? ';' : text.charAt(i);
            boolean ends = c == ';' || (c == '\n' || c == '\r') && !(bracketed && last == ',');
            if (ends) {
                if (NumberReader.start(text, start, i) < i || i == to && rows == 0) {
                    int before = cells.count();
                    row(start, i, !bracketed);
                    cells.close(1, cells.count() - before, NumberReader.start(text, start, i));
                    rows++;
                }
                start = i + 1;
            }
            last = c > ' ' ? c : last;
        }
        cells.close(0, rows, from);
    }

    private void row(int from, int to, boolean tabsSeparate) throws Unreadable {
        boolean commas = false;
        boolean tabs = false;
        for (int i = from; i < to; i++) {
            commas |= text.charAt(i) == ',';
            tabs |= text.charAt(i) == '\t';
        }
        if (commas) {
            split(from, to, ',');
        } else if (tabs && tabsSeparate) {
            split(from, to, '\t');
        } else {
            spaced(from, to);
        }
    }

    private void split(int from, int to, char separator) throws Unreadable {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == separator) {
                if (separator == '\t') {
                    spaced(start, i);
                } else {
                    cell(start, i);
                }
                start = i + 1;
            }
        }
    }

    private void cell(int from, int to) throws Unreadable {
        int start = NumberReader.start(text, from, to);
        int stop = NumberReader.end(text, start, to);
        boolean blank = GridText.isBlank(text.substring(start, stop));
        cells.add(blank ? Double.NaN : NumberReader.cell(typed, start, stop), start);
    }

    /** Cells that spaces separate; nothing but spaces is one blank cell. */
    private void spaced(int from, int to) throws Unreadable {
        int start = NumberReader.start(text, from, to);
        int stop = NumberReader.end(text, start, to);
        int open = 0;
        int cell = start;
        for (int i = start; i < stop; i++) {
            char c = text.charAt(i);
            if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
            } else if (c <= ' ' && open <= 0) {
                int next = NumberReader.start(text, i, stop);
                if (separates(text.charAt(i - 1), next)) {
                    cell(cell, i);
                    cell = next;
                }
                i = next - 1;
            }
        }
        cell(cell, stop);
    }

    private boolean separates(char before, int next) {
        char after = text.charAt(next);
        if (OPENING_OPERATORS.indexOf(before) >= 0 || JOINING_OPERATORS.indexOf(after) >= 0) {
            return false;
        }
        boolean sign = after == '+' || after == '-';
        return !(sign && next + 1 < text.length() && text.charAt(next + 1) <= ' ');
    }

    private void skipSpace() {
        at = NumberReader.start(text, at, end);
    }

    private Unreadable wrong(int where, String key) {
        return Unreadable.at(typed.originalOffset(where), key);
    }
}
