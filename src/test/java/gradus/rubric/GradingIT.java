package gradus.rubric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import gradus.course.Role;
import gradus.result.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An instructor, a student, a grader and the student again, each with their own slice of one exam. */
class GradingIT {
    private static final String EXAM = "/courses/deep-learning/exams/deep-learning-final";

    @Test
    void aTextIsAnsweredGradedByRubricSeenAndExported() throws IOException {
        fromAnswerToExport("ko");
    }

    @Test
    @Tag("screens")
    void theSameInEnglish() throws IOException {
        fromAnswerToExport("en");
    }

    private void fromAnswerToExport(String language) throws IOException {
        try (TestServer server = TestServer.start()) {
            String instructor = TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR);
            String grader = TestPeople.invited(server.database(), "helper", "박조교", Role.GRADER);
            String student = TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
            try (Browser browser = Browser.at(server.app().address(), language)) {
                look(enter(browser, instructor).go("/courses/deep-learning/exams"), "exams");
                browser.follow("#deep-learning-final button[value=closed]");
                browser.go(EXAM);
                assertTrue(browser.all("form.start").isEmpty(), "a closed exam can be started");
                browser.go("/courses/deep-learning/exams").follow("#deep-learning-final button[value=open]");
                enter(browser, student).go(EXAM).follow("form.start button");
                browser.type("#part-backprop textarea", "=1+1 chain rule 로 gradient 를 뒤에서부터 구한다");
                browser.patience()
                        .until(open ->
                                "saved".equals(browser.find("#save-state").getAttribute("data-state")));
                browser.follow("button[value$=review]").follow(".submission button");
                assertEquals(
                        "ungraded", browser.all("#result-1-backprop").get(0).getDomAttribute("data-verdict"));
                look(enter(browser, grader).go(EXAM + "/attempts"), "attempts");
                look(browser.go(EXAM + "/waiting").waitForText("김하나"), "attempt-to-grade");
                browser.click("#result-1-backprop fieldset label:nth-of-type(1) input");
                browser.type("#result-1-backprop .marking textarea", "Chain rule 을 잘 썼습니다.");
                browser.follow("#result-1-backprop .marking button");
                assertFalse("ungraded".equals(browser.find("#result-1-backprop").getAttribute("data-verdict")));
                browser.go("/sign-in").driver().manage().deleteAllCookies();
                browser.go("/sign-in").type("#login", "20240001").type("#password", "long enough");
                browser.follow("main form button").follow("main tbody th a");
                look(browser.waitForText("Chain rule 을 잘 썼습니다."), "result-graded");
                browser.expectingStatus(404).go(EXAM + "/attempts").waitForText("404");
            }
            String csv = export(server, Export.Rows.RESPONSES);
            assertTrue(csv.startsWith("\uFEFFstudent_number,"), csv);
            assertTrue(csv.contains("김하나"), csv);
            assertTrue(csv.contains(",'=1+1 chain rule"), csv);
            assertTrue(csv.lines().anyMatch(line -> line.contains(",backprop,") && line.contains(",person,")), csv);
            assertTrue(export(server, Export.Rows.ATTEMPTS).contains("김하나"));
        }
    }

    /** The same markup in every language, so that the rules of accessible pages are asked in one. */
    private static void look(Browser browser, String name) {
        browser.screenshot(name);
        assertTrue(browser.overflow() <= 0, name + " is wider than a telephone");
        if (browser.language().equals("en")) {
            browser.accessible();
        }
    }

    private static Browser enter(Browser browser, String link) {
        browser.go("/sign-in").driver().manage().deleteAllCookies();
        browser.go(link).type("#password", "long enough").follow("main form button");
        return browser;
    }

    private static String export(TestServer server, Export.Rows rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Export(server.database(), Locale.ENGLISH)
                .write("deep-learning", "deep-learning-final", rows, Export.Format.CSV, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
