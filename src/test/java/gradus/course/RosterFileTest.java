package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Files of students as schools' systems and spreadsheets write them. */
class RosterFileTest {
    private static final String KOREAN = "학번,이름,학과,학년,분반,이메일\n20240001,김하나,컴퓨터공학과,3,A,hana@example.org\n";
    private static final Particulars HANA = new Particulars("20240001", "김하나", "A", "컴퓨터공학과", "3", "hana@example.org");

    private static List<RosterImport.Row> rows(byte[] file) throws RosterFile.Unreadable {
        return RosterImport.of(RosterFile.read(file), List.of(), Set.of()).rows();
    }

    private static List<RosterImport.Row> rows(String text) throws RosterFile.Unreadable {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertHana(byte[] file) throws RosterFile.Unreadable {
        assertEquals(
                List.of(HANA),
                rows(file).stream().map(RosterImport.Row::particulars).toList());
    }

    @Test
    void everyEncodingAndSeparatorThatSpreadsheetsWriteIsRead() throws RosterFile.Unreadable {
        assertHana(KOREAN.getBytes(StandardCharsets.UTF_8));
        assertHana(("\uFEFF" + KOREAN).getBytes(StandardCharsets.UTF_8));
        assertHana(KOREAN.getBytes(Charset.forName("MS949")));
        assertHana(("\uFEFF" + KOREAN).getBytes(StandardCharsets.UTF_16LE));
        assertHana(KOREAN.replace(',', '\t').getBytes(StandardCharsets.UTF_8));
        assertHana(KOREAN.replace(',', ';').replace("\n", "\r\n").getBytes(Charset.forName("MS949")));
        assertHana("Year;Full name;Student No.;E-mail;Section;Department\n3;김하나;20240001;hana@example.org;A;컴퓨터공학과"
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void titlesAboveTheColumnsAndEmptyLinesAreNoStudents() throws RosterFile.Unreadable {
        List<RosterImport.Row> rows = rows("딥러닝 수강생 명부\n\n학번,이름\n20240001,김하나\n,\n20240002,\"이, 두리\"\n");
        assertEquals(List.of(4, 6), rows.stream().map(RosterImport.Row::line).toList());
        assertEquals("이, 두리", rows.get(1).particulars().officialName());
    }

    @Test
    void aWorkbookIsReadWithItsNumbersInFull() throws IOException, RosterFile.Unreadable {
        String sheet = """
                <?xml version="1.0" encoding="UTF-8"?>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>학번</t></is></c><c r="B1" t="inlineStr"><is><t>이름</t></is></c></row>
                <row r="2"><c r="A2"><v>2.0240001E7</v></c><c r="B2" t="inlineStr"><is><t>김하나</t></is></c></row>
                </sheetData></worksheet>
                """;
        List<RosterImport.Row> rows = rows(workbook(sheet));
        assertEquals(1, rows.size());
        assertEquals("20240001", rows.get(0).particulars().studentNumber());
        assertEquals("김하나", rows.get(0).particulars().officialName());
    }

    @Test
    void aWorkbookThatWasWrittenInOneGoIsReadAsWell() throws IOException, RosterFile.Unreadable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Gradus", null)) {
            Worksheet sheet = workbook.newWorksheet("students");
            sheet.value(0, 0, "학번");
            sheet.value(0, 1, "이름");
            sheet.value(1, 0, "20240001");
            sheet.value(1, 1, "김하나");
        }
        List<RosterImport.Row> rows = rows(bytes.toByteArray());
        assertEquals("20240001", rows.get(0).particulars().studentNumber());
        assertEquals("김하나", rows.get(0).particulars().officialName());
    }

    private static byte[] workbook(String sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String package_ = "http://schemas.openxmlformats.org/package/2006/";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + package_ + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + package_ + "relationships\"><Relationship Id=\"r1\" Type=\"" + office
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
                            + "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + package_
                            + "relationships\"><Relationship Id=\"r1\" Type=\"" + office
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void aLineThatCannotBeTakenSaysWhyAndTheOthersAreTaken() throws RosterFile.Unreadable {
        List<RosterImport.Row> rows = rows("학번,이름,이메일\n20240001,김하나,\n,이두리,\n20240001,박세나,\n"
                + "2.024E+07,최네나,\n20240005,정다섯,nowhere\n20 6,유여섯,\n20240007,한일곱,\n");
        assertEquals(
                List.of("added", "refused", "refused", "refused", "refused", "refused", "added"),
                rows.stream().map(RosterImport.Row::word).toList());
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 8),
                rows.stream().map(RosterImport.Row::line).toList());
    }

    @Test
    void whatAFileLeavesBlankStaysAsItIs() throws RosterFile.Unreadable {
        UUID person = UUID.randomUUID();
        CourseStore.Member known = new CourseStore.Member(
                person, "hana", "hana", Role.STUDENT, Instant.EPOCH, null, "20240001", "김하나", "A", "컴퓨터공학과", "3", null);
        RosterFile file = RosterFile.read("학번,분반,이름\n20240001,B,\n".getBytes(StandardCharsets.UTF_8));
        RosterImport.Row row =
                RosterImport.of(file, List.of(known), Set.of()).rows().get(0);
        assertEquals(RosterImport.Change.CHANGED, row.change());
        assertEquals(person, row.person());
        assertEquals(new Particulars("20240001", "김하나", "B", "컴퓨터공학과", "3", null), row.particulars());
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        for (byte[] file : List.of(
                new byte[0],
                "Just a letter.".getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 1, 2, 3},
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                new byte[] {0, 1, 2, (byte) 0xFF})) {
            assertThrows(RosterFile.Unreadable.class, () -> rows(file));
        }
    }
}
