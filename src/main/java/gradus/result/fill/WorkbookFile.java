package gradus.result.fill;

import gradus.message.Message;
import gradus.web.Workbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The first sheet of a workbook. A cell that is changed is changed where it stands, and keeps its looks; all else of the file,
 * other sheets included, stays as it was.
 *
 * @param entries what is packed in it, by name
 * @param numbers where each row stands in the sheet, from 1
 */
record WorkbookFile(Map<String, byte[]> entries, List<List<String>> rows, List<Integer> numbers)
        implements PlatformFile {
    static WorkbookFile read(byte[] content) throws Unfit {
        try {
            Workbook workbook =
                    Workbook.read(content).orElseThrow(() -> new Unfit(Message.of("course.import-too-large")));
            return new WorkbookFile(
                    workbook.entries(),
                    workbook.rows().stream().map(Workbook.Line::cells).toList(),
                    workbook.rows().stream().map(Workbook.Line::number).toList());
        } catch (IOException broken) {
            throw new Unfit(Message.of("course.import-broken"));
        }
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
