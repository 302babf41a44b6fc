package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** From an empty server to an answered exam, by pages alone, in a real browser. */
class AuthorIT {
    private static final String COURSE = "/courses/vision-2027";

    /** A picture in the clipboard, pasted into the text. */
    private static final String PASTE = """
            const points = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
                letter => letter.charCodeAt(0));
            const clipboard = new DataTransfer();
            clipboard.items.add(new File([points], 'dot.png', {type: 'image/png'}));
            document.querySelector('.CodeMirror textarea').dispatchEvent(
                new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}));
            """;

    private static final String TYPED = "return document.querySelector('.CodeMirror').CodeMirror.getValue()";

    @Test
    void aCourseAQuestionAndAnExamAreMadeAndAStudentInvitedByLinkAnswers() {
        fromAnEmptyServerToAnAnswer("ko");
    }

    @Test
    @Tag("screens")
    void theSameInEnglish() {
        fromAnEmptyServerToAnAnswer("en");
    }

    private final AtomicInteger keystrokes = new AtomicInteger();

    /** Types into what has the focus. */
    private void type(Browser browser, CharSequence... keys) {
        for (CharSequence one : keys) {
            keystrokes.addAndGet(one.length());
        }
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private void with(Browser browser, CharSequence modifier, CharSequence key) {
        keystrokes.incrementAndGet();
        new Actions(browser.driver())
                .keyDown(modifier)
                .sendKeys(key)
                .keyUp(modifier)
                .perform();
    }

    private void fromAnEmptyServerToAnAnswer(String language) {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            browser.go(TestPeople.firstAdmin(server));
            browser.type("#name", "Kim").type("#login", "kim").type("#password", "long enough");
            browser.follow("main form button").waitForText("Kim");
            browser.go("/courses").screenshot("courses").accessible();
            browser.type("#id", "vision-2027").type("#title-en", "Vision").type("#title-ko", "영상");
            browser.follow("form[action='/courses'] button");
            browser.screenshot("course-settings").accessible();
            byKeysAlone(browser);
            inTheEditor(browser);
            inTheComposer(browser);
            browser.go(COURSE + "/exams/quiz/paper?keys=true&variants=2")
                    .screenshot("paper")
                    .accessible();
            browser.go(COURSE + "/exams/quiz/try-out").screenshot("try-out").accessible();
            browser.find("#part-corr [data-matrix-grid] input");
            browser.go(COURSE + "/questions/conv-corr-valid/history")
                    .screenshot("history")
                    .accessible();
            browser.go(COURSE + "/files").screenshot("files").accessible();
            browser.go("/help/questions").screenshot("help-questions");
            browser.go("/help/functions").screenshot("help-functions");
            answered(browser);
            reported(browser);
            browser.check();
        }
    }

    /** From the page of an empty course to a published question and an exam with it: no mouse, no more keys than it takes. */
    private void byKeysAlone(Browser browser) {
        browser.go(COURSE + "/questions").screenshot("questions-empty").accessible();
        browser.find("#id:focus");
        long begun = System.nanoTime();
        keystrokes.set(0);
        type(browser, "conv-corr-valid", Keys.ENTER);
        browser.find("#shown-question h2");
        browser.patience().until(open -> !browser.all(".CodeMirror").isEmpty());
        with(browser, Keys.CONTROL, Keys.ENTER);
        browser.patience()
                .withTimeout(Duration.ofSeconds(90))
                .until(open ->
                        !browser.all("form[action$=publication] button:focus").isEmpty());
        type(browser, Keys.ENTER);
        browser.patience().until(open -> browser.path().equals(COURSE + "/questions/conv-corr-valid?published=true"));
        tell("a published question", begun);
        assertEquals(18, keystrokes.get());
        browser.go(COURSE + "/exam-drafts");
        browser.find("#id:focus");
        begun = System.nanoTime();
        keystrokes.set(0);
        type(browser, "quiz", Keys.ENTER);
        browser.find("#add:focus");
        type(browser, "conv", Keys.ENTER);
        browser.find("#entries input[name=question]");
        with(browser, Keys.CONTROL, "s");
        browser.find("button[form=publish]:focus");
        type(browser, Keys.ENTER);
        browser.patience().until(open -> browser.path().startsWith(COURSE + "/exams#"));
        tell("an exam that students can begin", begun);
        assertEquals(12, keystrokes.get());
    }

    private void tell(String what, long begun) {
        System.out.printf(
                "From a blank page to %s: %d keystrokes, %.1f s%n",
                what, keystrokes.get(), (System.nanoTime() - begun) / 1e9);
    }

    private void inTheEditor(Browser browser) {
        browser.go(COURSE + "/questions/conv-corr-valid/proof");
        browser.find("form[action$=publication]");
        browser.screenshot("proof").accessible();
        browser.go(COURSE + "/questions/conv-corr-valid/text")
                .screenshot("editor")
                .accessible();
        browser.find("#part-corr [data-matrix-grid] input");
        browser.click(".CodeMirror-lines");
        with(browser, Keys.CONTROL, Keys.END);
        type(browser, "oops: 1\n");
        browser.find("#findings .error");
        browser.find(".CodeMirror .finding-mark.finding-error, .CodeMirror-gutter-wrapper .finding-error");
        browser.screenshot("editor-finding").accessible();
        type(browser, Keys.BACK_SPACE.toString().repeat("oops: 1\n".length()), "pro");
        browser.patience().until(open -> browser.texts(".CodeMirror-hint").contains("prompt"));
        browser.screenshot("editor-words");
        type(browser, Keys.ESCAPE, Keys.BACK_SPACE.toString().repeat("pro".length()));
        browser.patience().until(open -> browser.all("#findings .error").isEmpty());
        browser.driver().executeScript(PASTE);
        browser.find("#alt:focus");
        type(browser, "A dot", Keys.ENTER);
        browser.patience()
                .until(open ->
                        String.valueOf(browser.driver().executeScript(TYPED)).contains("![A dot](dot.png)"));
        type(browser, Keys.BACK_SPACE.toString().repeat("![A dot](dot.png)".length()), "# seen");
        browser.driver().executeScript("window.leaving = true");
        with(browser, Keys.CONTROL, "s");
        browser.patience().until(open -> browser.driver().executeScript("return window.leaving") == null);
        browser.go(COURSE + "/questions/conv-corr-valid/text?view=form")
                .screenshot("form")
                .accessible();
        browser.type("[id='at:/parts/0/points']", "x");
        browser.find("#findings .error");
    }

    private void inTheComposer(Browser browser) {
        browser.go(COURSE + "/exams/quiz/text");
        browser.driver().executeScript("window.onbeforeunload = null");
        browser.type("#title-en", "Quiz").type("#title-ko", "퀴즈").type("#add", "conv-corr-valid");
        browser.follow("button[value=add]");
        browser.find("#entries li:nth-child(2) input[name=question]").sendKeys("2");
        browser.find("#entries li:nth-child(2) button[data-move=up]").click();
        browser.patience().until(open -> order(browser).equals("conv-corr-valid2 conv-corr-valid"));
        with(browser, Keys.ALT, Keys.ARROW_DOWN);
        browser.patience().until(open -> order(browser).equals("conv-corr-valid conv-corr-valid2"));
        drag(browser);
        browser.patience().until(open -> order(browser).equals("conv-corr-valid2 conv-corr-valid"));
        browser.screenshot("exam-composed").accessible();
        browser.follow("#entries li:first-child button[value^=remove]");
        browser.follow(".inline button[value=save]");
        browser.follow("button[form=publish]");
    }

    /** Drags the last question above the first with the mouse; what is dragged is seen by an element only as it moves on it. */
    private static void drag(Browser browser) {
        WebElement first = browser.find("#entries > li:first-child input[name=question]");
        new Actions(browser.driver())
                .clickAndHold(browser.find("#entries > li:last-child .handle"))
                .moveToElement(first, 0, 2)
                .moveToElement(first, 0, 1)
                .moveToElement(first, 0, 0)
                .release()
                .perform();
    }

    private static String order(Browser browser) {
        return String.valueOf(
                browser.driver()
                        .executeScript(
                                "return [...document.querySelectorAll('#entries input[name=question]')].map(one => one.value).join(' ')"));
    }

    private static void answered(Browser browser) {
        browser.go(COURSE + "/people");
        browser.follow("button[name=code][value=new]");
        String code = browser.find("#class-code").getText();
        browser.driver().manage().deleteAllCookies();
        browser.go("/join?code=" + code).follow("main a.outline");
        browser.type("#name", "하나").type("#login", "hana").type("#password", "long enough");
        browser.follow("main form button").follow("main form button");
        browser.go(COURSE + "/exams/quiz").follow("main form.start button");
        browser.type("#part-peak input[data-response]", "1");
        browser.click("#checked").find("#part-peak .mark");
        assertEquals(1, browser.all("#part-peak .mark").size());
    }

    /** What the student finds wrong is said from where it stands, and waits for the author with variant and answer. */
    private static void reported(Browser browser) {
        browser.click("details.report summary").type("#report", "The filter is missing.");
        browser.follow("details.report button");
        browser.driver().manage().deleteAllCookies();
        browser.go("/sign-in").type("#login", "kim").type("#password", "long enough");
        browser.follow("main form button");
        browser.go(COURSE + "/reports").screenshot("reports").accessible();
        String report = browser.find("article").getText();
        assertTrue(report.contains("conv-corr-valid") && report.contains("The filter is missing."), report);
        assertTrue(report.contains("peak: 1"), report);
    }
}
