package gradus.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestServer;
import gradus.browser.Browser;
import gradus.doors.Cast.As;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No link leads nowhere, no button does nothing, nothing breaks on the way. */
class CrawlIT {
    @TempDir
    private Path folder;

    private TestServer server() {
        new ExamFolder(folder)
                .question("plain", """
                        title: Two and two
                        prompt: What is $2 + 2$?
                        parts:
                          - {id: sum, type: integer, points: 1, label: The sum, expect: 2 + 2}
                          - id: why
                            type: text
                            points: 1
                            label: Why
                            rubric: [{id: said, points: 1, say: It says why.}]
                        hints: [{say: Count your fingers., cost: 0.1}]
                        solution: Four.
                        """)
                .exam("quiz", "mode: timed, minutes: 60, attempts: 100", "{question: plain, points: 2}")
                .exam("drill", "mode: practice", "{question: plain, points: 2}, {question: adam-steps, points: 4}");
        return TestServer.withBank(folder);
    }

    @Tag("screens")
    @Test
    void eachPageLinkAndButtonWorksForTheFirstWhoMeetsIt() {
        Set<String> pages = new HashSet<>();
        Set<String> controls = new HashSet<>();
        List<String> troubles = new ArrayList<>();
        try (TestServer server = server()) {
            Cast cast = new Cast(server);
            for (String language : List.of("ko", "en")) {
                try (Browser browser = Browser.at(server.app().address(), language)) {
                    for (As as : As.values()) {
                        if ((as.ordinal() < As.GRADER.ordinal()) == language.equals("ko")) {
                            troubles.addAll(new Crawler(browser, cast, as, pages, controls, false).crawl());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), troubles);
        assertTrue(pages.size() > 40 && controls.size() > 40, pages + " " + controls);
    }

    /** Everything, by everybody, with filled and with empty forms; it takes many minutes. */
    @Tag("screens")
    @ParameterizedTest
    @CsvSource({"ko", "en"})
    void everyPageLinkAndButtonWorksForEverybody(String language) {
        List<String> troubles = new ArrayList<>();
        try (TestServer server = server();
                Browser browser = Browser.at(server.app().address(), language)) {
            Cast cast = new Cast(server);
            for (As as : As.values()) {
                Crawler crawler = new Crawler(browser, cast, as, new HashSet<>(), new HashSet<>(), true);
                troubles.addAll(crawler.crawl());
                assertTrue(crawler.presses() >= 10, as + " presses only " + crawler.presses());
            }
        }
        assertEquals(List.of(), troubles);
    }
}
