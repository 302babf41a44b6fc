package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What students did, as a grader without scripts finds, scores and exports it. */
class StaffDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final int TEXTS = 14;

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static TestVisitor grader;

    @BeforeAll
    static void start() {
        StringBuilder texts = new StringBuilder("title: Texts\nprompt: Say things.\nparts:\n");
        for (int i = 1; i <= TEXTS; i++) {
            texts.append("  - {id: t")
                    .append(i)
                    .append(", type: text, points: 1, label: Text ")
                    .append(i);
            texts.append(", rubric: [{id: said, points: 1, say: Said.}]}\n");
        }
        texts.append("  - {id: number, type: integer, points: 1, label: Number, expect: '-5'}\n");
        new ExamFolder(folder)
                .question("texts", texts.toString())
                .question("plain", """
                        title: Two and two
                        prompt: What is $2 + 2$?
                        parts:
                          - {id: sum, type: integer, points: 1, label: The sum, expect: 2 + 2}
                        """)
                .question("twofold", """
                        title: Twice
                        prompt: What is twice $7$?
                        parts:
                          - id: twice
                            type: integer
                            points: 1
                            label: Twice
                            expect: 2 * 7
                            mistakes: [{id: forgotten, expect: '7', say: You forgot the 2.}]
                        """)
                .question("threefold", """
                        title: Thrice
                        prompt: What is thrice $7$?
                        parts:
                          - {id: thrice, type: integer, points: 1, label: Thrice, expect: 3 * 7}
                        """)
                .exam(
                        "measured",
                        "mode: timed, minutes: 60",
                        "{question: twofold, points: 2}, {question: threefold, points: 2}")
                .exam("talk", "mode: practice", "{question: texts, points: 15}")
                .exam("drill", "mode: practice", "{question: plain, points: 2}")
                .exam("quiz", "mode: timed, minutes: 60", "{question: plain, points: 2}");
        server = TestServer.withBank(folder);
        grader = signedIn("helper", "박조교", Role.GRADER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestVisitor signedIn(String login, String name, Role role) {
        return TestPeople.visitor(server, login, name, role);
    }

    @Test
    void pointsOutOfBoundsAreRefusedAndThoseWithinAreKept() {
        TestVisitor student = signedIn("20240001", "김하나", Role.STUDENT);
        student.open(EXAMS + "quiz")
                .press("Start")
                .type("The sum", "four")
                .press("Review and submit")
                .press("Submit");
        TestPage attempt = grader.open(EXAMS + "quiz/attempts").follow("김하나");
        for (String points : List.of("2.000001", "3", "-1", "-0.5", "1e9", "1e999999999", "0.0000001", "two", "")) {
            TestPage refused = attempt.type("Points (0 to 2)", points).press("Save the score");
            assertEquals(422, refused.status(), points);
            assertTrue(refused.text().contains("Give a number from 0 to 2"), points);
            assertEquals(points, refused.typed("Points (0 to 2)"));
        }
        assertEquals("0 / 2", shown(grader.open(attempt.path())));
        TestPage old = grader.open(attempt.path());
        assertEquals("1.5 / 2", shown(attempt.type("Points (0 to 2)", "1.5").press("Save the score")));
        assertEquals(
                409, old.type("Points (0 to 2)", "2").press("Save the score").status(), "a page from before the score");
        assertTrue(grader.open(EXAMS + "quiz/attempts").text().contains("1.5"), "the new total stands in the list");
        assertEquals(
                "2 / 2",
                shown(grader.open(attempt.path()).type("Points (0 to 2)", "2").press("Save the score")));
        assertEquals(
                "0 / 2",
                shown(grader.open(attempt.path()).type("Points (0 to 2)", "0").press("Save the score")));
    }

    private static String shown(TestPage attempt) {
        return attempt.texts(".total-score").get(0);
    }

    @Test
    void attemptsBeyondTheFiftiethStandOnTheSecondPage() {
        List<String> names = IntStream.rangeClosed(1, 52)
                .mapToObj(i -> String.format("Guest %02d", i))
                .toList();
        for (String name : names) {
            server.visitor()
                    .open(EXAMS + "drill")
                    .type("Your name (may stay empty)", name)
                    .press("Start");
        }
        TestPage first = grader.open(EXAMS + "drill/attempts");
        assertTrue(first.text().contains("52 attempts"), first.text());
        assertEquals(names.subList(0, 50), first.texts("tbody th"));
        assertFalse(first.offers("Previous"));
        TestPage second = first.follow("Next");
        assertEquals(names.subList(50, 52), second.texts("tbody th"));
        assertFalse(second.offers("Next"));
        assertEquals(names.subList(0, 50), second.follow("Previous").texts("tbody th"));
        assertEquals(
                names.subList(50, 52),
                grader.open(EXAMS + "drill/attempts?page=99").texts("tbody th"));
    }

    @Test
    void noTextOfAnExportIsAFormulaAndNumbersStayNumbers() {
        List<String> typed = List.of(
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(1)",
                "|1",
                "\t=1",
                "\r=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF20A1",
                "so\n=1+1",
                "so;=1+1;-2",
                "-12.5",
                "fine - and = here");
        List<String> exported = List.of(
                "'=1+1",
                "'+1+1",
                "'-1+1",
                "'@SUM(1)",
                "'|1",
                "'\t'=1",
                "'\r'=1",
                "'\uFF1D1+1",
                "'\uFF0B1",
                "'\uFF20A1",
                "so\n'=1+1",
                "so;'=1+1;-2",
                "-12.5",
                "fine - and = here");
        TestPage question = server.visitor()
                .open(EXAMS + "talk")
                .type("Your name (may stay empty)", "=HYPERLINK(1)")
                .press("Start");
        for (int i = 0; i < TEXTS; i++) {
            question.type("Text " + (i + 1), typed.get(i));
        }
        question.type("Number", "-5").press("Review and submit").press("Submit");

        TestPage attempts = grader.open(EXAMS + "talk/attempts");
        List<NamedCsvRecord> rows = rows(attempts.follow("Responses as CSV"), "talk-responses.csv");
        List<String> found = new ArrayList<>();
        for (int i = 1; i <= TEXTS; i++) {
            String part = "t" + i;
            found.add(rows.stream()
                    .filter(row -> row.getField("part").equals(part))
                    .findFirst()
                    .orElseThrow()
                    .getField("response"));
        }
        assertEquals(exported, found);
        NamedCsvRecord number = rows.stream()
                .filter(row -> row.getField("part").equals("number"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("-5", "correct", "1"),
                List.of(number.getField("response"), number.getField("verdict"), number.getField("score")));
        List<NamedCsvRecord> ended = rows(attempts.follow("Attempts as CSV"), "talk-attempts.csv");
        assertEquals(1, ended.size());
        assertEquals("'=HYPERLINK(1)", ended.get(0).getField("name"));
        assertEquals(
                List.of("1", "15"),
                List.of(ended.get(0).getField("score"), ended.get(0).getField("points")));
    }

    private static List<NamedCsvRecord> rows(TestPage export, String file) {
        HttpResponse<String> response = export.response();
        assertEquals(200, response.statusCode());
        assertEquals(
                "text/csv; charset=utf-8",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "attachment; filename=\"" + file + "\"",
                response.headers().firstValue("Content-Disposition").orElse(""));
        assertTrue(response.body().startsWith("\uFEFFstudent_number,name,login,attempt,"), response.body());
        return CsvReader.builder().ofNamedCsvRecord(response.body().substring(1)).stream()
                .toList();
    }

    @Test
    void theStatisticsCountWhatIsGradedAndNameWhatWentWrong() {
        for (int i = 0; i < 4; i++) {
            signedIn("2025000" + i, "박학생" + i, Role.STUDENT)
                    .open(EXAMS + "measured")
                    .press("Start")
                    .type("Twice", i == 0 ? "7" : "14")
                    .press("Next")
                    .type("Thrice", i < 2 ? "10" : "21")
                    .press("Review and submit")
                    .press("Submit");
        }
        TestPage page = grader.open(EXAMS + "measured/statistics");
        assertTrue(page.text().contains("4 submitted attempts are counted"), page.text());
        List<String> cells = page.texts("td");
        assertTrue(cells.contains("2.5") && cells.contains("3"), cells.toString());
        assertTrue(cells.contains("75%") && cells.contains("50%"), cells.toString());
        assertTrue(cells.contains("forgotten"), cells.toString());
        assertTrue(cells.contains("1 (25%)"), "one of four of the section: " + cells);
        assertEquals(
                List.of("Students with forgotten in question 1"),
                page.follow("forgotten").texts("#who h3"));
        assertEquals(List.of("박학생0"), page.follow("forgotten").texts("#who li a"));
        assertTrue(page.texts("h2").containsAll(List.of("Time per question", "Verdicts by part")), page.text());
        assertTrue(page.follow("Look for them").text().contains("There are none."), page.text());
    }
}
