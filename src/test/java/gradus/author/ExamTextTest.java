package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the form of an exam leaves of the text that somebody typed. */
class ExamTextTest {
    private static final String COURSE = "/courses/deep-learning";
    private static final String LINES = """
            # The exam of the autumn, agreed on 3 October
            id: %s
            title: Midterm # one text serves all
            policy:
              mode: timed
              opens: 2026-12-01T00:00Z   # 9:00 in Seoul
              minutes: 75
              round: 0.5  # as the faculty wants it
            questions:
              # warm up
              - question: bias-variance
                points: 10   # was 8 last year
                label: 1-a
              # the hard one
              - {question: lenet-parameters, points: 5, label: '2'}
              - {points: 7, question: correlation-convolution}
            # nothing after this
            """;

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

    private static TestPage composer(String id, String text) {
        return teacher.open(COURSE + "/exam-drafts")
                .type("Short name", id)
                .press("Begin")
                .type("Text", text)
                .press("Save the text");
    }

    private static String stored(String id) {
        return teacher.get(COURSE + "/exams/" + id + "/file").body();
    }

    @Test
    void savingWhatNobodyChangedChangesNothing() {
        String text = LINES.formatted("untouched");
        composer("untouched", text).press("Save");
        assertEquals(text, stored("untouched"));
    }

    @Test
    void aChangedValueTakesThePlaceOfTheOldOne() {
        String text = LINES.formatted("changed");
        TestPage page = composer("changed", text);
        page.within("ol.entries li:first-child").type("Points", "12");
        page = page.press("Save");
        assertEquals(text.replace("points: 10  ", "points: 12  "), stored("changed"));
        page.type("An attempt lasts (minutes)", "80").press("Save");
        assertEquals(
                text.replace("points: 10  ", "points: 12  ").replace("minutes: 75", "minutes: 80"), stored("changed"));
        page = teacher.open(COURSE + "/exams/changed/text");
        page.within("ol.entries li:first-child").type("Number", "3");
        page.press("Save");
        assertTrue(stored("changed").contains("label: '3'\n"), stored("changed"));
    }

    @Test
    void questionsMoveWithTheCommentsAboveThem() {
        TestPage page = composer("moved", LINES.formatted("moved"));
        page = page.within("ol.entries li:nth-child(2)").press("↑");
        page = page.within("ol.entries li:last-child").press("×");
        page.type("Add a question", "dropout").press("Add").press("Save");
        String list = stored("moved").substring(stored("moved").indexOf("questions:"));
        assertTrue(list.startsWith("""
                questions:
                  # the hard one
                  - {question: lenet-parameters, points: 5, label: '2'}
                  # warm up
                  - question: bias-variance
                    points: 10   # was 8 last year
                    label: 1-a
                  - {question: """), list);
        assertTrue(list.endsWith("points: 10}\n# nothing after this\n"), list);
    }

    @Test
    void aListInBracketsStaysOneAndAnEmptyOneIsFilled() {
        String text = "id: brackets\ntitle: {ko: 가, en: A}\npolicy: {mode: practice}   # free\n"
                + "questions: [{question: bias-variance, points: 1},   # first\n"
                + "            {question: activations, points: 2}]  # last\n";
        TestPage page = composer("brackets", text);
        page.within("ol.entries li:last-child").press("↑").press("Save");
        assertEquals(
                text.replace("bias-variance, points: 1", "X")
                        .replace("activations, points: 2", "bias-variance, points: 1")
                        .replace("X", "activations, points: 2"),
                stored("brackets"));
        page = teacher.open(COURSE + "/exams/brackets/text");
        page = page.within("ol.entries li:last-child").press("×");
        page.within("ol.entries li:last-child").press("×").press("Save");
        assertTrue(
                stored("brackets").endsWith("policy: {mode: practice}   # free\nquestions: []  # last\n"),
                stored("brackets"));
        teacher.open(COURSE + "/exams/brackets/text")
                .type("Add a question", "activations")
                .press("Add")
                .type("Title (English)", "Anew: it's a [quiz]")
                .press("Save");
        assertEquals(
                "id: brackets\ntitle: {ko: 가, en: 'Anew: it''s a [quiz]'}\npolicy: {mode: practice}   # free\n"
                        + "questions:\n  - {question: activations, points: 10}  # last\n",
                stored("brackets"));
    }

    @Test
    void sectionsChoicesAndFixedNumbersAreWrittenIntoTheirItems() {
        TestPage page = composer("items", LINES.formatted("items"));
        page = page.within("ol.entries li:first-child").press("A section begins here");
        page = page.type("Section (English)", "Part one").press("Save");
        page = page.within("ol.entries li:nth-child(2)").press("Some out of several");
        page = page.type("out of these", "lenet-parameters dropout").press("Save");
        page.within("ol.entries li:last-child").press("Fix the numbers").press("Save");
        String text = stored("items");
        assertTrue(text.contains("    label: 1-a\n    section: {\"en\":\"Part one\"}\n"), text);
        assertTrue(text.contains("  - {points: 5, label: '2', choose: 1, of: [lenet-parameters, dropout]}\n"), text);
        assertTrue(text.contains("  - {points: 7, question: correlation-convolution, with: {\""), text);
        assertTrue(text.contains("# the hard one") && text.contains("# was 8 last year"), text);
        page = teacher.open(COURSE + "/exams/items/text");
        page.within("ol.entries li:last-child").press("Draw the numbers").press("Save");
        assertTrue(stored("items").contains("  - {points: 7, question: correlation-convolution}\n"), stored("items"));
    }

    @Test
    void timesAreOfTheCourseAndACodeOfDigitsIsAText() {
        TestPage page = composer("times", LINES.formatted("times"));
        assertEquals("2026-12-01T09:00", page.typed("It opens (Korean Time)"));
        page.type("It opens (Korean Time)", "2026-12-02T10:30")
                .type("Code of the exam", "0042")
                .press("Save");
        String text = stored("times");
        assertTrue(text.contains("opens: 2026-12-02T10:30+09:00   # 9:00 in Seoul\n"), text);
        assertTrue(text.contains("  code: '0042'\n") && text.contains("# as the faculty wants it"), text);
        page = teacher.open(COURSE + "/exams/times/text");
        page.type("It opens (Korean Time)", "")
                .type("An attempt lasts (minutes)", "")
                .press("Save");
        assertTrue(
                stored("times")
                        .contains("policy:\n  mode: timed\n  round: 0.5  # as the faculty wants it\n  code: '0042'\n"),
                stored("times"));
    }
}
