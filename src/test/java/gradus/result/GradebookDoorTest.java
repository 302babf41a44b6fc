package gradus.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.database.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradebook through its pages: who has what, in which order, and the grades that come of it. */
class GradebookDoorTest {
    private static final String COURSE = "/courses/deep-learning";

    @TempDir
    private Path folder;

    private TestServer start(String database) throws IOException {
        @Nullable String url = database.equals("H2") ? null : TestPostgres.emptyDatabase();
        Path questions = Files.createDirectories(folder.resolve("deep-learning/questions"));
        Files.writeString(questions.resolve("sum.yaml"), """
                id: sum
                title: Sum
                params: {a: 2, b: 3}
                prompt: 'Add {{a}} and {{b}}.'
                parts: [{id: total, type: integer, points: 3, expect: a + b}, {id: twice, type: integer, points: 1, expect: 10}]
                """);
        for (String exam : List.of("mid-term", "last")) {
            Files.writeString(
                    folder.resolve("deep-learning/" + exam + ".yaml"),
                    "id: " + exam + "\ntitle: Exam " + exam
                            + "\npolicy: {mode: timed, minutes: 60, attempts: 3, feedback: after-submit}\n"
                            + "questions: [{question: sum, points: 8, label: 7-b}]\n");
        }
        return TestServer.withBank(folder, url);
    }

    private static void sat(TestVisitor student, String exam, String total, String twice) {
        student.open(COURSE + "/exams/" + exam)
                .press("Start")
                .type("total", total)
                .type("twice", twice)
                .press("Review and submit")
                .press("Submit");
    }

    private static List<String> rows(TestPage page) {
        return page.texts("tbody tr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whoHasWhatIsListedSortedSearchedAndMadeIntoGrades(String database) throws IOException {
        try (TestServer server = start(database)) {
            TestVisitor prof = TestPeople.visitor(server, "prof", Role.INSTRUCTOR);
            TestVisitor ann = TestPeople.visitor(server, "ann", Role.STUDENT);
            TestVisitor ben = TestPeople.visitor(server, "ben", Role.STUDENT);
            TestPeople.visitor(server, "cho", Role.STUDENT);
            TestPeople.onRoster(server.database(), "ann", "20240003", "01");
            TestPeople.onRoster(server.database(), "ben", "20240001", "02");
            TestPeople.onRoster(server.database(), "cho", "20240002", "01");
            sat(ann, "mid-term", "5", "10");
            sat(ann, "mid-term", "5", "1");
            sat(ben, "mid-term", "0", "10");
            sat(ben, "last", "5", "10");
            ann.open(COURSE + "/exams/last").press("Start");
            prof.open(COURSE + "/exams/last/standings")
                    .tick("cho")
                    .type("Reason", "ill")
                    .press("Excuse the students ticked");

            TestPage book = prof.open(COURSE + "/exams").follow("Gradebook");
            // the first column is the shipped exam, which nobody has sat
            assertEquals(
                    List.of("ben 20240001 02 — 8 2", "cho 20240002 01 — excused —", "ann 20240003 01 — running 8"),
                    rows(book));
            assertEquals(List.of("Student number ↑"), book.texts("th[aria-sort=ascending]"));
            assertEquals(
                    List.of("ann 20240003 01 — running 8", "ben 20240001 02 — 8 2", "cho 20240002 01 — excused —"),
                    rows(prof.open(COURSE + "/gradebook?sort=-mid-term")).stream()
                            .toList());
            assertEquals(
                    List.of("ann", "cho"),
                    rows(prof.open(COURSE + "/gradebook?section=01&sort=name")).stream()
                            .map(row -> row.split(" ")[0])
                            .toList());
            assertEquals(
                    List.of("ben 20240001 02 — 8 2"),
                    rows(book.type("Name, number or login", "40001").press("Find")));
            assertEquals(
                    List.of("ben 20240001 2 2", "cho 20240002 —", "ann 20240003 8 8"),
                    rows(prof.open(COURSE + "/exams/mid-term/gradebook")));

            grades(prof);
            ben.get("/");
            assertEquals(404, ben.get(COURSE + "/gradebook").statusCode());
        }
    }

    private static void grades(TestVisitor prof) {
        prof.open(COURSE + "/grades");
        Map<String, String> scheme = new HashMap<>(Map.of(
                "weight-mid-term", "60", "weight-last", "40", "attempt-mid-term", "last", "attempt-last", "best"));
        scheme.putAll(Map.of("scale", "cuts", "cuts", "A+ 95\nB 50\nF 0"));
        assertEquals(200, prof.post(COURSE + "/grades", scheme).statusCode());
        // ann: the last of her attempts has 6 of 8, and the exam that she still sits counts 0
        assertEquals(
                List.of("1 ben 20240001 55 B", "2 ann 20240003 45 F · at the border", "3 cho 20240002 0 F"),
                gradeRows(prof).stream()
                        .map(row -> row.replace("55 B · at the border", "55 B"))
                        .toList());
        scheme.put("attempt-mid-term", "average");
        prof.post(COURSE + "/grades", scheme);
        assertTrue(
                gradeRows(prof).get(0).startsWith("1 ben 20240001 55 B"),
                gradeRows(prof).toString());
        assertTrue(
                gradeRows(prof).get(1).startsWith("2 ann 20240003 52.5 B"),
                gradeRows(prof).toString());

        scheme.putAll(Map.of("scale", "quota", "cuts", "A 50\nB 30\nC 20", "expression", "max(mid_term, last)"));
        prof.post(COURSE + "/grades", scheme);
        List<String> tied = gradeRows(prof);
        assertTrue(tied.get(0).startsWith("1 ben 20240001 100 A"), tied.toString());
        assertTrue(tied.get(1).startsWith("2 ann 20240003 87.5 C"), "half of two has an A: " + tied);
        assertTrue(tied.get(2).equals("cho 20240002"), "excused from an exam that the formula names: " + tied);
        String posted = prof.open(COURSE + "/grades?posted=yes").text();
        assertTrue(posted.contains("*****001 A") && posted.contains("*****003 C"), posted);
        assertFalse(posted.contains("20240001") || posted.contains("ben"), posted);
        String csv = prof.get(COURSE + "/grades.csv").body();
        assertTrue(csv.contains("20240001,ben,02,ben,,8,2,100,1,A"), csv);
        assertTrue(csv.contains("20240002,cho,01,cho,,excused,,,,"), csv);

        for (Map.Entry<String, String> broken : Map.of(
                        "expression", "max(midterm, )", "cuts", "A+ many", "weight-last", "-3")
                .entrySet()) {
            Map<String, String> form = new HashMap<>(scheme);
            form.put(broken.getKey(), broken.getValue());
            assertEquals(422, prof.post(COURSE + "/grades", form).statusCode(), broken.toString());
        }
        assertEquals(tied, gradeRows(prof), "what is broken changes nothing");
    }

    private static List<String> gradeRows(TestVisitor prof) {
        List<String> all = rows(prof.open(COURSE + "/grades"));
        return all.subList(all.size() - 3, all.size());
    }
}
