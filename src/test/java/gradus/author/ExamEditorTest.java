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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exams composed on a page, faults that students report, and help that is read off the program. */
class ExamEditorTest {
    private static final String COURSE = "/courses/deep-learning";

    private static TestServer server;
    private static TestVisitor teacher;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        teacher = signedIn("kim", Role.INSTRUCTOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestVisitor signedIn(String login, Role role) {
        TestVisitor visitor = server.visitor();
        String link = TestPeople.invited(server.database(), login, login, role);
        visitor.get(link);
        visitor.post(link, Map.of("name", login, "login", login, "password", "long enough for all"));
        return visitor;
    }

    @Test
    void anExamIsComposedPrintedPublishedAndBegun() {
        TestPage exam = teacher.open(COURSE + "/exam-drafts")
                .type("Short name", "quiz1")
                .press("Begin");
        assertEquals(COURSE + "/exams/quiz1/text", exam.path());
        exam = exam.type("Add a question", "bias-variance").press("Add");
        exam = exam.type("Add a question", "lenet-parameters").press("Add");
        exam = exam.type("Title (English)", "A quiz").press("Save");
        String first = exam.within("ol.entries li:first-child").typed("Question");
        assertEquals("bias-variance", first);
        exam = teacher.open(COURSE + "/exams/quiz1/text")
                .within("ol.entries li:last-child")
                .press("↑");
        assertEquals(
                "lenet-parameters", exam.within("ol.entries li:first-child").typed("Question"));
        exam = exam.press("Save");
        String listed = teacher.open(COURSE + "/exam-drafts").text();
        assertTrue(listed.contains("A quiz quiz1 not published"), listed);
        assertEquals(200, teacher.get(COURSE + "/exams/quiz1/paper?keys=true").statusCode());
        assertTrue(teacher.open(COURSE + "/exams/quiz1/paper?keys=true")
                        .texts("strong")
                        .size()
                > 0);
        TestPage paper = teacher.open(COURSE + "/exams/quiz1/paper");
        assertEquals(List.of(), paper.texts("strong"));
        assertTrue(
                paper.texts(".paper-option").size() > 3, "who gets paper ticks what the page offers: " + paper.text());
        exam = teacher.open(COURSE + "/exams/quiz1/text");
        if (!exam.texts("input[name=confirmed]").isEmpty() || exam.text().contains("I have seen what is odd")) {
            exam.tick("I have seen what is odd, and publish it all the same");
        }
        assertEquals(COURSE + "/exams", exam.press("Publish").path());
        TestVisitor guest = server.visitor();
        TestPage sitting = guest.open(COURSE + "/exams/quiz1").press("Start");
        assertTrue(sitting.text().contains("A quiz"), sitting.text());
    }

    @Test
    void anExamWithAQuestionThatIsNotThereIsNotPublished() {
        TestPage empty = teacher.open(COURSE + "/exam-drafts")
                .type("Short name", "quiz2")
                .press("Begin");
        TestPage exam = empty.type(
                        "Text",
                        "id: quiz2\ntitle: Q\npolicy: {mode: practice}\nquestions: [{question: nowhere, points: 1}]\n")
                .press("Save the text");
        assertTrue(exam.text().contains("This keeps it from being published"), exam.text());
        assertEquals(
                409,
                teacher.post(COURSE + "/exams/quiz2/publication", Map.of("seq", "2", "confirmed", "true"))
                        .statusCode());
    }

    @Test
    void whatIsWrongWithAnExamStandsAtItsField() {
        TestPage exam = teacher.open(COURSE + "/exam-drafts")
                .type("Short name", "quiz3")
                .press("Begin");
        exam = exam.type("Add a question", "bias-variance").press("Add");
        exam = exam.type("Add a question", "lenet-parameters").press("Add");
        exam.within("ol.entries li:last-child").type("Points", "many");
        TestPage saved = exam.press("Save");
        assertEquals("many", saved.within("ol.entries li:last-child").typed("Points"));
        assertEquals(List.of("points-1"), ids(saved, "[aria-invalid=true]"));
        assertFalse(saved.texts("li:last-child small#points-1-found .problem").isEmpty(), saved.text());
        String listed = saved.texts("#composer .notice a[href='#points-1']").get(0);
        assertTrue(listed.startsWith("lenet-parameters: "), listed);
        assertEquals(List.of("Saved."), saved.texts("#composer #said"));
        assertEquals(List.of(), saved.texts(".notice code"));
    }

    @Test
    void whatIsOddIsConfirmedOnThePageThatSaysWhatItIs() {
        teacher.speaking("ko")
                .open(COURSE + "/exam-drafts")
                .type("짧은 이름", "quiz10")
                .press("시작");
        TestPage exam = teacher.speaking("en").open(COURSE + "/exams/quiz10/text");
        assertEquals("quiz10", exam.typed("Title (한국어)"), "a title in the language that it is begun in");
        String twice = "[{question: bias-variance, points: 1}, {question: bias-variance, points: 2}]";
        exam = exam.type("Text", "id: quiz10\ntitle: Q\npolicy: {mode: practice}\nquestions: " + twice + "\n")
                .press("Save the text");
        assertTrue(exam.texts(".policy-said").get(0).contains("open from the moment"), exam.text());
        TestPage refused = exam.press("Publish");
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("is asked twice"), refused.text());
        assertEquals(List.of("confirmed"), ids(refused, "input[type=checkbox][aria-invalid=true][required]"));
        assertTrue(refused.texts("#unseen.problem").get(0).startsWith("Not published yet"), refused.text());
        TestPage published = refused.tick("I have seen what is odd, and publish it all the same")
                .press("Publish");
        assertEquals(COURSE + "/exams", published.path());
    }

    @Test
    void anUnfitShortNameIsSaidAtItsFieldAndNothingTypedIsLost() {
        TestPage exams = teacher.open(COURSE + "/exam-drafts")
                .type("Short name", "Quiz 9")
                .press("Begin");
        assertEquals(422, exams.status());
        assertEquals("Quiz 9", exams.typed("Short name"));
        assertEquals(List.of("id"), ids(exams, "[aria-invalid=true]"));
        assertTrue(exams.texts("#id-hint .problem").get(0).contains("small letters"), exams.text());
        TestPage questions = teacher.open(COURSE + "/questions")
                .within("#new")
                .type("Short name", "bias-variance")
                .type("One formula a line; each becomes a part", "Z = W*x");
        questions = questions.press("Begin");
        assertEquals(422, questions.status());
        assertEquals(
                "There is a bias-variance already.",
                questions.texts("#id-hint .problem").get(0));
        assertEquals("Z = W*x", questions.typed("One formula a line; each becomes a part"));
        questions
                .within("#new")
                .type("Short name", "of-no-formula")
                .type("One formula a line; each becomes a part", "nothing");
        TestPage none = questions.press("Begin");
        assertEquals(List.of("listing"), ids(none, "[aria-invalid=true]"));
    }

    private static List<String> ids(TestPage page, String selector) {
        return org.jsoup.Jsoup.parse(page.response().body()).select(selector).eachAttr("id");
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
    void questionsAreLookedForByWordsAndAddedWithOnePress() {
        TestPage exam = teacher.open(COURSE + "/exam-drafts")
                .type("Short name", "quiz4")
                .press("Begin")
                .type("Add a question", "no such words")
                .press("Add");
        assertTrue(exam.text().contains("No question fits \"no such words\"."), exam.text());
        exam = exam.type("Add a question", "parameters").press("Add");
        assertTrue(exam.texts("#found button").contains("Add lenet-parameters"), exam.text());
        exam = exam.press("Add lenet-parameters");
        assertEquals(
                "lenet-parameters", exam.within("ol.entries li:first-child").typed("Question"));
    }

    @Test
    void someOutOfSeveralAreAskedInSectionsAsTheFormSays() {
        TestPage exam = teacher.open(COURSE + "/exam-drafts")
                .type("Short name", "pool")
                .press("Begin")
                .type("Add a question", "bias-variance")
                .press("Add");
        exam = exam.type("Add a question", "lenet-parameters").press("Add");
        exam = exam.within("ol.entries li:last-child").press("A section begins here");
        exam = exam.type("Section (English)", "Counting").press("Save");
        exam = exam.within("ol.entries li:last-child").press("Some out of several");
        exam = exam.type("Choose", "2")
                .type("out of these", "lenet-parameters, activations correlation-convolution")
                .press("Save");
        assertTrue(
                exam.typed("Text")
                        .contains("- {points: 10, section: {\"en\":\"Counting\"}, choose: 2, of: [lenet-parameters,"
                                + " activations, correlation-convolution]}"),
                exam.typed("Text"));
        if (exam.text().contains("I have seen what is odd")) {
            exam.tick("I have seen what is odd, and publish it all the same");
        }
        exam.press("Publish");
        Set<String> met = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            TestPage first = server.visitor().open(COURSE + "/exams/pool").press("Start");
            assertEquals(3, first.texts(".navigator li").size(), first.text());
            assertFalse(first.text().contains("Counting"), first.text());
            TestPage second = first.press("Next");
            assertTrue(second.text().contains("Counting"), second.text());
            met.add(second.texts("h3.question-title").get(0));
        }
        // of three candidates in the order of the file, the last one is never the first of two
        assertEquals(2, met.size(), met.toString());
        TestPage tried = teacher.open(COURSE + "/exams/pool/try-out");
        assertEquals(List.of("1", "2", "3"), tried.texts(".steps a"));
    }

    @Test
    void anExamIsTriedAsStudentsHaveItAndNothingOfItIsStored() {
        teacher.open(COURSE + "/exam-drafts").type("Short name", "quiz6").press("Begin");
        TestPage exam = teacher.open(COURSE + "/exams/quiz6/text")
                .type(
                        "Text",
                        "id: quiz6\ntitle: Q\npolicy: {mode: timed, minutes: 5}\nquestions:\n"
                                + "  - {question: lenet-parameters, points: 7, label: 5-a}\n")
                .press("Save the text");
        TestPage tried = exam.follow("Try it as a student");
        assertTrue(tried.text().contains("Question 5-a 7 points"), tried.text());
        assertTrue(tried.text().contains("Nothing is stored"), tried.text());
        assertEquals(List.of(), tried.texts(".mark"));
        TestPage graded = tried.press("Grade what is typed");
        assertFalse(graded.texts(".mark").isEmpty(), graded.text());
        assertEquals(404, teacher.get(COURSE + "/exams/quiz6/results.csv").statusCode());
    }

    @Test
    void pagesOfExamsAndQuestionsLeadBackToThemByTheirTitles() {
        Map<String, List<String>> pages = Map.of(
                "/exams/deep-learning-practice/", List.of("history", "try-out", "paper", "export/report"),
                "/questions/lenet-parameters/", List.of("history", "proof", "export/report"));
        pages.forEach((of, names) -> {
            String title = teacher.open(COURSE + of + "text").within("h1 span").text();
            for (String name : names) {
                TestPage page = teacher.open(COURSE + of + name);
                assertEquals(title, page.within(".eyebrow a").text(), of + name);
                assertEquals(200, page.follow(title).status(), of + name);
            }
        });
    }

    @Test
    void severalVariantsArePrintedEachOnItsOwnSheets() {
        TestPage paper = teacher.open(COURSE + "/exams/deep-learning-practice/paper?seed=5&variants=3&keys=true");
        assertEquals(3, paper.texts(".paper-copy").size());
        assertTrue(paper.text().contains("Variant 7"), paper.text());
        assertEquals(3, Set.copyOf(paper.texts(".paper-copy")).size());
        assertTrue(
                paper.texts(".paper-table th").contains("Without zero-padding"),
                "its table of answers: " + paper.texts(".paper-table th"));
    }

    @Test
    void thePolicyIsReadBackInPlainSentences() {
        teacher.open(COURSE + "/exam-drafts").type("Short name", "quiz8").press("Begin");
        TestPage exam = teacher.open(COURSE + "/exams/quiz8/text")
                .type(
                        "Text",
                        "id: quiz8\ntitle: Q\npolicy: {mode: timed, minutes: 75, opens: 2026-11-30T09:00+09:00,"
                                + " closes: 2026-11-30T11:00+09:00}\n"
                                + "questions: [{question: lenet-parameters, points: 7}]\n")
                .press("Save the text");
        String said = exam.texts(".policy-said").get(0);
        assertTrue(said.contains("opens 30 Nov 2026, 09:00 (KST)"), said);
        assertTrue(said.contains("75 minutes; one attempt; results after closing"), said);
        String korean = teacher.speaking("ko")
                .open(COURSE + "/exams/quiz8/text")
                .texts(".policy-said")
                .get(0);
        teacher.speaking("en");
        assertTrue(korean.contains("2026. 11. 30. 오전 9:00 (KST)에 열림"), korean);
        TestPage bare = teacher.open(COURSE + "/exams/quiz8/text")
                .type(
                        "Text",
                        "id: quiz8\ntitle: Q\npolicy: {mode: practice, tries: 1}\n"
                                + "questions: [{question: lenet-parameters, points: 7}]\n")
                .press("Save the text");
        assertEquals(
                "practice; for anybody; open from the moment that it is published; any number of attempts;"
                        + " one check a variant; results at once",
                bare.texts(".policy-said").get(0));
        assertFalse(bare.texts(".policy-sentence > span:not(.kept)").contains("."), "no line of a full stop alone");
        String sentences = String.join(" ", bare.texts(".policy-sentence"));
        assertTrue(sentences.contains("Attempts of a student: , minutes of an attempt: ,"), sentences);
    }

    @Test
    void aReportedFaultWaitsForTheAuthorWithTheAnswer() {
        TestVisitor student = server.visitor();
        TestPage sitting =
                student.open(COURSE + "/exams/deep-learning-practice").press("Start");
        TestPage told = sitting.type(
                        "What is wrong with it? Your answers and your numbers go along.", "Off by <b>one</b>")
                .press("Send the report");
        assertTrue(told.text().contains("Who wrote the question will see your report."), told.text());
        TestPage reports = teacher.open(COURSE + "/reports");
        assertTrue(reports.text().contains("Off by <b>one</b>"), reports.text());
        TestPage settled = reports.press("Mark as dealt with");
        assertFalse(settled.offers("Mark as dealt with"));
        assertEquals(404, student.get(COURSE + "/reports").statusCode());
    }

    @Test
    void helpComputesTheExamplesOfAllFunctionsAndTriesExpressions() {
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
        assertEquals(List.of("3"), anybody.open("/help/functions?try=1%2B2").texts("output"));
        teacher.open(COURSE + "/exam-drafts").type("Short name", "under-way").press("Begin");
        TestPage exam = teacher.open(COURSE + "/exams/under-way/text")
                .type(
                        "Text",
                        "id: under-way\ntitle: Q\npolicy: {mode: timed, minutes: 5, feedback: after-submit,"
                                + " closes: 2099-01-01T09:00+09:00}\n"
                                + "questions: [{question: dropout, points: 7}]\n")
                .press("Save the text");
        if (exam.text().contains("I have seen what is odd")) {
            exam.tick("I have seen what is odd, and publish it all the same");
        }
        exam.press("Publish");
        assertEquals(List.of(), anybody.open("/help/functions?try=1%2B2").texts("output"));
        TestPage tried = teacher.open("/help/functions")
                .type("Try an expression", "max(2, 40) + 2")
                .press("Compute");
        assertEquals(List.of("42"), tried.texts("output"));
        assertTrue(anybody.speaking("ko").open("/help/questions").text().contains("행렬 답"));
        assertTrue(anybody.get("/schema/exam.json").body().contains("allowances"));
        assertTrue(anybody.get("/schema/functions.json").body().contains("correlate2d"));
        TestPage exams = anybody.speaking("en").open("/help/exams");
        for (String field : List.of("questions[].choose", "questions[].of", "questions[].section", "policy.code")) {
            assertTrue(exams.texts("td code").contains(field), field + " in " + exams.texts("td code"));
        }
        assertTrue(exams.texts("td code").contains("of"), "the name of a field in a sentence");
        assertFalse(exams.text().contains("`"), exams.text());
        TestPage questions = anybody.open("/help/questions");
        for (String field :
                List.of("params", "hints[].cost", "tolerance.relative", "conventions[].expect", "orientation")) {
            assertTrue(questions.texts("td code").contains(field), field + " in " + questions.texts("td code"));
        }
        assertEquals(
                "midterm",
                ExamFile.read(exams.texts("pre").isEmpty() ? "" : raw(anybody), "midterm.yaml")
                        .id());
    }

    private static String raw(TestVisitor anybody) {
        return org.jsoup.Jsoup.parse(anybody.get("/help/exams").body())
                .expectFirst("pre code")
                .wholeText();
    }
}
