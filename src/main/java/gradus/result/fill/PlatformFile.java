package gradus.result.fill;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import gradus.message.Message;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of grades as a learning platform wrote it, with the way it was written, so that it can be written so again.
 *
 * @param marked whether a byte order mark stands before it
 * @param quoted whether all cells stand in quotes
 */
record PlatformFile(
        List<List<String>> rows, Charset charset, boolean marked, char separator, boolean quoted, boolean windows) {
    private static final Charset KOREAN = Charset.forName("MS949");
    private static final char MARK = '\uFEFF';

    /** A file that is no such table. */
    static final class Unfit extends Exception {
        private final transient Message reason;

        Unfit(Message reason) {
            super(reason.toString());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    static PlatformFile read(byte[] content) throws Unfit {
        if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
            throw new Unfit(Message.of("fill.workbook"));
        }
        for (Charset charset : charsets(content)) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                if (text.indexOf('\0') < 0) {
                    boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
                    return read(marked ? text.substring(1) : text, charset, marked);
                }
            } catch (CharacterCodingException another) {
                // the next one may fit
            }
        }
        throw new Unfit(Message.of("course.import-no-text"));
    }

    private static List<Charset> charsets(byte[] content) {
        if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        return List.of(StandardCharsets.UTF_8, KOREAN);
    }

    private static PlatformFile read(String text, Charset charset, boolean marked) throws Unfit {
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
        return new PlatformFile(rows, charset, marked, separator, quoted, text.contains("\r\n"));
    }

    private static long count(String text, char mark) {
        return text.chars().filter(each -> each == mark).count();
    }

    /** These rows written as the file was. */
    byte[] written(List<List<String>> changed) {
        StringWriter text = new StringWriter();
        if (marked) {
            text.write(MARK);
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
