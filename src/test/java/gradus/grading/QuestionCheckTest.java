package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.Value;
import gradus.grading.check.QuestionCheck;
import gradus.question.Problem;
import gradus.question.Question;
import java.util.ArrayList;
import java.util.List;
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
                "{id: a, type: integer, expect: 8, mistakes: [{id: m, expect: 4 + 4, say: S.}], may_equal: [[m, key]]} | "
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
}
