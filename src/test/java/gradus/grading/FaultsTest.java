package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Value;
import gradus.grading.check.QuestionCheck;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong procedures that nobody wrote down are found in the key's own formula, named rarely and rightly. */
class FaultsTest {
    /** Three examples, a row each; the data are such that no two changes come to the same. */
    private static final String GRADIENT = """
            let:
              X: '[[1.3, 2.7], [-0.4, 1.9], [2.2, -3.1]]'
              t: '[[1.7], [-2.3], [0.9]]'
              w: '[[0.7], [-1.6]]'
            parts:
              - {id: o, type: matrix, points: 1, expect: X*w + 0.45}
              - {id: dw, type: matrix, points: 2, label: {ko: '$dw$', en: '$dw$'}, expect: "2*X'*(o - t)"}
              - {id: step, type: matrix, points: 1, expect: w - 0.03*dw}
            """;

    private static PartResult grade(String part, String response) {
        return Grader.grade(Questions.of(GRADIENT), Map.of(part, response)).part(part);
    }

    private static void assertFault(String id, PartResult result) {
        assertEquals(id, result.mistake(), () -> result.feedback().toString());
        assertEquals(id, Objects.requireNonNull(result.fault()).id());
        assertEquals(Verdict.INCORRECT, result.verdict());
    }

    @Test
    void aChangeOfTheKeyIsNamedWithItsPlace() {
        assertFault("factor_left_out(2)", grade("dw", "[[7.48], [-32.42]]"));
        assertFault("mean_for_sum(2*X'*(o - t))", grade("dw", "[[4.98667], [-21.6133]]"));
        assertFault("sign(w - 0.03*dw)", grade("step", "[[1.1488], [-3.5452]]"));
    }

    @Test
    void aChangeInAStepThatTheStudentSkippedIsNamedThere() {
        PartResult skipped = grade("step", "[[0.3349], [0.3857]]");
        assertFault("term_left_out(o: 0.45)", skipped);
        assertEquals(new FaultFound("term_left_out(o: 0.45)", "term_left_out", "o", "0.45"), skipped.fault());
    }

    @Test
    void noFaultIsLookedForInTheWorkForWhatTheStudentHasRight() {
        Map<String, String> sheet = Map.of("o", "[[-2.96], [-2.87], [6.95]]", "step", "[[0.3349], [0.3857]]");
        Result result = Grader.grade(Questions.of(GRADIENT), sheet);
        assertEquals(Verdict.CORRECT, result.part("o").verdict());
        assertNull(result.part("step").mistake());
        assertNull(result.part("step").fault());
    }

    @Test
    void whatWouldGiveTheKeyAwayIsLocatedAndNotNamed() {
        Variant difference = Questions.of("""
                let: {a: '2.75', b: '0.5', c: '0.3'}
                parts:
                  - {id: d, type: number, points: 1, expect: 'a - b*c'}
                """);
        PartResult turned = Grader.grade(difference, Map.of("d", "-2.6")).part("d");
        assertNull(turned.mistake());
        assertEquals(new FaultFound(null, null, "d", "a - b*c"), turned.fault());
    }

    @Test
    void whatFollowsFromTheStudentsOwnAnswersIsNamedOnThose() {
        PartResult step = Grader.grade(
                        Questions.of(GRADIENT), Map.of("dw", "[[10.7], [-31.9]]", "step", "[[1.021], [-2.557]]"))
                .part("step");
        assertFault("sign(w - 0.03*dw)", step);
    }

    @Test
    void anAnswerThatCouldBeAnybodysIsNobodys() {
        for (String random :
                List.of("[[-17.2], [37.4]]", "[[0], [0]]", "[[1], [1]]", "[[1], [-1]]", "[[14.96], [-64.48]]")) {
            PartResult result = grade("dw", random);
            assertNull(result.mistake(), () -> random + " " + result.feedback());
        }
    }

    @Test
    void beforeKeysAreShownNothingOfTheRightFormulaIsSaid() {
        PartResult result = grade("dw", "[[7.48], [-32.42]]");
        List<String> before = result.feedback().stream()
                .filter(said -> said.kind() != Feedback.Kind.KEY)
                .map(said -> said.say().in(Locale.ENGLISH))
                .toList();
        assertEquals(List.of("0 of 2 cells are right.", "You left out a factor."), before);
        assertTrue(result.feedback().stream()
                .filter(said -> said.kind() == Feedback.Kind.KEY)
                .anyMatch(said -> said.say().in(Locale.ENGLISH).contains("\\boxed{2}")));
    }

    @Test
    void aFormulaIsHeldAgainstTheChangesOfItsKey() {
        Variant variant = Questions.parts(
                "- {id: f, type: formula, points: 1, expect: a*b - c/2, symbols: {a: {}, b: {}, c: {}}}");
        assertEquals("divisor_left_out(2)", Questions.grade(variant, "b*a - c").mistake());
        assertEquals("sign(a*b - c/2)", Questions.grade(variant, "c/2 + a*b").mistake());
        assertNull(Questions.grade(variant, "a^2 - 3").mistake());
        assertNull(Questions.grade(variant, "7").mistake());
    }

    @Test
    void anAuthorGivesAFaultCreditAndWordsOrSwitchesItOff() {
        Variant kind = Questions.of(
                GRADIENT.replace(
                        "expect: \"2*X'*(o - t)\"}",
                        "expect: \"2*X'*(o - t)\", faults: {factor_left_out: {credit: 0.5, say: The two is lost.}, mean_for_sum: false}}"));
        PartResult half = Grader.grade(kind, Map.of("dw", "[[7.48], [-32.42]]")).part("dw");
        assertEquals(Verdict.PARTIAL, half.verdict());
        assertEquals(1, half.score().doubleValue());
        assertTrue(half.feedback().stream()
                .anyMatch(said -> said.say().in(Locale.ENGLISH).equals("The two is lost.")));
        assertNull(Grader.grade(kind, Map.of("dw", "[[4.98667], [-21.6133]]"))
                .part("dw")
                .fault());
    }

    @Test
    void aFaultThatTheFileNamesSpeaksLikeAWrittenMistakeUnderTheIdItHadAsOne() {
        String named = "- {id: n, type: number, points: 2, expect: 3*4 + 5, faults: {%s: {id: bias, credit: 0.5}}}";
        PartResult told = Questions.grade(Questions.parts(named.formatted("term_left_out(5)")), "12");
        assertEquals("bias", told.mistake());
        assertEquals("term_left_out(5)", Objects.requireNonNull(told.fault()).id());
        assertEquals(1, told.score().doubleValue());
        assertNull(Questions.grade(Questions.parts("- {id: n, type: number, points: 2, expect: 3*4 + 5}"), "12")
                .mistake());
        List<Problem> unknown = QuestionCheck.of(
                        Questions.parts(named.formatted("term_left_out(6)")).question(), Map.of(), 1)
                .problems();
        assertEquals(
                List.of("grading.check-no-such-fault"),
                unknown.stream().map(problem -> problem.message().key()).toList());
    }

    @Test
    void aChangeInALineOfAListingIsNamedThere() {
        Variant steps = Questions.of("""
                let: {w0: '[[1.7], [-0.4]]', g1: '[[1.3], [0.7]]', g2: '[[-2.2], [1.9]]'}
                parts:
                  - {id: w, type: matrix, points: 1, expect: 'momentum(w0, seq(g1, g2), 0.2, 0.8).w'}
                """);
        PartResult swapped =
                Grader.grade(steps, Map.of("w", "[[1.8024], [-0.8384]]")).part("w");
        assertFault("rate_and_rest(momentum.v: 0.8*v + (1 - 0.8)*g → beta)", swapped);
        assertTrue(swapped.feedback().stream()
                .filter(said -> said.kind() == Feedback.Kind.KEY)
                .anyMatch(said -> said.say().in(Locale.ENGLISH).contains("0.8 \\, v")));
        assertFault(
                "steps(g1 → first)",
                Grader.grade(steps, Map.of("w", "[[1.788], [-0.476]]")).part("w"));
        PartResult oneStep =
                Grader.grade(steps, Map.of("w", "[[1.648], [-0.428]]")).part("w");
        assertNull(oneStep.mistake(), "whoever takes one step gets the same as who takes w before v");
        assertTrue(oneStep.fault() != null);
    }

    @Test
    void aListingsOptionsDecideWhichOfItsChangesThereAre() {
        Variant norm = Questions.of("""
                let: {x: '[[1.3, 2.7], [-0.4, 1.9], [2.2, -3.1]]'}
                parts:
                  - {id: y, type: matrix, points: 1, expect: 'batch_norm(x, 2, 1, eps=0.01).y'}
                """);
        Answer wrong = norm.finite(
                Expression.parse(
                        "2*(x - mean(x, 1)) ./ (mean((x - mean(x, 1)).^2, 1) + 0.01) + 1",
                        Vocabulary.author(Set.of("x"))),
                norm.question().part("y"));
        Part part = norm.question().part("y");
        String typed = part.type().print(Objects.requireNonNull(wrong), part);
        assertFault(
                "root_left_out(batch_norm.x_hat: sqrt(var + 0.01) → x)",
                Grader.grade(norm, Map.of("y", typed)).part("y"));
    }

    @Test
    void rightNumbersThatAreRoundedAreNoFaultEvenWhereOneComesToThem() {
        String sum = "- {id: s, type: matrix, points: 3, expect: '[1.24, 2.35, 3.4631] + [0.003, 0.003, %s]'}";
        assertEquals(
                "rounded",
                Questions.grade(Questions.parts(sum.formatted("-0.0001")), "1.24 2.35 3.4631")
                        .mistake());
        assertEquals(
                "term_left_out([0.003, 0.003, 0.3])",
                Questions.grade(Questions.parts(sum.formatted("0.3")), "1.24 2.35 3.4631")
                        .mistake());
    }

    @Test
    void aFaultIsNamedWhereOneCellDoesNotFit() {
        Variant sum = Questions.of("""
                let: {a: '[[1.31, 2.42, 3.53], [4.64, 5.75, 6.86]]', b: '[[0.91, 0.82, 0.73], [0.64, 0.57, 0.46]]'}
                parts:
                  - {id: s, type: matrix, points: 6, expect: a - b}
                """);
        PartResult nearly = Questions.grade(sum, "2.22 3.24 4.26; 5.28 6.32 7.77");
        assertFault("sign(a - b)", nearly);
        assertTrue(nearly.feedback().stream()
                .anyMatch(said -> said.say().in(Locale.ENGLISH).equals("5 of the 6 cells that show it agree.")));
        assertNull(Questions.grade(sum, "2.22 3.24 4.26; 5.28 7.77 7.77").mistake());
    }

    @Test
    void theSizesOfAShapeInAnotherOrderAreNoTurnedArray() {
        assertNull(Questions.grade(Questions.parts("- {id: s, type: shape, expect: [28, 14, 8]}"), "8x14x28")
                .mistake());
        assertEquals(
                "turned",
                Questions.grade(
                                Questions.parts("- {id: s, type: matrix, expect: '[2.8, 1.4, 8.1, 3.7, 9.2, 5.5]'}"),
                                "5.5 9.2 3.7 8.1 1.4 2.8")
                        .mistake());
    }

    @Test
    void whatWouldBeRightOnAnotherVariantIsOnlyPlaced() {
        String part = "parts: [{id: a, type: integer, expect: 100*x + 700}]\n";
        Question drawn = Questions.read("params: {x: 'randint(1001, 1030)'}\n" + part);
        Variant variant = Variant.draw(drawn, 1, Map.of("x", Value.of(1020)));
        PartResult elsewhere = Grader.grade(variant, Map.of("a", "102000")).part("a");
        assertNull(elsewhere.mistake());
        assertEquals(new FaultFound(null, null, "a", "700"), elsewhere.fault());
        assertFault("term_left_out(700)", Questions.grade(Questions.of("params: {x: 1020}\n" + part), "102000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*b - c/2 | a*b - c | divisor_left_out(2)",
                "a*b - c/2 | a*b | ",
                "a + b | a | term_left_out(b)",
                "a + 1 | 1 | "
            })
    void ofAFormulaThatIsAnotherPartsOrAnybodysNoFaultIsNamed(String expect, String typed, String fault) {
        Variant variant = Questions.of("""
                symbols: {a: {from: 1, to: 2}, b: {from: 3, to: 4}, c: {from: 5, to: 6}}
                parts:
                  - {id: f, type: formula, points: 1, expect: %s}
                  - {id: g, type: formula, points: 1, expect: b*a}
                """.formatted(expect));
        assertEquals(fault, Questions.grade(variant, typed).mistake());
    }

    @Test
    void aNamedFaultThatComesToNothingEarnsNothing() {
        String part = """
                let: {a: '%s', b: '2.5', c: '1.7'}
                parts:
                  - {id: p, type: number, points: 2, expect: (a - b)*3 + c, faults: {term_left_out(c): {id: bias, credit: 0.5}}}
                """;
        PartResult half = Questions.grade(Questions.of(part.formatted("4.5")), "6");
        assertEquals("bias", half.mistake());
        assertEquals(Verdict.PARTIAL, half.verdict());
        PartResult nothing = Questions.grade(Questions.of(part.formatted("2.5")), "0");
        assertEquals("bias", nothing.mistake());
        assertEquals(Verdict.INCORRECT, nothing.verdict());
    }
}
