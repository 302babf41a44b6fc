package gradus.result.fill;

import gradus.message.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of a workbook. A cell that is changed is changed where it stands, and keeps its looks; all else of the file,
 * other sheets included, stays as it was.
 *
 * @param entries what is packed in it, by name
 * @param numbers where each row stands in the sheet, from 1
 */
record WorkbookFile(Map<String, byte[]> entries, List<List<String>> rows, List<Integer> numbers)
        implements PlatformFile {
    private static final long LARGEST_UNPACKED = 64L << 20;

    static WorkbookFile read(byte[] content) throws Unfit {
        try {
            Map<String, byte[]> entries = unpacked(content);
            List<List<String>> rows = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
                for (Row row : workbook.getFirstSheet().read()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < row.getCellCount(); i++) {
                        cells.add(row.getOptionalCell(i).map(WorkbookFile::text).orElse(""));
                    }
                    rows.add(cells);
                    numbers.add(row.getRowNum());
                }
            }
            return new WorkbookFile(entries, rows, numbers);
        } catch (IOException | ExcelReaderException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw new Unfit(Message.of("course.import-broken"));
        }
    }

    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : cell.getText().strip();
    }

    /** A small file can unpack to more than the memory holds. */
    private static Map<String, byte[]> unpacked(byte[] content) throws IOException, Unfit {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long all = 0;
        // what is streamed into a workbook has its sizes at the end, so that it is read from there
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] piece = in.readNBytes((int) (LARGEST_UNPACKED - all + 1));
                    all += piece.length;
                    if (all > LARGEST_UNPACKED) {
                        throw new Unfit(Message.of("course.import-too-large"));
                    }
                    entries.put(entry.getName(), piece);
                }
            }
        }
        return entries;
    }

    @Override
    public byte[] written(List<List<String>> changed) {
        String path = SheetXml.firstSheet(entries);
        SheetXml sheet = SheetXml.read(entries.getOrDefault(path, new byte[0]));
        for (int i = 0; i < changed.size(); i++) {
            List<String> row = changed.get(i);
            for (int column = 0; column < row.size(); column++) {
                String before = column < rows.get(i).size() ? rows.get(i).get(column) : "";
                if (!before.equals(row.get(column))) {
                    sheet.set(numbers.get(i), column, row.get(column));
                }
            }
        }
        Map<String, byte[]> packed = new LinkedHashMap<>(entries);
        packed.put(path, sheet.written());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : packed.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
}
