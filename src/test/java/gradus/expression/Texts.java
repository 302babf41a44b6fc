package gradus.expression;

import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import java.util.List;

/** What the tests of this package read formulas with. */
public final class Texts {
    public static final Vocabulary FORMULA = Vocabulary.formula(List.of(
            "x", "y", "z", "w", "m", "g", "v", "alpha", "lambda", "y_hat", "beta1", "W", "X", "W1", "b1", "A0", "dW1"));

    private Texts() {}

    public static String read(String text) {
        return Expression.parse(text, FORMULA).text();
    }

    public static ExpressionException fault(String text, Vocabulary vocabulary) {
        return assertThrows(
                ExpressionException.class,
                () -> Expression.parse(text, vocabulary),
                () -> text.substring(0, Math.min(text.length(), 40)));
    }
}
