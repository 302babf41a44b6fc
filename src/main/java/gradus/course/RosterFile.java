package gradus.course;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import gradus.message.Message;
import gradus.web.EncodedText;
import gradus.web.Workbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * A table of students as a school's system or a spreadsheet writes it: XLSX, or text in UTF-8, UTF-16 or MS949 with commas, tabs
 * or semicolons.
 */
record RosterFile(List<Line> lines) {
    /** How many bytes it takes to tell a workbook from a text. */
    private static final int LONGEST_MARK = 8;

    /** The cells of a line, and where it stands in the file, from 1. */
    record Line(int number, List<String> cells) {}

    /** A file of which nothing can be read. */
    static final class Unreadable extends Exception {
        private final transient Message reason;

        Unreadable(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    static RosterFile read(byte[] content) throws Unreadable {
        if (content.length < LONGEST_MARK) {
            return text(decoded(content));
        }
        if (ReadableWorkbook.isOLE2Header(content)) {
            throw new Unreadable(Message.of("course.import-old-excel"));
        }
        return ReadableWorkbook.isOOXMLZipHeader(content) ? workbook(content) : text(decoded(content));
    }

    /** The first sheet of a workbook. */
    private static RosterFile workbook(byte[] content) throws Unreadable {
        try {
            Workbook workbook =
                    Workbook.read(content).orElseThrow(() -> new Unreadable(Message.of("course.import-too-large")));
            return new RosterFile(workbook.rows().stream()
                    .map(row -> new Line(row.number(), row.cells()))
                    .toList());
        } catch (IOException broken) {
            throw new Unreadable(Message.of("course.import-broken"));
        }
    }

    private static String decoded(byte[] content) throws Unreadable {
        return EncodedText.of(content)
                .map(EncodedText::text)
                .orElseThrow(() -> new Unreadable(Message.of("course.import-no-text")));
    }

    static RosterFile text(String text) throws Unreadable {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(record -> lines.add(new Line(
                    (int) record.getStartingLineNumber(),
                    record.getFields().stream().map(String::strip).toList())));
        } catch (CsvParseException | IOException broken) {
            throw new Unreadable(Message.of("course.import-broken"));
        }
        return new RosterFile(List.copyOf(lines));
    }

    /** The mark that stands most often in the line that names the columns, or else in the whole text. */
    private static char separator(String text) {
        String header = text.lines().filter(RosterColumn::isNamedIn).findFirst().orElse(text);
        char most = ',';
        long count = -1;
        for (char candidate : new char[] {',', '\t', ';'}) {
            long found = header.chars().filter(mark -> mark == candidate).count();
            if (found > count) {
                most = candidate;
                count = found;
            }
        }
        return most;
    }
}
