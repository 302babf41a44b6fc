package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a part earns where several reasons for points meet, and how students are told. */
class CreditTest {
    private static PartResult graded(Variant variant, String part, String... responses) {
        return Grader.grade(
                        variant,
                        responses.length == 1
                                ? Map.of("a", responses[0])
                                : Map.of("a", responses[0], "b", responses[1]))
                .part(part);
    }

    private static void assertEarns(BigFraction points, Verdict verdict, PartResult result) {
        assertEquals(points, result.score(), result.toString());
        assertEquals(verdict, result.verdict(), result.toString());
    }

    private static List<String> said(PartResult result, Feedback.Kind kind) {
        return result.feedback().stream()
                .filter(said -> said.kind() == kind)
                .map(said -> said.say().in(Locale.ENGLISH))
                .toList();
    }

    private static List<String> credit(PartResult result) {
        return said(result, Feedback.Kind.CREDIT);
    }

    @Test
    void theCreditOfAMistakeIsToldWhereItIsMoreThanTheRightCellsEarn() {
        String half = "- {id: a, type: matrix, points: 4, expect: '[3.1, 7.2]',"
                + " mistakes: [{id: m, expect: '[3.1, 8.4]', credit: 0.5, say: S.}]}";
        PartResult equal = graded(Questions.parts(half), "a", "[3.1, 8.4]");
        assertEarns(BigFraction.of(2), Verdict.PARTIAL, equal);
        assertEquals(List.of("1 of 2 cells are right."), credit(equal));
        PartResult more = graded(Questions.parts(half.replace("0.5", "0.75")), "a", "[3.1, 8.4]");
        assertEarns(BigFraction.of(3), Verdict.PARTIAL, more);
        assertTrue(
                credit(more).contains("For this, 75% of the points are given."),
                credit(more).toString());
        PartResult full = graded(Questions.parts(half.replace("0.5", "1")), "a", "[3.1, 8.4]");
        assertEarns(BigFraction.of(4), Verdict.CORRECT, full);
    }

    @Test
    void aMistakeOnTopOfAWrongAnswerEarnsItsShareOfWhatFollows() {
        String chain = """
                parts:
                  - {id: a, type: integer, points: 1, expect: 20}
                  - {id: b, type: integer, points: 8, expect: 3 * a, follow_through: {credit: 0.5},
                     mistakes: [{id: doubled, expect: 2 * a, credit: 0.5, say: You doubled.}]}
                """;
        PartResult onOwn = graded(Questions.of(chain), "b", "17", "34");
        assertEarns(BigFraction.of(2), Verdict.PARTIAL, onOwn);
        assertEquals(List.of("For this, 25% of the points are given."), credit(onOwn));
        PartResult direct = graded(Questions.of(chain), "b", "20", "40");
        assertEarns(BigFraction.of(4), Verdict.PARTIAL, direct);
        assertEquals(List.of("For this, 50% of the points are given."), credit(direct));
    }

    @Test
    void whatFollowsCountsOnlyWhereItEarnsMoreThanWhatIsRight() {
        String chain = """
                parts:
                  - {id: a, type: matrix, points: 1, expect: '[2.5, 3.5, 4.5, 5.5]'}
                  - {id: b, type: matrix, points: 8, expect: 2 * a, follow_through: {credit: 0.5}}
                """;
        PartResult alike = graded(Questions.of(chain), "b", "2.5 3.5 6.5 7.5", "5 7 13 15");
        assertEarns(BigFraction.of(4), Verdict.PARTIAL, alike);
        assertEquals(List.of("2 of 4 cells are right."), credit(alike));
        PartResult more = graded(Questions.of(chain), "b", "2.5 8.5 6.5 7.5", "5 17 13 15");
        assertEarns(BigFraction.of(4), Verdict.FOLLOWS_THROUGH, more);
        assertEquals(
                List.of("Right on the basis of your own earlier answers; this earns 50% of the points."), credit(more));
        assertEquals(
                List.of(Verdict.CORRECT, Verdict.FOLLOWS_THROUGH, Verdict.FOLLOWS_THROUGH, Verdict.FOLLOWS_THROUGH),
                more.cells());
        PartResult some = graded(Questions.of(chain.replace("0.5}", "1}")), "b", "2.5 8.5 6.5 7.5", "5 17 13 99");
        assertEarns(BigFraction.of(6), Verdict.FOLLOWS_THROUGH, some);
        assertEquals(
                List.of("3 of 4 cells are right on the basis of your own earlier answers; each earns 100% of its"
                        + " points."),
                credit(some));
        PartResult hardly = graded(Questions.of(chain.replace("0.5}", "1}")), "b", "9.5 8.5 6.5 7.5", "19 98 97 99");
        assertEarns(BigFraction.ZERO, Verdict.INCORRECT, hardly);
        PartResult half = graded(Questions.of(chain.replace("0.5}", "1}")), "b", "9.5 8.5 6.5 7.5", "19 17 97 99");
        assertEarns(BigFraction.of(4), Verdict.FOLLOWS_THROUGH, half);
    }

    @Test
    void aSingleNumberIsNotCountedInCells() {
        assertEquals(List.of(), credit(graded(Questions.parts("- {id: a, type: number, expect: 2.5}"), "a", "7")));
    }

    @Test
    void theFirstWrongCellIsNamedAsThePartLaysItOut() {
        String table = "- {id: a, type: matrix, expect: [[1.1, 2.2, 3.3], [4.4, 5.5, 6.6]]}";
        PartResult second = graded(Questions.parts(table), "a", "1.1 2.2 3.3; 4.4 5.5 9.1");
        assertTrue(
                said(second, Feedback.Kind.MISTAKE)
                        .contains("The first cell that is not right stands in row 2, column 3."),
                second.toString());
        for (String typed : List.of("1.1 2.2 9.1", "[[1.1], [2.2], [9.1]]")) {
            PartResult vector =
                    graded(Questions.parts("- {id: a, type: matrix, expect: '[1.1, 2.2, 3.3]'}"), "a", typed);
            assertTrue(
                    said(vector, Feedback.Kind.MISTAKE).contains("The first cell that is not right is number 3."),
                    vector.toString());
        }
    }

    @Test
    void theWordsOfAConventionAreForPartsWhoseKeyItChanges() {
        Variant variant = Questions.of("""
                parts:
                  - {id: a, type: number, expect: 2.5}
                  - {id: b, type: number, expect: 7.5}
                conventions: [{id: half, say: By half., expect: {a: 5.5}}, {id: silent, expect: {a: 6.5}}]
                """);
        assertEquals(List.of("By half."), said(graded(variant, "a", "5.5", "7.5"), Feedback.Kind.NOTE));
        assertEquals(List.of(), said(graded(variant, "b", "5.5", "7.5"), Feedback.Kind.NOTE));
        assertEquals(List.of(), said(graded(variant, "a", "2.5", "7.5"), Feedback.Kind.NOTE));
        PartResult silent = graded(variant, "a", "6.5", "7.5");
        assertEarns(BigFraction.ONE, Verdict.CORRECT, silent);
        assertEquals(List.of(), said(silent, Feedback.Kind.NOTE));
    }

    @Test
    void theAcceptedAnswerThatHasMostRightCellsCounts() {
        Variant variant = Questions.parts("""
                - id: a
                  type: matrix
                  points: 4
                  expect: '[1.1, 2.2, 3.3, 4.4]'
                  accept: [{expect: '[6.1, 7.2, 8.3, 4.4]', note: Also.}, {expect: '[6.1, 9.2, 9.3, 9.4]'}]
                """);
        assertEarns(BigFraction.of(3), Verdict.PARTIAL, graded(variant, "a", "6.1 7.2 8.3 9.4"));
        assertEarns(BigFraction.of(2), Verdict.PARTIAL, graded(variant, "a", "1.1 2.2 8.3 9.9"));
        PartResult other = graded(variant, "a", "6.1 7.2 8.3 4.4");
        assertEarns(BigFraction.of(4), Verdict.CORRECT, other);
        assertEquals(List.of("Also."), said(other, Feedback.Kind.NOTE));
    }

    @Test
    void aMistakeThatOthersCanCauseCostsOnceByItsName() {
        Variant variant = Questions.of("""
                parts:
                  - {id: a, type: integer, points: 2, expect: 10, mistakes: [{id: bias, expect: 9, say: No bias., once: true}]}
                  - {id: b, type: integer, points: 2, expect: 20, mistakes: [{id: bias, expect: 19, say: No bias., once: true}]}
                """);
        PartResult again = graded(variant, "b", "9", "19");
        assertEarns(BigFraction.of(2), Verdict.FOLLOWS_THROUGH, again);
        assertEquals(
                List.of("The same mistake has cost points before in this question; it costs nothing again."),
                credit(again));
        assertFalse(graded(variant, "b", "11", "19").score().signum() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "MISTAKE, m, M 3",
        "MISTAKE, n, N",
        "MISTAKE, term_left_out(x), ",
        "FAULT, term_left_out(x), F",
        "FAULT, sign, ",
        "FAULT, m, ",
        "ACCEPT, 1, ",
        "ACCEPT, 2, A",
        "ACCEPT, 3, ",
        "CONVENTION, k, K",
        "CONVENTION, silent, ",
        "CONVENTION, m, "
    })
    void anAuthorsWordsAreFoundAgainByWhatTheyBelongTo(AuthorWords.Source source, String id, String words) {
        Variant variant = Questions.of("""
                params: {x: 3}
                parts:
                  - {id: a, type: number, expect: 2.5 + x, accept: [{expect: 5.6}, {expect: 5.7, note: A}],
                     mistakes: [{id: m, expect: 7.5, say: 'M {{x}}'}, {id: n, expect: 8.5, say: N}],
                     faults: {term_left_out(x): {say: F}, sign: {credit: 0.5}}}
                conventions: [{id: k, say: K, expect: {a: 6.5}}, {id: silent, expect: {a: 6.7}}]
                """);
        AuthorWords found = AuthorWords.find(source, id, variant.question().part("a"), variant);
        assertEquals(words, found == null ? null : found.in(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[-,+,-,+,-],[+,-,+,+,-]] | m | ",
                "[[-,+,-,+,-],[+,-,+,+,+]] | m | 7 of the 8 cells that show it agree.",
                "[[-,+,-,+,-],[+,-,+,+,]] | m | 7 of the 8 cells that show it agree.",
                "[[-,+,-,+,-],[+,-,+,0,0]] | | "
            })
    void aKnownTableIsRecognisedWithOneCellThatIsAnother(String typed, String mistake, String note) {
        Variant grid = Questions.parts("""
                - id: a
                  type: grid
                  options: ['+', '-', '0']
                  rows: [r, s]
                  columns: [b, v, w, x, y]
                  expect: [['+', '-', '0', '+', '-'], ['-', '+', '0', '-', '+']]
                  mistakes: [{id: m, expect: [['-', '+', '-', '+', '-'], ['+', '-', '+', '+', '-']], say: S.}]
                """);
        PartResult result = graded(grid, "a", typed);
        assertEquals(mistake, result.mistake());
        assertEquals(note == null ? List.of() : List.of(note), said(result, Feedback.Kind.NOTE));
    }
}
