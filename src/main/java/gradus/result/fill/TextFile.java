package gradus.result.fill;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import gradus.message.Message;
import gradus.web.EncodedText;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Text with a line a row, with the way it was written.
 *
 * @param marked whether a byte order mark stands before it
 * @param quoted whether all cells stand in quotes
 */
record TextFile(
        List<List<String>> rows, Charset charset, boolean marked, char separator, boolean quoted, boolean windows)
        implements PlatformFile {
    static TextFile read(byte[] content) throws Unfit {
        EncodedText text = EncodedText.of(content).orElseThrow(() -> new Unfit(Message.of("course.import-no-text")));
        return read(text.text(), text.charset(), text.marked());
    }

    private static TextFile read(String text, Charset charset, boolean marked) throws Unfit {
        String head = text.lines().findFirst().orElse("");
        char separator = ',';
        for (char candidate : new char[] {'\t', ';'}) {
            separator = count(head, candidate) > count(head, separator) ? candidate : separator;
        }
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(record -> rows.add(new ArrayList<>(record.getFields())));
        } catch (CsvParseException | IOException broken) {
            throw new Unfit(Message.of("course.import-broken"));
        }
        boolean quoted = head.startsWith("\"") && head.endsWith("\"");
        return new TextFile(rows, charset, marked, separator, quoted, text.contains("\r\n"));
    }

    private static long count(String text, char mark) {
        return text.chars().filter(each -> each == mark).count();
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=" + charset.name();
    }

    @Override
    public byte[] written(List<List<String>> changed) {
        StringWriter text = new StringWriter();
        if (marked) {
            text.write(EncodedText.MARK);
        }
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(windows ? LineDelimiter.CRLF : LineDelimiter.LF);
        try (CsvWriter csv = (quoted ? builder.quoteStrategy(QuoteStrategies.ALWAYS) : builder).build(text)) {
            changed.forEach(csv::writeRecord);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return text.toString().getBytes(charset);
    }
}
