package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.browser.Browser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a browser asks for before it shows a page: little, and nothing only after it has seen another reply. */
class FirstViewIT {
    private static final String ORIGINAL = "/courses/deep-learning/exams/deep-learning-original";
    private static final int MOST_REQUESTS = 32;

    /**
     * What the page was drawn with and does not name itself, so that it was found in another reply. A browser also lists fonts that
     * a page before needed and this one does not, which it found in its memory with the style sheet.
     */
    private static final String FOUND_LATER = """
            const done = arguments[arguments.length - 1];
            const needed = [...document.fonts].filter((font) => font.status !== "unloaded").map((font) => `/${font.family}-`);
            const asked = performance.getEntriesByType("resource")
              .filter((entry) => !["fetch", "xmlhttprequest", "beacon", "other"].includes(entry.initiatorType)
                || entry.name.endsWith(".woff2"))
              .filter((entry) => !entry.name.endsWith(".woff2") || needed.some((family) => entry.name.includes(family)))
              .map((entry) => entry.name.slice(location.origin.length));
            fetch(location.href).then((reply) => reply.text()).then((html) => {
              const page = new DOMParser().parseFromString(html, "text/html");
              const named = [...page.querySelectorAll("[src], link[href]")]
                .map((one) => one.getAttribute("src") ?? one.getAttribute("href"));
              done(asked.filter((path) => !named.includes(path)));
            });
            """;

    @Test
    void aPageNamesAllThatItIsDrawnWithAndThatIsLittle() {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), "ko")) {
            look(browser.go("/"));
            look(browser.go(ORIGINAL).follow("form.start button"));
            String questions = browser.path().replaceFirst("[0-9]+$", "");
            for (int position : new int[] {3, 6, 9}) {
                look(browser.go(questions + position));
            }
            look(browser.go(questions.replace("questions/", "review")));
            // the worked solutions of all questions are folded away in it
            look(browser.follow("form.submission button"), 256_000);
        }
    }

    private static void look(Browser browser) {
        look(browser, 200_000);
    }

    private static void look(Browser browser, int most) {
        String path = browser.path().replaceFirst("[0-9a-f-]{36}", "…");
        assertEquals(List.of(), browser.driver().executeAsyncScript(FOUND_LATER), path);
        Object counted = browser.driver().executeScript("return performance.getEntriesByType('resource').length");
        long requests = ((Number) Objects.requireNonNull(counted)).longValue();
        assertTrue(requests <= MOST_REQUESTS, path + " asks " + requests + " times");
        assertTrue(browser.weight() < most, path + " weighs " + browser.weight());
        assertTrue(browser.shift() < 0.01, path + " shifts: " + browser.shifted());
    }
}
