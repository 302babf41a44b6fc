package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.App;
import gradus.Settings;
import gradus.TestPeople;
import gradus.browser.Browser;
import gradus.course.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under a path of its host, nothing that a browser asks for or is led to stands above the path. */
class PrefixIT {
    private static final String ABOVE = """
            const named = [...document.querySelectorAll('[href], [src], [action], [formaction]')]
                .flatMap(element => ['href', 'src', 'action', 'formaction'].map(name => element.getAttribute(name)))
                .filter(value => value !== null && value.startsWith('/'));
            const asked = performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname);
            return [...named, ...asked, location.pathname].filter(path => !path.startsWith('/gradus/'));
            """;

    @TempDir
    private Path folder;

    @Test
    void everythingStandsBelowThePath() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Front front = Front.of("http://localhost:" + port + "/gradus", List.of(), List.of());
        try (App app = App.start(new Settings("127.0.0.1", port, folder, null, List.of(), false, front, null));
                Browser browser = Browser.at(app.address(), "en")) {
            assertTrue(app.address().endsWith("/gradus"), app.address());
            student(browser);
            instructor(app, browser);
        }
    }

    private static void student(Browser browser) {
        nothingAbove(browser.go("/"));
        nothingAbove(browser.go("/courses/deep-learning/exams/chapter-9-evaluation"));
        nothingAbove(browser.follow("form.start button"));
        browser.click("[type=radio]").find("#save-state[data-state=saved]");
        browser.click("#checked").find(".mark");
        nothingAbove(browser);
        nothingAbove(browser.follow("form.switch button[name=language]"));
        assertTrue(browser.path().matches("/attempts/[^/]+/questions/1"), browser.path());
    }

    private static void instructor(App app, Browser browser) {
        nothingAbove(browser.go(TestPeople.invited(app.database(), "staff", "Staff", Role.INSTRUCTOR)));
        nothingAbove(browser.type("#password", "long enough").follow("main form button"));
        for (String path : List.of(
                "/courses/deep-learning/exams",
                "/courses/deep-learning/questions",
                "/courses/deep-learning/questions/adam-steps/text",
                "/courses/deep-learning/people",
                "/courses/deep-learning/gradebook")) {
            nothingAbove(browser.go(path));
        }
    }

    private static void nothingAbove(Browser browser) {
        assertEquals(List.of(), browser.driver().executeScript(ABOVE), browser.path());
    }
}
