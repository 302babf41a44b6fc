package gradus.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.equality.Agreement;
import gradus.expression.equality.FormulaKey;
import gradus.expression.equality.Symbols;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Draws;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final List<String> PIECES = List.of(
            "x",
            "y",
            "z",
            "W",
            "W1",
            "2",
            "0.5",
            "1e3",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "|",
            "||",
            "+",
            "-",
            "*",
            "/",
            "^",
            ".^",
            ".*",
            "⊙",
            "'",
            "^T",
            "^⊤",
            ",",
            ";",
            "?",
            ":",
            "<",
            ">=",
            "==",
            ".==",
            "=",
            "!=",
            "and",
            "or",
            "not",
            " ",
            "1{",
            "sqrt",
            "√",
            "log",
            "exp(",
            "max(",
            "min(0,",
            "relu'",
            "sigmoid(",
            "sum(",
            "axis=1",
            "np.",
            "np.sum(",
            ".T",
            "λ",
            "ŷ",
            "²",
            "⁻¹",
            "\\frac{",
            "\\sqrt",
            "\\hat",
            "\\",
            "₩",
            "\"",
            "ㅁ",
            "e",
            "pi",
            "^[1]",
            "^{[1]}",
            "_1",
            "_{",
            "‖",
            "ones(",
            "[1,2]",
            "reshape(",
            "concat(",
            "shape(",
            ".",
            "..",
            "1e999",
            "\u0302",
            "\uD835",
            "−",
            "×",
            "#",
            "\t");
    private static final Symbols SYMBOLS = Symbols.builder()
            .add("x", -4, 4)
            .add("y", 0.1, 2)
            .add("z", -4, 4)
            .add("lambda", 0, 1)
            .add("y_hat", 0, 1)
            .add("W", -4, 4, 2, 3)
            .add("W1", -4, 4, 3, 2)
            .build();

    private static String random(Draws draws) {
        StringBuilder text = new StringBuilder();
        for (long i = draws.integer(1, 14); i > 0; i--) {
            text.append(PIECES.get((int) draws.integer(0, PIECES.size() - 1)));
        }
        return text.toString();
    }

    @Test
    void everyTextIsReadOrRefusedWithAPlaceInIt() {
        Draws draws = Draws.of(20240611);
        FormulaKey key = FormulaKey.prepare(Expression.parse("x*y", Vocabulary.author()), SYMBOLS, Scope.EMPTY);
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 60_000; i++) {
                String text = random(draws);
                try {
                    Expression read = Expression.parse(text, SYMBOLS.vocabulary());
                    assertEquals(
                            read.text(),
                            Expression.parse(read.text(), SYMBOLS.vocabulary()).text(),
                            text);
                    read.toLatex();
                    key.compare(read);
                } catch (ExpressionException refused) {
                    assertTrue(refused.at() >= 0 && refused.at() <= text.length(), text);
                    refused.problem().in(Locale.KOREAN);
                }
            }
        });
    }

    @Test
    void mutatedFormulasAreNeverReadOtherwiseThanTheyAreShown() {
        Draws draws = Draws.of(5);
        List<String> seeds = List.of(
                "1/(1+e^(-x))",
                "-(y*log(y)+(1-y)*log(y+1))",
                "max(0.01x, x)",
                "(W*W1)' .* [[1,2],[3,4]]",
                "x>0 ? x : 0.1*x",
                "λ/(2*y)*‖W‖^2",
                "sum(W, axis=2)'*[1,2]",
                "1{W>0} .* W",
                "|x-1|^2/3");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(seeds.get((int) draws.integer(0, seeds.size() - 1)));
            for (long edits = draws.integer(1, 3); edits > 0; edits--) {
                int at = (int) draws.integer(0, text.length() - 1);
                switch ((int) draws.integer(0, 2)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, PIECES.get((int) draws.integer(0, PIECES.size() - 1)));
                    default -> text.setCharAt(at, text.charAt((int) draws.integer(0, text.length() - 1)));
                }
                if (text.isEmpty()) {
                    text.append('x');
                }
            }
            try {
                Expression read = Expression.parse(text.toString(), SYMBOLS.vocabulary());
                FormulaKey key = FormulaKey.prepare(read, SYMBOLS, Scope.EMPTY);
                Agreement again = key.compare(Expression.parse(read.text(), SYMBOLS.vocabulary()));
                assertTrue(again.isEqual() || again == Agreement.UNSURE, text.toString());
            } catch (ExpressionException refused) {
                assertTrue(refused.at() >= 0 && refused.at() <= text.length(), text.toString());
            }
        }
    }
}
