package gradus.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.Value;
import gradus.question.Problem;
import gradus.question.QuestionException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ExamFileTest {
    private static final String MIDTERM = """
            id: midterm
            title: {ko: 중간고사, en: Midterm}
            policy: {mode: timed, minutes: 75, opens: 2026-12-01T09:00+09:00, closes: 2026-12-01T11:00+09:00, attempts: 1, grace: 60s,
                     feedback: after-close, show: [score, verdicts, messages, keys, solutions], variants: per-attempt, order: fixed, round: 0.01}
            questions:
              - {question: activations, points: 10, label: '2'}
              - {question: correlation-convolution, points: 10, label: 5-a, with: {x: [[1,2],[3,4]], f: [[1,0],[0,5]], a: 1/4}}
            """;

    @Test
    void theContractsExampleReads() {
        Exam exam = ExamFile.read(MIDTERM, "midterm.yaml");
        Policy policy = exam.policy();
        assertEquals("중간고사", exam.title().in(Locale.KOREAN));
        assertEquals(Mode.TIMED, policy.mode());
        assertEquals(
                new Limits(Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2026-12-01T02:00:00Z"), 75, 1),
                policy.limits());
        assertEquals(Duration.ofMinutes(1), policy.grace());
        assertEquals(FeedbackTime.AFTER_CLOSE, policy.feedback());
        assertEquals(EnumSet.allOf(Show.class), policy.show());
        assertEquals(BigFraction.of(1, 100), policy.round());
        assertEquals(BigFraction.of(20), exam.points());
        assertEquals(
                List.of("2", "5-a"),
                exam.questions().stream().map(ExamEntry::label).toList());
        assertEquals(Set.of("x", "f", "a"), exam.questions().get(1).with().keySet());
        assertEquals(Value.of(0.25), exam.questions().get(1).with().get("a"));
    }

    @Test
    void someOutOfSeveralCountAsOftenAsTheyAreAsked() {
        Exam exam = ExamFile.read(
                "id: e\ntitle: E\npolicy: {mode: practice}\nquestions:\n"
                        + "  - {question: a, points: 4}\n"
                        + "  - {choose: 2, of: [b, c, d], points: 3, section: {en: More}}\n"
                        + "  - {choose: 1, of: [f, g], points: 5, label: 9}\n"
                        + "  - {question: h, points: 1}\n",
                "e.yaml");
        assertEquals(BigFraction.of(4 + 2 * 3 + 5 + 1), exam.points());
        assertEquals(5, exam.asked());
        for (int seed = 0; seed < 20; seed++) {
            java.util.Random luck = new java.util.Random(seed);
            List<ExamEntry> drawn = exam.drawn(candidates -> luck);
            assertEquals(
                    List.of("1", "2", "3", "9", "5"),
                    drawn.stream().map(ExamEntry::label).toList());
            assertEquals("a", drawn.get(0).question());
            assertTrue("bc".contains(drawn.get(1).question()), drawn.toString());
            assertTrue("cd".contains(drawn.get(2).question()), drawn.toString());
            assertNull(drawn.get(0).section());
            assertEquals(
                    "More",
                    java.util.Objects.requireNonNull(drawn.get(4).section()).in(Locale.ENGLISH));
        }
    }

    @Test
    void aChoiceSaysWhatIsWrongWithItWhereItStands() {
        Map.of(
                        "{points: 1}", "exam.question-or-choice",
                        "{question: a, choose: 1, of: [b, c], points: 1}", "exam.question-or-choice",
                        "{question: a, of: [b, c], points: 1}", "exam.question-or-choice",
                        "{question: a, choose: 1, points: 1}", "exam.question-or-choice",
                        "{choose: 1, points: 1}", "exam.question-or-choice",
                        "{of: [b, c], points: 1}", "exam.question-or-choice",
                        "{choose: 2, of: [b, c], points: 1}", "exam.choice-of-all",
                        "{choose: 3, of: [b, c], points: 1}", "exam.choice-of-all",
                        "{choose: 1, of: [b, c], points: 1, with: {x: 1}}", "exam.choice-with")
                .forEach((item, key) -> {
                    QuestionException broken = assertThrows(
                            QuestionException.class,
                            () -> ExamFile.read(
                                    "id: e\ntitle: E\npolicy: {mode: practice}\nquestions:\n  - " + item + "\n",
                                    "e.yaml"));
                    assertEquals(5, broken.problems().get(0).line(), item);
                    assertEquals(key, broken.problems().get(0).message().key(), item);
                });
    }

    @Test
    void whatAPolicyLeavesOutIsUsual() {
        Policy practice =
                ExamFile.read(exam("policy: {mode: practice}"), "e.yaml").policy();
        assertEquals(Limits.NONE, practice.limits());
        assertNull(practice.tries());
        assertEquals(BigFraction.ZERO, practice.penalty());
        assertEquals(FeedbackTime.AT_ONCE, practice.feedback());
        Policy timed = ExamFile.read(exam("policy: {mode: timed}"), "e.yaml").policy();
        assertEquals(new Limits(null, null, null, 1), timed.limits());
        assertEquals(FeedbackTime.AFTER_CLOSE, timed.feedback());
    }

    @Test
    void namedStudentsAndSectionsHaveLimitsOfTheirOwn() {
        Policy policy = ExamFile.read(exam("""
                        policy:
                          mode: timed
                          minutes: 60
                          exceptions:
                            - {students: ['20240001', 20240002], minutes: 90}
                            - {sections: [B], closes: 2026-12-02T11:00Z, attempts: 2}"""), "e.yaml").policy();
        assertEquals(
                new Limits(null, Instant.parse("2026-12-02T11:00:00Z"), 90, 2),
                policy.limitsOf(new Candidate(null, "20240002", "B")));
    }

    @Test
    void anAllowanceMayStretchTheMinutesOfEveryone() {
        Policy policy = ExamFile.read(exam("""
                        policy:
                          mode: timed
                          minutes: 75
                          allowances:
                            - {students: [slow], factor: 1.25}
                            - {students: [fixed], factor: 2, minutes: 80}
                          exceptions:
                            - {students: [old], minutes: 90}"""), "e.yaml").policy();
        assertEquals(94, policy.limitsOf(new Candidate(null, "slow", null)).minutes());
        assertEquals(80, policy.limitsOf(new Candidate(null, "fixed", null)).minutes());
        assertEquals(90, policy.limitsOf(new Candidate(null, "old", null)).minutes());
        assertEquals(75, policy.limitsOf(new Candidate(null, "other", null)).minutes());
    }

    @Test
    void everyProblemIsToldWithItsPlace() {
        List<Problem> problems = problems("""
                id: e
                title: E
                policy: {mode: timed, minuets: 75, closes: 2026-12-01, feedback: later, attempts: 0}
                questions:
                  - {question: activations, points: -1}
                  - {question: dropout, points: 5, with: {x: '1 +'}}
                """);
        assertEquals(
                List.of("3:23", "3:44", "3:66", "3:83", "5:37", "6:50"),
                problems.stream()
                        .map(problem -> problem.line() + ":" + problem.column())
                        .toList(),
                problems.toString());
        assertTrue(problems.get(0).in(Locale.ENGLISH).contains("minutes"), "the spelling meant is offered");
    }

    @Test
    void anIdIsTheNameOfItsFile() {
        assertEquals(
                1,
                assertThrows(QuestionException.class, () -> ExamFile.read(MIDTERM, "final.yaml"))
                        .problems()
                        .size());
    }

    @Test
    void aDayThatTheCalendarDoesNotHaveIsNoTime() {
        assertEquals(
                1,
                problems(exam("policy: {mode: timed, opens: 2026-02-30T09:00+09:00}"))
                        .size());
    }

    private static String exam(String policy) {
        return "id: e\ntitle: E\n" + policy + "\nquestions: [{question: q, points: 1}]\n";
    }

    private static List<Problem> problems(String yaml) {
        return assertThrows(QuestionException.class, () -> ExamFile.read(yaml, "e.yaml"))
                .problems();
    }
}
