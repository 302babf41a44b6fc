package gradus.result;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with a sheet a table. Texts are text cells, so that a student number keeps its zeros and nothing is a
 * formula; numbers are numbers. Truths are texts too: LibreOffice would make formulas of them.
 */
final class XlsxRows implements RowWriter {
    private static final int FLUSHED = 200;
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private String name = "";
    private List<String> columns = List.of();
    private int sheets;
    private int row;

    XlsxRows(OutputStream out) {
        workbook = new Workbook(out, "Gradus", null);
    }

    @Override
    public void table(String ofTable, List<String> itsColumns) throws IOException {
        name = ofTable;
        columns = itsColumns;
        sheets = 0;
        begin();
    }

    private Worksheet begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        begun.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            begun.inlineString(0, column, columns.get(column));
            begun.style(0, column).bold().set();
        }
        sheet = begun;
        row = 0;
        return begun;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        row++;
        Worksheet current = sheet == null || row == Worksheet.MAX_ROWS ? begin() : sheet;
        row = Math.max(row, 1);
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                current.value(row, column, number);
            } else if (cell != null) {
                current.inlineString(row, column, shortened(cell.toString()));
            }
        }
        if (row % FLUSHED == 0) {
            current.flush();
        }
    }

    /** A cell holds so much and no more; the whole text is in the other formats. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
