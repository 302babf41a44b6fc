package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.Value;
import gradus.grading.check.QuestionCheck;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.file.QuestionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check of a question finds, and how far it goes. */
class QuestionCheckTest {
    private static final String DRAWN = "params: {x: 'randint(2, 9)'}\n";

    private static List<String> keys(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.message().key().replace("grading.", ""))
                .toList();
    }

    private static List<String> found(String fields) {
        return keys(QuestionCheck.of(Questions.read(fields), Map.of(), 10).problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{id: a, type: integer, expect: x} | ",
                "{id: a, type: integer, expect: x/7} | check-unfit",
                "{id: a, type: matrix, expect: '[[1, 2]] * [[1, 2]]'} | check-key-fails",
                "{id: a, type: number, expect: 'ln(-1)'} | check-not-full",
                "{id: a, type: number, expect: x, tolerance: {absolute: 1e6}} | check-changed-full",
                "{id: a, type: integer, expect: x, faults: {term_left_out(7): {credit: 0.5}}} | check-no-such-fault",
                "{id: a, type: integer, expect: 100*x, mistakes: [{id: m, expect: 'ln(-x)', say: S.}]} | check-never-computed",
                "{id: a, type: integer, expect: 100*x, mistakes: [{id: m, expect: 100*x, say: S.}]} | check-always-pair",
                "{id: a, type: integer, expect: 8, mistakes: [{id: m, expect: 4 + 4, say: S.}]} | check-fixed-pair",
                "{id: a, type: integer, expect: 8, mistakes: [{id: m, expect: 4 + 4, say: S.}], may_equal: [[m, key]]} | ",
                "{id: a, type: number, expect: 100*x, mistakes: [{id: m, expect: 'ln(x - 5)', say: S.}]} | ",
                "{id: a, type: number, expect: 100*x, accept: [{expect: 'ln(-x)'}]} | check-never-computed",
                "{id: a, type: number, expect: 100*x, accept: [{expect: 101*x}, {expect: 'ln(-x)'}]} | check-never-computed",
                "{id: a, type: matrix, points: 4, expect: '[x, 20, 30, 40]', mistakes: [{id: m, expect: '[x, 21, 32, 43]', say: S.}]} | ",
                "{id: a, type: formula, expect: 2*z + x, symbols: {z: {}}, form: {must_not_use: [ln]}, accept: [{expect: 'ln(e^z)*2 + x'}]} | check-not-full",
                "{id: a, type: choice, expect: '\"u\"', options: [u]} | ",
                "{id: a, type: choice, expect: '\"u\"', options: [u, NaN]} | check-no-answer",
                "{id: a, type: number, expect: 7*1 + x, faults: {factor_left_out(1): {id: one}}} | check-always-pair",
                "{id: a, type: number, expect: 7*x + 7*x, faults: {factor_left_out(7): {id: one}, 'factor_left_out(7)#2': {id: two}}} | ",
                "{id: t, type: text} | "
            })
    void aBrokenPromiseIsSaidOnceForAllVariants(String part, String key) {
        assertEquals(key == null ? List.of() : List.of(key), found(DRAWN + "parts: [" + part + "]\n"));
    }

    @Test
    void asManyVariantsAreLookedAtAsThereCanBe() {
        Question drawn = Questions.read(DRAWN + "require: [x > 4]\nparts: [{id: a, type: integer, expect: x}]\n");
        QuestionCheck.Report report = QuestionCheck.of(drawn, Map.of(), 30);
        assertEquals(30, report.variants());
        assertTrue(report.averageDraws() > 1 && report.averageDraws() < 4, report.averageDraws() + " draws each");
        assertEquals(report.draws() / 30.0, report.averageDraws());
        QuestionCheck.Report fixed = QuestionCheck.of(drawn, Map.of("x", Value.of(7)), 30);
        assertEquals(1, fixed.variants());
        assertEquals(1, fixed.averageDraws());
        QuestionCheck.Report never = QuestionCheck.of(drawn, Map.of("x", Value.of(3)), 30);
        assertEquals(0, never.variants());
        assertEquals(0, never.averageDraws());
        assertEquals(List.of("question.never-required"), keys(never.problems()));
    }

    @Test
    void theTestsOfAFileAreRunUnlessItsNumbersAreFixedFromOutside() {
        Question tested = Questions.read(DRAWN
                + "parts: [{id: a, type: integer, expect: x}]\ntests: [{with: {x: 4}, give: {a: 4}, score: 0}]\n");
        assertEquals(1, QuestionCheck.of(tested, Map.of(), 2).problems().size());
        assertEquals(
                0,
                QuestionCheck.of(tested, Map.of("x", Value.of(4)), 2).problems().size());
    }

    @Test
    void aCheckThatIsStoppedSaysHowFarItCameAndTellsWhatItFindsAsItGoes() {
        Question odd = Questions.read(DRAWN + "parts: [{id: a, type: integer, expect: x/7}]\n");
        AtomicInteger asked = new AtomicInteger();
        List<Problem> told = new ArrayList<>();
        QuestionCheck.Report report = QuestionCheck.of(odd, Map.of(), 50, told::add, () -> asked.incrementAndGet() > 5);
        assertEquals(List.of("check-unfit", "check-too-long"), keys(report.problems()));
        assertEquals(report.problems(), told);
        assertTrue(report.variants() > 0 && report.variants() < 6, report.variants() + " variants");
        QuestionCheck.Report none = QuestionCheck.of(odd, Map.of(), 50, found -> {}, () -> true);
        assertEquals(List.of("check-too-long"), keys(none.problems()));
        assertEquals(0, none.variants());
    }

    @Test
    void drawsThatWereRejectedAreCountedByWhatCollided() {
        QuestionCheck.Report report = QuestionCheck.of(
                Questions.read("params: {x: 'randint(1, 2)'}\n"
                        + "parts: [{id: a, type: integer, expect: 10*x,"
                        + " mistakes: [{id: m, expect: 10*x^2, say: S.}]}]\n"),
                Map.of(),
                20);
        assertEquals(List.of(), keys(report.problems()));
        assertEquals(1, report.met().size());
        assertEquals(
                report.draws() - 20, report.met().values().iterator().next().longValue());
        assertTrue(report.draws() > 25, report.draws() + " draws");
    }

    private static final String TEXTS = """
            title: >-
              T1
            prompt: >-
              T2
            hints:
              - {say: "T3"}
            params: {x: 5}
            parts:
              - {id: a, type: integer, points: 1, label: "T4", expect: 4 + x,
                 faults: {term_left_out(x): {say: "T6"}}, mistakes: [{id: m, expect: 7, say: "T7"}], accept: [{expect: 11, note: "T8"}]}
              - {id: c, type: choice, points: 1, options: [{id: u, say: "T9"}, v], expect: v}
              - {id: t, type: text, points: 1, answer: "T5", rubric: [{id: r, points: 1, say: "TA"}]}
            conventions: [{id: k, say: "TB", expect: {a: 12}}]
            solution: >-
              TC
            layout:
              columns: [one, "TD"]
              rows: [{say: row, cells: ["TE", a]}, {say: "TF", cells: [c, t]}]
            """;

    @ParameterizedTest
    @CsvSource({
        "T1, 2", "T2, 4", "T3, 7", "T4, 10", "T5, 13", "T6, 10", "T7, 10", "T8, 10", "T9, 12", "TA, 13", "TB, 14",
        "TC, 15", "TD, 18", "TE, 18", "TF, 18"
    })
    void everyTextMustBeOneThatCanBeFilledIn(String text, int line) {
        String file = "id: test\n" + TEXTS;
        assertEquals(
                List.of(),
                QuestionCheck.of(QuestionFile.read(file, "test.yaml"), Map.of(), 1)
                        .problems());
        Question broken = QuestionFile.read(file.replace(text, "{{[1, 2] * [1, 2, 3]}}"), "test.yaml");
        assertEquals(
                List.of(line),
                QuestionCheck.of(broken, Map.of(), 1).problems().stream()
                        .filter(problem -> problem.message().key().equals("grading.check-text"))
                        .map(Problem::line)
                        .toList());
    }

    private static List<String> said(String fields) {
        return QuestionCheck.of(Questions.read(fields), Map.of(), 1).problems().stream()
                .map(problem -> problem.line() + ": " + problem.message().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void aSlipThatCannotBeCarriedOnForFullPointsIsToldWithTheSlip() {
        String form = """
                parts:
                  - {id: a, type: formula, symbols: {z: {from: 1, to: 3}}, expect: z + 1}
                  - {id: b, type: formula, symbols: {z: {from: 1, to: 3}}, expect: 2*a, form: {must_not_use: [a]}}
                """;
        String full =
                "6: the right answer \"2*a\" of the part b, typed as a student would, does not score full (seed 0): incorrect";
        assertEquals(
                List.of(
                        full,
                        "6: what follows rightly in the part b from the wrong answer \"1.25*(z + 1) + 0.37\" of the part a"
                                + " does not score full (seed 0)"),
                said(form));
        assertEquals(List.of(full), said(form.replace("[a]}", "[a]}, follow_through: {credit: 0.5}")));
        assertEquals(List.of(), said(form.replace("[a]", "[sqrt]")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: integer, expect: 4, mistakes: [{id: m, expect: 7, say: S.}] | type: integer, expect: a/2",
                "type: integer, expect: 2 | type: number, expect: '[5, 6, 7][a]'",
                "type: number, expect: 4, mistakes: [{id: m, expect: 3, say: S.}] | type: number, expect: 1/(a - 3)",
                "type: number, expect: 0.8, mistakes: [{id: m, expect: 1, say: S.}] | type: number, expect: -ln(a)"
            })
    void whereNothingCanFollowFromASlipNothingIsMissed(String early, String later) {
        assertEquals(
                List.of(),
                said("parts: [{id: a, " + early + "}, {id: b, " + later + "}, {id: c, type: integer, expect: 3}]\n"));
    }

    @Test
    void whatIsNotGradedAsMeantIsSaidWithWhatTheGraderMadeOfIt() {
        assertEquals(
                List.of("4: the right answer \"NaN\" of the part a, typed as a student would, does not score full"
                        + " (seed 0): unreadable"),
                said("parts: [{id: a, type: number, expect: 'ln(-1)'}]\n"));
        assertEquals(
                List.of(
                        "4: the answer \"sqrt(z - 2.99)\" of the mistake m in the part a is not recognised as it (seed 0) but as: incorrect"),
                said("parts: [{id: a, type: formula, symbols: {z: {from: 1, to: 3}}, expect: z + 1,"
                        + " mistakes: [{id: m, expect: 'sqrt(z - 2.99)', say: S.}]}]\n"));
        assertEquals(
                List.of(
                        "4: an answer that is not right, \"1006\", scores full in the part a (seed 0); is its tolerance too wide?"),
                said("parts: [{id: a, type: number, expect: 2, tolerance: {absolute: 1e6}}]\n"));
    }

    @Test
    void aMistakeThatAnotherConventionTakesForRightIsNotRecognised() {
        assertEquals(
                List.of(
                        "4: the answer \"7\" of the mistake m in the part a is not recognised as it (seed 0) but as: correct"),
                said("parts: [{id: a, type: integer, expect: 8, mistakes: [{id: m, expect: 7, say: S.}]}]\n"
                        + "conventions: [{id: k, say: K., expect: {a: 7}}]\n"));
    }

    @Test
    void theKeysOfEveryConventionMustBeComputedAndRight() {
        String part =
                "parts: [{id: a, type: formula, symbols: {z: {from: 1, to: 3}}, expect: 2*z, form: {must_not_use: [ln]}}]\n"
                        + "conventions: [{id: k, say: K., expect: {a: '%s'}}]\n";
        assertEquals(List.of(), said(part.formatted("3*z")));
        assertEquals(
                List.of("check-key-fails"),
                found("parts: [{id: a, type: integer, expect: 8}]\n"
                        + "conventions: [{id: k, say: K., expect: {a: '[1, 2][3]'}}]\n"));
        assertEquals(List.of("check-not-full"), found(part.formatted("ln(e^z)")));
    }

    private static final String TESTED = """
            params: {x: 'randint(2, 9)'}
            require: [x > 4]
            parts:
              - {id: a, type: number, points: 3, expect: 10*x, mistakes: [{id: m, expect: 10*x^2, credit: 0.5, say: S.}]}
              - {id: t, type: text, points: 1}
            tests:
              - %s
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{give: {a: 10*x}, score: 3} | ",
                "{give: {a: 10*x, t: hello}, score: 3} | ",
                "{with: {x: 2*3}, give: {a: 60}, score: 3} | ",
                "{with: {x: 7}, give: {a: 60}, score: 0} | ",
                "{with: {x: 7}, give: {a: 60}, score: 2} | this test scores 0, but 2 is due",
                "{with: {x: 7}, give: {a: 490}, score: 1.5, mistake: {a: m}} | ",
                "{with: {x: 7}, give: {a: 490}, score: 2.25} | this test scores 1.5, but 2.25 is due",
                "{give: {t: hello}, score: 1} | this test scores 0, but 1 is due",
                "{with: {x: 3}, give: {a: 30}, score: 3} | no draw of test met the condition \"x > 4\"",
                "{give: {a: '[1, 2] * [1, 2, 3]'}, score: 0} | this test cannot be run: *: the shapes 2 and 3 do not fit; transpose one of them with '"
            })
    void aTestThatDoesNotHoldIsToldAtItsLine(String test, String said) {
        assertEquals(said == null ? List.of() : List.of("10: " + said), said(TESTED.formatted(test)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: number, tolerance: {absolute: 1e-6}, expect: 10*x + y | 10*x | term_left_out(y)",
                "type: number, tolerance: {absolute: 1e-6}, expect: 10*x + y | 10*x - y | sign(10*x + y)",
                "type: number, tolerance: {absolute: 1e-6}, expect: 10*x + y | 7*x + 3 | ",
                "type: number, tolerance: {absolute: 1e-6}, expect: 10*x + y | x > 6 ? 10*x : 10*x - y | ",
                "type: matrix, expect: '[10*x, y]' | [y, x] | ",
                "type: formula, symbols: {u: {from: 1, to: 2}, z: {from: 3, to: 4}}, expect: u*z + z | u*z | term_left_out(z)",
                "type: formula, symbols: {u: {from: 1, to: 2}, z: {from: 3, to: 4}}, expect: u*z + z | u^3 | ",
                "type: choice, options: [u, v], expect: u | v | "
            })
    void aMistakeThatTheKeysFormulaYieldsByItselfIsTold(String part, String mistake, String fault) {
        List<Problem> problems = DerivedMistakes.of(
                Questions.read("params: {x: 'randint(2001, 9999)/1000', y: 'randint(1101, 1999)/100'}\n"
                        + "parts: [{id: a, " + part + ", mistakes: [{id: m, expect: '" + mistake + "', say: S.}]}]\n"));
        assertEquals(
                fault == null
                        ? List.of()
                        : List.of("the mistake m of the part a is found without being written, as the fault \"" + fault
                                + "\"; it may go from the file, and its credit and words may stand under faults"),
                problems.stream()
                        .map(problem -> problem.message().in(Locale.ENGLISH))
                        .toList());
    }

    @Test
    void ofAQuestionThatCannotBeDrawnNoMistakeIsDerived() {
        assertEquals(
                List.of(),
                DerivedMistakes.of(Questions.read(DRAWN
                        + "require: [x > 9]\nparts: [{id: a, type: number, expect: 10*x + 7,"
                        + " mistakes: [{id: m, expect: 10*x, say: S.}]}]\n")));
    }
}
