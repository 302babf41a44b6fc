package gradus.result;

import gradus.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Lines: an object a row, whose names are the columns. */
final class JsonRows implements RowWriter {
    private final Writer writer;
    private List<String> columns = List.of();

    JsonRows(OutputStream out) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void table(String name, List<String> ofTable) {
        columns = ofTable;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(columns.get(i), cells.get(i));
        }
        writer.write(Json.text(named));
        writer.write('\n');
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }
}
