package gradus.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterIT {
    private static final String ROSTER = "/courses/deep-learning/people";

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void anAdminMakesAnInstructorWhoMakesAGrader(String language) {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            browser.expectingStatus(404).expectingStatus(422);
            String instructor = TestPeople.invited(server.database(), "prof", "이교수", Role.INSTRUCTOR);
            TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
            browser.go(TestPeople.firstAdmin(server)).screenshot("first-admin").accessible();
            browser.type("#name", "Root").type("#login", "root").type("#password", "long enough");
            browser.follow("main form button").waitForText("Root");
            browser.go(ROSTER).screenshot("roster").accessible();
            browser.type("#login", "nobody").follow("main form.row button").find("#login-hint .problem");
            browser.type("#login", "root").follow("main form.row button").waitForText("Root");
            assertEquals(3, browser.all("tbody tr").size());

            browser.go(instructor).type("#password", "long enough").follow("main form button");
            browser.waitForText("이교수").go(ROSTER);
            browser.click("tbody select option[value=grader]").follow("tbody form.inline button");
            assertTrue(browser.find("tbody option[value=grader]").isSelected());
            browser.follow("tbody form[action$=removal] button");
            assertEquals(2, browser.all("tbody tr").size());
        }
    }
}
