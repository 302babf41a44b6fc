package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.course.Role;
import gradus.exam.ExamFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exams composed on a page, faults that students report, and help that is read off the program. */
class ExamEditorTest {
    private static final String COURSE = "/courses/deep-learning";

    private static TestVisitor signedIn(TestServer server, String login, Role role) {
        TestVisitor visitor = server.visitor();
        String link = TestPeople.invited(server.database(), login, login, role);
        visitor.get(link);
        visitor.post(link, Map.of("name", login, "login", login, "password", "long enough for all"));
        return visitor;
    }

    @Test
    void anExamIsComposedPrintedPublishedAndBegun() {
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher = signedIn(server, "kim", Role.INSTRUCTOR);
            TestPage exam = teacher.open(COURSE + "/exam-drafts")
                    .type("Short name", "quiz")
                    .press("Begin");
            assertEquals(COURSE + "/exams/quiz/text", exam.path());
            exam = exam.type("Add a question", "bias-variance").press("Add");
            exam = exam.type("Add a question", "lenet-parameters").press("Add");
            exam = exam.type("Title (English)", "A quiz").press("Save");
            String first = exam.within("ol.entries li:first-child").typed("Question");
            assertEquals("bias-variance", first);
            exam = teacher.open(COURSE + "/exams/quiz/text")
                    .within("ol.entries li:last-child")
                    .press("↑");
            assertEquals(
                    "lenet-parameters", exam.within("ol.entries li:first-child").typed("Question"));
            exam = exam.press("Save");
            assertEquals(
                    200, teacher.get(COURSE + "/exams/quiz/paper?keys=true").statusCode());
            assertTrue(teacher.open(COURSE + "/exams/quiz/paper?keys=true")
                            .texts("strong")
                            .size()
                    > 0);
            assertEquals(List.of(), teacher.open(COURSE + "/exams/quiz/paper").texts("strong"));
            exam = teacher.open(COURSE + "/exams/quiz/text");
            if (!exam.texts("input[name=confirmed]").isEmpty() || exam.text().contains("I have seen what is odd")) {
                exam.tick("I have seen what is odd, and publish it all the same");
            }
            assertEquals(COURSE + "/exams", exam.press("Publish").path());
            TestVisitor guest = server.visitor();
            TestPage sitting = guest.open(COURSE + "/exams/quiz").press("Start");
            assertTrue(sitting.text().contains("A quiz"), sitting.text());
        }
    }

    @Test
    void anExamWithAQuestionThatIsNotThereIsNotPublished() {
        try (TestServer server = TestServer.start()) {
            TestVisitor teacher = signedIn(server, "kim", Role.INSTRUCTOR);
            TestPage exam = teacher.open(COURSE + "/exam-drafts")
                    .type("Short name", "quiz")
                    .press("Begin")
                    .type("Add a question", "nowhere")
                    .press("Add")
                    .press("Save");
            assertTrue(exam.text().contains("This keeps it from being published"), exam.text());
            assertEquals(
                    409,
                    teacher.post(COURSE + "/exams/quiz/publication", Map.of("seq", "2", "confirmed", "true"))
                            .statusCode());
        }
    }

    @Test
    void whatTheFormHasNoFieldForStaysInTheText() {
        ExamDraft draft = ExamDraft.of("""
                        id: q
                        title: {ko: 가, en: A}
                        policy: {mode: timed, round: 0.5, feedback: after-submit, opens: 2026-12-01T09:00+09:00}
                        questions: [{question: a, points: 10, label: 5-a, with: {x: [[1, 2]]}}]
                        """).orElseThrow();
        String text = draft.yaml("q");
        assertTrue(text.contains("round: 0.5"), text);
        assertTrue(text.contains("with: {\"x\":[[1,2]]}"), text);
        assertEquals("5-a", ExamFile.read(text, "q.yaml").questions().get(0).label());
        assertEquals("2026-12-01T09:00", draft.local("opens", java.time.ZoneId.of("Asia/Seoul")));
        assertTrue(ExamDraft.of("[").isEmpty());
    }

    @Test
    void aReportedFaultWaitsForTheAuthorWithTheAnswer() {
        try (TestServer server = TestServer.start()) {
            TestVisitor student = server.visitor();
            TestPage sitting =
                    student.open(COURSE + "/exams/deep-learning-practice").press("Start");
            TestPage told = sitting.type(
                            "What is wrong with it? Your answers and your numbers go along.", "Off by <b>one</b>")
                    .press("Send the report");
            assertTrue(told.text().contains("Who wrote the question will see your report."), told.text());
            TestVisitor teacher = signedIn(server, "kim", Role.INSTRUCTOR);
            TestPage reports = teacher.open(COURSE + "/reports");
            assertTrue(reports.text().contains("Off by <b>one</b>"), reports.text());
            TestPage settled = reports.press("Seen to");
            assertFalse(settled.offers("Seen to"));
            assertEquals(404, student.get(COURSE + "/reports").statusCode());
        }
    }

    @Test
    void helpComputesTheExamplesOfAllFunctionsAndTriesExpressionsForStaffAlone() {
        try (TestServer server = TestServer.start()) {
            TestVisitor anybody = server.visitor();
            TestPage page = anybody.open("/help/functions");
            assertTrue(page.texts("h2 code").size() > 80, page.texts("h2 code").size() + "");
            TestPage momentum = page.within("#momentum");
            assertTrue(momentum.texts(".math").size() > 2, momentum.text());
            TestPage sum = page.within("#correlate2d");
            assertTrue(
                    sum.text().contains("step by step")
                            && sum.texts("details .math").size() > 0
                            && sum.texts("details li").size() > 2,
                    sum.text());
            assertFalse(
                    anybody.open("/help/functions?try=1%2B2").texts("output").contains("3"));
            TestVisitor teacher = signedIn(server, "kim", Role.INSTRUCTOR);
            TestPage tried = teacher.open("/help/functions")
                    .type("Try an expression", "max(2, 40) + 2")
                    .press("Compute");
            assertEquals(List.of("42"), tried.texts("output"));
            assertTrue(anybody.speaking("ko").open("/help/questions").text().contains("행렬 답"));
            assertTrue(anybody.get("/schema/exam.json").body().contains("allowances"));
            assertTrue(anybody.get("/schema/functions.json").body().contains("correlate2d"));
            TestPage exams = anybody.speaking("en").open("/help/exams");
            assertEquals(
                    "midterm",
                    ExamFile.read(exams.texts("pre").isEmpty() ? "" : raw(anybody), "midterm.yaml")
                            .id());
        }
    }

    private static String raw(TestVisitor anybody) {
        return org.jsoup.Jsoup.parse(anybody.get("/help/exams").body())
                .expectFirst("pre code")
                .wholeText();
    }
}
