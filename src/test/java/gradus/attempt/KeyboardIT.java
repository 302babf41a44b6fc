package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.browser.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Gradus without a mouse. */
class KeyboardIT {
    private static final int MOST_STROKES = 15;
    private static final String RING = """
            const style = getComputedStyle(document.activeElement);
            return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none"
              ? "ring" : document.activeElement.outerHTML.slice(0, 100);
            """;

    @Test
    void aNewcomerComesFromTheFirstPageToAGradedAnswerInAFewStrokes() {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), "en")) {
            browser.go("/");
            WebElement field = browser.find(".taster input[type=text]");
            int strokes = 0;
            do {
                browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
                strokes++;
                assertEquals("ring", browser.driver().executeScript(RING), "the focus is seen at stop " + strokes);
                if (strokes == 1) {
                    assertEquals(
                            "skip", browser.driver().switchTo().activeElement().getDomAttribute("class"));
                }
            } while (strokes < MOST_STROKES
                    && !browser.driver().switchTo().activeElement().equals(field));
            field.sendKeys("1/(1+e^-z)");
            field.sendKeys(Keys.ENTER);
            browser.find(".mark-correct");
            assertTrue(strokes + 1 <= MOST_STROKES, strokes + " strokes to the field");
            assertEquals(List.of(), small(browser), "nothing to press is smaller than 24 pixels");
            browser.still(true);
            assertEquals(List.of(), moving(browser), "nothing moves for who prefers that");
            browser.go("/help/components");
            assertEquals(List.of(), moving(browser));
            browser.still(false).accessible().screenshot("components");
            browser.dark(true).accessible().screenshot("components-dark").dark(false);
        }
    }

    private static List<?> moving(Browser browser) {
        Object found = browser.driver().executeScript("""
                return [...document.querySelectorAll("*")]
                  .filter((one) => {
                    const style = getComputedStyle(one);
                    return style.scrollBehavior === "smooth" || parseFloat(style.transitionDuration) > 0.01
                      || (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01);
                  })
                  .map((one) => one.outerHTML.slice(0, 100));
                """);
        return found instanceof List<?> list ? list : List.of("nothing was found");
    }

    private static List<?> small(Browser browser) {
        Object found = browser.driver().executeScript("""
                return [...document.querySelectorAll("main button, main input:not([type=hidden]), main summary, .navigator a")]
                  .filter((one) => one.tabIndex >= 0 && one.getClientRects().length > 0
                    && (one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24))
                  .map((one) => one.outerHTML.slice(0, 100));
                """);
        return found instanceof List<?> list ? list : List.of("nothing was found");
    }
}
