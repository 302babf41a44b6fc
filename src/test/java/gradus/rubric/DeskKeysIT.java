package gradus.rubric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestPeople;
import gradus.TestServer;
import gradus.TestVisitor;
import gradus.browser.Browser;
import gradus.course.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Thirty short texts, graded with the keyboard alone while a second grader works on the same ones. */
class DeskKeysIT {
    private static final String EXAM = "/courses/deep-learning/exams/short";
    private static final String DESK = EXAM + "/queue/why/because";
    private static final int TEXTS = 30;

    @TempDir
    private Path folder;

    @Test
    void thirtyTextsAreGradedByKeysAloneByTwoAtOnceAndNothingIsLost() throws IOException {
        write("questions/why.yaml", """
                id: why
                title: Why
                prompt: Why $x^2$?
                parts:
                  - id: because
                    type: text
                    points: 2
                    label: Because
                    rubric: [{id: one, points: 1, say: It names $x$.}, {id: two, points: 1, say: It says why.}]
                """);
        write("short.yaml", """
                id: short
                title: Short texts
                policy: {mode: timed, minutes: 60, attempts: 30}
                questions: [{question: why, points: 2}]
                """);
        try (TestServer server = TestServer.withBank(folder)) {
            TestVisitor student = TestPeople.visitor(server, "20260001", "김학생", Role.STUDENT);
            for (int i = 1; i <= TEXTS; i++) {
                TestPage begun = student.open(EXAM).press("Start");
                begun.type("Because", "Text " + i).press("Review and submit").press("Submit");
            }
            TestVisitor other = TestPeople.visitor(server, "choi", "최조교", Role.GRADER);
            try (Browser browser = Browser.at(server.app().address(), "en")) {
                browser.go(TestPeople.invited(server.database(), "park", "박조교", Role.GRADER));
                browser.type("#password", "long enough").follow("main form button");
                browser.go(DESK).waitForText("30 wait");
                browser.driver().executeScript("window.stayed = true");
                composingTicksNothing(browser);
                List<String> mine = new ArrayList<>();
                List<String> theirs = new ArrayList<>();
                while (mine.size() + theirs.size() < TEXTS) {
                    mine.add(grade(browser, mine.size() % 3 == 0));
                    TestPage desk = other.open(DESK);
                    if (mine.size() % 2 == 0 && !desk.texts(".the-answer").isEmpty()) {
                        theirs.add(desk.texts(".the-answer").get(0));
                        desk.tick("1 It names x. 1 p.").press("Save and next (Enter)");
                    }
                }
                assertTrue(browser.text().contains("Nothing is waiting for you here"), browser.text());
                assertEquals(
                        true, browser.driver().executeScript("return window.stayed"), "no page was loaded meanwhile");
                Set<String> all = new HashSet<>(mine);
                all.addAll(theirs);
                assertEquals(TEXTS, all.size(), "each was graded once: " + mine + theirs);
                keys(browser, "u");
                browser.waitForText("1 waiting");
                assertEquals(mine.get(mine.size() - 1), answer(browser), "U takes the last one back");
                grade(browser, false);
                browser.go(DESK + "/second");
                browser.driver().executeScript("window.stayed = true");
                for (int left = theirs.size(); left > 0; left--) {
                    browser.waitForText(left == 1 ? "One answer is left" : left + " answers are left");
                    grade(browser, left % 2 == 0);
                }
                browser.waitForText("Nothing is left for second marking");
                assertEquals(true, browser.driver().executeScript("return window.stayed"), "so the second time");
                assertTrue(browser.takeViolations().isEmpty());
            }
            TestPage done = other.open("/courses/deep-learning/queue");
            assertEquals(List.of("0", "30 / 30"), done.texts("#short td.number"));
        }
    }

    /** Presses 1, or 1 and 2 and writes a remark, and saves; gives the answer that was graded. */
    private static String grade(Browser browser, boolean withRemark) {
        String graded = answer(browser);
        keys(browser, "1");
        assertTrue(ticked(browser, 1));
        if (withRemark) {
            keys(browser, "2", "r", "그렇습니다 12", Keys.chord(Keys.CONTROL, Keys.ENTER));
        } else {
            keys(browser, Keys.ENTER);
        }
        browser.patience()
                .until(open -> browser.all(".the-answer").stream()
                        .map(WebElement::getText)
                        .noneMatch(graded::equals));
        return graded;
    }

    private static void composingTicksNothing(Browser browser) {
        browser.driver()
                .executeScript("document.dispatchEvent(new KeyboardEvent('keydown',"
                        + "{key: '1', code: 'Digit1', isComposing: true, bubbles: true}))");
        assertFalse(ticked(browser, 1), "a key of the input method is no shortcut");
    }

    private static String answer(Browser browser) {
        return browser.find(".the-answer").getText();
    }

    private static boolean ticked(Browser browser, int number) {
        return browser.all("input[name=criterion]").get(number - 1).isSelected();
    }

    private static void keys(Browser browser, CharSequence... keys) {
        for (CharSequence key : keys) {
            WebElement focused = browser.driver().switchTo().activeElement();
            (focused == null ? browser.driver().findElement(By.tagName("body")) : focused).sendKeys(key);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("deep-learning").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
