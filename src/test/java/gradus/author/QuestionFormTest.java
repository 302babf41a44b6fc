package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form of a question, for those who want no YAML, over HTTP. */
class QuestionFormTest {
    private static final String QUESTIONS = "/courses/deep-learning/questions";

    private static TestServer server;
    private static TestVisitor teacher;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        teacher = server.visitor();
        teacher.open(TestPeople.invited(server.database(), "kim", "Kim", Role.INSTRUCTOR))
                .type("Password", "long enough for all")
                .press("Begin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestPage begun(String id, String from) {
        teacher.get(QUESTIONS);
        assertEquals(
                200, teacher.post(QUESTIONS, Map.of("id", id, "from", from)).statusCode());
        return teacher.open(QUESTIONS + "/" + id + "/text");
    }

    private static String wholeText(TestPage page) {
        return org.jsoup.Jsoup.parse(page.response().body())
                .expectFirst("#text")
                .wholeText();
    }

    @Test
    void aChangeInTheFormChangesThatValueInTheTextAlone() {
        TestPage page = begun("formed", "matrix-answer");
        String before = wholeText(page);
        TestPage form = page.press("Form");
        assertEquals(before, wholeText(form));
        TestPage saved = form.type("Title (English)", "Sliding windows").press("Save");
        assertTrue(saved.path().contains("view=form"), saved.path());
        String after = wholeText(saved);
        assertEquals(before.replace("en: Correlation and convolution", "en: Sliding windows"), after);
        assertTrue(after.contains("# redrawn until all hold"), after);
        saved.within("fieldset:has(> legend > code:matchesOwn(^corr$))").type("Right answer", "y +");
        TestPage broken = saved.press("Check and show");
        assertFalse(broken.texts("#findings li.error").isEmpty(), broken.text());
        TestPage asText = broken.press("Text");
        assertTrue(asText.typed("Text").contains("expect: y +\n"), asText.typed("Text"));
    }

    @Test
    void aPartAndAParameterMoreAreMadeInTheFormAlone() {
        TestPage page = begun("by-form", "matrix-answer");
        assertEquals(2, page.texts("#shown-question section.part").size());
        TestPage form = page.press("Form")
                .within("fieldset:has(> legend > code:matchesOwn(^peak$))")
                .press("Another like this");
        assertEquals(List.of(), form.texts("#findings li.error"));
        assertEquals(3, form.texts("#shown-question section.part").size(), form.text());
        form.within("fieldset:has(> legend > span:matchesOwn(^Parameters$))")
                .type("A further name", "g")
                .type("is", "randint(2, 3)");
        form = form.press("Check and show");
        form.within("fieldset:has(> legend > code:matchesOwn(^peak2$))").type("Right answer", "g");
        form.press("Save");
        String text = wholeText(teacher.open(QUESTIONS + "/by-form/text"));
        assertTrue(text.contains("  f: randint(3, 3, -1, 4)\n  g: randint(2, 3)\n"), text);
        assertTrue(text.contains("- id: peak2\n"), text);
        TestPage less = teacher.open(QUESTIONS + "/by-form/text?view=form")
                .within("fieldset:has(> legend > code:matchesOwn(^peak2$))")
                .press("Leave it out");
        assertFalse(wholeText(less).contains("peak2"), wholeText(less));
    }

    @Test
    void tagsHaveNoBracketsAndAPartGetsItsFirstMistake() {
        String peak = "fieldset:has(> legend > code:matchesOwn(^peak$))";
        TestPage page = begun("told", "matrix-answer");
        TestPage form = page.press("Form").type("Tags, separated by commas", "conv, 합성곱");
        form = form.within(peak).press("Add a known mistake");
        assertEquals(List.of(), form.within(peak).texts("button:contains(Add a known mistake)"));
        form.within("details:has(> summary > code:matchesOwn(^mistake$))").type("Right answer", "max(x)");
        TestPage saved = form.press("Save");
        String text = wholeText(saved);
        assertTrue(text.contains("tags: [conv, 합성곱]\n"), text);
        assertTrue(text.contains("    mistakes: [{id: mistake, expect: max(x), say: {ko: "), text);
        assertEquals("conv, 합성곱", saved.typed("Tags, separated by commas"));
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNamesNoLine() {
        String peak = "fieldset:has(> legend > code:matchesOwn(^peak$))";
        TestPage form = begun("at-field", "matrix-answer").press("Form");
        form.within(peak).type("Right answer", "max(corr) +");
        TestPage broken = form.press("Check and show");
        var field = org.jsoup.Jsoup.parse(broken.response().body()).expectFirst("[aria-invalid=true]");
        assertEquals("at:/parts/1/expect", field.id());
        assertTrue(field.hasAttr("autofocus"), field.outerHtml());
        assertEquals("at:/parts/1/expect-found", field.attr("aria-describedby"));
        String said =
                broken.texts("small[id='at:/parts/1/expect-found'] .problem").get(0);
        String listed =
                broken.texts("#findings li.error a[href='#at:/parts/1/expect']").get(0);
        assertEquals("peak · Right answer: " + said, listed);
        assertEquals(List.of(), broken.texts("#findings code"));
        TestPage saved = broken.press("Save");
        assertEquals(List.of("Saved."), saved.texts(".editor-text #said"));
        TestPage proof = saved.press("Verify and publish");
        assertEquals(List.of(), proof.texts("li code"));
        assertFalse(
                proof.texts("a[href$='/text?view=form#at:/parts/1/expect']").isEmpty(),
                proof.response().body());
    }

    @Test
    void conditionsStandOneOnALine() {
        String conditions = "Drawn again until (a condition on each line)";
        TestPage page = begun("conditional", "matrix-answer");
        TestPage form = page.press("Form").type(conditions, "max(x) > 1\r\nx[1,1] != x[2,2]\r\n");
        TestPage saved = form.press("Save");
        String text = wholeText(saved);
        assertTrue(text.contains("require: [max(x) > 1, 'x[1,1] != x[2,2]']  "), text);
        assertTrue(text.contains("# redrawn until all hold"), text);
        assertEquals("max(x) > 1\nx[1,1] != x[2,2]", saved.typed(conditions));
        TestPage without = saved.type(conditions, "").press("Save");
        assertFalse(wholeText(without).contains("require"), wholeText(without));
        assertEquals("", without.typed(conditions));
    }

    @Test
    void everyExampleHasAFormWhoseFieldsLeaveItsTextAsItIs() {
        for (String name : Beginnings.EXAMPLES) {
            TestPage page = begun("same-" + name, name);
            String before = wholeText(page);
            TestPage again = page.press("Form").press("Check and show");
            assertEquals(before, wholeText(again), name);
        }
    }

    @Test
    void aTextThatCannotBeReadHasNoFormAndLosesNothing() {
        TestPage page = begun("unread", "one-choice");
        TestPage form = page.type("Text", "id: [unread\n").press("Form");
        assertTrue(form.text().contains("There is no form of this text"), form.text());
        assertEquals("id: [unread", form.typed("Text").strip());
    }

    @Test
    void aPictureWithoutAPlaceEndsWhatIsAskedInEveryLanguage() {
        String shows = "![A net](net.png)";
        assertEquals(
                "id: q\nprompt: {ko: '가\\n\\n![A net](net.png)', en: 'A # b\\n\\n![A net](net.png)'}  # asked\n"
                        .replace("'", "\""),
                QuestionForm.ending("id: q\nprompt: {ko: 가, en: 'A # b'}  # asked\n", "prompt", shows));
        assertTrue(QuestionForm.ending("id: q\nprompt: |\n  One.\n\n  Two.\nparts: []\n", "prompt", shows)
                .startsWith("id: q\nprompt: |\n  One.\n\n  Two.\n\n  ![A net](net.png)\n"));
        assertEquals("id: q\n", QuestionForm.ending("id: q\n", "prompt", shows));
    }

    @Test
    void textsThatLackALanguageAreFoundWhereverTheyStand() {
        String text = """
                id: q
                title: {ko: 가, en: A}
                params: {en: 3}
                prompt: {en: A}
                parts:
                  - id: a
                    type: choice
                    label: {ko: 가}
                    expect: x
                    options: [{id: x, say: {en: X}}]
                  - id: b
                    type: integer
                    expect: en + 1
                    faults:
                      function_left_out: {say: {ko: 나}}
                """;
        assertEquals(
                List.of("English (line 8, 15)", "한국어 (line 4, 10)"), LackingTexts.said(text, true, Locale.ENGLISH));
        assertEquals(List.of(), LackingTexts.said("id: q\ntitle: A\nprompt: {ko: 가, en: A}\n", true, Locale.ENGLISH));
    }
}
