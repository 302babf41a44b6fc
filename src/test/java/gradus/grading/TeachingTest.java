package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the keys, messages set what was done beside what belongs there; before that they hold nothing of it. */
class TeachingTest {
    private static final String WINDOW = """
            let: {x: '[[1, 2, 0], [0, 4, 5], [7, 0, 9]]', f: '[[1, 0], [3, 2]]', W: '[[1, 2], [3, 4]]', v: '[[5, 6], [7, 9]]'}
            parts:
              - {id: y, type: matrix, points: 1, expect: 'correlate2d(x, f)'}
              - {id: p, type: matrix, points: 1, expect: "W'*v"}
            """;

    private static final String GRADIENT = """
            symbols: {W: {shape: [3, 2]}, d: {shape: [3, 1]}, x: {shape: [2, 1]}, m: {from: 1, to: 9}}
            parts:
              - {id: dx, type: formula, points: 1, expect: "W'*d/m"}
            """;

    private static List<String> said(String question, String part, String response, boolean keys) {
        return Grader.grade(Questions.of(question), Map.of(part, response)).part(part).feedback().stream()
                .filter(feedback -> keys == (feedback.kind() == Feedback.Kind.KEY))
                .map(feedback -> feedback.say().in(Locale.ENGLISH))
                .toList();
    }

    private static void assertSaid(List<String> said, String text) {
        assertTrue(said.stream().anyMatch(sentence -> sentence.contains(text)), said::toString);
    }

    @Test
    void bothFormulasStandOneBelowTheOtherWithTheDifferenceMarked() {
        List<String> said = said(WINDOW, "p", "[[19, 24], [43, 54]]", true);
        assertSaid(said, "\\\\checkmark & \\\\boxed{W^{\\\\top}}".replace("\\\\", "\\"));
        assertSaid(said, "\\\\times & \\\\boxed{W}".replace("\\\\", "\\"));
    }

    @Test
    void theFirstWrongCellIsWorkedOutAsItsSumBesideTheStudentsOwn() {
        List<String> product = said(WINDOW, "p", "[[19, 24], [43, 54]]", true);
        assertSaid(
                product,
                "\\checkmark & 1 \\cdot 5 + 3 \\cdot 7 = 26 \\\\[.5em] \\times & 1 \\cdot 5 + 2 \\cdot 7 = 19");
        List<String> window = said(WINDOW, "y", "[[12, 9], [12, 32]]", true);
        assertSaid(window, "\\checkmark & 1 \\cdot 1 + 4 \\cdot 2 = 9 \\\\[.5em] \\times & ");
        assertSaid(window, " = 12 \\end");
    }

    @Test
    void aCellOfASumIsItsProductsAndWhatIsAdded() {
        String layer = """
                let: {W: '[[1, 2], [3, 4], [5, 6]]', x: '[[5], [-7]]', b: '[[1], [-2], [4]]'}
                parts:
                  - {id: z, type: matrix, points: 1, expect: 'W*x + b'}
                """;
        List<String> said = said(layer, "z", "[[-10], [-11], [-21]]", true);
        assertSaid(said, "\\checkmark & 1 \\cdot 5 + 2 \\cdot (-7) + 1 = -8 \\\\[.5em] \\times & ");
        assertSaid(said, " - 1 = -10");
    }

    @Test
    void aNumberIsWorkedOutBesideTheStudentsOwn() {
        String update = """
                let: {w: '1.5', v: '0.3717', alpha: '0.2'}
                parts:
                  - {id: z, type: number, points: 1, expect: 'w - alpha*v', tolerance: {absolute: 1.0e-6}}
                """;
        List<String> said = said(update, "z", "1.1283", true);
        assertSaid(
                said,
                "\\checkmark & w - \\alpha \\, v = 1.5 - 0.2 \\cdot 0.3717 = 1.42566 \\\\[.5em] \\times & w - v = 1.5 - 0.3717 = 1.1283");
        assertTrue(said(update, "z", "1.1283", false).stream().noneMatch(sentence -> sentence.contains("1.425")));
    }

    @Test
    void aCellThatIsMadeOfCellsIsWorkedOutWithTheirNumbers() {
        String layer = """
                let: {a: '[[1.5, 2.5], [3.25, 4]]', b: '[[2, 5], [7, 9]]', alpha: '0.2'}
                parts:
                  - {id: z, type: matrix, points: 1, expect: 'a - alpha*b .* a'}
                """;
        List<String> said = said(layer, "z", "[[-1.5, -10], [-19.5, -32]]", true);
        assertSaid(said, "1.5 - 0.2 \\cdot 2 \\odot 1.5 = 0.9 ");
        assertSaid(said, "1.5 - 2 \\odot 1.5 = -1.5");
    }

    @Test
    void aLineOfAListingIsWorkedOutBesideTheStudentsOwn() {
        String steps = """
                let: {w0: '[[1.7], [-0.4]]', g1: '[[1.3], [0.7]]', g2: '[[-2.2], [1.9]]'}
                parts:
                  - {id: w, type: matrix, points: 1, expect: 'momentum(w0, seq(g1, g2), 0.2, 0.8).w'}
                """;
        List<String> said = said(steps, "w", "[[1.8024], [-0.8384]]", true);
        assertSaid(said, "\\checkmark & v_{1} = 0.8 ");
        assertSaid(said, "\\times & v_{1} = 0.2 ");
    }

    @Test
    void namesThatTheQuestionDoesNotShowAreLeftOut() {
        String update = """
                let: {start: '1.5', slope: '0.3717', rate: '0.2'}
                parts:
                  - {id: z, type: number, points: 1, expect: 'start - rate*slope', tolerance: {absolute: 1.0e-6}}
                """;
        List<String> said = said(update, "z", "1.1283", true);
        assertSaid(said, "\\checkmark & 1.5 - 0.2 \\cdot 0.3717 = 1.42566 \\\\[.5em] \\times & 1.5 - 0.3717 = 1.1283");
        assertTrue(said.stream().noneMatch(sentence -> sentence.contains("start")), said::toString);
    }

    @Test
    void noSumIsSaidBeforeTheKeys() {
        assertTrue(said(WINDOW, "p", "[[19, 24], [43, 54]]", false).stream()
                .noneMatch(sentence -> sentence.contains("cdot")));
    }

    @ParameterizedTest
    @CsvSource({
        "W'*d, \\boxed{",
        "W'*d*m, \\boxed{",
        "m*W'*d/m, W^{\\top}",
        "W'*d/m + x, Without $x$ your formula would be right",
        "W'*d/m^3, \\boxed{",
    })
    void aFormulaIsRightWithOneSmallChangeOfWhatTheStudentTyped(String typed, String shown) {
        List<String> before = said(GRADIENT, "dx", typed, false);
        assertTrue(before.stream().noneMatch(sentence -> sentence.contains("boxed") || sentence.contains("would be")));
        List<String> after = said(GRADIENT, "dx", typed, true);
        assertSaid(after, shown);
    }

    @Test
    void aWrongFactorIsNamedAndNotMadeUpForByADifference() {
        String twice = """
                symbols: {m: {from: 1, to: 9}, x: {from: 1, to: 5}}
                parts:
                  - {id: y, type: formula, points: 1, expect: '2*m + x'}
                """;
        assertSaid(said(twice, "y", "3*m + x", true), "With $2$ in place of $3$ your formula would be right");
    }

    @Test
    void aFormulaThatNoSmallChangeMakesRightIsLeftAlone() {
        assertEquals(
                List.of(),
                said(GRADIENT, "dx", "x*m - sin(x)", true).stream()
                        .filter(sentence -> sentence.contains("in place of"))
                        .toList());
    }

    @Test
    void aFormulaOfMoreThan160LettersIsLookedIntoNoLonger() {
        String twice = """
                symbols: {m: {from: 1, to: 9}, x: {from: 1, to: 5}}
                parts:
                  - {id: y, type: formula, points: 1, expect: '2*m + x'}
                """;
        String longest = "3*m + x" + " + 0*x".repeat(23) + " + 0*sin(x)*m*m";
        assertEquals(160, longest.length());
        assertSaid(said(twice, "y", longest, true), "With $2$ in place of $3$ your formula would be right");
        assertEquals(
                List.of(),
                said(twice, "y", longest + "*m", true).stream()
                        .filter(sentence -> sentence.contains("in place of"))
                        .toList());
    }

    private static String placed(String expect, String other) {
        return """
                let: {a: '2.4', b: '3.2', c: '1.7', secret: '0.3'}
                parts:
                  - {id: o, type: number, label: 'the *sum*', points: 1, expect: a + c}
                  - {id: p, type: number, points: 1, expect: '%s'}
                  - {id: q, type: number, points: 1, expect: '%s'}
                """.formatted(expect, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a - b | a + b | 5.6 | at a sum or difference. | a - b = -0.8",
                "a + b | a - b | -0.8 | at a sum or difference. | a + b = 5.6",
                "a*b | a + b | 5.6 | at a product. | a \\, b = 7.68",
                "a/b | b/a | 1.33333 | at a division. | \\frac{a}{b} = 0.75",
                "a^2 | a*2 | 4.8 | at a power. | a^{2} = 5.76",
                "a*b | b | 3.2 | at a single quantity. | ",
                "5*o | 5*(a*c) | 20.4 | where the step for the *sum* is done differently. | a + c = 4.1",
                "a - secret | a + secret | 2.7 | at a sum or difference. | "
            })
    void whereAnAnswerIsThatOfAnotherPartTheKindOfOperationIsToldAndWithTheKeysItsNumber(
            String expect, String other, String typed, String place, String worked) {
        String question = placed(expect, other);
        assertSaid(said(question, "p", typed, false), place);
        List<String> keys = said(question, "p", typed, true);
        assertEquals(worked == null ? List.of() : List.of("What is worked out there: $" + worked + "$"), keys);
    }
}
