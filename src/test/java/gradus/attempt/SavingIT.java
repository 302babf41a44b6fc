package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import gradus.course.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** Broken lines, second windows and the way back, in Chromium: no key stroke is lost, and the page says what is saved. */
class SavingIT {
    private static final String TOTAL = "[data-part=total] [data-response]";
    private static final String SAVED = "#save-state[data-state=saved]";

    @TempDir
    private Path folder;

    private static final String WHY = "[data-part=why] textarea";

    private TestServer server;
    private Browser browser;
    private String page;

    @BeforeEach
    void begin() {
        server = TestServer.withBank(new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60")
                .folder());
        browser = Browser.at(server.app().address(), "en");
        String link = TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
        browser.go(link).type("#password", "long enough").follow("main form button");
        browser.go("/courses/deep-learning/exams/timed").follow("form.start button");
        page = browser.path();
    }

    @AfterEach
    void close() {
        try (TestServer ending = server;
                Browser closing = browser) {
            closing.check();
        }
    }

    private String shown() {
        return String.valueOf(
                browser.driver().executeScript("return document.querySelector(arguments[0]).value", TOTAL));
    }

    /** Sits in another browser: what stands on the server. */
    private String onTheServer() {
        return onTheServer("total");
    }

    private String onTheServer(String part) {
        String cookie = browser.cookie("gradus");
        return server.visitor().withCookie("gradus", cookie).open(page).typed(part);
    }

    private String[] twoTabs() {
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.go(page);
        return new String[] {first, browser.driver().getWindowHandle()};
    }

    @Test
    void aTabWithoutALineKeepsEverythingStaysOnItsPageAndOffersAFile() {
        browser.offline(true).type(TOTAL, "56");
        browser.find("#save-state[data-state=offline]");
        browser.find("#unsaved-file:not([hidden])");
        browser.press("Review and submit");
        browser.find(TOTAL).sendKeys("7");
        assertEquals(page, browser.path());
        browser.offline(false);
        browser.find(SAVED);
        assertEquals("567", onTheServer());
    }

    @Test
    @Tag("faults")
    void aWholeMinuteWithoutALineLosesNoKeyStroke() throws InterruptedException {
        browser.offline(true);
        WebElement field = browser.find(WHY);
        StringBuilder typed = new StringBuilder();
        long end = System.nanoTime() + Duration.ofSeconds(61).toNanos();
        for (int word = 0; System.nanoTime() < end; word++) {
            field.sendKeys(word + " ");
            typed.append(word).append(' ');
            Thread.sleep(100);
        }
        browser.offline(false);
        browser.patience()
                .withTimeout(Duration.ofMinutes(1))
                .until(open -> onTheServer("why").equals(typed.toString()));
        browser.find(SAVED);
    }

    @Test
    void aReplyThatIsNoneOfOursIsNotTakenForSaved() {
        browser.driver().executeScript("""
                window.ours = window.fetch;
                window.fetch = () => Promise.resolve(new Response("<html>Welcome to the hotel", {status: 200}));
                """);
        browser.type(TOTAL, "56").find("#save-state[data-state=offline]");
        browser.driver().executeScript("window.fetch = window.ours");
        browser.find(SAVED);
        assertEquals("56", onTheServer());
    }

    @Test
    void anAnswerThatIsRefusedSaysWhyAndHoldsNoOtherBack() {
        browser.expectingStatus(400);
        browser.driver()
                .executeScript(
                        "arguments[0].value = 'a\\u0000b';"
                                + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                        browser.find("[data-part=why] textarea"));
        browser.type(TOTAL, "56").find("#save-state[data-state=refused]");
        browser.patience().until(open -> onTheServer().equals("56"));
        browser.find("#unsaved-file:not([hidden])");
        browser.driver()
                .executeScript(
                        "arguments[0].value = 'ab';"
                                + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                        browser.find("[data-part=why] textarea"));
        browser.find(SAVED);
    }

    @Test
    void twoTabsAreToldOfEachOtherAndTheStudentKeepsOneAnswer() {
        String[] tabs = twoTabs();
        browser.type(TOTAL, "5").find(SAVED);
        browser.driver().switchTo().window(tabs[0]);
        browser.type(TOTAL, "7").find("#save-state[data-state=disputed]");
        assertTrue(browser.text().contains("Another window has saved a newer answer"), browser.text());
        assertEquals("5", onTheServer());
        browser.find(TOTAL).sendKeys("8");
        browser.press("Keep what stands in the field");
        browser.patience().until(open -> onTheServer().equals("78"));
        browser.find(SAVED);
        assertEquals("78", shown());
        browser.driver().switchTo().window(tabs[1]);
        assertEquals("5", shown());
        browser.pressAndFollow("Flag");
        assertEquals("78", shown(), "an untouched old tab changes nothing");
    }

    @Test
    void aPhoneAndALaptopTypeIntoTheSameAttemptAndNoKeyStrokeIsLost() {
        browser.type(TOTAL, "5").find(SAVED);
        try (Browser phone = Browser.at(server.app().address(), "en")) {
            phone.go("/sign-in").type("#login", "20240001").type("#password", "long enough");
            phone.follow("main form button");
            phone.go(page).type(WHY, "from the phone").find(SAVED);
            browser.type("[data-part=twice] [data-response]", "10").find(SAVED);
            phone.type(TOTAL, "6").find(SAVED);
            browser.type(TOTAL, "7").find("#save-state[data-state=disputed]");
            assertEquals("6", onTheServer());
            browser.press("Keep what stands in the field");
            browser.patience().until(open -> onTheServer().equals("7"));
            phone.check();
        }
        browser.go(page);
        assertEquals("7", shown());
        assertEquals("from the phone", browser.find(WHY).getDomProperty("value"));
        assertEquals("10", browser.find("[data-part=twice] [data-response]").getDomProperty("value"));
    }

    @Test
    void theWayBackShowsWhatIsSavedAndNotWhatStoodThereOnce() {
        browser.type(TOTAL, "5").find(SAVED);
        browser.pressAndFollow("Review and submit");
        browser.go(page).type(TOTAL, "56").find(SAVED);
        browser.driver().navigate().back();
        browser.driver().navigate().back();
        browser.find(TOTAL);
        browser.patience().until(open -> shown().equals("56"));
        assertEquals("56", onTheServer());
    }

    @Test
    void aPageThatIsReloadedBeforeItCouldSaveGoesOnWithWhatWasTyped() {
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                if (sessionStorage.getItem("deaf") === null) {
                  window.fetch = () => new Promise(() => {});
                }
                """));
        browser.go(page).type(TOTAL, "56");
        browser.driver().executeScript("sessionStorage.setItem('deaf', 'no')");
        browser.driver().navigate().refresh();
        browser.patience().until(open -> shown().equals("56"));
        browser.find(SAVED);
        browser.patience().until(open -> onTheServer().equals("56"));
        assertEquals(Boolean.TRUE, browser.driver().executeScript("return localStorage.length === 0"));
    }
}
