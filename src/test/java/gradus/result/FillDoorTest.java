package gradus.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.result.fill.FilledFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files that learning platforms exported, sent to the page and given back with the scores in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FillDoorTest {
    private static final String EXAM = "/courses/deep-learning/exams/quiz";

    private TestServer server;
    private TestVisitor prof;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        Path questions = Files.createDirectories(folder.resolve("deep-learning/questions"));
        Files.writeString(questions.resolve("sum.yaml"), """
                id: sum
                title: Sum
                params: {a: 2, b: 3}
                prompt: 'Add.'
                parts: [{id: total, type: integer, points: 3, expect: a + b}, {id: twice, type: integer, points: 1, expect: 10}]
                """);
        Files.writeString(folder.resolve("deep-learning/quiz.yaml"), """
                id: quiz
                title: {en: First quiz, ko: 첫 퀴즈}
                policy: {mode: timed, minutes: 60, feedback: after-submit}
                questions: [{question: sum, points: 10, label: '1'}]
                """);
        server = TestServer.withBank(folder);
        prof = visitor("prof", Role.INSTRUCTOR);
        for (String[] one :
                new String[][] {{"kim", "0012345", "5"}, {"lee", "20240002", "0"}, {"park", "20240003", "5"}}) {
            TestVisitor student = visitor(one[0], Role.STUDENT);
            TestPeople.onRoster(server.database(), one[0], one[1], null);
            student.open(EXAM)
                    .press("Start")
                    .type("total", one[2])
                    .type("twice", "10")
                    .press("Review and submit")
                    .press("Submit");
        }
    }

    @AfterAll
    void end() {
        server.close();
    }

    private TestVisitor visitor(String login, Role role) {
        return TestPeople.visitor(server, login, role);
    }

    private TestPage form(byte[] file) {
        return prof.open(EXAM + "/attempts")
                .follow("Fill in a file of a learning platform")
                .choose("File", "grades.csv", file);
    }

    private String filled(String text, Charset charset) {
        return form(text.getBytes(charset))
                .press("Fill it in and download it")
                .response()
                .body();
    }

    @Test
    void aCanvasFileKeepsItsOtherCellsAndItsIds() {
        String before = "Student,ID,SIS User ID,SIS Login ID,Section,Homework (7),First quiz (12),Current Score\r\n"
                + "    Points Possible,,,,,5,10,(read only)\r\n"
                + "\"Kim, Hana\",9001,0012345,hana@school.kr,01,=4,,80\r\n"
                + "Lee,9002,,lee,01,3,1,70\r\n"
                + "\"Student, Test\",9003,,zz9,01,,,\r\n";
        assertEquals(
                before.replace("01,=4,,80", "01,=4,10,80").replace("01,3,1,70", "01,3,2.5,70"),
                filled(before, StandardCharsets.UTF_8));
        TestPage report = form(before.getBytes(StandardCharsets.UTF_8)).press("Preview the matches");
        assertTrue(report.text().contains("2 scores in the column First quiz (12)."), report.text());
        assertTrue(report.text().contains("nobody in this course: Student, Test 9003"), report.text());
        assertTrue(report.text().contains("not in the file: park (20240003)"), report.text());
    }

    @Test
    void aBlackboardFileIsWrittenInItsOwnEncodingAndQuotes() {
        String before =
                "\uFEFF\"Last Name\"\t\"First Name\"\t\"Username\"\t\"Student ID\"\t\"첫 퀴즈 [Total Pts: 10 Score] |55\"\n"
                        + "\"김\"\t\"하나\"\t\"kim\"\t\"\"\t\"\"\n\"박\"\t\"셋\"\t\"20240003\"\t\"\"\t\"\"\n";
        byte[] file = before.getBytes(StandardCharsets.UTF_16LE);
        assertEquals(
                before.replace("\"kim\"\t\"\"\t\"\"", "\"kim\"\t\"\"\t\"10\"")
                        .replace("\"20240003\"\t\"\"\t\"\"", "\"20240003\"\t\"\"\t\"10\""),
                form(file).press("Fill it in and download it").response().body());
        TestPage report = form(file).press("Preview the matches");
        assertTrue(report.text().contains("2 scores in the column 첫 퀴즈 [Total Pts: 10 Score] |55."), report.text());
    }

    @Test
    void aMoodleFileInKoreanIsFoundByMailAndAnUnclearColumnIsAskedFor() {
        String before =
                "이름,성,ID number,Email address,Quiz: First quiz (Real),Feedback: First quiz\nHana,Kim,,nobody@x.kr,-,\nLee,L,20240002,,-,ok\n";
        assertEquals(before.replace(",,-,ok", ",,2.5,ok"), filled(before, Charset.forName("MS949")));
        TestPage unclear =
                form("Username,A,B\nkim,,\n".getBytes(StandardCharsets.UTF_8)).press("Preview the matches");
        assertEquals(422, unclear.status());
        assertTrue(unclear.text().contains("The file has: Username · A · B"), unclear.text());
        TestPage named = unclear.type("Column", "B")
                .choose("File", "x.csv", "Username,A,B\nkim,,\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "Username,A,B\nkim,,10\n",
                named.press("Fill it in and download it").response().body());
        assertEquals(
                422,
                form(new byte[] {'P', 'K', 3, 4}).press("Preview the matches").status());
        assertEquals(422, form(new byte[0]).press("Preview the matches").status());
    }

    /** A workbook with the school's own sheet behind the grades, a formula and a cell in bold. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "LMS", null)) {
            Worksheet sheet = workbook.newWorksheet("성적");
            String[][] rows = {{"아이디", "학번", "첫 퀴즈 (실점수)", "과제"}, {"kim", "0012345", null, "=4"}, {"zz", "1", "7", ""}};
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    if (rows[row][column] != null) {
                        sheet.inlineString(row, column, rows[row][column]);
                    }
                }
            }
            sheet.value(3, 1, 20240002);
            sheet.style(3, 2).bold().set();
            sheet.value(3, 2, 1);
            sheet.formula(3, 3, "C4*2");
            workbook.newWorksheet("안내").inlineString(0, 0, "그대로");
        }
        return bytes.toByteArray();
    }

    @Test
    void aWorkbookIsFilledCellByCellAndStaysAsItIsOtherwise() throws Exception {
        TestPage report = prof.open(EXAM + "/attempts")
                .follow("Fill in a file of a learning platform")
                .choose("File", "grades.xlsx", workbook())
                .press("Preview the matches");
        assertTrue(report.text().contains("2 scores in the column 첫 퀴즈 (실점수)."), report.text());
        assertTrue(report.text().contains("nobody in this course: zz 1 7"), report.text());

        Export export = new Export(server.database(), Locale.KOREAN);
        FilledFile filled = FilledFile.fill(
                workbook(), "", export.names("deep-learning", "quiz"), export.grades("deep-learning", "quiz"));
        assertEquals("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", filled.mediaType());
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(filled.content()))) {
            List<Row> rows = read.getFirstSheet().read();
            assertEquals("10", rows.get(1).getCell(2).asNumber().toPlainString(), "where there was no cell");
            assertEquals("0012345", rows.get(1).getCell(1).asString());
            assertEquals("=4", rows.get(1).getCell(3).asString());
            assertEquals("7", rows.get(2).getCell(2).asString());
            assertEquals("2.5", rows.get(3).getCell(2).asNumber().toPlainString());
            assertEquals("C4*2", rows.get(3).getCell(3).getFormula());
            assertEquals(
                    "그대로",
                    read.getSheets()
                            .skip(1)
                            .findFirst()
                            .orElseThrow()
                            .read()
                            .get(0)
                            .getCell(0)
                            .asString());
        }
    }
}
