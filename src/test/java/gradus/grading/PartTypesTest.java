package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.ExpressionException;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.PlainForm;
import gradus.question.QuestionException;
import gradus.question.Variant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every part type owes the page, the answer sheet and the author, seen from outside. */
class PartTypesTest {
    private static final String GRID =
            "type: grid, expect: [[up, down]], options: [up, down], rows: [r], columns: [u, v]";

    private static Variant variant(String fields) {
        return Questions.parts("- {id: p, points: 6, " + fields + "}");
    }

    private static Part part(Variant variant) {
        return variant.question().parts().get(0);
    }

    private static PartType type(String fields) {
        return part(variant(fields)).type();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: integer, expect: 608 | 608 | $608$",
                "type: number, expect: 1e-7 | 1e-7 | $1 \\times 10^{-7}$",
                "type: number, expect: 2/3 | 0.6666666666666666 | $0.6667$",
                "type: number, expect: 'true' | 1 | $1$",
                "type: integer, expect: [[7]] | 7 | $7$",
                "type: matrix, expect: [[1, 2], [3, 4]] | [[1,2],[3,4]] | $\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$",
                "type: matrix, expect: [1/3, 2] | [0.3333333333333333,2] | $\\begin{bmatrix} 0.3333 \\\\ 2 \\end{bmatrix}$",
                "type: matrix, expect: 5 | [[5]] | $\\begin{bmatrix} 5 \\end{bmatrix}$",
                "type: shape, expect: [28, 28, 8] | 28x28x8 | $28 \\times 28 \\times 8$",
                "type: shape, expect: '\"3x4\"' | 3x4 | $3 \\times 4$",
                "type: shape, expect: 7 | 7 | $7$",
                "type: choice, options: [up, down], expect: down | down | down",
                "type: choice, options: [1, 2], expect: 2 | 2 | 2",
                "type: choices, options: [a, b, c], expect: [c, a] | a,c | a, c",
                "type: choices, options: [a, b, c], expect: b | b | b",
                "type: formula, symbols: {x: {}}, expect: 2x + 1 | 2*x+1 | $2 \\, x + 1$"
            })
    void aKeyIsPrintedAsAStudentTypesItAndShownAsPeopleWriteIt(String fields, String printed, String shown) {
        Variant variant = variant(fields);
        Part part = part(variant);
        Answer key = variant.key(part);
        assertEquals(printed.replace(" ", ""), part.type().print(key, part).replace(" ", ""));
        assertEquals(shown, part.type().displayKey(key, part));
        PartResult typed = Questions.grade(variant, part.type().print(key, part));
        assertEquals(Verdict.CORRECT, typed.verdict());
        assertEquals(BigFraction.of(6), typed.score());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: integer, expect: 0",
                "type: integer, expect: -1000",
                "type: number, expect: -3.5, tolerance: {relative: 0.5}",
                "type: matrix, expect: [[0, 2], [3, 4]]",
                "type: matrix, expect: [-500, 1]",
                "type: shape, expect: [28, 28]",
                "type: choice, options: [up, down], expect: up",
                "type: choice, options: [up, down], expect: down",
                "type: choices, options: [a, b], expect: [a, b]",
                "type: choices, options: [a, b], expect: a",
                GRID,
                "type: formula, symbols: {x: {}}, expect: 2x",
                "type: formula, symbols: {x: {}}, expect: 0*x"
            })
    void aChangedKeyIsReadAndScoresLess(String fields) {
        Variant variant = variant(fields);
        Part part = part(variant);
        String changed = part.type().changed(variant.key(part), part);
        assertNotNull(changed);
        PartResult result = Questions.grade(variant, changed);
        assertFalse(Questions.readAs(variant, changed).startsWith("unreadable"), changed);
        assertTrue(result.score().compareTo(BigFraction.of(6)) < 0, changed);
    }

    @Test
    void aChoiceOfOneOptionCannotBeChanged() {
        Variant only = variant("type: choice, options: [up], expect: up");
        assertNull(part(only).type().changed(only.key(part(only)), part(only)));
    }

    /** A form that holds the same field value wherever it is asked. */
    private record Form(List<String> values, List<List<String>> cells) implements PlainForm {
        @Override
        public String cell(int row, int column) {
            return cells.get(row).get(column);
        }
    }

    @Test
    void aPageWithoutScriptsSendsTheSameResponse() {
        Form chosen = new Form(List.of("a", "c"), List.of());
        assertEquals("a,c", type("type: choices, options: [a, b, c], expect: a").typed(chosen));
        assertEquals("", type("type: choices, options: [a, b], expect: a").typed(new Form(List.of(), List.of())));
        assertEquals("[[up,down]]", type(GRID).typed(new Form(List.of(), List.of(List.of("up", "down")))));
        assertEquals("[[_,down]]", type(GRID).typed(new Form(List.of(), List.of(List.of("", "down")))));
        assertEquals("", type(GRID).typed(new Form(List.of(), List.of(List.of("", "")))));
        assertEquals("42", type("type: integer, expect: 1").typed(new Form(List.of("42"), List.of())));
        assertNull(type("type: integer, expect: 1").typed(new Form(List.of(), List.of())));
    }

    @Test
    void theControlFitsTheTypeAndWhatPeoplePickIsNotReadBack() {
        assertEquals("line", type("type: integer, expect: 1").control().template());
        assertEquals("line", type("type: shape, expect: [1]").control().template());
        assertEquals("line", type("type: formula, expect: 1").control().template());
        assertEquals("area", type("type: text").control().template());
        assertEquals("cells", type("type: matrix, expect: [1]").control().template());
        assertTrue(type("type: matrix, expect: [1]").control().constructors().contains(" tensor "));
        assertEquals(
                "one", type("type: choice, options: [a], expect: a").control().kind());
        assertEquals(
                "several",
                type("type: choices, options: [a], expect: a").control().kind());
        assertEquals("table", type(GRID).control().kind());
        for (String typed :
                List.of("integer, expect: 1", "matrix, expect: [1]", "shape, expect: [1]", "formula, expect: 1")) {
            assertTrue(type("type: " + typed).isReadBack(), typed);
        }
        for (String picked : List.of("choice, options: [a], expect: a", "choices, options: [a], expect: a", "text")) {
            assertFalse(type("type: " + picked).isReadBack(), picked);
        }
        assertFalse(type(GRID).isReadBack());
    }

    @Test
    void whatWasChosenIsShownWhereItWasChosen() {
        Variant grid = variant(GRID);
        assertEquals(List.of(List.of("up", "down")), part(grid).type().chosen(grid.key(part(grid))));
        assertEquals(List.of(List.of("up", "down")), part(grid).type().cells(grid.key(part(grid))));
        Variant choices = variant("type: choices, options: [a, b, c], expect: [c, a]");
        assertEquals(List.of(List.of("a", "c")), part(choices).type().chosen(choices.key(part(choices))));
        Variant matrix = variant("type: matrix, expect: [[1, 2.5]]");
        assertEquals(List.of(List.of("1", "2.5")), part(matrix).type().cells(matrix.key(part(matrix))));
        Variant tensor = variant("type: matrix, expect: [[[1, 2]]]");
        assertEquals(List.of(), part(tensor).type().cells(tensor.key(part(tensor))));
    }

    @Test
    void theSizeOfAMatrixIsShownWhereItsAuthorLetsIt() {
        Variant shown = variant("type: matrix, size: shown, expect: [[1, 2, 3], [4, 5, 6]]");
        assertEquals(new PartType.Size(2, 3), part(shown).type().shownSize(part(shown), shown));
        Variant hidden = variant("type: matrix, expect: [[1, 2, 3], [4, 5, 6]]");
        assertNull(part(hidden).type().shownSize(part(hidden), hidden));
    }

    @Test
    void aKeyThatItsTypeCannotHaveIsTheAuthorsFault() {
        assertUnfit("type: integer, expect: 5/2", "not whole");
        assertUnfit("type: choices, options: [a, b], expect: []", "no option");
        for (String fits : List.of(
                "type: integer, expect: 4/2", "type: number, expect: 5/2", "type: choices, options: [a], expect: a")) {
            Variant variant = variant(fits);
            assertNull(part(variant).type().unfit(variant.key(part(variant)), part(variant)), fits);
        }
        for (String fails : List.of(
                "type: number, expect: [1, 2]",
                "type: number, expect: '\"two\"'",
                "type: matrix, expect: '\"two\"'",
                "type: shape, expect: '\"two\"'",
                "type: shape, expect: '\"3x\"'",
                "type: shape, expect: [[1, 2], [3, 4]]",
                "type: shape, expect: 'seq(1, 2)'",
                "type: choice, options: [a, b], expect: '\"c\"'",
                "type: grid, options: [a], rows: [r, s], columns: [u], expect: [[a]]",
                "type: grid, options: [a], rows: [r], columns: [u, v], expect: [[a]]")) {
            Variant variant = variant(fails);
            assertThrows(ExpressionException.class, () -> variant.key(part(variant)), fails);
        }
    }

    private static void assertUnfit(String fields, String words) {
        Variant variant = variant(fields);
        Message why = part(variant).type().unfit(variant.key(part(variant)), part(variant));
        assertNotNull(why);
        assertTrue(why.in(Locale.ENGLISH).contains(words), why.in(Locale.ENGLISH));
    }

    @Test
    void choicesScoreRightTicksLessWrongOnesAndNothingByTickingAll() {
        Variant variant = variant("type: choices, options: [a, b, c, d], expect: [a, b]");
        assertEquals(BigFraction.of(3), Questions.grade(variant, "a").score());
        assertEquals(BigFraction.of(3), Questions.grade(variant, "a,b,c").score());
        assertEquals(BigFraction.ZERO, Questions.grade(variant, "a,b,c,d").score());
        assertEquals(BigFraction.ZERO, Questions.grade(variant, "c,d").score());
        Variant strict = variant("type: choices, credit: all-or-nothing, options: [a, b, c], expect: [a, b]");
        assertEquals(BigFraction.ZERO, Questions.grade(strict, "a").score());
        assertEquals(BigFraction.of(6), Questions.grade(strict, "b, a").score());
    }

    @Test
    void aTextIsWorthWhatItsStatementsEarn() {
        String rubric = "rubric: [{points: 2, say: a}, {points: 1.5, say: b}, {points: -1, say: wrong}]";
        Variant text = Questions.parts("- {id: p, type: text, " + rubric + "}");
        assertEquals(BigFraction.of(7, 2), part(text).points());
        assertEquals(
                List.of("r1", "r2", "r3"),
                part(text).rubric().stream().map(criterion -> criterion.id()).toList());
        assertEquals(
                BigFraction.ONE, part(Questions.parts("- {id: p, type: text}")).points());
        PartResult result = Questions.grade(text, "  because  ");
        assertEquals(Verdict.UNGRADED, result.verdict());
        assertEquals("\"  because  \"", Questions.readAs(text, "  because  "));
        assertProblem("{id: p, type: text, points: 4, " + rubric + "}", "3.5");
        assertProblem("{id: p, type: text, rubric: [{id: a, points: 1, say: x}, {id: a, points: 1, say: y}]}", "a");
        assertEquals(
                BigFraction.of(7, 2),
                part(Questions.parts("- {id: p, type: text, points: 3.5, " + rubric + "}"))
                        .points());
        assertEquals(
                BigFraction.of(4),
                part(Questions.parts("- {id: p, type: text, points: 4, rubric: [{points: -1, say: wrong}]}"))
                        .points());
    }

    private static void assertProblem(String part, String words) {
        QuestionException broken = assertThrows(QuestionException.class, () -> Questions.parts("- " + part));
        assertEquals(1, broken.problems().size());
        String said = broken.problems().get(0).in(Locale.ENGLISH);
        assertTrue(said.contains(words), said);
    }

    @Test
    void theFormOfAFormulaIsAskedForInItsOwnWords() {
        Variant must = variant("type: formula, symbols: {x: {}}, form: {must_use: [max]}, expect: 'max(0, x)'");
        assertEquals(Verdict.CORRECT, Questions.grade(must, "max(x, 0)").verdict());
        assertSaid(must, "(x + abs(x))/2", "max");
        Variant not = variant("type: formula, symbols: {x: {}}, form: {must_not_use: ['^']}, expect: x*x");
        assertEquals(Verdict.CORRECT, Questions.grade(not, "x x").verdict());
        assertSaid(not, "x^2", "^");
        Variant expanded = variant("type: formula, symbols: {x: {}}, form: {expanded: true}, expect: x*x + x");
        assertEquals(Verdict.CORRECT, Questions.grade(expanded, "x + x^2").verdict());
        assertSaid(expanded, "x(x+1)", "multipl");
    }

    private static void assertSaid(Variant variant, String response, String words) {
        PartResult result = Questions.grade(variant, response);
        assertEquals(BigFraction.ZERO, result.score());
        String said = String.join(
                " ",
                result.feedback().stream()
                        .map(feedback -> feedback.say().in(Locale.ENGLISH))
                        .toList());
        assertTrue(said.contains(words), said);
    }

    @Test
    void aWrongFormulaIsShownAtOnePointWithItsValue() {
        Variant constant = variant("type: formula, symbols: {x: {}}, expect: x + 1");
        assertSaid(constant, "3", "3");
        Variant scalar = variant("type: formula, symbols: {x: {integer: true, from: 2, to: 2}}, expect: x + 1");
        assertSaid(scalar, "x + 3", "x = 2");
        assertSaid(scalar, "x + 3", "5");
        Variant large = variant("type: formula, symbols: {W: {shape: [4, 5]}}, expect: W");
        assertSaid(large, "2W", "[1, 1]");
        assertSaid(large, "2W", "(4×5)");
        Variant vector = variant("type: formula, symbols: {v: {shape: [20]}}, expect: v");
        assertSaid(vector, "2v", "[1]");
    }

    @Test
    void helpNamesTheSymbolsAndTheShapeOfAFormula() {
        String help = help("type: formula, symbols: {W: {shape: [2, 3]}, x: {shape: [3]}}, expect: W*x");
        assertTrue(help.contains("`W`, `x`") && help.contains("2×1"), help);
        assertTrue(help("type: formula, allow: [exp, comparisons], symbols: {x: {}}, expect: exp(x)")
                .contains("`exp`. Comparisons: `<`, `>`"));
        assertFalse(help("type: formula, allow: [comparisons], symbols: {x: {}}, expect: x > 0")
                .contains("Functions"));
        assertTrue(help("type: formula, expect: 2").contains("`2*3 - 1`"));
        assertTrue(help("type: formula, symbols: {v: {shape: [3]}}, expect: sum(v)")
                .contains("number"));
    }

    private static String help(String fields) {
        Variant variant = variant(fields);
        return part(variant).type().help(part(variant), variant).in(Locale.ENGLISH);
    }

    @Test
    void aSymbolMustHaveSomewhereToBe() {
        assertProblem("{id: p, type: formula, symbols: {x: {from: 2, to: 1}}, expect: x}", "");
        assertProblem("{id: p, type: formula, symbols: {x: {integer: true, from: 1.2, to: 1.8}}, expect: x}", "");
        assertEquals(
                Verdict.CORRECT,
                Questions.grade(
                                variant("type: formula, symbols: {x: {integer: true, from: 1.2, to: 2}}, expect: x"),
                                "x")
                        .verdict());
    }

    @Test
    void aResponseMayBeAsLongAsItsTypeAllows() {
        Variant text = Questions.parts("- {id: p, type: text}");
        assertFalse(Questions.readAs(text, "a".repeat(100_000)).startsWith("unreadable"));
        assertTrue(Questions.readAs(text, "a".repeat(100_001)).startsWith("unreadable at 0"));
        Variant shape = variant("type: shape, expect: [1]");
        assertFalse(Questions.readAs(shape, "1".repeat(15) + " ".repeat(985)).startsWith("unreadable"));
        assertTrue(Questions.readAs(shape, "1".repeat(15) + " ".repeat(986)).startsWith("unreadable at 0"));
        assertFalse(Questions.readAs(shape, "1x".repeat(19) + "1").startsWith("unreadable"));
        assertTrue(Questions.readAs(shape, "1x".repeat(20) + "1").startsWith("unreadable"));
    }
}
