package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.TextValue;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Reading;
import gradus.question.Variant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final Variant NUMBER = Questions.parts("- {id: p, type: number, expect: 0}");
    private static final Variant INTEGER = Questions.parts("- {id: p, type: integer, expect: 5}");
    private static final Variant MATRIX = Questions.parts("- {id: p, type: matrix, expect: [[1, 2], [3, 4]]}");
    private static final Variant SHAPE = Questions.parts("- {id: p, type: shape, expect: [28, 28, 8]}");
    private static final Variant CHOICE =
            Questions.parts("- {id: p, type: choice, expect: up, options: [up, down, '-', '0']}");
    private static final Variant CHOICES =
            Questions.parts("- {id: p, type: choices, expect: [a, c], options: [a, b, c]}");
    private static final Variant GRID = Questions.parts("- {id: p, type: grid, expect: [['+', '-'], ['-', '0']],"
            + " options: ['+', '-', '0'], rows: [r, s], columns: [b, v]}");
    private static final Variant TEXT = Questions.parts("- {id: p, type: text, points: 2}");
    private static final Variant RELU =
            Questions.parts("- {id: p, type: formula, expect: 'max(0, x)', symbols: {x: {from: -4, to: 4}}}");
    private static final Variant[] ALL = {NUMBER, INTEGER, MATRIX, SHAPE, CHOICE, CHOICES, GRID, TEXT, RELU};

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r", "\u00a0", "\u3000\u2003", "\u200b\ufeff"})
    void nothingButSpaceIsBlankEverywhere(String typed) {
        for (Variant variant : ALL) {
            assertEquals(Verdict.BLANK, Questions.grade(variant, typed).verdict());
        }
    }

    @Test
    void aCharacterThatCannotBeStoredIsUnreadableEverywhere() {
        for (Variant variant : ALL) {
            assertTrue(Questions.readAs(variant, "1\u00002").startsWith("unreadable at 1"));
        }
    }

    @Test
    void whatIsReadOfACalculationIsShownWithoutTheRoundingOfTheMachine() {
        assertEquals("$0.423$", shown(NUMBER, "0.9*0.47"));
        assertEquals("$0.123456789012345$", shown(NUMBER, "0.123456789012345"));
        assertTrue(shown(MATRIX, "[0.1+0.2, 1; 2, 3]").contains("0.3 &"), shown(MATRIX, "[0.1+0.2, 1; 2, 3]"));
    }

    private static String shown(Variant variant, String typed) {
        Part part = variant.question().part("p");
        return Questions.grade(variant, typed).reading() instanceof Reading.Read read
                ? part.type().display(read.answer(), part)
                : "unreadable";
    }

    @Test
    void aFractionInAnIntegerPartIsReadAndIncorrect() {
        assertEquals("2.5", Questions.readAs(INTEGER, "5/2"));
        assertEquals(Verdict.INCORRECT, Questions.grade(INTEGER, "5/2").verdict());
        assertEquals(Verdict.CORRECT, Questions.grade(INTEGER, "10/2").verdict());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28x28x8 | 28x28x8",
                "28×28×8 | 28x28x8",
                "(28,28,8) | 28x28x8",
                "28*28*8 | 28x28x8",
                "28 X 28 X 8 | 28x28x8",
                "[28, 28, 8] | 28x28x8",
                "(28, 28, 8,) | 28x28x8",
                "28·28·8 | 28x28x8",
                "２８x28x8 | 28x28x8",
                "400 | 400",
                "(120,) | 120",
                "120, 1 | 120x1",
                "28 28 8 | 28x28x8",
                "(28, 28, 8). | 28x28x8",
                "28x28x8. | 28x28x8",
                "28 by 28 by 8 | 28x28x8",
                "$28 \\times 28 \\times 8$ | 28x28x8",
                "\\left(28,\\, 28,\\, 8\\right) | 28x28x8",
                "torch.Size([28, 28, 8]) | 28x28x8",
                "TensorShape((28, 28, 8)) | 28x28x8",
                "x.shape = (28, 28, 8) | 28x28x8",
                "x.shape: torch.Size([28, 28, 8]) | 28x28x8"
            })
    void shapesAreReadInEveryUsualForm(String typed, String value) {
        assertEquals('"' + value + '"', Questions.readAs(SHAPE, typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"28x28x", "x28", "28.5x28", "-1x2", "28 28x8", "(28,28,8", "28x28x8)", "axb", "()", "(", "1e3"})
    void whatIsNoShapeIsUnreadable(String typed) {
        assertTrue(Questions.readAs(SHAPE, typed).startsWith("unreadable"), () -> Questions.readAs(SHAPE, typed));
    }

    @Test
    void choicesAreTheirIds() {
        assertEquals("\"up\"", Questions.readAs(CHOICE, " up "));
        assertEquals("\"-\"", Questions.readAs(CHOICE, "−"));
        assertEquals("\"a,c\"", Questions.readAs(CHOICES, "c, a"));
        assertTrue(Questions.readAs(CHOICE, "left").startsWith("unreadable at 0"));
        assertTrue(Questions.readAs(CHOICES, "a,d").startsWith("unreadable at 2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[+,-],[-,0]] | [[+,-],[-,0]]",
                "[[+,],[,0]] | [[+,_],[_,0]]",
                "[[+,_],[ _ ,0]] | [[+,_],[_,0]]",
                "[[＋,−],[–,０]] | [[+,-],[-,0]]",
                "+ -;- 0 | [[+,-],[-,0]]",
                "[ [ + , - ] , [ - , 0 ] ] | [[+,-],[-,0]]"
            })
    void gridsAreReadAsTables(String typed, String value) {
        assertEquals('"' + value + '"', Questions.readAs(GRID, typed));
    }

    @Test
    void gridsOfAnotherSizeOrWithUnknownOptionsAreUnreadable() {
        assertEquals("\"[[+,-],[-,0]]\"", Questions.readAs(GRID, "+\t-\n-\t0"));
        assertEquals("blank", Questions.readAs(GRID, "[[,],[,]]"));
        assertEquals("blank", Questions.readAs(GRID, "[[_,_],[_,_]]"));
        for (String typed :
                new String[] {"[[+,-]]", "[[+],[-]]", "[[+,-],[-,*]]", "[[+,-],[-,0]", "+", "[", "[[+,-],-,0]"}) {
            assertTrue(Questions.readAs(GRID, typed).startsWith("unreadable"), typed);
        }
    }

    @Test
    void aTextIsTakenAsItIs() {
        String typed = "  <script>alert(1)</script>\n∑ 가";
        assertEquals(
                new Reading.Read(new Answer.Plain(new TextValue(typed))),
                Questions.grade(TEXT, typed).reading());
        assertEquals(Verdict.UNGRADED, Questions.grade(TEXT, typed).verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(0,",
                "y",
                "max(0,x",
                "1/(x-x)",
                "[1,2]*[1,2]*x*[1,2,3]",
                "sqrt(-1-x^2)",
                "\"a\"",
                "ln(x) x^",
                "x=0"
            })
    void formulasThatMeanNothingAreUnreadable(String typed) {
        assertTrue(Questions.readAs(RELU, typed).startsWith("unreadable"), () -> Questions.readAs(RELU, typed));
    }

    @Test
    void hangulFromTheWrongKeyboardIsUnreadableWithAnOffer() {
        String offer = Questions.readAs(RELU, "ㅡㅁㅌ(0,ㅌ)");
        assertTrue(offer.startsWith("unreadable at 0") && offer.contains("max(0,x)"), offer);
        assertTrue(Questions.readAs(NUMBER, "3*ㄷ").contains("3*e"));
    }

    @Test
    void noOfferTakesACommaBetweenCellsForADecimalOneOrLeavesHalfOfAFormulaOut() {
        assertEquals(List.of(), offers(MATRIX, "[[1,2],[3]]"));
        assertEquals(List.of("3.5"), offers(NUMBER, "3,5"));
        assertEquals(List.of("5"), offers(INTEGER, "5 units"));
        assertEquals(List.of(), offers(RELU, "2 x +"));
        assertTrue(offers(RELU, "x/2 |x|^2").stream().allMatch(offer -> offer.contains("|x|")));
    }

    private static List<String> offers(Variant variant, String typed) {
        return ((Reading.Unreadable) Questions.grade(variant, typed).reading()).offers();
    }

    static String[] absurd() {
        return new String[] {
            "9".repeat(5_000_000),
            "(".repeat(100_000) + "1" + ")".repeat(100_000),
            "[".repeat(100_000),
            "1,".repeat(2_000_000),
            "<script>".repeat(10_000),
            "-".repeat(100_000) + "x",
            "1+".repeat(4_900) + "1",
            "((((((((((1+1)*2)^2)^2)^2)^2)^2)^2)^2)^2)",
            "9^9^9^9^9",
            "x^".repeat(4_900) + "x",
            "max(0,".repeat(1_500) + "x" + ")".repeat(1_500),
            "sin(exp(".repeat(1_000) + "x" + "))".repeat(1_000),
            "ones(10000,10000)*x",
            "sum(ones(1000,1000)*ones(1000,1000))*x",
            "pad(pad(pad(ones(9,9),99),999),999)",
            "1{x>0}".repeat(1_500),
            "|x|".repeat(3_000),
            "√".repeat(9_000) + "x",
            "x'".repeat(4_000),
            "x ".repeat(4_900),
            "ㅁ".repeat(150_000)
        };
    }

    @ParameterizedTest
    @MethodSource("absurd")
    void absurdResponsesAreAnsweredAtOnce(String typed) {
        for (Variant variant : ALL) {
            PartResult result = assertTimeout(Duration.ofMinutes(1), () -> Questions.grade(variant, typed));
            assertTrue(variant == TEXT || result.verdict() != Verdict.CORRECT);
        }
    }
}
