package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.TestServer;
import gradus.TestVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attempt over HTTP, as scripts and plain forms sit it. */
class SittingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ATTEMPT = Pattern.compile("/attempts/[0-9a-f-]{36}");

    @TempDir
    private Path folder;

    private TestServer server;
    private TestVisitor student;

    @BeforeEach
    void start() {
        TestBank bank = new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60, feedback: after-submit")
                .exam("drill", "mode: practice, tries: 2");
        server = TestServer.withBank(bank.folder());
        student = server.visitor();
        student.get("/sign-up");
        student.post("/sign-up", Map.of("name", "김하나", "login", "20240001", "password", "long enough"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String begin(TestVisitor visitor, String exam) {
        visitor.get("/courses/deep-learning/exams/" + exam);
        HttpResponse<String> begun = visitor.post("/courses/deep-learning/exams/" + exam + "/attempts", Map.of());
        Matcher path = ATTEMPT.matcher(begun.uri().getPath());
        assertTrue(path.find(), begun.statusCode() + " " + begun.uri());
        return path.group();
    }

    private HttpResponse<String> save(TestVisitor visitor, String attempt, String part, String text) {
        return visitor.postJson(attempt + "/responses", write(Map.of("responses", List.of(response(part, text)))));
    }

    private static Map<String, Object> response(String part, String text) {
        return Map.of("position", 1, "variant", 1, "part", part, "text", text);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode read(TestVisitor visitor, String attempt, String part, String text) throws Exception {
        HttpResponse<String> reply = visitor.postJson(attempt + "/readings", write(response(part, text)));
        assertEquals(200, reply.statusCode(), reply.body());
        return JSON.readTree(reply.body());
    }

    @Test
    void aRunningAttemptTellsNoKeyMistakeOrSolutionAnywhere() throws Exception {
        for (String exam : List.of("timed", "drill")) {
            String attempt = begin(student, exam);
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("question", student.get(attempt + "/questions/1").body());
            pages.put("save", save(student, attempt, "total", "1").body());
            pages.put(
                    "reading",
                    student.postJson(attempt + "/readings", write(response("total", "1 +")))
                            .body());
            pages.put("review", student.get(attempt + "/review").body());
            pages.put("home", student.get("/").body());
            pages.put(
                    "flag",
                    student.post(attempt + "/flags", place("flagged", "true")).body());
            for (Map.Entry<String, String> page : pages.entrySet()) {
                assertFalse(page.getValue().contains("Canary"), exam + " " + page.getKey());
                assertFalse(page.getValue().contains("\"seed\""), exam + " " + page.getKey());
            }
        }
    }

    @Test
    void checkingTellsTheMistakeAndNeverTheKeyOrTheSolution() {
        String attempt = begin(student, "drill");
        int[] numbers = numbers(attempt);
        save(student, attempt, "total", Integer.toString(numbers[0] * numbers[1]));
        String checked = student.post(attempt + "/checks", place()).body();
        assertTrue(checked.contains("Canary mistake"), checked);
        assertFalse(checked.contains("Canary solution"));
        assertFalse(checked.contains("Canary model"));
        String ended = student.post(attempt + "/solutions", place()).body();
        assertTrue(ended.contains("Canary solution: " + (numbers[0] + numbers[1])), ended);
        assertEquals(422, save(student, attempt, "total", "1").statusCode());
    }

    @Test
    void triesRunOutButBlankUnreadableAndUnchangedOnesCostNone() {
        String attempt = begin(student, "drill");
        save(student, attempt, "total", "a + ?");
        assertEquals(200, student.post(attempt + "/checks", place()).statusCode());
        save(student, attempt, "total", "100");
        student.post(attempt + "/checks", place());
        student.post(attempt + "/checks", place());
        save(student, attempt, "total", "101");
        assertEquals(200, student.post(attempt + "/checks", place()).statusCode());
        save(student, attempt, "total", "102");
        assertEquals(409, student.post(attempt + "/checks", place()).statusCode());
    }

    @Test
    void aTimedExamHasNoChecksHintsSolutionsOrFurtherVariants() {
        String attempt = begin(student, "timed");
        for (String what : List.of("checks", "hints", "solutions", "variants")) {
            assertEquals(404, student.post(attempt + "/" + what, place()).statusCode(), what);
        }
    }

    @Test
    void aPlainFormWithoutScriptsSavesFlagsAndSubmits() {
        String attempt = begin(student, "timed");
        int[] numbers = numbers(attempt);
        String page = student.post(
                        attempt + "/responses",
                        place(
                                "response.total",
                                Integer.toString(numbers[0] + numbers[1]),
                                "response.why",
                                "zwei\r\nZeilen"))
                .body();
        assertFalse(page.contains("Canary"));
        String flagged =
                student.post(attempt + "/flags", place("flagged", "true")).body();
        assertTrue(flagged.contains("aria-pressed=\"true\""));
        String review = student.get(attempt + "/review").body();
        assertTrue(review.contains("Blank ("), review);
        String result = student.post(attempt + "/submission", Map.of()).body();
        assertTrue(result.contains("4 of 8 graded; 2 waiting"), result);
        assertFalse(result.contains("Canary solution"), result);
        String opened = student.get(attempt + "?open=1").body();
        assertTrue(opened.contains("Canary solution"), opened);
        assertTrue(result.contains("zwei"), result);
        assertTrue(result.contains("Practise this again"), result);
        assertEquals(409, save(student, attempt, "total", "1").statusCode());
    }

    @Test
    void anothersAttemptIsNotThereAndWhoIsSignedInNowhereIsAskedTo() {
        String attempt = begin(student, "timed");
        TestVisitor other = server.visitor();
        other.get("/sign-up");
        other.post("/sign-up", Map.of("name", "이두리", "login", "20240002", "password", "long enough"));
        TestVisitor nobody = server.visitor();
        nobody.get("/");
        for (String page : List.of("", "/questions/1", "/review")) {
            assertEquals(404, other.get(attempt + page).statusCode(), page);
            assertEquals("/sign-in", nobody.get(attempt + page).uri().getPath(), page);
        }
        assertEquals(404, save(other, attempt, "total", "1").statusCode());
        assertEquals(404, other.post(attempt + "/submission", Map.of()).statusCode());
        assertEquals(401, save(nobody, attempt, "total", "1").statusCode());
        assertEquals(404, student.get("/attempts/" + UUID.randomUUID()).statusCode());
        assertEquals(404, student.get("/attempts/x").statusCode());
        assertEquals(404, student.get(attempt + "/questions/2").statusCode());
    }

    @Test
    void anAttemptThatHasEndedReadsNothing() throws Exception {
        String attempt = begin(student, "timed");
        assertEquals("read", read(student, attempt, "total", "1+1").path("is").asText());
        student.post(attempt + "/submission", Map.of());
        HttpResponse<String> late = student.postJson(attempt + "/readings", write(response("total", "1+1")));
        assertEquals(409, late.statusCode(), late.body());
        String drill = begin(student, "drill");
        student.post(drill + "/solutions", place());
        assertEquals(
                422,
                student.postJson(drill + "/readings", write(response("total", "1+1")))
                        .statusCode());
    }

    @Test
    void aGuestSitsPracticeAndNothingElse() {
        TestVisitor guest = server.visitor();
        begin(guest, "drill");
        guest.get("/courses/deep-learning/exams/timed");
        HttpResponse<String> refused = guest.post("/courses/deep-learning/exams/timed/attempts", Map.of());
        assertEquals("/sign-in", refused.uri().getPath());
    }

    @Test
    void hostileAnswersGetAClearWordAtOnceAndTheServerGoesOn() throws Exception {
        String attempt = begin(student, "timed");
        for (String text :
                List.of("1e999", "NaN", "(".repeat(100_000), "<script>alert(1)</script>", "1,".repeat(50_000))) {
            long began = System.nanoTime();
            JsonNode reading = read(student, attempt, "total", text);
            assertEquals("unreadable", reading.path("is").asText(), text.substring(0, 3));
            assertFalse(reading.path("reason").asText().isEmpty());
            assertTrue(System.nanoTime() - began < 5_000_000_000L, text.substring(0, 3));
            assertEquals(200, save(student, attempt, "total", text).statusCode());
        }
        save(student, attempt, "total", "<script>alert(1)</script>");
        String page = student.get(attempt + "/questions/1").body();
        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        assertEquals(413, save(student, attempt, "why", "x".repeat(5_000_000)).statusCode());
        assertEquals(422, save(student, attempt, "why", "x".repeat(300_000)).statusCode());
        assertEquals(422, save(student, attempt, "nothing", "1").statusCode());
        assertEquals(400, save(student, attempt, "why", "a\0b").statusCode());
        assertEquals(200, save(student, attempt, "why", "x".repeat(100_000)).statusCode());
    }

    private int[] numbers(String attempt) {
        Matcher numbers = Pattern.compile("Add (\\d) and (\\d)\\.")
                .matcher(student.get(attempt + "/questions/1").body());
        assertTrue(numbers.find());
        return new int[] {Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))};
    }

    private static Map<String, String> place(String... fields) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("position", "1", "variant", "1"));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }
}
