package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.TestServer;
import gradus.browser.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table of options that was checked is changed and checked again: the marks below it are no rows of the answer. */
class TableAfterCheckIT {
    private static final String MARK = "[data-part=changes] .mark";

    @Test
    void aCheckedTableIsReadAgainAfterAChange() {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), "en")) {
            browser.go("/courses/deep-learning/exams/chapter-9-evaluation").follow("form.start button");
            for (int row = 0; row < 5; row++) {
                choose(browser, row, 0, "+");
                choose(browser, row, 1, "-");
            }
            browser.click("#checked").find(MARK);
            browser.driver().executeScript("document.querySelector(arguments[0]).dataset.old = 'yes'", MARK);
            choose(browser, 1, 0, "-");
            browser.click("#checked");
            browser.patience()
                    .until(open -> browser.all(MARK + ":not([data-old])").size() == 1);
            assertEquals(List.of(), browser.all(MARK + ".mark-unreadable"));
            assertEquals(
                    10,
                    browser.all("[data-part=changes] td[data-verdict] .cell-said")
                            .size());
            assertEquals(List.of(), browser.all(MARK + " .marked-cells"));
        }
    }

    private static void choose(Browser browser, int row, int column, String option) {
        browser.click("[name='cell.changes." + row + "." + column + "'][value='" + option + "']");
    }
}
