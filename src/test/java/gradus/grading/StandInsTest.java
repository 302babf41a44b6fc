package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.question.Variant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wrong answers the work after them may be built on. */
class StandInsTest {
    private static final String NUMBER = """
            parts:
              - {id: a, type: number, expect: 2.5}
              - {id: b, type: number, expect: 2*a}
            """;
    private static final String NUMBERS = """
            parts:
              - {id: a, type: matrix, expect: '[0.2, 0.7, 0.9, 0.4, 0.6]'}
              - {id: b, type: matrix, expect: 2*a}
            """;
    private static final String UNITS = """
            parts:
              - {id: a, type: matrix, expect: '[1, 0, 1]'}
              - {id: b, type: matrix, expect: 'a + [3, 4, 5]'}
            """;
    private static final String DIAGNOSED = """
            parts:
              - {id: a, type: matrix, expect: '[3.1, 7.2, 9.3, 4.4]', mistakes: [{id: m, expect: '[2.1, 5.2, 8.3, 1.4]', say: S.}]}
              - {id: b, type: matrix, expect: 2*a, follow_through: {from: diagnosed}}
            """;
    private static final String REPEATED = """
            parts:
              - {id: a, type: matrix, expect: '[1.5, 2.5]'}
              - {id: b, type: matrix, expect: 'a .* a'}
            """;

    private static Verdict graded(String parts, String a, String b) {
        Variant variant = Questions.of(parts);
        return Grader.grade(variant, Map.of("a", a, "b", b)).part("b").verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "2500, 5000, FOLLOWS_THROUGH",
        "2501, 5002, INCORRECT",
        "0.0025, 0.005, FOLLOWS_THROUGH",
        "0.0024, 0.0048, INCORRECT",
        "-7.25, -14.5, FOLLOWS_THROUGH",
        "0, 0, INCORRECT",
        "1, 2, INCORRECT",
        "-1, -2, INCORRECT"
    })
    void anAnswerOfAnotherSizeOrThatAnybodyWouldTypeIsNotBuiltOn(String a, String b, Verdict verdict) {
        assertEquals(verdict, graded(NUMBER, a, b));
    }

    @ParameterizedTest
    @CsvSource({
        "0.3 0.3 0.8 0.5 0.5, 0.6 0.6 1.6 1.0 1.0, FOLLOWS_THROUGH",
        "0.3 0.3 0.3 0.5 0.5, 0.6 0.6 0.6 1.0 1.0, INCORRECT",
        "0.3 0.3 0.3 0.3 0.3, 0.6 0.6 0.6 0.6 0.6, INCORRECT",
        "1 0 1 0 1, 2 0 2 0 2, INCORRECT"
    })
    void halfAsManyDifferentNumbersAsTheKeyHasAreEnough(String a, String b, Verdict verdict) {
        assertEquals(verdict, graded(NUMBERS, a, b));
    }

    @ParameterizedTest
    @CsvSource({"0 1 1, 3 5 6, FOLLOWS_THROUGH", "0 0 0, 3 4 5, PARTIAL"})
    void whereTheKeyIsOfOnesAndZerosTheAnswerMayBeToo(String a, String b, Verdict verdict) {
        assertEquals(verdict, graded(UNITS, a, b));
    }

    @ParameterizedTest
    @CsvSource({
        "2.1 5.2 8.3 1.4, 4.2 10.4 16.6 2.8, FOLLOWS_THROUGH",
        "3.1 7.2 9.3 5.5, 6.2 14.4 18.6 11, FOLLOWS_THROUGH",
        "3.1 7.2 8.8 5.5, 6.2 14.4 17.6 11, PARTIAL",
        "6.6 7.7 8.8 5.5, 13.2 15.4 17.6 11, INCORRECT"
    })
    void whereAnAuthorWantsItExplainedAMistakeOrMostCellsExplainIt(String a, String b, Verdict verdict) {
        assertEquals(verdict, graded(DIAGNOSED, a, b));
    }

    @ParameterizedTest
    @CsvSource({"1.5 3.5, 2.25 12.25, FOLLOWS_THROUGH", "0.5 1.5, 0.5 1.5, INCORRECT"})
    void anAnswerThatIsTypedTwiceFollowsFromNothing(String a, String b, Verdict verdict) {
        assertEquals(verdict, graded(REPEATED, a, b));
    }

    private static final String CHOSEN = """
            parts:
              - {id: a, type: choice, options: [u, v, w], expect: u}
              - {id: b, type: number, expect: 'a == "u" ? 11.5 : a == "v" ? 22.5 : 33.5'}
            """;

    @ParameterizedTest
    @CsvSource({"v, 22.5, FOLLOWS_THROUGH", "w, 22.5, INCORRECT", "u, 22.5, INCORRECT", "v, 11.5, CORRECT"})
    void anOptionThatIsNotRightIsBuiltOn(String a, String b, Verdict verdict) {
        assertEquals(verdict, graded(CHOSEN, a, b));
    }

    private static final String TOTAL = """
            params: {x: 5, y: 7}
            parts:
              - {id: a, type: integer, expect: 100*x + 3, mistakes: [{id: m, expect: 100*x, say: S.}]}
              - {id: b, type: integer, expect: 100*y + 9}
              - {id: none, type: integer, expect: 0}
              - {id: free, type: integer, points: 0, expect: x}
              - {id: c, type: integer, expect: a + b + none + free, mistakes: [{id: n, expect: a + b - free, credit: 0.5, say: S.}]}
              - {id: d, type: integer, expect: a + b + x}
              - {id: e, type: integer, expect: 2*a}
              - {id: f, type: integer, expect: c + b}
            """;

    @ParameterizedTest
    @CsvSource({
        "620, 830, c, 1455, INCORRECT",
        "620, 830, c, 1445, INCORRECT",
        "620, 709, c, 1334, FOLLOWS_THROUGH",
        "500, 830, c, 1335, FOLLOWS_THROUGH",
        "620, '', c, 1334, FOLLOWS_THROUGH",
        "620, 830, d, 1455, FOLLOWS_THROUGH",
        "620, 830, e, 1240, FOLLOWS_THROUGH"
    })
    void aTotalFollowsOnlyWhereSomethingSpeaksForWhatItIsMadeOf(
            String a, String b, String part, String typed, Verdict verdict) {
        Variant variant = Questions.of(TOTAL);
        Map<String, String> sheet = Map.of("a", a, "b", b, "none", "0", "free", "5", part, typed);
        PartResult result = Grader.grade(variant, sheet).part(part);
        assertEquals(verdict, result.verdict());
        boolean told = result.feedback().stream()
                .anyMatch(said -> said.say().in(Locale.ENGLISH).contains("none of those is right"));
        assertEquals(typed.equals("1455") && part.equals("c"), told);
    }

    @ParameterizedTest
    @CsvSource({"620, 830, 1455, 2285, INCORRECT", "503, 830, 1338, 2168, FOLLOWS_THROUGH"})
    void whatFollowsFromPartsAloneSpeaksForNothingByItself(String a, String b, String c, String f, Verdict verdict) {
        Variant variant = Questions.of(TOTAL);
        Map<String, String> sheet = Map.of("a", a, "b", b, "none", "0", "free", "5", "c", c, "f", f);
        assertEquals(verdict, Grader.grade(variant, sheet).part("f").verdict());
    }
}
