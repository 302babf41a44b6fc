package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import gradus.course.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;

/** What a student types is read back, saved and kept, whatever happens to the line, the sign-in or the language. */
class StudentIT {
    private static final String FINAL = "/courses/deep-learning/exams/deep-learning-final";
    private static final String SAVED = "#save-state[data-state=saved]";
    private static final int ACTIVATIONS = 2;
    private static final int BIAS_VARIANCE = 5;
    private static final int CORRELATION = 6;

    /** Every save takes a second. */
    private static final String SLOWLY = """
            const sent = window.fetch;
            window.fetch = (...request) => String(request[0]).endsWith("/responses")
              ? new Promise(go => setTimeout(go, 1000)).then(() => sent(...request)) : sent(...request);
            """;

    private TestServer server;
    private Browser browser;
    private String questions;

    @BeforeEach
    void beginTheExam() {
        server = TestServer.start();
        browser = Browser.at(server.app().address(), "en");
        String link = TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
        browser.go(link).type("#password", "long enough").follow("main form button");
        browser.go(FINAL).follow("form.start button");
        questions = browser.path().replaceFirst("[0-9]+$", "");
    }

    @AfterEach
    void close() {
        try (TestServer ending = server;
                Browser closing = browser) {
            closing.check();
        }
    }

    private Browser question(int position) {
        return browser.go(questions + position);
    }

    private static String field(String part) {
        return "[data-part='" + part + "'] [data-response]";
    }

    private String shown(String part) {
        return String.valueOf(
                browser.driver().executeScript("return document.querySelector(arguments[0]).value", field(part)));
    }

    private String waitUntilSaved() {
        return browser.find(SAVED).getText();
    }

    @Test
    void aFormulaIsReadBackWhileItIsTypedAndSavedByItself() {
        question(ACTIVATIONS).type(field("sigmoid"), "1/(1+e^-z");
        browser.find("[data-part=sigmoid] [data-reading=unreadable] mark");
        assertEquals("true", browser.find(field("sigmoid")).getDomAttribute("aria-invalid"));
        browser.find(field("sigmoid")).sendKeys(")");
        browser.find("[data-part=sigmoid] [data-reading=read] .katex");
        assertNull(browser.find(field("sigmoid")).getDomAttribute("aria-invalid"));
        assertEquals("Saved", waitUntilSaved());
        browser.find(".navigator [aria-current] [data-state=partly]");
        question(ACTIVATIONS);
        assertEquals("1/(1+e^-z)", shown("sigmoid"));
    }

    @Test
    void whatAnUnreadableAnswerMayHaveMeantIsOneClickAway() {
        String offer = "[data-part=sigmoid] .reading-offer";
        question(ACTIVATIONS).type(field("sigmoid"), "1/(1+e^-2z)").find(offer);
        assertEquals(List.of("1/(1+e^(-2*z))", "1/(1+e^-2*z)"), browser.texts(offer));
        waitUntilSaved();
        question(ACTIVATIONS).find(offer);
        browser.click(offer);
        assertEquals("1/(1+e^(-2*z))", shown("sigmoid"));
        browser.find("[data-part=sigmoid] [data-reading=read] .katex");
        assertEquals(List.of(), browser.all(offer));
        assertNull(browser.find(field("sigmoid")).getDomAttribute("aria-invalid"));
        waitUntilSaved();
        question(ACTIVATIONS);
        assertEquals("1/(1+e^(-2*z))", shown("sigmoid"));
    }

    @Test
    void answersTypedWithoutALineAreKeptAndSentWhenItIsBack() {
        question(ACTIVATIONS).offline(true).type(field("relu"), "max(0,x)");
        browser.find("#save-state[data-state=offline]");
        browser.offline(false);
        waitUntilSaved();
        question(ACTIVATIONS);
        assertEquals("max(0,x)", shown("relu"));
    }

    @Test
    void answersTypedAfterTheSignInHasEndedAreSentAfterANewOne() {
        question(ACTIVATIONS).expectingStatus(401).expectingStatus(403);
        browser.driver().manage().deleteCookieNamed("gradus");
        browser.type(field("tanh"), "(e^x-e^-x)/(e^x+e^-x)");
        browser.find("#save-state[data-state=signed-out]");
        String exam = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        browser.go("/sign-in").type("#login", "20240001").type("#password", "long enough");
        browser.follow("main form button").waitForText("김하나");
        browser.driver().switchTo().window(exam);
        waitUntilSaved();
        question(ACTIVATIONS);
        assertEquals("(e^x-e^-x)/(e^x+e^-x)", shown("tanh"));
    }

    @Test
    void theLanguageSwitchKeepsWhatWasJustTyped() {
        question(ACTIVATIONS).type(field("relu"), "max(0,x)").pressAndFollow("한국어");
        assertEquals("ko", browser.find("html").getDomAttribute("lang"));
        browser.patience().until(open -> shown("relu").equals("max(0,x)"));
        browser.find(SAVED);
        browser.press("English");
    }

    @Test
    void aPastedMatrixUnfoldsIntoTheGridAndTheKeyboardMovesInIt() {
        question(CORRELATION)
                .find("[data-part=corr_valid] [data-matrix-grid] input")
                .click();
        browser.driver().executeScript("""
                const data = new DataTransfer();
                data.setData("text", "np.array([[55, 59, 90],\\n [10, 51, 45],\\n [14, 16, 65]])");
                document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
                """);
        assertEquals("[[55,59,90],[10,51,45],[14,16,65]]", shown("corr_valid"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN, "7");
        assertEquals("[[55,59,90],[7,51,45],[14,16,65]]", shown("corr_valid"));
        waitUntilSaved();
        question(CORRELATION);
        assertEquals(
                9,
                browser.all("[data-part=corr_valid] [data-matrix-grid] input").size());
        browser.type("[data-part=corr_valid] [data-matrix-rows]", "2" + Keys.TAB);
        assertEquals("[[55,59,90],[7,51,45]]", shown("corr_valid"));
    }

    @Test
    void aTableOfChoicesIsAnsweredFlaggedReviewedAndSubmittedByKeyboardAlone() {
        question(BIAS_VARIANCE).find("[data-kind=table] tbody td input").sendKeys(Keys.SPACE);
        waitUntilSaved();
        browser.find("button.flag").sendKeys(Keys.ENTER);
        browser.find("button.flag[aria-pressed=true]");
        browser.go(questions.replace("questions/", "review")).waitForText("Flagged");
        assertTrue(browser.text().contains("Blank ("), browser.text());
        browser.follow("form.submission button").waitForText("Result");
        browser.go(questions + BIAS_VARIANCE);
        assertEquals(questions.replace("/questions/", ""), browser.path());
    }

    @Test
    void aButtonWaitsForTheSaveAndTheFirstClickOnItIsEnough() {
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SLOWLY));
        question(ACTIVATIONS).type(field("relu"), "max(0,x)").pressAndFollow("Review and submit");
        assertEquals(Boolean.TRUE, browser.driver().executeScript("return localStorage.length === 0"));
        browser.follow("form.submission button").waitForText("Result");
        assertEquals("correct", browser.all("[data-part=relu]").get(0).getDomAttribute("data-verdict"));
    }
}
