package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.browser.Browser;
import gradus.course.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The clock of the page in Chromium: it asks the server, and believes neither the machine's clock nor its own. */
class TimeIT {
    private static final String TOTAL = "[data-part=total] [data-response]";
    private static final String SAVED = "#save-state[data-state=saved]";
    private static final String EXAM = "/courses/deep-learning/exams/timed";
    private static final String WRONG_CLOCKS = """
            const held = performance.now();
            const ahead = Date.now() + 7200000 - performance.now();
            performance.now = () => held;
            Date.now = () => ahead + held;
            """;

    @TempDir
    private Path folder;

    private TestBank bank;
    private TestServer server;
    private TestVisitor staff;
    private Browser browser;
    private String page;

    @BeforeEach
    void begin() {
        bank = new TestBank(folder.resolve("bank"))
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60, grace: 60s");
        server = TestServer.withBank(bank.folder());
        staff = TestPeople.visitor(server, "staff", "이두리", Role.INSTRUCTOR);
        browser = Browser.at(server.app().address(), "en");
        String link = TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
        browser.go(link).type("#password", "long enough").follow("main form button");
        browser.go(EXAM).follow("form.start button");
        page = browser.path();
    }

    @AfterEach
    void close() {
        try (TestServer ending = server;
                Browser closing = browser) {
            closing.check();
        }
    }

    private String clock() {
        return browser.find("[data-timer]").getText();
    }

    private void lookAgain() {
        browser.driver().executeScript("window.dispatchEvent(new Event('focus'))");
    }

    @Test
    void atTheEndThePageAsksAndWhereTimeWasGivenItGoesOn() {
        bank.exam(
                "timed",
                "mode: timed, open_to: anyone, grace: 60s, closes: "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8));
        browser.patience().until(open -> {
            lookAgain();
            return clock().startsWith("00:0");
        });
        browser.find("#save-state[data-state=time-over]");
        browser.find("form.sheet[inert]");
        assertEquals(page, browser.path());
        bank.exam(
                "timed",
                "mode: timed, open_to: anyone, grace: 60s, closes: "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600));
        browser.find("form.sheet:not([inert])");
        browser.type(TOTAL, "5").find(SAVED);
        assertTrue(clock().matches("59:\\d\\d|1:00:00"), clock());
    }

    @Test
    void withoutALineAtTheEndThePageKeepsTryingThroughTheGraceAndTheAnswerIsMarkedLate() {
        browser.find(TOTAL);
        bank.exam(
                "timed",
                "mode: timed, open_to: anyone, grace: 10m, closes: "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(15));
        browser.patience().until(open -> {
            lookAgain();
            return clock().startsWith("00:");
        });
        browser.offline(true).type(TOTAL, "5");
        browser.patience().withTimeout(Duration.ofMinutes(2)).until(open -> clock().equals("00:00"));
        assertEquals(page, browser.path());
        browser.offline(false);
        String history = "/courses/deep-learning" + page.replaceFirst("/questions/1$", "/history");
        browser.patience()
                .withTimeout(Duration.ofMinutes(2))
                .until(open -> staff.open(history).texts(".history td").contains("5"));
        assertTrue(
                staff.open(history).texts(".history td").contains("became the answer late"),
                staff.open(history).text());
    }

    @Test
    void tenFiveAndOneMinuteAreSaidPolitely() {
        String said = "[data-timer-said]";
        assertEquals("polite", browser.find(said).getDomAttribute("aria-live"));
        for (int minutes : new int[] {10, 5, 1}) {
            bank.exam(
                    "timed",
                    "mode: timed, open_to: anyone, grace: 60s, closes: "
                            + Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60L * minutes - 5));
            String words = minutes == 1 ? "One minute left" : "Minutes left: " + minutes;
            browser.patience().withTimeout(Duration.ofMinutes(1)).until(open -> {
                lookAgain();
                return words.equals(browser.find(said).getDomProperty("textContent"));
            });
        }
    }

    @Test
    void neitherAWrongClockNorOneThatStoodStillGivesOrTakesTime() {
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WRONG_CLOCKS));
        browser.go(page).type(TOTAL, "5").find(SAVED);
        assertTrue(clock().matches("59:\\d\\d|1:00:00"), clock());
        bank.exam("timed", "mode: timed, open_to: anyone, minutes: 30, grace: 60s");
        browser.patience().until(open -> {
            lookAgain();
            return clock().startsWith("29:");
        });
        browser.find(TOTAL).sendKeys("6");
        browser.find(SAVED);
        browser.go(page);
        assertEquals("56", browser.find(TOTAL).getDomProperty("value"));
    }

    @Test
    void aLineAndAPauseReachThePageByThemselves() {
        browser.type(TOTAL, "5").find(SAVED);
        staff.open(EXAM + "/room")
                .type("Announcement to everybody sitting the exam", "In 3, m = 4.")
                .press("Send to everybody");
        browser.waitForText("In 3, m = 4.");
        assertEquals("polite", browser.find("#exam-lines").getDomAttribute("aria-live"));
        staff.open(EXAM + "/room").press("Pause the exam for everybody");
        lookAgain();
        browser.waitForText("Staff have stopped the clock for everybody");
        assertTrue(browser.all(TOTAL).isEmpty());
        staff.open(EXAM + "/room").press("Resume the exam");
        lookAgain();
        assertEquals("5", browser.find(TOTAL).getDomProperty("value"));
        assertNull(browser.find("form.sheet").getDomAttribute("inert"));
    }

    @Test
    void thePagesOfInvigilationCanBeReadByAllAndOnSmallScreens() {
        browser.type(TOTAL, "5").find(SAVED);
        String cookie = staff.cookie("gradus");
        String own = browser.cookie("gradus");
        browser.driver().manage().addCookie(new org.openqa.selenium.Cookie("gradus", cookie));
        browser.go(EXAM + "/room").accessible();
        browser.go("/courses/deep-learning" + page.replaceFirst("/questions/1$", "/history"))
                .accessible();
        browser.driver().manage().addCookie(new org.openqa.selenium.Cookie("gradus", own));
        browser.go(page).accessible();
    }

    @Test
    void whoWaitsBeforeTheDoorBeginsByItselfWhenTheExamOpens() {
        bank.exam(
                "later",
                "mode: timed, open_to: anyone, minutes: 60, opens: "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(20));
        browser.expectingStatus(404).patience().until(open -> {
            browser.go("/courses/deep-learning/exams/later");
            return !browser.all("[data-countdown]").isEmpty();
        });
        browser.press("Start as soon as it opens");
        browser.waitForText("begins here by itself");
        // The door opens 20 s after the file was written, and a hall comes through it within some seconds.
        browser.patience()
                .withTimeout(Duration.ofMinutes(1))
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(TOTAL)));
        assertTrue(browser.path().endsWith("/questions/1"), browser.path());
    }
}
