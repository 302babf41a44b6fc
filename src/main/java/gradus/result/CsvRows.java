package gradus.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A CSV file in UTF-8, in which no text is a formula. */
public final class CsvRows implements RowWriter {
    /** What a CSV file is made for. */
    enum Profile {
        /** Spreadsheets, which recognise the encoding by a byte order mark. */
        SPREADSHEET,
        /** Programs. */
        PLAIN,
        /** Programs that want every cell quoted. */
        QUOTED
    }

    /**
     * Where a spreadsheet would see a formula: at the start of a text, or after a character that it may take for the
     * end of a cell; numbers are exempt.
     */
    private static final Pattern FORMULA = Pattern.compile("^(?=[\\t\\r])"
            + "|(?:^|(?<=[;\\t\\r\\n]))(?=[=+\\-@|\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFF5C])"
            + "(?![+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?:[;\\t\\r\\n]|\\z))");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer writer;
    private final CsvWriter csv;

    CsvRows(OutputStream out, Profile profile) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (profile == Profile.SPREADSHEET) {
            writer.write(BYTE_ORDER_MARK);
        }
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder();
        csv = (profile == Profile.QUOTED ? builder.quoteStrategy(QuoteStrategies.ALWAYS) : builder).build(writer);
    }

    /** A file for spreadsheets. */
    public static CsvRows forSpreadsheets(OutputStream out) throws IOException {
        return new CsvRows(out, Profile.SPREADSHEET);
    }

    @Override
    public void table(String name, List<String> columns) {
        row(List.copyOf(columns));
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell == null ? "" : cell instanceof String text ? withoutFormula(text) : cell.toString());
        }
        csv.writeRecord(texts);
    }

    @Override
    public void end() throws IOException {
        csv.flush();
        writer.flush();
    }

    /** Prefixes an apostrophe to a text that a spreadsheet would evaluate as a formula. */
    static String withoutFormula(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
