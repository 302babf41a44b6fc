package gradus.author;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** From an empty server to an answered exam, by pages alone, in a real browser. */
class AuthorIT {
    private static final String COURSE = "/courses/vision-2027";

    @Test
    void aCourseAQuestionAndAnExamAreMadeAndAStudentInvitedByLinkAnswers() {
        fromAnEmptyServerToAnAnswer("ko");
    }

    @Test
    @Tag("screens")
    void theSameInEnglish() {
        fromAnEmptyServerToAnAnswer("en");
    }

    /** Types into what has the focus. */
    private static void type(Browser browser, CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static void withControl(Browser browser, CharSequence key) {
        new Actions(browser.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    private static void fromAnEmptyServerToAnAnswer(String language) {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            browser.go(TestPeople.firstAdmin(server));
            browser.type("#name", "Kim").type("#login", "kim").type("#password", "long enough");
            browser.follow("main form button").waitForText("Kim");

            browser.go("/courses").screenshot("courses").accessible();
            browser.type("#id", "vision-2027").type("#title-en", "Vision").type("#title-ko", "영상");
            browser.follow("form[action='/courses'] button");
            browser.screenshot("course-settings").accessible();

            browser.go(COURSE + "/questions").screenshot("questions-empty").accessible();
            browser.type("#id", "conv-corr-valid").follow("#new button");
            browser.find("#shown-question h2");
            browser.screenshot("editor").accessible();
            browser.click(".CodeMirror-lines");
            withControl(browser, Keys.END);
            type(browser, "oops: 1\n");
            browser.find("#findings .error");
            browser.find(".CodeMirror .finding-mark.finding-error, .CodeMirror-gutter-wrapper .finding-error");
            browser.screenshot("editor-finding").accessible();
            type(browser, Keys.BACK_SPACE.toString().repeat("oops: 1\n".length()), "pro");
            browser.patience().until(open -> browser.texts(".CodeMirror-hint").contains("prompt"));
            browser.screenshot("editor-words");
            type(browser, Keys.ESCAPE, Keys.BACK_SPACE.toString().repeat("pro".length()));
            browser.patience().until(open -> browser.all("#findings .error").isEmpty());
            browser.driver().executeScript("window.leaving = true");
            withControl(browser, "s");
            browser.patience().until(open -> browser.driver().executeScript("return window.leaving") == null);
            browser.go(COURSE + "/questions/conv-corr-valid/proof").screenshot("proving");
            browser.find("form[action$=publication] button");
            browser.screenshot("proof").accessible();
            browser.follow("form[action$=publication] button");

            browser.go(COURSE + "/exam-drafts").type("#id", "quiz").follow("main form button");
            browser.type("#title-en", "Quiz").type("#title-ko", "퀴즈").type("#add", "conv-corr-valid");
            browser.follow("button[value=add]").follow(".inline button[value=save]");
            browser.screenshot("exam-composed").accessible();
            browser.follow("form[action$=publication] button");
            browser.go(COURSE + "/exams/quiz/paper?keys=true")
                    .screenshot("paper")
                    .accessible();
            browser.go(COURSE + "/questions/conv-corr-valid/history")
                    .screenshot("history")
                    .accessible();
            browser.go(COURSE + "/files").screenshot("files").accessible();
            browser.go("/help/questions").screenshot("help-questions");
            browser.go("/help/functions").screenshot("help-functions");

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
            assertTrue(browser.all("#part-peak .mark").size() == 1);
            browser.check();
        }
    }
}
