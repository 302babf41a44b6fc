package gradus.result;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that takes tables row by row and keeps no more than a few rows in memory. */
interface RowWriter {
    /** Begins a table. */
    void table(String name, List<String> columns) throws IOException;

    /** Writes a row of texts, numbers, truth values and empty cells, one for each column. */
    void row(List<@Nullable Object> cells) throws IOException;

    /** Ends the file; what it was written to stays open. */
    void end() throws IOException;
}
