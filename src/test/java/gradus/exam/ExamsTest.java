package gradus.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exam files of a course, from the folder to what students may begin and staff are told. */
class ExamsTest {
    @TempDir
    private Path folder;

    private TestCourse course;

    @BeforeEach
    void open() {
        course = new TestCourse(folder);
    }

    @AfterEach
    void close() {
        course.close();
    }

    private static void assertOnly(List<String> problems, String place, String words) {
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(place) && problems.get(0).contains(words), problems.toString());
    }

    @Test
    void anExamThatNobodyCouldBeginIsNotTakenIn() {
        course.exam("e", "mode: practice", "{question: gone, points: 1}");
        assertOnly(course.load(), "e.yaml:4:24", "no question \"gone\"");
        course.exam("e", "mode: practice", "{question: q, points: 1, with: {x: 2, y: 3}}");
        assertOnly(course.load(), "e.yaml:4:", "no parameter \"y\"");
        course.question("q", TestCourse.DRAWN + "require: [x > 100]\n");
        course.exam("e", "mode: practice", "{question: q, points: 1}");
        assertOnly(course.load(), "e.yaml:4:13", "nobody could begin this exam");
        assertTrue(course.exams.find(TestCourse.ID, "e").isEmpty());
        assertEquals(List.of(), course.exams.of(TestCourse.ID));
    }

    @Test
    void aFileThatNoLongerReadsLeavesItsLastGoodRevisionStanding() {
        course.exam("e", "mode: practice", "{question: q, points: 3}");
        assertEquals(List.of(), course.load());
        String revision = course.find("e").revision();
        course.exam("e", "mode: exercise", "{question: q, points: 4}");
        assertEquals(1, course.load().size());
        assertEquals(revision, course.find("e").revision());
        assertEquals(BigFraction.of(3), course.find("e").exam().points());
    }

    @Test
    void aFileThatWasTakenInIsLookedAtAgainWhenItHasChanged() {
        course.exam("e", "mode: practice", "{question: q, points: 1}");
        assertEquals(List.of(), course.load());
        course.question("never", TestCourse.DRAWN + "require: [x > 100]\n");
        course.exam("e", "mode: practice", "{question: never, points: 1}");
        assertOnly(course.load(), "e.yaml:4:13", "nobody could begin this exam");
        assertTrue(course.find("e").exam().entry("q").isPresent());
    }

    @Test
    void anAttemptKeepsTheQuestionsItBeganWithUnderThePolicyOfToday() {
        course.exam("e", "mode: timed, feedback: after-submit, minutes: 60", "{question: q, points: 3}");
        course.load();
        String began = course.find("e").revision();
        course.exam("e", "mode: timed, feedback: after-submit, minutes: 90", "{question: q, points: 5}");
        course.load();
        course.exams.close(TestCourse.ID, "e", UUID.randomUUID());
        PublishedExam sat = course.exams.begun(TestCourse.ID, "e", began);
        assertEquals(began, sat.revision());
        assertEquals(BigFraction.of(3), sat.exam().points());
        assertEquals(90, sat.exam().policy().limits().minutes());
        assertEquals(
                Schedule.Phase.AFTER,
                sat.schedule(Candidate.GUEST).phase(TestCourse.NINE.plusSeconds(1)),
                "the instructor's word holds for attempts that run");
        assertEquals(BigFraction.of(5), course.find("e").exam().points());
        assertThrows(IllegalStateException.class, () -> course.exams.begun(TestCourse.ID, "other", began));
    }

    @Test
    void theLastWordOfAnInstructorCounts() {
        course.exam("e", "mode: timed, feedback: after-submit, opens: 2026-12-02T00:00Z", "{question: q, points: 1}");
        course.load();
        UUID by = UUID.randomUUID();
        assertEquals(Schedule.Phase.BEFORE, phase());
        course.exams.open(TestCourse.ID, "e", by);
        assertEquals(Schedule.Phase.OPEN, phase());
        course.exams.close(TestCourse.ID, "e", by);
        assertEquals(Schedule.Phase.AFTER, phase());
        course.exams.open(TestCourse.ID, "e", by);
        assertEquals(Schedule.Phase.OPEN, phase());
        course.exams.leaveToFile(TestCourse.ID, "e", by);
        assertEquals(Schedule.Phase.BEFORE, phase());
        assertEquals(TestCourse.NINE, course.find("e").control().since());
    }

    private Schedule.Phase phase() {
        return course.find("e").schedule(Candidate.GUEST).phase(TestCourse.NINE);
    }

    @Test
    void aQuestionThatBreaksAfterItsExamIsSaidBeforeAnybodyOpensIt() {
        // of a text of its own, for what was found of a text before is kept for all servers of a Java
        String drawn = TestCourse.DRAWN.replace("title: Q", "title: " + UUID.randomUUID());
        course.question("q", drawn);
        course.exam("e", "mode: practice", "{question: q, points: 1}");
        assertEquals(List.of(), course.load());
        assertEquals(List.of(), TestCourse.said(course.exams.hindrances(course.find("e"))));
        course.question("q", drawn + "require: [x > 100]\n");
        assertEquals(List.of(), course.load(), "the exam's own file has not changed");
        assertOnly(TestCourse.said(course.exams.hindrances(course.find("e"))), "e.yaml:4:13", "cannot be drawn");
        assertOnly(course.findings(), "e.yaml:4:13", "cannot be drawn");
    }

    @Test
    void staffAreToldWhatAnAuthorWillNotHaveMeant() {
        course.exam("twice", "mode: practice", "{question: q, points: 1}, {question: q, points: 1}");
        course.load();
        assertOnly(course.findings(), "twice.yaml:4:50", "asked twice");
        course.exam("twice", "mode: practice", "{question: q, points: 0}");
        course.load();
        assertOnly(course.findings(), "twice.yaml:4:12", "0 points");
        course.question(
                "q",
                TestCourse.DRAWN
                        .replace("expect: x}", "expect: x, points: 0}")
                        .replace("type: text", "type: text, points: 0"));
        course.exam("twice", "mode: practice", "{question: q, points: 2}");
        course.load();
        assertOnly(course.findings(), "twice.yaml:4:35", "has points here");
        course.question("counted", TestCourse.DRAWN);
        course.exam("twice", "mode: practice", "{question: q, points: 0}, {question: counted, points: 1}");
        course.load();
        assertEquals(List.of(), course.findings(), "it is worth nothing here either");
    }

    @Test
    void aWindowMustEndAfterItBegins() {
        String opens = "mode: timed, feedback: after-submit, opens: 2026-12-01T09:00Z";
        course.exam("e", opens + ", closes: 2026-12-01T09:00Z", "{question: q, points: 1}");
        course.load();
        assertOnly(course.findings(), "e.yaml:3:", "closes before it opens");
        course.exam("e", opens + ", closes: 2026-12-01T09:00:01Z", "{question: q, points: 1}");
        course.load();
        assertEquals(List.of(), course.findings());
        course.exam("e", opens, "{question: q, points: 1}");
        course.load();
        assertEquals(List.of(), course.findings());
    }

    @Test
    void aTimedExamThatNeverClosesMustNotKeepItsFeedbackUntilItDoes() {
        course.exam("e", "mode: timed", "{question: q, points: 1}");
        course.load();
        assertOnly(course.findings(), "e.yaml:3:", "feedback: after-submit");
        course.exam("e", "mode: timed, closes: 2026-12-01T09:00Z", "{question: q, points: 1}");
        course.load();
        assertEquals(List.of(), course.findings());
    }

    @Test
    void limitsOfTheirOwnAreForStudentsAndSectionsOfTheRoster() {
        course.student("20240001", "A");
        for (String list : List.of("allowances", "exceptions")) {
            String policy = "mode: timed, feedback: after-submit, minutes: 60, " + list
                    + ": [{students: ['20240001', nobody], minutes: 90}, {sections: [A, Z], minutes: 70}]";
            course.exam("e", policy, "{question: q, points: 1}");
            assertEquals(List.of(), course.load());
            assertEquals(
                    List.of(
                            place(policy, "['20240001'") + "nobody on the roster is called nobody",
                            place(policy, "[A, Z]") + "nobody on the roster is in section Z"),
                    course.findings());
        }
    }

    /** How a problem names this piece of an exam's policy. */
    private static String place(String policy, String piece) {
        return "e.yaml:3:" + (("policy: {" + policy).indexOf(piece) + 1) + ": ";
    }

    @Test
    void aKeyThatPracticeShowsBeforeTheExamIsOverIsTold() {
        String dates = "mode: timed, opens: 2026-12-02T00:00Z, closes: 2026-12-02T02:00Z";
        course.exam("final", dates, "{question: q, points: 1}");
        course.exam("practice", "mode: practice", "{question: q, points: 1}");
        course.load();
        assertOnly(course.findings(), "final.yaml:4:24", "practice, which is open before this exam is over: t");
        course.exam("final", dates, "{question: q, points: 1, with: {x: 7}}");
        course.exam("practice", "mode: practice", "{question: q, points: 1, with: {x: 7}}");
        course.load();
        assertOnly(course.findings(), "final.yaml:4:24", "over: a, t");
        course.exam("practice", "mode: practice, opens: 2026-12-02T02:00Z", "{question: q, points: 1, with: {x: 7}}");
        course.load();
        assertEquals(List.of(), course.findings(), "practice begins when the exam is over");
        course.exam("practice", dates, "{question: q, points: 1, with: {x: 7}}");
        course.load();
        assertEquals(List.of(), course.findings(), "two timed exams tell nothing");
    }

    @Test
    void practiceTellsNoKeyThatIsNotThereOrCannotBeComputed() {
        course.question(
                "q",
                TestCourse.DRAWN.replace(
                        "{id: t, type: text, answer: Said.}",
                        "{id: t, type: text}, {id: m, type: matrix, expect: '[[x, 2]] * [[1, 2]]'}"));
        course.exam("final", "mode: timed, closes: 2026-12-02T02:00Z", "{question: q, points: 1, with: {x: 7}}");
        course.exam("practice", "mode: practice", "{question: q, points: 1, with: {x: 7}}");
        assertEquals(List.of(), course.load());
        assertEquals(
                List.of("final.yaml:4:24: the key of q is the same in the practice practice,"
                        + " which is open before this exam is over: a"),
                course.findings().stream()
                        .filter(said -> said.contains("is open before"))
                        .toList());
    }

    @Test
    void whatOnlyTheFixedParametersOfAnExamShowIsSaidAtItsEntry() {
        course.question(
                "half",
                "title: H\nprompt: '{{x}}'\nparams: {x: 'pick(2, 4)'}\n"
                        + "parts: [{id: a, type: integer, expect: x/2, mistakes: [{id: square, expect: x^2/4, say: s}]}]\n"
                        + "require: [x != 2]\n");
        course.exam("e", "mode: practice", "{question: half, points: 1}, {question: q, points: 1, with: {x: 1}}");
        assertEquals(List.of(), course.load());
        assertEquals(List.of(), course.findings());
        course.exam("e", "mode: practice", "{question: q, points: 1}, {question: half, points: 1, with: {x: 3}}");
        course.load();
        List<String> found = course.findings();
        assertTrue(
                found.stream()
                        .anyMatch(said -> said.startsWith("e.yaml:4:") && said.contains("half, as this exam fixes it")),
                found.toString());
    }

    @Test
    void fixedParametersAreExpressionsAndMustBeSo() {
        course.exam("e", "mode: practice", "{question: q, points: 1, with: {x: 2^5}}");
        assertEquals(List.of(), course.load());
        ExamEntry entry = course.find("e").exam().entry("q").orElseThrow();
        assertEquals(Value.of(32), entry.with().get("x"));
        assertTrue(course.find("e").exam().entry("other").isEmpty());
        course.exam("e", "mode: practice", "{question: q, points: 1, with: {x: 1/0 +}}");
        assertOnly(course.load(), "e.yaml:4:", "");
    }

    @Test
    void aQuestionIsPractisedWhereAnybodyCanNowAndWithNewNumbersIfTheyAreDrawnAnywhere() {
        course.question("other", TestCourse.DRAWN);
        course.exam("a-fixed", "mode: practice", "{question: q, points: 1, with: {x: 7}}");
        course.exam("b-later", "mode: practice, opens: 2026-12-02T00:00Z", "{question: q, points: 1}");
        course.exam("b-other", "mode: practice", "{question: other, points: 1}");
        course.exam("b-timed", "mode: timed, feedback: after-submit", "{question: q, points: 1}");
        course.exam("c-drawn", "mode: practice", "{question: q, points: 1}");
        assertEquals(List.of(), course.load());
        assertEquals(List.of("c-drawn"), practised("q"));
        course.exams.close(TestCourse.ID, "c-drawn", UUID.randomUUID());
        assertEquals(List.of("a-fixed"), practised("q"));
        course.exams.close(TestCourse.ID, "a-fixed", UUID.randomUUID());
        assertEquals(List.of(), practised("q"));
        assertEquals(List.of("b-other"), practised("other"));
    }

    private List<String> practised(String question) {
        return course.exams.practice(TestCourse.ID, question).stream()
                .map(offered -> offered.exam().id())
                .toList();
    }

    @Test
    void examsOfACourseComeInTheOrderOfTheirNames() {
        course.exam("b", "mode: practice", "{question: q, points: 1}");
        course.exam("a", "mode: practice", "{question: q, points: 1}");
        course.load();
        assertEquals(
                List.of("a", "b"),
                course.exams.of(TestCourse.ID).stream()
                        .map(offered -> offered.exam().id())
                        .toList());
        assertEquals(Set.of(), Set.copyOf(course.exams.of("other")));
        assertEquals(Duration.ofSeconds(60), course.find("a").exam().policy().grace());
    }
}
