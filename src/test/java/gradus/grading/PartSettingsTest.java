package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.QuestionException;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What single part types do beside reading and scoring, and what settings of theirs change. */
class PartSettingsTest {
    private static final String GRID =
            "type: grid, options: [{id: up, say: Rises}, down], rows: [{en: First}, Second], columns: [u, v],"
                    + " expect: [[up, down], [down, down]]";

    private static Variant variant(String fields) {
        return Questions.parts("- {id: p, points: 6, " + fields + "}");
    }

    private static Part part(Variant variant) {
        return variant.question().part("p");
    }

    private static PartType type(String fields) {
        return part(variant(fields)).type();
    }

    private static List<String> said(Variant variant, String response) {
        PartResult result = Questions.grade(variant, response);
        assertEquals(Verdict.INCORRECT, result.verdict());
        return result.feedback().stream()
                .map(feedback -> feedback.say().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void aNumberPadHasTheKeysThatItsNumbersNeed() {
        assertEquals("- / * ( ) ^", type("type: integer, expect: 1").control().numberKeys());
        assertEquals("- /", type("type: matrix, expect: [1]").control().numberKeys());
        assertEquals("x", type("type: shape, expect: [1]").control().numberKeys());
        assertEquals("", type("type: formula, expect: 1").control().numberKeys());
    }

    @Test
    void onlyIntegersAndShapesCount() {
        assertTrue(type("type: integer, expect: 1").isCounted());
        assertTrue(type("type: shape, expect: [1]").isCounted());
        assertFalse(type("type: number, expect: 1").isCounted());
        assertFalse(type("type: matrix, expect: [1]").isCounted());
    }

    @Test
    void aComparisonIsOneWhereItHolds() {
        assertEquals(
                Verdict.CORRECT,
                Questions.grade(variant("type: number, expect: 2 > 1"), "1").verdict());
        assertEquals(
                Verdict.CORRECT,
                Questions.grade(variant("type: number, expect: 2 < 1"), "0").verdict());
    }

    @Test
    void tickingNothingMayBeAMistake() {
        Variant variant = variant(
                "type: choices, options: [a, b, c], expect: [a, b], mistakes: [{id: none, expect: [], say: Nothing.}]");
        assertEquals(Verdict.INCORRECT, Questions.grade(variant, "c").verdict());
    }

    @Test
    void aShapeIsToldWhichOfItsNumbersAreWrongOrThatItHasTooMany() {
        Variant shape = variant("type: shape, expect: [28, 28, 8]");
        assertEquals(List.of("Not right in this shape: number 2, 3."), said(shape, "28x27x9"));
        assertEquals(List.of("A shape of 4 numbers does not fit here."), said(shape, "28x28x8x2"));
        assertEquals(List.of("A shape of one number does not fit here."), said(shape, "28"));
    }

    @Test
    void aBoxForWorkingIsToldOnceThatItHasNoPoints() {
        QuestionException broken = assertThrows(
                QuestionException.class,
                () -> Questions.parts(
                        "- {id: p, type: text, work: true, points: 2, rubric: [{points: 1, say: Said.}]}"));
        assertEquals(
                List.of("a box for working has no points"),
                broken.problems().stream()
                        .map(problem -> problem.message().in(Locale.ENGLISH))
                        .toList());
    }

    @Test
    void aKeyOfOptionsIsToldInTheirWordsRowByRow() {
        Variant grid = variant(GRID);
        assertEquals(
                "First: Rises, down; Second: down, down",
                part(grid).type().told(grid.key(part(grid)), part(grid), grid, Locale.ENGLISH));
        Variant choices =
                variant("type: choices, options: [{id: a, say: Rises}, b, {id: c, say: Falls}], expect: [a, c]");
        assertEquals(
                "Rises, Falls",
                part(choices).type().told(choices.key(part(choices)), part(choices), choices, Locale.ENGLISH));
        Variant number = variant("type: number, expect: 1/2");
        assertEquals("$0.5$", part(number).type().told(number.key(part(number)), part(number), number, Locale.ENGLISH));
    }

    @Test
    void aTableIsUnreadableFromWhereItsRowBegins() {
        Variant grid = variant(GRID);
        assertTrue(Questions.readAs(grid, "[[up,down],[down]]").startsWith("unreadable at 12"));
        assertTrue(Questions.readAs(grid, "[[up,down],[down,left]]").startsWith("unreadable at 17"));
        assertEquals("\"[[up,down],[_,down]]\"", Questions.readAs(grid, "[[up, down] , [ , down] , ]"));
    }

    @Test
    void aBlankCellIsNotAWrongOne() {
        Variant grid = variant(GRID);
        assertEquals(
                List.of(Verdict.CORRECT, Verdict.CORRECT, Verdict.BLANK, Verdict.INCORRECT),
                Questions.grade(grid, "[[up,down],[_,up]]").cells());
    }

    private static void assertProblem(String fields, String said) {
        QuestionException broken = assertThrows(QuestionException.class, () -> variant(fields));
        assertEquals(
                List.of(said),
                broken.problems().stream()
                        .map(problem -> problem.message().key())
                        .toList());
    }

    @Test
    void anAuthorsSlipIsSaidOnce() {
        assertProblem("type: choice, options: [a, b, a], expect: b", "question.name-twice");
        assertProblem("type: number, expect: 1, tolerance: {}", "question.tolerance-kinds");
        assertProblem("type: number, expect: 1, tolerance: {absolute: 1, decimals: 2}", "question.tolerance-kinds");
        assertProblem("type: formula, symbols: {x: {}, y: {from: 2, to: 1}}, expect: x + y", "question.domain-empty");
    }

    @Test
    void aFormulaMayBeWrittenInAnotherNameOrLibrary() {
        Variant called = variant("type: formula, symbols: {x: {}}, aliases: {input: x}, expect: 2x");
        assertEquals(Verdict.CORRECT, Questions.grade(called, "2*input").verdict());
        Part part = part(called);
        assertEquals(List.of(), part.type().readingNotes(called.key(part)));
        Variant matrix = variant("type: formula, symbols: {X: {shape: [3, 2]}}, expect: X @ X'");
        Reading reading = Questions.grade(matrix, "np.matmul(X, X.T)").reading();
        assertEquals(
                List.of("expression.note-arrays"),
                reading instanceof Reading.Read read
                        ? part(matrix).type().readingNotes(read.answer()).stream()
                                .map(note -> note.key())
                                .toList()
                        : List.of("unreadable"));
    }

    @Test
    void aVectorWithoutAnOrientationIsTakenEitherWayUpEvenWhereOrientationCounts() {
        Variant vector = variant("type: matrix, orientation: strict, expect: [1, 2]");
        assertEquals(Verdict.CORRECT, Questions.grade(vector, "[[1], [2]]").verdict());
        assertEquals(Verdict.CORRECT, Questions.grade(vector, "[[1, 2]]").verdict());
        Variant column = variant("type: matrix, orientation: strict, expect: [[1], [2]]");
        assertEquals(Verdict.INCORRECT, Questions.grade(column, "[[1, 2]]").verdict());
    }

    @Test
    void aCellThatIsZeroMayBeOffByALittleOfTheLargest() {
        Variant zero = variant("type: matrix, expect: [[1000.5, 0.5 - 0.5]]");
        assertEquals(Verdict.CORRECT, Questions.grade(zero, "[[1000.5, 1e-7]]").verdict());
        assertEquals(
                List.of(Verdict.CORRECT, Verdict.INCORRECT),
                Questions.grade(zero, "[[1000.5, 1e-5]]").cells());
    }

    @Test
    void onlyCellsThatAreWholeByThemselvesMustBeExact() {
        Variant mixed = variant("type: matrix, expect: [[1/3, 123456]]");
        assertEquals(
                List.of(Verdict.CORRECT, Verdict.INCORRECT),
                Questions.grade(mixed, "[[0.3333, 123457]]").cells());
        assertEquals(
                "$\\begin{bmatrix} 0.3333 & 123456 \\end{bmatrix}$",
                part(mixed).type().displayKey(mixed.key(part(mixed)), part(mixed)));
    }

    @Test
    void anEarlierFormulaMayBeNamedWhereItsSymbolsMeanTheSame() {
        String later = "- {id: g, type: formula, symbols: {x: {}}, expect: 2x + 1}";
        Variant same = Questions.parts("- {id: f, type: formula, symbols: {x: {}}, expect: 2x}\n" + later);
        Variant vector = Questions.parts("- {id: f, type: formula, symbols: {x: {shape: [2]}}, expect: 2x}\n" + later);
        assertEquals(
                Verdict.CORRECT,
                Grader.grade(same, Map.of("f", "2x", "g", "f + 1")).part("g").verdict());
        assertEquals(
                Verdict.UNREADABLE,
                Grader.grade(vector, Map.of("f", "2x", "g", "f + 1")).part("g").verdict());
    }

    @Test
    void aSymbolGoesBeforeAnEarlierFormulaOfItsName() {
        Variant both = Questions.parts("- {id: x, type: formula, symbols: {z: {}}, expect: 2z}\n"
                + "- {id: g, type: formula, symbols: {x: {from: 1, to: 2}}, expect: 2x + 1}");
        Map<String, String> typed = Map.of("x", "2z", "g", "x + abs(x) + 1");
        assertEquals(Verdict.CORRECT, Grader.grade(both, typed).part("g").verdict());
        assertEquals(
                Verdict.UNREADABLE,
                Grader.grade(both, Map.of("x", "2z", "g", "x + z")).part("g").verdict());
    }

    @Test
    void twelveCellsAreShownAndOfMoreTheFirstThatDiffers() {
        String twelve =
                String.join(" ", said(variant("type: formula, symbols: {W: {shape: [3, 4]}}, expect: W"), "2W"));
        assertFalse(twelve.contains("(3×4)") || twelve.contains("[1, 1]"), twelve);
        Variant more = variant("type: formula, symbols: {v: {shape: [13]}}, expect: v");
        String other = String.join(" ", said(more, "v + [0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 7]"));
        assertTrue(other.contains("(13") && other.contains("[5]"), other);
    }
}
