package gradus.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import gradus.database.Database;
import gradus.json.Json;
import gradus.maths.Decimals;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Writes the results of an exam row by row in constant memory. */
public final class Export {
    /** The file format. */
    public enum Format {
        CSV,
        JSON
    }

    /** What each row stands for. */
    public enum Rows {
        ATTEMPTS,
        RESPONSES
    }

    /**
     * Where a spreadsheet would see a formula: at the start of a text, or after a character that it may take for the
     * end of a cell; numbers are exempt.
     */
    private static final Pattern FORMULA = Pattern.compile("^(?=[\\t\\r])"
            + "|(?:^|(?<=[;\\t\\r\\n]))(?=[=+\\-@|\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFF5C])"
            + "(?![+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?:[;\\t\\r\\n]|\\z))");

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DECIMALS = 6;

    private final Database database;

    public Export(Database database) {
        this.database = database;
    }

    /** Whether a course has this exam. */
    public boolean exists(String course, String exam) {
        return database.store(ResultStore.class).exams(course, exam) > 0;
    }

    /**
     * Writes the results in UTF-8: CSV with a byte order mark, by which spreadsheets recognise the encoding, or one
     * JSON object per line.
     */
    public void write(String course, String exam, Rows rows, Format format, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Sink sink = format == Format.CSV ? new Csv(writer) : new JsonLines(writer);
        database.read(ResultStore.class, store -> {
            if (rows == Rows.ATTEMPTS) {
                store.eachAttempt(course, exam, row -> sink.write(cells(row)));
            } else {
                store.eachResponse(course, exam, row -> sink.write(cells(row)));
            }
            return rows;
        });
        sink.end(rows == Rows.ATTEMPTS ? ATTEMPT_COLUMNS : RESPONSE_COLUMNS);
        writer.flush();
    }

    private static final List<String> ATTEMPT_COLUMNS = List.of(
            "student_number",
            "name",
            "login",
            "attempt",
            "number",
            "started",
            "submitted",
            "ended_by",
            "score",
            "graded",
            "points",
            "waiting");

    private static final List<String> RESPONSE_COLUMNS = List.of(
            "student_number",
            "name",
            "login",
            "attempt",
            "label",
            "question",
            "variant",
            "part",
            "response",
            "arrived",
            "verdict",
            "score",
            "points",
            "mistake",
            "graded_by");

    private static Map<String, @Nullable Object> cells(AttemptRow row) {
        BigFraction waiting = row.points() == null || row.graded() == null
                ? null
                : row.points().subtract(row.graded());
        return cells(
                ATTEMPT_COLUMNS,
                row.studentNumber(),
                row.name(),
                row.login(),
                row.id().toString(),
                row.number(),
                time(row.started()),
                time(row.submitted()),
                lower(row.endedBy()),
                decimal(row.score()),
                decimal(row.graded()),
                decimal(row.points()),
                decimal(waiting));
    }

    private static Map<String, @Nullable Object> cells(ResponseRow row) {
        return cells(
                RESPONSE_COLUMNS,
                row.studentNumber(),
                row.name(),
                row.login(),
                row.attempt().toString(),
                row.label(),
                row.question(),
                row.variant(),
                row.part(),
                row.content(),
                time(row.arrived()),
                row.verdict(),
                decimal(row.score()),
                decimal(row.points()),
                row.mistake(),
                row.kind() == null ? null : row.kind().equals("PERSON") ? "person" : "grader");
    }

    private static Map<String, @Nullable Object> cells(List<String> columns, @Nullable Object... values) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            cells.put(columns.get(i), values[i]);
        }
        return cells;
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String lower(@Nullable String word) {
        return word == null ? null : word.toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable BigDecimal decimal(@Nullable BigFraction fraction) {
        if (fraction == null) {
            return null;
        }
        BigDecimal decimal = Decimals.rounded(fraction, DECIMALS).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private interface Sink {
        void write(Map<String, @Nullable Object> cells);

        /** Ends the file. The columns are passed because a file without rows names them too. */
        void end(List<String> columns) throws IOException;
    }

    private static final class Csv implements Sink {
        private final CsvWriter csv;
        private boolean begun;

        Csv(Writer writer) throws IOException {
            writer.write(BYTE_ORDER_MARK);
            csv = CsvWriter.builder().build(writer);
        }

        @Override
        public void write(Map<String, @Nullable Object> cells) {
            if (!begun) {
                csv.writeRecord(cells.keySet());
                begun = true;
            }
            List<String> texts = new ArrayList<>();
            cells.values().forEach(cell -> texts.add(cell == null ? "" : withoutFormula(cell.toString())));
            csv.writeRecord(texts);
        }

        @Override
        public void end(List<String> columns) throws IOException {
            if (!begun) {
                csv.writeRecord(columns);
            }
            csv.flush();
        }

        /** Prefixes an apostrophe to a text that a spreadsheet would evaluate as a formula. */
        private static String withoutFormula(String text) {
            return FORMULA.matcher(text).replaceAll("'");
        }
    }

    private static final class JsonLines implements Sink {
        private final Writer writer;

        JsonLines(Writer writer) {
            this.writer = writer;
        }

        @Override
        public void write(Map<String, @Nullable Object> cells) {
            try {
                writer.write(Json.text(cells));
                writer.write('\n');
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void end(List<String> columns) {}
    }
}
