package gradus.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A workbook (XLSX) that somebody sent.
 *
 * @param entries what is packed in it, by name
 * @param rows its first sheet
 */
public record Workbook(Map<String, byte[]> entries, List<Line> rows) {
    /** A small file can unpack to more than the memory holds. */
    private static final long LARGEST = 64L << 20;

    /** The cells of a row as texts, numbers written out in full, and where it stands in the sheet, from 1. */
    public record Line(int number, List<String> cells) {}

    /**
     * Reads a workbook; empty where it is too large.
     *
     * @throws IOException where it is none
     */
    public static Optional<Workbook> read(byte[] content) throws IOException {
        Optional<Map<String, byte[]>> entries = unpacked(content);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            List<Line> rows = new ArrayList<>();
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getOptionalCell(i).map(Workbook::text).orElse(""));
                }
                rows.add(new Line(row.getRowNum(), cells));
            }
            return Optional.of(new Workbook(entries.get(), List.copyOf(rows)));
        } catch (ExcelReaderException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw new IOException(broken);
        }
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText().strip();
    }

    /** Programs that write a workbook in one go put the sizes of its parts at the end, so that it is unpacked from there. */
    private static Optional<Map<String, byte[]>> unpacked(byte[] content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long all = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] piece = in.readNBytes((int) (LARGEST - all + 1));
                    all += piece.length;
                    if (all > LARGEST) {
                        return Optional.empty();
                    }
                    entries.put(entry.getName(), piece);
                }
            }
        }
        return Optional.of(entries);
    }
}
