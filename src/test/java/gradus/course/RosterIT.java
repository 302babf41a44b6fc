package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterIT {
    private static final String ROSTER = "/courses/deep-learning/people";

    @TempDir
    private Path folder;

    @Test
    void anAdminInvitesAnInstructorWhoImportsAClassOfWhichAStudentTakesTheirSeat() throws IOException {
        fromInvitationToSeat("ko");
    }

    @Test
    @Tag("screens")
    void theSameInEnglish() throws IOException {
        fromInvitationToSeat("en");
    }

    private void fromInvitationToSeat(String language) throws IOException {
        Path file = folder.resolve("roster.csv");
        Files.writeString(
                file,
                "학번,이름,학과,학년,분반,이메일\n20240001,김하나,컴퓨터공학과,3,A,hana@example.org\n,이두리,,,,\n",
                Charset.forName("MS949"));
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            browser.go(TestPeople.firstAdmin(server)).screenshot("first-admin").accessible();
            browser.type("#name", "Root").type("#login", "root").type("#password", "long enough");
            browser.follow("main form button").waitForText("Root");
            browser.go(ROSTER).screenshot("roster-empty").accessible();
            browser.click("#invite option[value=instructor]").follow("#invite button");
            String link = browser.find("#link").getText();
            browser.screenshot("invitation").accessible();
            browser.driver().manage().deleteAllCookies();

            browser.go(link.substring(link.indexOf("/join"))).screenshot("join").accessible();
            browser.follow("main a.outline")
                    .type("#name", "이교수")
                    .type("#login", "prof")
                    .type("#password", "long enough");
            browser.follow("main form button").follow("main form button");
            browser.go(ROSTER);
            browser.find("#file").sendKeys(file.toString());
            browser.follow("form[action$=import] button")
                    .waitForText("김하나")
                    .screenshot("import")
                    .accessible();
            assertEquals(2, browser.all("tbody tr").size());
            browser.follow("form[action$=confirmation] button").waitForText("20240001");
            browser.screenshot("roster").accessible();
            browser.follow("form[action$=codes] button");
            String code = browser.find(".code-cards code").getText();
            browser.screenshot("codes").accessible();
            browser.go(ROSTER).follow("tbody th a").screenshot("member").accessible();
            browser.driver().manage().deleteAllCookies();

            browser.go("/join?code=" + code).follow("main a.outline");
            browser.type("#name", "하나").type("#login", "hana").type("#password", "long enough");
            browser.follow("main form button").follow("main form button").waitForText("하나");
            browser.go("/courses/deep-learning/exams/deep-learning-final");
            assertTrue(browser.all("main form.start").size() == 1);
            browser.check();
        }
    }
}
