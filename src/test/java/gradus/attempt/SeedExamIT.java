package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPeople;
import gradus.TestServer;
import gradus.browser.Browser;
import gradus.course.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The student's sheet of the original exam, typed into the original exam through a browser in Korean. */
class SeedExamIT {
    private static final String EXAM = "/courses/deep-learning/exams/deep-learning-final";

    @Test
    void theSheetOfTheSeedGetsItsVerdicts() {
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), "ko")) {
            String student = TestPeople.invited(server.database(), "20240001", "김하나", Role.STUDENT);
            browser.go(student).type("#password", "long enough").follow("main form button");
            browser.go(EXAM).follow("form.start button");
            String questions = browser.path().replaceFirst("[0-9]+$", "");

            browser.go(questions + 1);
            lines(browser, Map.of("loss", "-y log ŷ + (1-y) log(1-ŷ)"));
            browser.go(questions + 2);
            lines(
                    browser,
                    Map.of(
                            "sigmoid", "1/(1+e^-z)",
                            "tanh", "(e^x-e^-x)/(e^x+e^-x)",
                            "relu", "max(0,x)",
                            "leaky_relu", "max(0.01x,x)"));
            browser.screenshot("seed-activations");
            browser.go(questions + 5);
            choose(browser, "changes", List.of("+-", "-+", "+-", "-+", "++"));
            browser.go(questions + 6);
            assertEquals(4, browser.all(".answer-table td .part").size(), "the table of the sheet");
            cells(browser, "corr_valid", "56 59 90 10 51 45 14 16 65");
            matrix(browser, "corr_same", "21 30 51 15 18; 4 56 59 90 24; 8 10 51 45 51; 0 14 16 65 8; 0 0 0 0 50");
            matrix(browser, "conv_valid", "40 41 65; 15 69 60; 21 24 65");
            matrix(browser, "conv_same", "50 0 0 0 0; 8 65 16 14 0; 51 45 59 10 8; 24 90 51 56 4; 18 15 51 30 21");
            browser.screenshot("seed-convolution");
            browser.go(questions + 8);
            assertEquals(
                    "32 × 32 × 3",
                    browser.texts(".answer-table td").stream()
                            .filter(cell -> cell.contains("×"))
                            .findFirst()
                            .orElse(""));
            Map<String, String> counts = new LinkedHashMap<>();
            counts.put("s1", "28x28x8");
            counts.put("input", "0");
            counts.put("conv1", "(5*5+1)*8");
            counts.put("pool1", "0");
            counts.put("conv2", "(5*5+1)*16");
            counts.put("pool2", "0");
            counts.put("fc3", "400*120+1");
            counts.put("fc4", "120*84+1");
            counts.put("softmax", "84*10+1");
            counts.put("total", "59547");
            lines(browser, counts);
            browser.go(questions + 9);
            lines(
                    browser,
                    Map.of(
                            "momentum_v", "beta*dw_prev+(1-beta)*dw",
                            "momentum_w", "w-alpha*v",
                            "adam_w", "w-alpha*v_hat/sqrt(s_hat+epsilon)"));
            browser.go(questions.replace("questions/", "review")).screenshot("seed-review");
            browser.follow("form.submission button").screenshot("seed-result");
            assertEquals(11, browser.all(".question-map").size());
            long height =
                    (Long) Objects.requireNonNull(browser.driver().executeScript("return document.body.scrollHeight"));
            assertTrue(height < 3 * 900, height + " pixels are more than three screens");
            browser.driver().executeScript("document.querySelectorAll('details').forEach(it => { it.open = true; })");

            for (String activation : List.of("sigmoid", "tanh", "relu", "leaky_relu")) {
                assertVerdict(browser, "2", activation, "correct", "정답");
            }
            assertVerdict(browser, "1", "loss", "partial", "두 항");
            assertVerdict(browser, "5-a", "corr_valid", "partial", "9");
            assertEquals(8, marks(browser, "5-a", "corr_valid", "correct"));
            assertEquals("56", marked(browser, "5-a", "corr_valid", "incorrect").get(0));
            assertVerdict(browser, "5-a", "corr_same", "partial", "25");
            assertEquals(24, marks(browser, "5-a", "corr_same", "correct"));
            assertVerdict(browser, "5-a", "conv_valid", "correct", "정답");
            assertEquals(25, marks(browser, "5-a", "conv_same", "incorrect"));
            assertTrue(said(browser, "5-a", "conv_same").contains("180"), said(browser, "5-a", "conv_same"));
            for (String layer : List.of("conv1", "conv2")) {
                assertTrue(said(browser, "7", layer).contains("channel"), said(browser, "7", layer));
            }
            for (String layer : List.of("fc3", "fc4", "softmax")) {
                assertTrue(said(browser, "7", layer).contains("bias"), said(browser, "7", layer));
            }
            assertVerdict(browser, "7", "total", "follows_through", "앞 답 기준 정답");
            assertEquals(9, marks(browser, "5", "changes", "correct"));
            assertVerdict(browser, "8", "adam_w", "correct", "정답");
            assertEquals(1, browser.all(part("8", "adam_w") + " .said li").size(), "the note on the place of ε");
            assertVerdict(browser, "8", "momentum_v", "incorrect", "오답");
            assertTrue(said(browser, "8", "momentum_v").contains("gradient"), said(browser, "8", "momentum_v"));
            assertVerdict(browser, "1", "backprop", "blank", "미입력");
        }
    }

    private static void lines(Browser browser, Map<String, String> texts) {
        texts.forEach((part, text) -> browser.type("#part-" + part + " input[data-response]", text));
        saved(browser);
    }

    private static void matrix(Browser browser, String part, String text) {
        browser.click("#part-" + part + " [data-matrix-modes] [value=text]");
        browser.type("#part-" + part + " textarea", text);
        saved(browser);
    }

    private static void cells(Browser browser, String part, String cells) {
        String[] texts = cells.split(" ");
        for (int i = 0; i < texts.length; i++) {
            browser.type("#part-%s [data-row='%d'][data-column='%d']".formatted(part, i / 3, i % 3), texts[i]);
        }
        saved(browser);
    }

    private static void choose(Browser browser, String part, List<String> rows) {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).length(); j++) {
                browser.click("[name='cell.%s.%d.%d'][value='%s']"
                        .formatted(part, i, j, rows.get(i).charAt(j)));
            }
        }
        saved(browser);
    }

    private static void saved(Browser browser) {
        browser.patience()
                .until(open -> "saved".equals(browser.find("#save-state").getAttribute("data-state")));
    }

    private static String part(String question, String part) {
        return "[data-question='" + question + "'][data-part=" + part + "]";
    }

    private static void assertVerdict(Browser browser, String question, String part, String verdict, String says) {
        assertEquals(verdict, browser.find(part(question, part)).getAttribute("data-verdict"), part);
        assertTrue(said(browser, question, part).contains(says), part + ": " + said(browser, question, part));
    }

    private static String said(Browser browser, String question, String part) {
        return browser.find(part(question, part) + " .mark").getText();
    }

    private static List<String> marked(Browser browser, String question, String part, String verdict) {
        return browser.texts(part(question, part) + " .cell-" + verdict + " > :first-child");
    }

    private static int marks(Browser browser, String question, String part, String verdict) {
        List<String> marked = marked(browser, question, part, verdict);
        return marked.size() - Collections.frequency(marked, null);
    }
}
