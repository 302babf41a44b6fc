package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.TestPostgres;
import gradus.json.Json;
import gradus.result.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as files, as a grader takes them from the page of an exam. */
class ExportDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";

    @TempDir
    private Path folder;

    private TestServer server;
    private TestPage page;

    @BeforeEach
    void sit() {
        new ExamFolder(folder)
                .question("sums", """
                        title: Sums
                        prompt: Add.
                        parts:
                          - {id: two, type: integer, points: 1, label: Two, expect: 1 + 1}
                          - {id: six, type: integer, points: 2, label: Six, expect: 3 + 3}
                        """)
                .question("words", """
                        title: Words
                        prompt: Say.
                        parts:
                          - {id: why, type: text, points: 1, label: Why, rubric: [{id: said, points: 1, say: Said.}]}
                        """)
                .exam(
                        "quiz",
                        "mode: practice, round: 0.5",
                        "{question: sums, points: 10, label: '1'}, {question: words, points: 5, label: 3-1}");
        server = TestServer.withBank(folder);
        signedIn("idle", "박영", Role.STUDENT);
        TestVisitor hana = signedIn("007", "김하나", Role.STUDENT);
        answer(hana, "3", "=1+1");
        answer(hana, "2", null);
        answer(server.visitor(), "3", null);
        page = signedIn("helper", "박조교", Role.GRADER).open(EXAMS + "quiz/attempts");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestVisitor signedIn(String login, String name, Role role) {
        return TestPeople.visitor(server, login, name, role);
    }

    private static void answer(TestVisitor visitor, String two, @Nullable String why) {
        TestPage question = visitor.open(EXAMS + "quiz").press("Start");
        question = question.type("Two", two).press("Next");
        if (why != null) {
            question.type("Why", why);
        }
        question.press("Review and submit").press("Submit");
    }

    @Test
    void eachStudentHasOneRowWithTheBestAttemptAndAColumnAQuestion() {
        HttpResponse<String> file = page.follow("Students as CSV").response();
        assertEquals(
                "attachment; filename=\"quiz-students.csv\"",
                file.headers().firstValue("Content-Disposition").orElse(""));
        Map<String, NamedCsvRecord> rows = byName(file.body().substring(1));
        assertEquals(3, rows.size(), rows.toString());
        NamedCsvRecord hana = rows.get("김하나");
        assertEquals(
                List.of("007", "2", "2", "3.333333", "3.5", "10/3", "15", "3.333333", "0"),
                List.of(
                        hana.getField("login"),
                        hana.getField("attempts"),
                        hana.getField("number"),
                        hana.getField("score"),
                        hana.getField("score_rounded"),
                        hana.getField("score_exact"),
                        hana.getField("points"),
                        hana.getField("question_1"),
                        hana.getField("question_3-1")));
        NamedCsvRecord idle = rows.get("박영");
        assertEquals(
                List.of("0", "", "", ""),
                List.of(
                        idle.getField("attempts"),
                        idle.getField("score"),
                        idle.getField("late"),
                        idle.getField("question_1")));
    }

    @Test
    void partsWithoutAResponseHaveRowsToo() {
        String csv = page.follow("Responses as CSV").response().body().substring(1);
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
        assertEquals(9, rows.size(), csv);
        List<NamedCsvRecord> blank =
                rows.stream().filter(row -> row.getField("part").equals("six")).toList();
        assertEquals(3, blank.size());
        for (NamedCsvRecord row : blank) {
            assertEquals(
                    List.of("", "", "false", "blank", "0", "6.666667", "student"),
                    List.of(
                            row.getField("response"),
                            row.getField("arrived"),
                            row.getField("late"),
                            row.getField("verdict"),
                            row.getField("score"),
                            row.getField("points"),
                            row.getField("ended_by")),
                    csv);
        }
    }

    @Test
    void jsonHasNumbersAndTruthValues() throws IOException {
        String line = page.follow("Attempts as JSON Lines")
                .response()
                .body()
                .lines()
                .findFirst()
                .orElseThrow();
        JsonNode row = Json.read(line);
        assertTrue(row.get("score").isNumber(), line);
        assertTrue(row.get("late").isBoolean(), line);
        assertEquals("김하나", row.get("name").asText());
    }

    @Test
    void learningPlatformsGetWhatTheirImportersRead() {
        String canvas = page.follow("Canvas gradebook").response().body();
        List<String> lines = canvas.lines().toList();
        assertEquals("Student,ID,SIS User ID,SIS Login ID,Section,Exam quiz", lines.get(0));
        assertEquals("    Points Possible,,,,,15", lines.get(1));
        assertTrue(lines.contains("김하나,,,007,,3.5"), canvas);
        assertTrue(lines.contains("박영,,,idle,,"), canvas);
        assertEquals(4, lines.size(), canvas);

        String moodle = page.follow("Moodle grades").response().body();
        assertTrue(
                moodle.startsWith(
                        "First name,Last name,ID number,Email address,Exam quiz,Feedback: Exam quiz,Username\r\n"),
                moodle);
        assertTrue(moodle.contains("\r\n하나,김,,,3.5,,007\r\n"), moodle);

        String blackboard = page.follow("Blackboard grades").response().body();
        assertTrue(
                blackboard.startsWith(
                        "\"Last Name\",\"First Name\",\"Username\",\"Student ID\",\"Exam quiz [Total Pts: 15 Score]\"\r\n"),
                blackboard);
        assertTrue(blackboard.contains("\r\n\"김\",\"하나\",\"007\",\"\",\"3.5\"\r\n"), blackboard);
    }

    @Test
    void theWorkbookHasASheetAViewWithTextsAsTextsAndNumbersAsNumbers() throws IOException {
        assertEquals(
                "attachment; filename=\"quiz.xlsx\"",
                page.follow("All three in one Excel workbook")
                        .response()
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""));
        Map<String, String> parts = workbook();
        String sheets = parts.get("xl/workbook.xml");
        assertTrue(
                sheets.contains("name=\"attempts\"")
                        && sheets.contains("name=\"responses\"")
                        && sheets.contains("name=\"students\""),
                sheets);
        String responses = parts.get("xl/worksheets/sheet2.xml");
        assertTrue(responses.contains("t=\"inlineStr\"><is><t>=1+1</t>"), responses);
        assertFalse(responses.contains("<f>"), responses);
        String students = parts.get("xl/worksheets/sheet3.xml");
        assertTrue(students.contains("<t>007</t>"), students);
        assertTrue(Parser.unescapeEntities(students, false).contains("<t>김하나</t>"), students);
        assertTrue(students.contains("<v>3.333333</v>"), students);
    }

    private Map<String, String> workbook() throws IOException {
        Path file = folder.resolve("quiz.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Export(server.database(), Locale.KOREAN).write("deep-learning", "quiz", null, Export.Format.XLSX, out);
        }
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void everyViewIsReadOnPostgresToo() throws IOException {
        try (TestServer postgres = TestServer.start(TestPostgres.emptyDatabase())) {
            for (Export.Rows rows : Export.Rows.values()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                new Export(postgres.database(), Locale.KOREAN)
                        .write("deep-learning", "deep-learning-final", rows, Export.Format.PLAIN, bytes);
                assertTrue(bytes.toString(StandardCharsets.UTF_8).startsWith("student_number,name,login,"));
            }
        }
    }

    private static Map<String, NamedCsvRecord> byName(String csv) {
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        CsvReader.builder().ofNamedCsvRecord(csv).forEach(row -> rows.put(row.getField("name"), row));
        return rows;
    }
}
