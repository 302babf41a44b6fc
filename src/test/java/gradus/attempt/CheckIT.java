package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.browser.Browser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Checking in practice, with the marks put into the page that the student looks at. */
class CheckIT {
    private static final String ORIGINAL = "/courses/deep-learning/exams/deep-learning-original";
    private static final String PART = "#part-corr_valid";

    @ParameterizedTest
    @CsvSource({"ko, 남은 답 3개", "en, 3 parts left"})
    void aCheckMarksTheFieldsInPlace(String language, String left) {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            browser.go(ORIGINAL).follow("form.start button");
            browser.go(browser.path().replaceFirst("[0-9]+$", "6"));
            List<String> typed = List.of("56", "59", "90", "10", "51", "45", "14", "16", "65");
            for (int i = 0; i < typed.size(); i++) {
                browser.type(cell(i), typed.get(i));
            }
            browser.driver().executeScript("window.stays = true");
            browser.click("#checked").find(PART + " .mark-partial");
            assertEquals(true, browser.driver().executeScript("return window.stays"), "no page was loaded");
            assertEquals("incorrect", browser.find(cell(0)).getDomAttribute("data-verdict"));
            assertEquals("correct", browser.find(cell(8)).getDomAttribute("data-verdict"));
            assertEquals(
                    browser.find(cell(0)),
                    browser.driver().switchTo().activeElement(),
                    "the first wrong cell is where one types on");
            assertTrue(browser.find("[data-score]").getText().contains(left), browser.text());
            browser.screenshot("check-in-place").accessible();
            browser.driver().manage().window().setSize(new Dimension(500, 900));
            assertEquals(
                    browser.find(cell(0)).getLocation().y,
                    browser.find(cell(1)).getLocation().y,
                    "a row stays a row on a phone");

            browser.find(cell(0)).sendKeys(Keys.ENTER);
            assertEquals(
                    List.of("1", "2", "3", "0", "4", "5", "0", "0", "7"),
                    browser.find(PART + " .cell-work .input-cells").findElements(By.className("covered")).stream()
                            .map(WebElement::getText)
                            .toList(),
                    "what is under the window of the first cell");
            browser.accessible().screenshot("cell");
            assertEquals(true, browser.driver().executeScript("return window.stays"), "no page was loaded");
            browser.type(cell(0), "55");
            assertEquals(0, browser.all(PART + " .mark").size(), "an edited answer has no verdict");
            browser.click("#checked").find(PART + " .mark-correct");
            assertEquals("correct", browser.find(cell(0)).getDomAttribute("data-verdict"));
            browser.click("[data-in-place=hint]").find("#hints");
            assertEquals(true, browser.driver().executeScript("return window.stays"), "no page was loaded");
            browser.follow("button[formaction$='/solutions']").find(".step-tools");
            browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
            assertTrue(browser.find(".step-tools [role=status]").getText().startsWith("2 / "), browser.text());
            browser.check();
        }
    }

    private static String cell(int number) {
        return PART + " [data-row='" + number / 3 + "'][data-column='" + number % 3 + "']";
    }
}
