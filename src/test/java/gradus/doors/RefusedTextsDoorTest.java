package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were made to break the editor, through its own page. */
class RefusedTextsDoorTest {
    private static final String QUESTIONS = "/courses/deep-learning/questions";
    private static final String TEXT = QUESTIONS + "/attacked/text";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static TestServer server;
    private static TestVisitor teacher;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        teacher = server.visitor();
        teacher.open(TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR))
                .type("Password", "long enough for all")
                .press("Begin");
        teacher.get(QUESTIONS);
        assertEquals(
                200,
                teacher.post(QUESTIONS, Map.of("id", "attacked", "from", "one-choice"))
                        .statusCode());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String bomb() {
        StringBuilder text =
                new StringBuilder("id: attacked\ntitle: T\nprompt: P\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        return text + "parts: *a11\n";
    }

    private static String parts(int count) {
        StringBuilder text = new StringBuilder("id: attacked\ntitle: T\nprompt: P\nparts:\n");
        for (int i = 0; i < count; i++) {
            text.append("  - {id: p").append(i).append(", type: integer, points: 1, expect: 1}\n");
        }
        return text.toString();
    }

    private static TestPage sent(String button, String text) {
        return assertTimeout(
                PATIENCE, () -> teacher.open(TEXT).type("Text", text).press(button));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Check and show", "Form"})
    void aBombOfAliasesIsSaidToBeOneAndNotUnfolded(String button) {
        TestPage page = sent(button, bomb());
        assertEquals(1, page.texts("#findings li.error").size(), page.text());
        assertEquals(List.of(), page.texts("#form-view"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Check and show", "Form"})
    void tenThousandPartsAreRefusedWithTheirPlace(String button) {
        TestPage page = sent(button, parts(10_000));
        assertTrue(
                page.texts("#findings li.error code").contains("5:3"),
                page.texts("#findings li").toString());
        assertTrue(
                page.texts("#findings li.error").get(0).contains("200"),
                page.texts("#findings li").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void aTextOfNothingButBeginningsIsBroken(String beginning) {
        TestPage page = sent("Check and show", "id: attacked\nparts: " + beginning.repeat(100_000));
        assertFalse(page.texts("#findings li.error").isEmpty(), page.text());
    }

    @Test
    void aFormOfThousandsOfPartsIsNotMadeNorFilledIn() {
        String parts = "  - {id: a, type: integer, points: 1, expect: 1}\n".repeat(10_000);
        Map<String, String> fields = new HashMap<>(Map.of(
                "text",
                "id: attacked\ntitle: T\nprompt: P\nparts:\n" + parts,
                "base",
                "1",
                "do",
                "show",
                "view",
                "form"));
        for (int i = 0; i < 1_000; i++) {
            fields.put("at:/parts/" + i + "/points", "2");
        }
        teacher.open(TEXT);
        HttpResponse<String> answer = assertTimeout(Duration.ofSeconds(60), () -> teacher.post(TEXT, fields));
        assertEquals(200, answer.statusCode());
        assertTrue(
                answer.body().contains("200") && answer.body().length() < 2_000_000,
                answer.body().length() + "");
    }

    @Test
    void anExamThatUnfoldsToMillionsOrHoldsItselfIsSaidToBeBroken() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1]\n");
        for (int i = 1; i < 16; i++) {
            bomb.append("a").append(i).append(": &a").append(i);
            bomb.append((" [*a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1) + "]\n"));
        }
        bomb.append("policy: {mode: practice, show: *a15}\nquestions: [{question: dropout, with: *a15}]\n");
        teacher.get("/courses/deep-learning/exam-drafts");
        teacher.post("/courses/deep-learning/exam-drafts", Map.of("id", "bomb"));
        String text = "/courses/deep-learning/exams/bomb/text";
        for (String attack : List.of("id: bomb\n" + bomb, "id: bomb\nquestions: &q [{question: a, with: *q}]\n")) {
            HttpResponse<String> answer = assertTimeout(
                    Duration.ofSeconds(60),
                    () -> teacher.post(text, Map.of("do", "show-text", "base", "1", "text", attack)));
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("This keeps it from being published"), answer.body());
        }
    }

    @Test
    void tenMegabytesAreRefusedBeforeTheyAreRead() {
        teacher.open(TEXT);
        HttpResponse<String> answer =
                teacher.post(TEXT, Map.of("text", "#".repeat(10 << 20), "base", "1", "do", "save"));
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("1 MB"), answer.body());
        TestPage archive = teacher.open("/courses/deep-learning/files")
                .choose("Archive", "a.zip", new byte[10 << 20])
                .press("Import the files");
        assertEquals(413, archive.status());
    }

    @Test
    void expressionsThatWouldComputeForEverShowWhyThereIsNoVariant() {
        TestPage page = sent(
                "Check and show",
                "id: attacked\ntitle: T\nprompt: P\nparams: {x: 'randint(1000, 1000, 0, 9)'}\n"
                        + "let: {y: 'x * x * x * x * x * x'}\n"
                        + "parts: [{id: a, type: integer, points: 1, expect: 'sum(y * y * y)'}]\n");
        assertFalse(
                page.texts("#findings li, #shown-question p, #shown-question dd")
                        .isEmpty(),
                page.text());
    }
}
