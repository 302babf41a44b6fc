package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import gradus.course.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages on paper: an exam, a result with its worked solutions, and a list of grades. */
class PrintIT {
    private static final String COURSE = "/courses/deep-learning";
    private static final Pattern PAGE = Pattern.compile("/Type /Page\\b");

    /** A4 between its margins, in the pixels of a page. */
    private static final int PAPER = 718;

    @Test
    void anExamAResultWithSolutionsAndAListOfGradesAreReadOnPaper() {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), "en")) {
            browser.go(COURSE + "/exams/deep-learning-original").follow("form.start button");
            String questions = browser.path().replaceFirst("[0-9]+$", "");
            browser.go(questions.replace("questions/", "review")).follow("form.submission button");
            assertFalse(browser.find("main").getText().contains("Window"), "solutions are folded on the screen");
            browser.follow("a[href$='?open=all']");
            String result = printed(browser, 5);
            assertTrue(result.contains("180°") && result.contains("The question"), result);
            assertFalse(result.contains("Practise"), result);

            String link = TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR);
            browser.go(link).type("#password", "long enough").follow("main form button");
            browser.go(COURSE + "/exams/deep-learning-final/paper?seed=1&variants=2");
            String paper = printed(browser, 4);
            assertTrue(paper.contains("Name") && paper.contains("points"), paper);
            assertFalse(paper.contains("Seed") || paper.contains("Sign out"), paper);
            TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
            String grades = printed(browser.go(COURSE + "/gradebook"), 1);
            assertTrue(grades.contains("김하나"), grades);
            assertFalse(grades.contains("Find") || grades.contains("Sign out"), grades);
        }
    }

    /** What a page says on paper; fails where it is printed on fewer sheets than that or is wider than they are. */
    private static String printed(Browser browser, int sheets) {
        Map<String, Object> pdf = browser.driver()
                .executeCdpCommand(
                        "Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", true));
        String bytes =
                new String(Base64.getDecoder().decode(String.valueOf(pdf.get("data"))), StandardCharsets.ISO_8859_1);
        assertEquals("%PDF-", bytes.substring(0, 5));
        long pages = PAGE.matcher(bytes).results().count();
        assertTrue(pages >= sheets, browser.path() + " is printed on " + pages + " sheets");

        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", PAPER, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        Object wide = browser.driver().executeScript("""
                return [...document.querySelectorAll("main *")]
                  .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().right > window.innerWidth + 1
                    && !one.closest(".katex-mathml, .unseen, svg, .katex .hide-tail"))
                  .map((one) => one.outerHTML.slice(0, 120)).slice(0, 3);
                """);
        String text = browser.text();
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        assertEquals(List.of(), wide, browser.path() + " is wider than the paper");
        return text;
    }
}
