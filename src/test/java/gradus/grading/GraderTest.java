package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class GraderTest {
    private static String said(PartResult result) {
        return String.join(
                " ",
                result.feedback().stream()
                        .map(said -> said.say().in(Locale.ENGLISH))
                        .toList());
    }

    private static void assertGraded(PartResult result, Verdict verdict, String score) {
        assertEquals(verdict, result.verdict(), () -> said(result) + result.notes());
        assertEquals(BigFraction.parse(score), result.score());
    }

    @Test
    void everyRightCellCounts() {
        Variant matrix =
                Questions.parts("- {id: p, type: matrix, points: 9, expect: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]}");
        PartResult result = Questions.grade(matrix, "[[1,2,3],[4,0,6],[7,,9]]");
        assertGraded(result, Verdict.PARTIAL, "7");
        assertEquals(Verdict.INCORRECT, result.cells().get(4));
        assertEquals(Verdict.BLANK, result.cells().get(7));
        assertEquals(Verdict.CORRECT, result.cells().get(8));
        assertTrue(said(result).contains("7 of 9 cells"));
        assertGraded(Questions.grade(matrix, "1 2 3\n4 5 6\n7 8 9.0"), Verdict.CORRECT, "9");
        Variant whole = Questions.parts(
                "- {id: p, type: matrix, points: 9, credit: all-or-nothing, expect: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]}");
        assertGraded(Questions.grade(whole, "[[1,2,3],[4,0,6],[7,8,9]]"), Verdict.INCORRECT, "0");
    }

    @Test
    void aWrongShapeIsSaidAndScoresNothing() {
        Variant matrix = Questions.parts("- {id: p, type: matrix, points: 4, expect: [[1, 2], [3, 4]]}");
        PartResult result = Questions.grade(matrix, "[[1,2,0],[3,4,0]]");
        assertGraded(result, Verdict.INCORRECT, "0");
        assertTrue(said(result).contains("2×3"));
        assertTrue(result.cells().isEmpty());
        assertEquals(
                Feedback.Kind.KEY,
                result.feedback().get(result.feedback().size() - 1).kind());
    }

    @Test
    void aVectorIsTakenEitherWayUpUnlessItsOrientationIsStrict() {
        Variant free = Questions.parts("- {id: p, type: matrix, points: 3, expect: [1, 2, 3]}");
        assertGraded(Questions.grade(free, "1\n2\n3"), Verdict.CORRECT, "3");
        assertGraded(Questions.grade(free, "[1, 2, 3]"), Verdict.CORRECT, "3");
        Variant column = Questions.parts("- {id: p, type: matrix, points: 3, expect: [[1], [2], [3]]}");
        assertGraded(Questions.grade(column, "[1, 2, 3]"), Verdict.CORRECT, "3");
        Variant strict =
                Questions.parts("- {id: p, type: matrix, points: 3, orientation: strict, expect: [[1], [2], [3]]}");
        PartResult turned = Questions.grade(strict, "[1, 2, 3]");
        assertGraded(turned, Verdict.INCORRECT, "0");
        assertEquals("transposed", turned.mistake());
        assertGraded(Questions.grade(strict, "1;2;3"), Verdict.CORRECT, "3");
    }

    @Test
    void wholeNumbersMadeOfWholeNumbersAreExact() {
        Variant whole = Questions.of("""
                params: {A: [[1, 20], [30, 4]], n: 1000, d: 0.5}
                let: {B: A*A}
                parts:
                  - {id: sum, type: number, expect: n + 61}
                  - {id: product, type: matrix, points: 4, expect: B + n}
                  - {id: quotient, type: number, expect: 2000/2 + 61}
                  - {id: decimal, type: number, expect: 2122*d}
                  - {id: mixed, type: matrix, points: 2, expect: '[n + 61, 2122*d]'}
                  - {id: wide, type: number, expect: n + 61, tolerance: {relative: 0.01}}
                  - {id: later, type: number, expect: sum + 3000}
                """);
        Result near = Grader.grade(
                whole,
                Map.of(
                        "sum",
                        "1062",
                        "product",
                        "1601 1101;1150 1616",
                        "quotient",
                        "1062",
                        "decimal",
                        "1062",
                        "mixed",
                        "1062 1062",
                        "wide",
                        "1062"));
        assertGraded(near.part("sum"), Verdict.INCORRECT, "0");
        assertGraded(near.part("product"), Verdict.PARTIAL, "3");
        assertGraded(near.part("quotient"), Verdict.CORRECT, "1");
        assertGraded(near.part("decimal"), Verdict.CORRECT, "1");
        assertGraded(near.part("mixed"), Verdict.PARTIAL, "1");
        assertGraded(near.part("wide"), Verdict.CORRECT, "1");
        assertGraded(
                Grader.grade(whole, Map.of("sum", "1061.5", "later", "4061.5")).part("later"),
                Verdict.FOLLOWS_THROUGH,
                "1");
        assertGraded(
                Grader.grade(whole, Map.of("sum", "1061.5", "later", "4061.6")).part("later"), Verdict.INCORRECT, "0");
        Variant large = Questions.parts("- {id: p, type: integer, expect: 2^50 + 1}");
        assertGraded(Questions.grade(large, "1125899906842624"), Verdict.INCORRECT, "0");
        assertGraded(Questions.grade(large, "1125899906842625"), Verdict.CORRECT, "1");
    }

    @Test
    void aMistakeThatIsOneOffAWholeKeyIsStillFound() {
        Variant bias = Questions.parts(
                "- {id: p, type: number, expect: 30*40 + 1, mistakes: [{id: bias, expect: 30*40, say: No bias.}]}");
        assertEquals("bias", Questions.grade(bias, "1200").mistake());
        assertNull(Questions.grade(bias, "1202").mistake());
    }

    @Test
    void aOneByOneMatrixCountsAsANumber() {
        Variant matrix = Questions.parts("- {id: p, type: matrix, expect: 7}");
        assertGraded(Questions.grade(matrix, "7"), Verdict.CORRECT, "1");
        Variant number = Questions.parts("- {id: p, type: number, expect: '[[7]]'}");
        assertGraded(Questions.grade(number, "7"), Verdict.CORRECT, "1");
    }

    @Test
    void aKeyBelowItsOwnRoundingErrorIsZero() {
        Variant number =
                Questions.parts("- {id: p, type: number, expect: 0.1 + 0.2 - 0.3, tolerance: {relative: 0.01}}");
        assertGraded(Questions.grade(number, "0"), Verdict.CORRECT, "1");
        assertGraded(Questions.grade(number, "5e-17"), Verdict.INCORRECT, "0");
    }

    private static final String CHAIN = """
            params: {x: 10}
            parts:
              - {id: a, type: integer, points: 1, expect: 2 * x,
                 mistakes: [{id: added, expect: 2 + x, say: You added.}]}
              - {id: b, type: integer, points: 2, expect: a + 5}
              - {id: c, type: integer, points: 4, expect: 10 * b}
            """;

    @Test
    void laterPartsFollowFromAnEarlierKnownMistake() {
        Result result = Grader.grade(Questions.of(CHAIN), Map.of("a", "12", "b", "17", "c", "170"));
        assertEquals("added", result.part("a").mistake());
        assertGraded(result.part("a"), Verdict.INCORRECT, "0");
        assertGraded(result.part("b"), Verdict.FOLLOWS_THROUGH, "2");
        assertGraded(result.part("c"), Verdict.FOLLOWS_THROUGH, "4");
        assertEquals(BigFraction.of(6), result.score());
    }

    @Test
    void aRightAnswerStaysRightAfterAWrongOne() {
        Result result = Grader.grade(Questions.of(CHAIN), Map.of("a", "12", "b", "25", "c", "250"));
        assertGraded(result.part("b"), Verdict.CORRECT, "2");
        assertGraded(result.part("c"), Verdict.CORRECT, "4");
    }

    @Test
    void aSlipNeedNotBeKnownForTheWorkAfterItToCount() {
        Result result = Grader.grade(Questions.of(CHAIN), Map.of("a", "13", "b", "18", "c", "180"));
        assertGraded(result.part("b"), Verdict.FOLLOWS_THROUGH, "2");
        assertGraded(result.part("c"), Verdict.FOLLOWS_THROUGH, "4");
        Variant half = Questions.of(CHAIN.replace("expect: a + 5", "expect: a + 5, follow_through: {credit: 0.5}"));
        assertGraded(Grader.grade(half, Map.of("a", "13", "b", "18")).part("b"), Verdict.FOLLOWS_THROUGH, "1");
        Variant strict =
                Questions.of(CHAIN.replace("expect: a + 5", "expect: a + 5, follow_through: {from: diagnosed}"));
        assertGraded(Grader.grade(strict, Map.of("a", "13", "b", "18")).part("b"), Verdict.INCORRECT, "0");
        assertGraded(Grader.grade(strict, Map.of("a", "12", "b", "17")).part("b"), Verdict.FOLLOWS_THROUGH, "2");
    }

    private static final String POWERS = """
            parts:
              - {id: p, type: number, expect: 0.8,
                 mistakes: [{id: sure, expect: 1, say: Sure.}]}
              - {id: loss, type: number, expect: -ln(p)}
              - {id: all, type: number, expect: 'p*(1-p)*loss + 5'}
              - {id: z, type: matrix, expect: '[0.2, 0.7, 0.9]'}
              - {id: slope, type: matrix, points: 3, expect: 'z .* (1 - z)'}
            """;

    @Test
    void whatAnybodyCouldTypeCarriesNothingOn() {
        Variant chain = Questions.of(POWERS.replace("{id: sure, expect: 1", "{id: sure, expect: 0.9"));
        assertEquals(
                BigFraction.ZERO,
                Grader.grade(chain, Map.of("p", "1", "loss", "0", "all", "5")).score());
        for (String stock : List.of("[0,0,1]", "[0.5,0.5,0.5]", "[1e-6,2e-6,3e-6]", "[900,1000,2000]")) {
            Result result = Grader.grade(chain, Map.of("z", stock, "slope", "[0,0,0]"));
            assertGraded(result.part("slope"), Verdict.INCORRECT, "0");
        }
        assertGraded(
                Grader.grade(chain, Map.of("z", "[0.5,0.5,0.5]", "slope", "[0.25,0.25,0.25]"))
                        .part("slope"),
                Verdict.INCORRECT,
                "0");
        assertGraded(
                Grader.grade(chain, Map.of("z", "[0.3,0.7,0.9]", "slope", "[0.21,0.21,0.09]"))
                        .part("slope"),
                Verdict.FOLLOWS_THROUGH,
                "3");
    }

    @Test
    void aKnownMistakeMayBeStockButWhatIsSimplerThanTheKeyDoesNotFollow() {
        Variant chain = Questions.of("""
                parts:
                  - {id: p, type: number, expect: 0.8, mistakes: [{id: sure, expect: 1, say: Sure.}]}
                  - {id: q, type: number, expect: 0.3*p}
                  - {id: r, type: number, expect: q - 0.3}
                """);
        Result result = Grader.grade(chain, Map.of("p", "1", "q", "0.3", "r", "0"));
        assertGraded(result.part("q"), Verdict.FOLLOWS_THROUGH, "1");
        assertGraded(result.part("r"), Verdict.INCORRECT, "0");
    }

    @Test
    void cellsThatAreZeroCountOnlyWhereAnotherIsRight() {
        Variant sparse = Questions.parts("- {id: p, type: matrix, points: 6, expect: [[0, 0, 5], [0, 7, 0]]}");
        PartResult zeros = Questions.grade(sparse, "[[0,0,0],[0,0,0]]");
        assertGraded(zeros, Verdict.INCORRECT, "0");
        assertTrue(said(zeros).contains("4 of 6"));
        assertGraded(Questions.grade(sparse, "[[0,0,5],[0,0,0]]"), Verdict.PARTIAL, "5");
        Variant nothing = Questions.parts("- {id: p, type: matrix, points: 4, expect: [[0, 0], [0, 0]]}");
        assertGraded(Questions.grade(nothing, "[[0,0],[0,1]]"), Verdict.PARTIAL, "3");
    }

    @Test
    void whereAReadingDoesNotStandInItsOwnKeyOnTheReadingsBeforeItDoes() {
        for (String unusable : new String[] {"", "oops", "3.7e9"}) {
            Result result = Grader.grade(Questions.of(CHAIN), Map.of("a", "12", "b", unusable, "c", "170"));
            assertGraded(result.part("c"), Verdict.FOLLOWS_THROUGH, "4");
        }
    }

    @Test
    void followThroughCanBeTurnedOff() {
        Variant off = Questions.of(CHAIN.replace("expect: a + 5", "expect: a + 5, follow_through: {credit: 0}"));
        assertGraded(Grader.grade(off, Map.of("a", "12", "b", "17")).part("b"), Verdict.INCORRECT, "0");
    }

    @Test
    void zerosDoNotStandInWhereTheKeyIsNotZero() {
        Variant chain = Questions.of("""
                parts:
                  - {id: a, type: matrix, points: 1, expect: [1, 2], follow_through: {from: any}}
                  - {id: b, type: number, points: 1, expect: sum(a), follow_through: {from: any}}
                """);
        assertGraded(Grader.grade(chain, Map.of("a", "[0,0]", "b", "0")).part("b"), Verdict.INCORRECT, "0");
        assertGraded(Grader.grade(chain, Map.of("a", "[5,,]", "b", "5")).part("b"), Verdict.INCORRECT, "0");
        assertGraded(Grader.grade(chain, Map.of("a", "[5,6,7]", "b", "18")).part("b"), Verdict.INCORRECT, "0");
        assertGraded(Grader.grade(chain, Map.of("a", "5;2", "b", "7")).part("b"), Verdict.FOLLOWS_THROUGH, "1");
    }

    @Test
    void matricesAndVectorsStandInTurnedToTheKey() {
        Variant chain = Questions.of("""
                params: {W: [[1, 2], [3, 4]]}
                parts:
                  - {id: z, type: matrix, points: 2, expect: 'W * [1, 1]'}
                  - {id: y, type: matrix, points: 4, expect: "W' * z"}
                """);
        Result result = Grader.grade(chain, Map.of("z", "[3, 8]", "y", "[27, 38]"));
        assertGraded(result.part("z"), Verdict.PARTIAL, "1");
        assertGraded(result.part("y"), Verdict.FOLLOWS_THROUGH, "4");
        Variant three = Questions.of("""
                parts:
                  - {id: z, type: matrix, points: 3, expect: '[3, 7, 9]'}
                  - {id: y, type: matrix, points: 4, expect: '[[1, 0, 0], [0, 2, 0]] * z'}
                """);
        Result followed = Grader.grade(three, Map.of("z", "[3, 8, 9]", "y", "3 16"));
        assertGraded(followed.part("z"), Verdict.PARTIAL, "2");
        assertGraded(followed.part("y"), Verdict.FOLLOWS_THROUGH, "4");
        assertEquals(
                List.of(Verdict.CORRECT, Verdict.FOLLOWS_THROUGH),
                followed.part("y").cells());
    }

    @Test
    void aKnownMistakeIsNamedAndEarnsItsCredit() {
        Variant flipped = Questions.parts("""
                - id: p
                  type: integer
                  points: 4
                  expect: (5*5*3+1)*8
                  mistakes:
                    - {id: channels, expect: (5*5+1)*8, credit: 0.5, say: {ko: 채널을 잊었습니다, en: You forgot the channels.}}
                    - {id: bias, expect: 5*5*3*8, say: You forgot the bias.}
                """);
        PartResult half = Questions.grade(flipped, "208");
        assertGraded(half, Verdict.PARTIAL, "2");
        assertEquals("channels", half.mistake());
        assertTrue(said(half).contains("You forgot the channels."));
        assertTrue(half.feedback().stream()
                .anyMatch(said -> said.say().in(Locale.KOREAN).equals("채널을 잊었습니다")));
        PartResult none = Questions.grade(flipped, "600");
        assertGraded(none, Verdict.INCORRECT, "0");
        assertEquals("bias", none.mistake());
        assertNull(Questions.grade(flipped, "601").mistake());
        assertNull(Questions.grade(flipped, "608").mistake());
    }

    @Test
    void theCellsCountWhereTheyEarnMoreThanTheMistake() {
        Variant variant = Questions.parts("""
                - id: p
                  type: matrix
                  points: 4
                  expect: [[1, 2], [3, 4]]
                  mistakes: [{id: corner, expect: [[9, 2], [3, 4]], credit: 0.5, say: The corner.}]
                """);
        PartResult result = Questions.grade(variant, "[[9,2],[3,4]]");
        assertGraded(result, Verdict.PARTIAL, "3");
        assertEquals("corner", result.mistake());
    }

    @Test
    void aMistakeIsAlsoFoundOnTheStudentsOwnEarlierAnswer() {
        Variant chain = Questions.of("""
                parts:
                  - {id: a, type: integer, points: 1, expect: 20, mistakes: [{id: slip, expect: 12, say: Slip.}]}
                  - {id: b, type: integer, points: 2, expect: 3 * a,
                     mistakes: [{id: doubled, expect: 2 * a, credit: 0.5, say: You doubled.}]}
                """);
        PartResult result = Grader.grade(chain, Map.of("a", "12", "b", "24")).part("b");
        assertGraded(result, Verdict.PARTIAL, "1");
        assertEquals("doubled", result.mistake());
    }

    @Test
    void chainsOfMatricesFollowTheStudentThroughAllOfBackpropagation() {
        Variant net = Questions.of("""
                params: {X: [[1, 2], [0, 1]], W: [[1, -1], [2, 1]], V: [[1, 2]], T: [[1, 2]]}
                parts:
                  - {id: Z, type: matrix, points: 4, expect: W*X}
                  - {id: A, type: matrix, points: 4, expect: relu(Z)}
                  - {id: O, type: matrix, points: 2, expect: V*A}
                  - {id: dO, type: matrix, points: 2, expect: 2*(O-T)}
                  - {id: dV, type: matrix, points: 2, expect: "dO*A'",
                     mistakes: [{id: half, expect: "dO*A'/2", credit: 0.5, say: The 2.}]}
                """);
        Map<String, String> right = Map.of("Z", "1 1;2 5", "A", "1 1;2 5", "O", "5 11", "dO", "8 18", "dV", "26 106");
        assertEquals(BigFraction.of(14), Grader.grade(net, right).score());
        Map<String, String> slip = Map.of("Z", "1 1;2 6", "A", "1 1;2 6", "O", "5 13", "dO", "8 22", "dV", "30 148");
        Result followed = Grader.grade(net, slip);
        assertGraded(followed.part("Z"), Verdict.PARTIAL, "3");
        for (String later : List.of("A", "O", "dO", "dV")) {
            assertEquals(Verdict.FOLLOWS_THROUGH, followed.part(later).verdict(), later);
        }
        assertEquals(BigFraction.of(13), followed.score());
        Map<String, String> halved = new java.util.HashMap<>(slip);
        halved.put("dV", "[15, 74]");
        assertEquals("half", Grader.grade(net, halved).part("dV").mistake());
        assertGraded(Grader.grade(net, halved).part("dV"), Verdict.PARTIAL, "1");
    }

    @Test
    void aMistakeMayBuildOnAnEarlierPartThatTheKeyDoesNot() {
        Variant variant = Questions.of("""
                parts:
                  - {id: a, type: integer, points: 1, expect: 20, mistakes: [{id: slip, expect: 12, say: Slip.}]}
                  - {id: b, type: integer, points: 1, expect: 5, mistakes: [{id: added, expect: a + 5, say: Added.}]}
                """);
        assertEquals(
                "added",
                Grader.grade(variant, Map.of("a", "12", "b", "17")).part("b").mistake());
    }

    @Test
    void aMistakeThatCostsOnlyOnceCostsOnlyOnce() {
        Variant twice = Questions.of("""
                parts:
                  - {id: a, type: integer, points: 2, expect: 10,
                     mistakes: [{id: bias, expect: 9, credit: 0.5, once: true, say: No bias.}]}
                  - {id: b, type: integer, points: 2, expect: 20,
                     mistakes: [{id: bias, expect: 19, credit: 0.5, once: true, say: No bias.}]}
                """);
        Result result = Grader.grade(twice, Map.of("a", "9", "b", "19"));
        assertGraded(result.part("a"), Verdict.PARTIAL, "1");
        assertEquals("bias", result.part("b").mistake());
        assertEquals(BigFraction.of(2), result.part("b").score());
        assertEquals(
                BigFraction.of(1),
                Grader.grade(twice, Map.of("a", "10", "b", "19")).part("b").score());
    }

    @Test
    void theSeedsTurnedOutputIsDiagnosedByTheLargeMajorityOfItsCells() {
        Variant seed = Questions.of("""
                params:
                  x: [[1,2,3,0,0],[0,4,5,6,0],[0,0,7,8,9],[0,0,0,0,0],[0,0,0,0,10]]
                  f: [[1,0,2],[0,5,0],[3,0,4]]
                parts:
                  - id: conv_same
                    type: matrix
                    points: 2.5
                    expect: convolve2d(x, f, padding="same")
                    mistakes:
                      - {id: correlation, expect: 'correlate2d(x, f, padding="same")', credit: 0.5, say: Correlation.}
                      - {id: turned-output, expect: 'rot180(correlate2d(x, f, padding="same"))', credit: 0.5, say: Turned by 180°.}
                """);
        PartResult result =
                Questions.grade(seed, "50 0 0 0 0\n8 65 16 14 0\n51 45 59 10 8\n24 90 51 56 4\n18 15 51 30 21");
        assertEquals("turned-output", result.mistake());
        assertGraded(result, Verdict.PARTIAL, "5/4");
        assertTrue(result.cells().stream().noneMatch(cell -> cell == Verdict.CORRECT));
        PartResult conv =
                Questions.grade(seed, "21 30 51 15 18\n4 56 59 90 24\n8 10 51 45 51\n0 14 16 65 8\n0 0 0 0 50");
        assertEquals("correlation", conv.mistake());
    }

    @Test
    void structuralMistakesSpeakLastAndGiveNoCredit() {
        Variant matrix = Questions.parts(
                "- {id: p, type: matrix, points: 9, expect: [[1.25, 2, 3], [4, 5.5, 6], [7, 8, 9]], tolerance: {absolute: 0.001}}");
        Map<String, String> found = Map.of(
                "[[1.25,4,7],[2,5.5,8],[3,6,9]]", "transposed",
                "[[9,8,7],[6,5.5,4],[3,2,1.25]]", "turned",
                "[[0,1.25,2],[0,4,5.5],[0,7,8]]", "shifted",
                "[[-1.25,-2,-3],[-4,-5.5,-6],[-7,-8,-9]]", "factor",
                "[[2.5,4,6],[8,11,12],[14,16,18]]", "factor",
                "[[1.3,2,3],[4,5.5,6],[7,8,9]]", "rounded");
        found.forEach((typed, mistake) ->
                assertEquals(mistake, Questions.grade(matrix, typed).mistake(), typed));
        Variant larger = Questions.parts(
                "- {id: p, type: matrix, points: 9, expect: [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]}");
        assertEquals(
                "border",
                Questions.grade(larger, "[[0,0,0,0],[0,6,7,0],[0,10,11,0],[0,0,0,0]]")
                        .mistake());
        for (String honest : List.of(
                "[[0,0,0],[0,5.5,0],[0,0,0]]",
                "[[1.26,2,3],[4,5.5,6],[7,8,9]]",
                "[[1,2,3],[4,6,6],[7,8,9]]",
                "[[3.75,6,9],[12,16.5,18],[21,24,27.1]]")) {
            assertNull(Questions.grade(matrix, honest).mistake(), honest);
        }
        Variant wide = Questions.parts(
                "- {id: p, type: matrix, expect: [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]}");
        assertEquals(
                "interior",
                Questions.grade(wide, "1 2 3 4;5 0 0 8;9 0 0 12;13 14 15 16").mistake());
        Variant oblong = Questions.parts("- {id: p, type: matrix, points: 6, expect: [[1, 2, 3], [4, 5, 6]]}");
        PartResult transposed = Questions.grade(oblong, "[[1,4],[2,5],[3,6]]");
        assertEquals("transposed", transposed.mistake());
        assertGraded(transposed, Verdict.INCORRECT, "0");
        for (String number : List.of("-7", "70", "14", "3.5", "15")) {
            assertNull(Questions.grade(Questions.parts("- {id: p, type: integer, expect: 7}"), number)
                    .mistake());
        }
    }

    @Test
    void theFactorIsToldWithTheKeyOnly() {
        Variant matrix = Questions.parts("- {id: p, type: matrix, expect: [[1.25, 2.5, 3.1]]}");
        for (String typed : List.of("12.5 25 31", "-1.25 -2.5 -3.1", "3.75 7.5 9.3")) {
            PartResult result = Questions.grade(matrix, typed);
            assertEquals("factor", result.mistake(), typed);
            String before = String.join(
                    " ",
                    result.feedback().stream()
                            .filter(said -> said.kind() != Feedback.Kind.KEY)
                            .map(said -> said.say().in(Locale.ENGLISH))
                            .toList());
            assertTrue(before.contains("off by a constant factor"), before);
            assertFalse(before.contains("10") || before.contains("sign") || before.contains("times"), before);
            assertTrue(said(result).contains("times the right answer"));
        }
        assertNull(Questions.grade(matrix, "2.125 4.25 5.27").mistake());
        assertNull(Questions.grade(Questions.parts("- {id: p, type: matrix, expect: [[3, 3, 3]]}"), "6 6 6")
                .mistake());
    }

    @Test
    void roundingToFewDigitsIsRecognised() {
        Variant matrix = Questions.parts("- {id: p, type: matrix, expect: [[0.12345, 2.34567], [3.45678, 0.45678]]}");
        for (String typed : List.of("0.12 2.35;3.46 0.46", "0.123 2.346;3.457 0.46")) {
            assertEquals("rounded", Questions.grade(matrix, typed).mistake(), typed);
        }
        for (String typed : List.of("0.1 2.3;3.5 0.5", "0.13 2.35;3.46 0.46", "0 2;3 0", "0.12 2.3;3.45 0.46")) {
            assertNull(Questions.grade(matrix, typed).mistake(), typed);
        }
        Variant number = Questions.parts("- {id: p, type: number, expect: 0.123456}");
        assertEquals("rounded", Questions.grade(number, "0.12").mistake());
        for (String typed : List.of("0.13", "0", "0.1", "0.1222", "0.1245")) {
            assertNull(Questions.grade(number, typed).mistake(), typed);
        }
    }

    @Test
    void whereNoReasonIsKnownTheFirstWrongCellIsNamed() {
        Variant matrix = Questions.parts("- {id: p, type: matrix, expect: [[1.5, 2, 3], [4, 5.5, 6]]}");
        assertTrue(said(Questions.grade(matrix, "1.5 2 3;4 8 6")).contains("row 2, column 2"));
        Variant vector = Questions.parts("- {id: p, type: matrix, expect: '[1.5, 2, 3]'}");
        assertTrue(said(Questions.grade(vector, "1.5 2 8")).contains("number 3"));
        assertTrue(said(Questions.grade(vector, "[[1.5,,8]]")).contains("number 3"));
    }

    private static String procedure(String expect, String wrong) {
        return """
                - id: p
                  type: matrix
                  expect: '%s'
                  mistakes: [{id: known, expect: '%s', say: Known.}]
                """.formatted(expect, wrong);
    }

    @Test
    void oneSlipDoesNotHideAKnownProcedure() {
        Variant three = Questions.parts(procedure("[10.31, 24.52, 35.17]", "[17.83, 29.44, 41.06]"));
        assertEquals("known", Questions.grade(three, "17.83 29.44 41.07").mistake());
        assertEquals("known", Questions.grade(three, "17.83 20.44 41.06").mistake());
        assertNull(Questions.grade(three, "17.83 24.52 41.06").mistake());
        assertNull(Questions.grade(three, "[[17.83,,41.06]]").mistake());
        assertNull(Questions.grade(three, "17.83 21.44 43.06").mistake());
        Variant two = Questions.parts(procedure("[10.31, 24.52]", "[17.83, 29.44]"));
        assertNull(Questions.grade(two, "17.83 21.44").mistake());
    }

    @Test
    void whatChanceCouldDoIsNotBlamed() {
        Variant mask = Questions.parts(procedure("[1, 0, 1, 0, 1, 1]", "[0, 1, 0, 1, 0, 0]"));
        assertEquals("known", Questions.grade(mask, "0 1 0 1 0 0").mistake());
        assertNull(Questions.grade(mask, "0 1 0 1 0 1").mistake());
        Variant small = Questions.parts(procedure("[1, 5, 2]", "[3, 4, 1]"));
        assertNull(Questions.grade(small, "3 4 9").mistake());
    }

    @Test
    void whatSeveralMistakesAreNearToIsBlamedOnNone() {
        Variant both = Questions.parts("""
                - id: p
                  type: matrix
                  expect: '[10.31, 24.52, 35.17, 48.22]'
                  mistakes:
                    - {id: one, expect: '[17.83, 29.44, 41.06, 52.91]', say: One.}
                    - {id: two, expect: '[17.83, 29.44, 41.06, 57.36]', say: Two.}
                """);
        assertEquals("one", Questions.grade(both, "17.83 29.44 41.06 52.91").mistake());
        PartResult either = Questions.grade(both, "17.83 29.44 41.06 50.11");
        assertNull(either.mistake());
        assertTrue(said(either).contains("number 1"));
    }

    @Test
    void aWitnessHasAsManyDigitsAsTellItFromTheKey() {
        Variant variant = Questions.parts("- {id: p, type: formula, expect: x + 15, symbols: {x: {from: 0, to: 1}}}");
        PartResult close = Questions.grade(variant, "x + 15.0000001");
        List<String> said = close.feedback().stream()
                .map(feedback -> feedback.say().in(Locale.ENGLISH))
                .toList();
        String response = said.get(0).replaceAll(".*gives ([^;]*);.*", "$1");
        String key = said.get(1).replaceAll("The key gives ([^ ]*) there.*", "$1");
        assertFalse(response.equals(key), said::toString);
        assertTrue(response.startsWith("15."), said::toString);
    }

    @Test
    void anAcceptedAnswerIsRightAndCarriesItsNote() {
        Variant variant = Questions.parts("""
                - id: p
                  type: formula
                  points: 2
                  expect: a*v/(sqrt(s) + eps)
                  symbols: {a: {from: 0.1, to: 1}, v: {from: -2, to: 2}, s: {from: 0.1, to: 2}, eps: {from: 0.01, to: 0.1}}
                  accept: [{expect: a*v/sqrt(s + eps), note: Older form.}]
                """);
        PartResult result = Questions.grade(variant, "a*v/sqrt(s+ε)");
        assertGraded(result, Verdict.CORRECT, "2");
        assertEquals("Older form.", said(result));
        assertEquals("", said(Questions.grade(variant, "v*a/(s^0.5+eps)")));
        PartResult wrong = Questions.grade(variant, "a*v/(s+eps)");
        assertGraded(wrong, Verdict.INCORRECT, "0");
        assertTrue(said(wrong).contains("your formula gives"));
    }

    @Test
    void disputedCellsOfAGridAreAcceptedOneByOne() {
        Variant grid = Questions.parts("""
                - id: p
                  type: grid
                  points: 4
                  options: ['+', '-', '0']
                  rows: [r, s]
                  columns: [b, v]
                  expect: [['+', '-'], ['-', '+']]
                  accept: [{expect: [['0', '-'], ['-', '+']]}, {expect: [['+', '-'], ['0', '+']]}]
                """);
        assertGraded(Questions.grade(grid, "[[0,-],[0,+]]"), Verdict.CORRECT, "4");
        assertGraded(Questions.grade(grid, "[[0,-],[+,]]"), Verdict.PARTIAL, "2");
    }

    @Test
    void theBestSingleConventionCountsNeverAMixture() {
        Variant variant = Questions.of("""
                parts:
                  - {id: e, type: formula, points: 1, expect: 'l/(2*m)*w^2', symbols: {l: {from: 1, to: 2}, m: {from: 1, to: 9}, w: {from: 1, to: 2}}}
                  - {id: g, type: formula, points: 1, expect: 'l/m*w', symbols: {l: {from: 1, to: 2}, m: {from: 1, to: 9}, w: {from: 1, to: 2}}}
                conventions: [{id: half, say: Half., expect: {e: 'l/2*w^2', g: 'l*w'}}]
                """);
        Result half = Grader.grade(variant, Map.of("e", "l/2*w^2", "g", "l*w"));
        assertEquals(BigFraction.of(2), half.score());
        assertEquals("Half.", said(half.part("e")));
        Result mixed = Grader.grade(variant, Map.of("e", "l/2*w^2", "g", "l/m*w"));
        assertEquals(BigFraction.ONE, mixed.score());
    }

    @Test
    void formulasFollowThroughTheirEarlierFormulas() {
        Variant variant = Questions.of("""
                parts:
                  - {id: dz, type: formula, points: 1, expect: '2*(a-t)', symbols: {a: {from: 1, to: 2}, t: {from: 3, to: 4}},
                     mistakes: [{id: half, expect: a-t, say: The 2.}]}
                  - {id: dw, type: formula, points: 2, expect: dz*x, symbols: {a: {from: 1, to: 2}, t: {from: 3, to: 4}, x: {from: 1, to: 2}}}
                """);
        assertGraded(Grader.grade(variant, Map.of("dz", "2(a-t)", "dw", "dz*x")).part("dw"), Verdict.CORRECT, "2");
        assertGraded(Grader.grade(variant, Map.of("dz", "a-t", "dw", "dz*x")).part("dw"), Verdict.CORRECT, "2");
        assertGraded(
                Grader.grade(variant, Map.of("dz", "a-t", "dw", "(a-t)*x")).part("dw"), Verdict.FOLLOWS_THROUGH, "2");
        assertGraded(
                Grader.grade(variant, Map.of("dz", "a+t", "dw", "(a+t)*x")).part("dw"), Verdict.FOLLOWS_THROUGH, "2");
        for (String nothing : List.of("0", "1", "a-a")) {
            assertGraded(
                    Grader.grade(variant, Map.of("dz", nothing, "dw", "(" + nothing + ")*x"))
                            .part("dw"),
                    Verdict.INCORRECT,
                    "0");
        }
    }

    @Test
    void theFormOfAFormulaCounts() {
        Variant variant = Questions.parts("""
                - id: p
                  type: formula
                  expect: x^2 + 2*x + 1
                  symbols: {x: {from: -4, to: 4}}
                  form: {expanded: true, must_not_use: [sqrt]}
                """);
        assertGraded(Questions.grade(variant, "1+2x+x²"), Verdict.CORRECT, "1");
        assertGraded(Questions.grade(variant, "(x+1)^2"), Verdict.INCORRECT, "0");
        assertGraded(Questions.grade(variant, "x*(x+2)+1"), Verdict.INCORRECT, "0");
        assertGraded(Questions.grade(variant, "x^2+2*x+sqrt(1)"), Verdict.INCORRECT, "0");
    }

    @Test
    void aFailureOfTheAuthorsLeavesThePartToAPersonAndTellsTheInstructor() {
        Variant broken = Questions.of("""
                params: {n: 3}
                parts:
                  - {id: a, type: number, points: 2, expect: '[1, 2][n]'}
                  - {id: b, type: number, points: 1, expect: 4}
                  - {id: c, type: number, points: 1, expect: 1/(n-3)}
                """);
        Result result = Grader.grade(broken, Map.of("a", "1", "b", "4", "c", "0"));
        assertEquals(Verdict.UNGRADED, result.part("a").verdict());
        assertFalse(result.part("a").notes().isEmpty());
        assertTrue(result.part("a").waits());
        assertEquals(Verdict.CORRECT, result.part("b").verdict());
        assertEquals(Verdict.UNGRADED, result.part("c").verdict());
        assertEquals(Verdict.BLANK, Grader.grade(broken, Map.of()).part("a").verdict());
    }

    @Test
    void aVectorIsTakenEitherWayUpInAFormulaUnlessItsAuthorIsStrict() {
        String part = "- {id: p, type: formula, expect: '2*v', symbols: {v: {shape: [3]}}";
        Variant free = Questions.parts(part + "}");
        Variant strict = Questions.parts(part + ", orientation: strict}");
        assertEquals(Verdict.CORRECT, Questions.grade(free, "2*v'").verdict());
        assertEquals(Verdict.INCORRECT, Questions.grade(free, "3*v'").verdict());
        assertEquals(Verdict.INCORRECT, Questions.grade(strict, "2*v'").verdict());
        assertEquals(Verdict.CORRECT, Questions.grade(strict, "2*v").verdict());
    }
}
