package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.TestServer;
import gradus.browser.Browser;
import gradus.exam.ExamEntry;
import gradus.question.Control;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/**
 * Every shipped question answered once in a browser as a student would, on the practice exams: right, and then with one of its
 * typical slips, which is named or located. What the pages said is written to {@code target/bank-walk-<language>.md}.
 */
@Tag("screens")
class BankWalkIT {
    private static final int LONGEST = 300;

    /** The seeds of an attempt's variants, by position. */
    interface SeedsStore {
        @SqlQuery("SELECT seed FROM attempt_question WHERE attempt = :attempt AND variant = 1 ORDER BY position")
        List<Long> seeds(UUID attempt);
    }

    private final Set<String> walked = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();

    /** A wrong answer of one part. */
    private record Slip(Part part, String typed) {}

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyQuestionIsAnsweredRightAndThenWithASlip(String language) throws IOException {
        Map<String, List<TypicalSlips.Slip>> slips = new LinkedHashMap<>();
        TypicalSlips.all().forEach(listed -> slips.put(listed.question(), listed.slips()));
        try (TestServer server = TestServer.start();
                Browser browser = Browser.at(server.app().address(), language)) {
            for (String exam : ShippedBank.examIds()) {
                if (!exam.equals("deep-learning-final")) {
                    walk(exam, server, browser, slips);
                }
            }
        }
        Files.writeString(Path.of("target", "bank-walk-" + language + ".md"), report);
        assertEquals(new HashSet<>(ShippedBank.questionIds()), walked);
        assertEquals(List.of(), faults);
    }

    private void walk(String exam, TestServer server, Browser browser, Map<String, List<TypicalSlips.Slip>> slips) {
        browser.go("/courses/deep-learning/exams/" + exam).follow("form.start button");
        String path = browser.path();
        UUID attempt = UUID.fromString(path.split("/", -1)[2]);
        List<Long> seeds = server.database().store(SeedsStore.class).seeds(attempt);
        List<ExamEntry> entries = ShippedBank.exam(exam);
        for (int i = 0; i < entries.size(); i++) {
            if (walked.add(entries.get(i).question())) {
                Question question = ShippedBank.question(entries.get(i).question());
                Variant variant =
                        Variant.draw(question, seeds.get(i), entries.get(i).with());
                browser.go(path.replaceFirst("[0-9]+$", "") + (i + 1));
                answer(variant, slips.getOrDefault(question.id(), List.of()), browser);
            }
        }
    }

    private void answer(Variant variant, List<TypicalSlips.Slip> slips, Browser browser) {
        Question question = variant.question();
        report.append("## ").append(question.id()).append('\n');
        List<Part> keyed =
                question.parts().stream().filter(part -> part.expect() != null).toList();
        for (Part part : keyed) {
            give(part, part.type().print(variant.key(part), part), browser);
        }
        if (keyed.isEmpty()) {
            browser.type("[data-part] [data-response]", "…").screenshot("walk-" + question.id());
            report.append("graded by a person\n");
            return;
        }
        check(browser);
        for (Part part : keyed) {
            if (browser.all(mark(part) + ".mark-correct").isEmpty()) {
                faults.add(question.id() + " " + part.id() + ": the key is not right: " + said(part, browser));
            }
        }
        Slip slip = slip(variant, slips);
        give(slip.part(), slip.typed(), browser);
        check(browser);
        String said = said(slip.part(), browser);
        boolean located = !browser.all("[data-part='" + slip.part().id() + "'] :is(.marked-cells td, td[data-verdict])")
                .isEmpty();
        boolean right = !browser.all(mark(slip.part()) + ".mark-correct").isEmpty();
        if (right || said.isEmpty() && !located) {
            faults.add(question.id() + " " + slip.part().id() + ": " + slip.typed()
                    + (right ? " is right" : " is not told"));
        }
        report.append("- ")
                .append(slip.part().id())
                .append(" `")
                .append(cut(slip.typed()))
                .append("`: ");
        report.append(said.replace("\n", " / "))
                .append(located ? " [cells]" : "")
                .append('\n');
        browser.screenshot("walk-" + question.id());
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String mark(Part part) {
        return "[data-part='" + part.id() + "'] .mark";
    }

    private static String said(Part part, Browser browser) {
        return String.join(" | ", browser.texts(mark(part) + " .said li"));
    }

    /** The first typical slip that is wrong on this variant. */
    private static Slip slip(Variant variant, List<TypicalSlips.Slip> slips) {
        for (TypicalSlips.Slip listed : slips) {
            Part part = variant.question().part(listed.part());
            Slip slip = new Slip(part, listed.typed(variant));
            PartResult graded =
                    Grader.grade(variant, Map.of(part.id(), slip.typed())).part(part.id());
            if (graded.score().compareTo(part.points()) < 0) {
                return slip;
            }
        }
        throw new AssertionError("no slip of " + variant.question().id() + " shows");
    }

    /** Types or chooses an answer, a matrix as text. */
    private static void give(Part part, String text, Browser browser) {
        String field = "[data-part='" + part.id() + "']";
        if (part.type().control().equals(Control.TABLE_OF_OPTIONS)) {
            String[] rows = text.replaceAll("^\\[\\[|\\]\\]$", "").split("\\],\\s*\\[", -1);
            for (int i = 0; i < rows.length; i++) {
                String[] cells = rows[i].split(",", -1);
                for (int j = 0; j < cells.length; j++) {
                    browser.click(field + " input[name='cell." + part.id() + "." + i + "." + j + "'][value='"
                            + cells[j].strip().replace("\"", "") + "']");
                }
            }
            return;
        }
        for (WebElement mode : browser.all(field + " [data-matrix-modes] input[value=text]")) {
            browser.driver()
                    .executeScript("arguments[0].click()", mode); // what is read of other fields may move it meanwhile
        }
        browser.type(field + " [data-response]", text);
    }

    private static void check(Browser browser) {
        browser.driver().executeScript("document.querySelectorAll('.mark').forEach(mark => mark.remove())");
        browser.click("#checked");
        browser.patience()
                .until(
                        open -> Boolean.TRUE.equals(
                                browser.driver()
                                        .executeScript(
                                                "return document.readyState === 'complete' && document.querySelector('.mark') !== null")));
    }
}
