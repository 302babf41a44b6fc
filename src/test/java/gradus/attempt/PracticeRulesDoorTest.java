package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.TestPage;
import gradus.TestServer;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a practice takes off for wrong tries is told before it is taken, and what it offers is there. */
class PracticeRulesDoorTest {
    private static final String EXAMS = "/courses/deep-learning/exams/";
    private static final Pattern SUM = Pattern.compile("Add (\\d) and (\\d)");

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        TestBank bank = new TestBank(folder.resolve("bank"))
                .exam("dear", "mode: practice, tries: 2, penalty: 0.5")
                .exam("free", "mode: practice")
                .exam("timed", "mode: timed, open_to: anyone, minutes: 60");
        bank.write(
                "questions/same.yaml",
                "id: same\ntitle: Same\nprompt: Add 1 and 2.\nparts: [{id: total, type: integer, expect: 1 + 2}]\n");
        bank.write(
                "same.yaml",
                "id: same\ntitle: Same\npolicy: {mode: practice}\nquestions: [{question: same, points: 10, label: '1'}]\n");
        server = TestServer.withBank(bank.folder());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestPage card(String exam, String language) {
        return server.visitor().speaking(language).open(EXAMS + exam);
    }

    private static void says(TestPage page, String words) {
        assertTrue(page.text().contains(words), page.text());
    }

    private static void saysNot(TestPage page, String words) {
        assertFalse(page.text().contains(words), page.text());
    }

    @Test
    void theCardTellsHowManyTriesThereAreAndWhatAWrongOneCosts() {
        says(card("dear", "en"), "until 2 checks have found something wrong");
        says(card("dear", "en"), "Every wrong try costs 50% of the points");
        says(card("dear", "ko"), "틀린 시도는 2번까지");
        says(card("dear", "ko"), "한 번 틀릴 때마다 그 답의 배점에서 50%를 뺍니다");
        saysNot(card("free", "en"), "wrong try");
        saysNot(card("free", "en"), "checks have found");
    }

    @Test
    void thePageTellsItBesideCheckAndSaysWhyPointsAreLess() {
        TestPage page = card("dear", "en").press("Start");
        says(page, "Every wrong try costs 50% of the points");
        Matcher sum = SUM.matcher(page.text());
        assertTrue(sum.find(), page.text());
        int right = Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2));
        TestPage wrong = page.type("total", "99").press("Check");
        saysNot(wrong, "wrong tries deducted");
        TestPage mended = wrong.type("total", "" + right).press("Check");
        says(mended, "points as it stands (wrong tries deducted)");
        says(mended, "1 try left");
    }

    @Test
    void whereNothingIsTakenOffNothingIsSaidOfIt() {
        TestPage page = card("free", "en").press("Start");
        saysNot(page, "wrong try");
        saysNot(page.type("total", "99").press("Check").type("total", "5").press("Check"), "deducted");
    }

    @Test
    void newNumbersArePromisedOnlyWhereAQuestionHasOthers() {
        says(card("free", "en"), "draw new numbers");
        saysNot(card("same", "en"), "new numbers");
        says(card("same", "en"), "see the solution and try again");
        saysNot(card("same", "ko"), "새로운 숫자");
    }

    @Test
    void theRuleOfTheClockLeavesRoomForStaffWhoStopIt() {
        says(card("timed", "en"), "goes on while you are away, unless staff stop it for everybody");
        says(card("timed", "ko"), "감독자가 모든 학생의 시간을 멈추지 않는 한");
    }
}
