package gradus.expression.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.Texts;
import gradus.expression.value.ExpressionException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "λ/2m; λ/(2*m); (λ/2)*m",
                "e^-2x; e^(-2*x); e^-2*x",
                "x^2y; x^(2*y); x^2*y",
                "x^2(1-y); x^(2*(1-y)); x^2*(1-y)",
                "log 2x; log(2*x); log(2)*x",
                "log x y; log(x*y); log(x)*y",
                "√2x; sqrt(2*x); sqrt(2)*x"
            })
    void whatReadsTwoWaysIsOfferedInBoth(String text, String first, String second) {
        Object[] offers = Texts.fault(text, Texts.FORMULA)
                .problem()
                .arguments()
                .subList(1, 3)
                .toArray();
        assertEquals(List.of(first, second), List.of(offers));
        Texts.read(first);
        Texts.read(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "log^2 x; 3; expression.power-of-function",
                "log²x; 3; expression.power-of-function",
                "exp -x; 4; expression.sign-after-function",
                "3 4; 2; expression.two-numbers",
                "x.5; 1; expression.two-numbers",
                "1..2; 2; expression.two-numbers",
                "0<x<1; 3; expression.chained-comparison",
                "x = 1; 2; expression.equation",
                "xy; 0; expression.unknown-name-near",
                "q; 0; expression.unknown-name",
                "sigmiod(z); 0; expression.unknown-name-near",
                "log; 0; expression.call-without-parentheses",
                "(x; 0; expression.unclosed",
                "x); 1; expression.never-opened",
                "x+; 2; expression.ends-too-soon",
                "x,y; 1; expression.unexpected",
                "[]; 0; expression.empty-list",
                "x # y; 2; expression.unknown-character",
                "1e999; 0; expression.too-large",
                "`\"text\"`; 0; expression.unexpected",
                "sin'(z; 4; expression.unclosed",
                "abs'(z); 3; expression.no-derivative",
                "relu(z, 2); 0; expression.too-many-arguments",
                "leaky_relu(); 0; expression.missing-argument",
                "sum(W, axes=1); 7; expression.unknown-argument",
                "sum(W, axis=1, keepdims=True); 15; expression.keepdims",
                "adam(w, g, 0.1); 0; expression.function-not-allowed",
                "randint(1, 2); 0; expression.function-not-allowed",
                "W^[3]; 0; expression.unknown-name",
                "abc; 0; expression.unknown-name",
                "tz; 0; expression.unknown-name",
                "\\foo; 0; expression.unknown-command"
            })
    void faultsAreNamedAtTheirPlace(String text, int at, String key) {
        ExpressionException fault = Texts.fault(text, Texts.FORMULA);
        assertEquals(key, fault.problem().key());
        assertEquals(at, fault.at());
    }

    @Test
    void placesCountInTheTextAsTyped() {
        assertEquals(6, Texts.fault("ｘ＋ŷ × q", Texts.FORMULA).at());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"ㅡㅁㅌ(0,ㅌ); max(0,x)", "메; ap", "스ㅌ; tmx"})
    void hangulBySlipIsTurnedBackIntoKeys(String text, String keys) {
        assertEquals(keys, Hangul.asLatinKeys(text));
    }

    @Test
    void hangulIsOfferedAsKeysWhereThoseCanBeRead() {
        ExpressionException fault = Texts.fault("ㅡㅁㅌ(0,ㅌ)", Texts.FORMULA);
        assertEquals("expression.hangul-offer", fault.problem().key());
        assertTrue(fault.problem().in(Locale.KOREAN).contains("max(0,x)"));
        assertEquals(
                "expression.hangul", Texts.fault("모름", Texts.FORMULA).problem().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,5",
                "3 4",
                "1d",
                "0x1A",
                "NaN",
                "inf",
                "1e999",
                "x",
                "true",
                "2pi",
                "2(3)",
                "[1]",
                "3'",
                "|3|",
                "1 000",
                "1_00",
                "1..2",
                "1e",
                "",
                " ",
                "1<2",
                "\"a\"",
                "1{1}",
                "max(1,2)",
                "12,34",
                "1,0000"
            })
    void numbersAreNoFormulas(String text) {
        Texts.fault(text, Vocabulary.arithmetic());
    }

    @Test
    void onlyWhatIsAllowedMayBeUsed() {
        Vocabulary allowed = Vocabulary.formula(List.of("x"), List.of("exp", "max"));
        Expression.parse("max(0, x) + exp(x) + e^x*pi", allowed);
        for (String text : List.of("sigmoid(x)", "σ(x)", "|x|", "x > 0", "1{x>0}", "x>0 ? 1 : 0", "√x", "relu'(x)")) {
            Texts.fault(text, allowed);
        }
        Expression.parse("x > 0 ? x : 0", Vocabulary.formula(List.of("x"), List.of(Vocabulary.COMPARISONS)));
    }

    @Test
    void hugeTextsAreRefusedAtOnce() {
        Assertions.assertTimeout(Duration.ofMinutes(1), () -> {
            for (String piece :
                    List.of("(", "-", "|", "||", "not ", "2^", "[", "x'", "x+", "x*", "1{", "√", "e^{", "x?", "log ")) {
                Texts.fault(piece.repeat(100_000), Vocabulary.author());
                Texts.fault(piece.repeat(4_000), Vocabulary.author());
                Texts.fault(piece.repeat(2_000), Texts.FORMULA);
            }
            Texts.fault("(".repeat(100_000) + "x" + ")".repeat(100_000), Texts.FORMULA);
            Texts.fault("x".repeat(5_000_000), Texts.FORMULA);
        });
    }
}
