package gradus.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.TestServer;
import gradus.browser.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

class SignInIT {
    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void aStudentSignsUpOutAndIn(String language) {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            browser.expectingStatus(422).expectingStatus(404);
            browser.go("/sign-up").screenshot("sign-up").accessible();
            browser.type("#name", "김하나").type("#login", "20240001").type("#password", "short");
            browser.follow("main form button").find("#password-hint .problem");
            assertEquals("password", browser.driver().switchTo().activeElement().getDomAttribute("name"));
            assertEquals("20240001", browser.find("#login").getDomProperty("value"));
            browser.screenshot("sign-up-problem").accessible();
            browser.type("#password", "correct horse").follow("main form button");
            browser.waitForText("김하나");
            browser.go("/sign-up").follow("form[action='/sign-out'] button");
            browser.go("/sign-in").screenshot("sign-in").accessible();
            browser.type("#login", "20240001")
                    .type("#password", "correct horse")
                    .follow("main form button");
            browser.waitForText("김하나");
            browser.go("/account").screenshot("account").accessible();
            browser.go("/nowhere").screenshot("not-found").accessible();
            browser.dark(true).go("/sign-in").screenshot("sign-in-dark").accessible();
        }
    }

    @Test
    void theKeyboardReachesTheContentFirstAndTheLanguageSwitchKeepsThePage() {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), "en")) {
            browser.go("/sign-in?back=%2Fx");
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            assertEquals("skip", browser.driver().switchTo().activeElement().getDomAttribute("class"));
            browser.pressAndFollow("한국어").waitForText("로그인");
            assertEquals("/sign-in?back=%2Fx", browser.path());
            assertEquals("ko", browser.find("html").getDomAttribute("lang"));
        }
    }
}
