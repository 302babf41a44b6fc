package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.result.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was graded is stored whole and shown as it was stored, to students, graders and in exports, over HTTP. */
class StoredGradingTest {
    private static final Pattern ATTEMPT = Pattern.compile("/attempts/[0-9a-f-]{36}");
    private static final Pattern DRAWN = Pattern.compile("name=\"drawn\" value=\"(\\d+)\"");
    private static final String STORED = """
            {"reading": {"is": "read", "display": "what was stored",
                         "notes": [{"key": "expression.note-arrays", "arguments": []}]},
             "cells": [[{"text": "cell one", "verdict": "correct"}, {"text": "cell two", "verdict": "incorrect"}]],
             "feedback": [
               {"kind": "MISTAKE", "say": {"author": "MISTAKE", "id": "product"}},
               {"kind": "CREDIT", "say": {"key": "grading.cells-right", "arguments": ["8", "9"]}},
               {"kind": "NOTE", "say": {"key": "grading.forgotten-by-this-program", "arguments": []}}]}
            """;

    @TempDir
    private Path folder;

    private TestServer server;
    private TestVisitor student;

    @BeforeEach
    void start() {
        TestBank bank = new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60, feedback: after-submit")
                .exam("drill", "mode: practice");
        bank.write("questions/essay.yaml", """
                id: essay
                title: Essay
                prompt: 'Say why.'
                parts:
                  - id: why
                    type: text
                    points: 3
                    rubric: [{id: said, points: 2, say: Said.}, {id: well, points: 1, say: Well.}, {id: wrong, points: -5, say: Wrong.}]
                """);
        bank.write("essays.yaml", """
                id: essays
                title: Essays
                policy: {mode: practice}
                questions: [{question: essay, points: 6, label: '1'}]
                """);
        server = TestServer.withBank(bank.folder());
        student = server.visitor();
        student.get("/sign-up");
        student.post("/sign-up", Map.of("name", "김하나", "login", "20240001", "password", "long enough"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What stands in the database. */
    interface Rows {
        @SqlUpdate("UPDATE part_score SET findings = :findings WHERE part = 'total'")
        void replaceFindings(String findings);

        @SqlQuery("SELECT findings FROM part_score WHERE part = :part AND number = 1")
        String findings(String part);

        @SqlQuery("SELECT variant FROM counting_score WHERE part = :part AND attempt = :attempt")
        List<Integer> countingVariants(String part, UUID attempt);

        @SqlQuery("SELECT SUM(score_value) FROM counting_score WHERE attempt = :attempt")
        BigDecimal sum(UUID attempt);
    }

    private Rows rows() {
        return server.database().store(Rows.class);
    }

    @Test
    void aResultIsWhatWasStoredInTheReadersLanguageAndNotGradedAgain() {
        String attempt = begin("timed");
        answer(attempt, 1, "total", Integer.toString(product(attempt)));
        student.post(attempt + "/submission", Map.of());
        String found = rows().findings("total");
        assertTrue(found.contains("{\"author\":\"MISTAKE\",\"id\":\"product\"}"), found);
        assertTrue(found.contains("\"key\":\"grading.mistake-credit\""), found);
        assertFalse(found.contains("Canary"), found);

        server.database().save(Rows.class, rows -> {
            rows.replaceFindings(STORED);
            return rows;
        });
        String english = words(student.get(attempt));
        assertTrue(english.contains("read by the rules of NumPy"), english);
        assertTrue(english.contains("cell one , correct cell two , incorrect"), english);
        assertTrue(english.contains("Canary mistake: you multiplied. 8 of 9 cells are right."), english);
        String korean = words(student.speaking("ko").get(attempt));
        assertTrue(korean.contains("9칸 중 8칸"), korean);
        String graders = words(grader().get("/courses/deep-learning" + attempt));
        assertTrue(graders.contains("cell one , correct cell two , incorrect"), graders);
    }

    @Test
    void aGradersScoreLandsOnTheVariantThatIsShownAndInTheExport() throws IOException {
        String attempt = begin("drill");
        UUID id = UUID.fromString(attempt.substring(10));
        answer(attempt, 1, "total", Integer.toString(product(attempt)), "why", "first words");
        student.post(attempt + "/variants", place(1));
        answer(attempt, 2, "total", "no number", "why", "other words");
        student.post(attempt + "/submission", Map.of());
        assertEquals(List.of(1), rows().countingVariants("why", id));

        TestVisitor grader = grader();
        String page = "/courses/deep-learning" + attempt;
        assertTrue(words(grader.get(page)).contains("first words"));
        Matcher drawn = DRAWN.matcher(grader.get(page).body());
        assertTrue(drawn.find(), "the form says what it was drawn with");
        assertEquals(
                404, grader.post(page + "/scores", score(2, drawn.group(1))).statusCode());
        String scored = words(grader.post(page + "/scores", score(1, drawn.group(1))));
        assertTrue(scored.contains("why 2 / 2 first words correct"), scored);
        String told = words(student.get(attempt));
        assertTrue(told.contains("why 2 / 2 Your answer first words"), told);
        assertEquals(List.of(1), rows().countingVariants("why", id));
        assertEquals(0, new BigDecimal(4).compareTo(rows().sum(id)));
        assertTrue(words(student.get("/")).contains("4 / 10"));
        String csv = export("drill");
        assertTrue(
                csv.lines().anyMatch(line -> line.contains(",why,first words,") && line.contains(",correct,2,2,")),
                csv);
        assertTrue(
                csv.lines().anyMatch(line -> line.contains(",why,other words,") && line.endsWith(",,,,,,counts")), csv);
    }

    @Test
    void selfAssessedPointsStayWithinThePartAndApartFromTheScore() throws IOException {
        String attempt = begin("essays");
        answer(attempt, 1, "why", "because");
        student.post(attempt + "/submission", Map.of());
        student.get(attempt);
        String good = words(assess(attempt, "said"));
        assertTrue(good.contains("Self-assessed texts: 4 of 6"), good);
        assertTrue(good.contains("0 / 6"), good);
        String bad = words(assess(attempt, "wrong"));
        assertTrue(bad.contains("Self-assessed texts: 0 of 6"), bad);
        assertFalse(export("essays").contains(",4,"), export("essays"));
        assertEquals(404, student.post(attempt + "/self-assessments", place(7)).statusCode());
    }

    private HttpResponse<String> assess(String attempt, String criterion) {
        return student.post(attempt + "/self-assessments", place(1, "part", "why", "criterion", criterion));
    }

    private String begin(String exam) {
        student.get("/courses/deep-learning/exams/" + exam);
        HttpResponse<String> begun = student.post("/courses/deep-learning/exams/" + exam + "/attempts", Map.of());
        Matcher path = ATTEMPT.matcher(begun.uri().getPath());
        assertTrue(path.find(), begun.statusCode() + " " + begun.uri());
        return path.group();
    }

    private void answer(String attempt, int variant, String... texts) {
        String[] fields = texts.clone();
        for (int i = 0; i < fields.length; i += 2) {
            fields[i] = "response." + fields[i];
        }
        assertEquals(
                200,
                student.post(attempt + "/responses", place(variant, fields)).statusCode());
    }

    private int product(String attempt) {
        Matcher numbers = Pattern.compile("Add (\\d) and (\\d)\\.")
                .matcher(student.get(attempt + "/questions/1").body());
        assertTrue(numbers.find());
        return Integer.parseInt(numbers.group(1)) * Integer.parseInt(numbers.group(2));
    }

    private TestVisitor grader() {
        String link = TestPeople.invited(server.database(), "helper", "박조교", Role.GRADER);
        TestVisitor grader = server.visitor();
        grader.get(link);
        grader.post(link, Map.of("name", "박조교", "login", "helper", "password", "long enough"));
        return grader;
    }

    private static Map<String, String> score(int variant, String drawn) {
        return place(variant, "part", "why", "criterion", "said", "drawn", drawn);
    }

    private static Map<String, String> place(int variant, String... fields) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("position", "1", "variant", Integer.toString(variant)));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private String export(String exam) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Export(server.database(), Locale.ENGLISH)
                .write("deep-learning", exam, Export.Rows.RESPONSES, Export.Format.CSV, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String words(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
