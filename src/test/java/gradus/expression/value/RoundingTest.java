package gradus.expression.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.maths.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {
    private static final MathContext EXACT = new MathContext(80);

    private static Value evaluate(String text) {
        return Expression.parse(text, Vocabulary.author()).evaluate(Scope.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1+0.2-0.3",
                "sqrt(2)^2-2",
                "1/3*3-1 + 1/7*7-1",
                "sin(pi)",
                "exp(1)-e",
                "(0.1+0.7)*10-8",
                "cos(pi/2)",
                "sum([0.1, 0.2, -0.3])",
                "[0.1, 0.2]'*[3, -1.5]",
                "log(e)-1",
                "1.1^2-1.21",
                "tanh(1)-(e^2-1)/(e^2+1)"
            })
    void aResultBelowItsRoundingErrorIsZero(String text) {
        assertEquals("0", Printing.plain(evaluate(text).settled()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e-300", "1e-12", "0.1^20", "e^-40", "1e-9*1e-9", "(1+2^-40)-1", "sqrt(1e-20)", "exp(-700)"})
    void tinyResultsThatAreNotRoundingStay(String text) {
        Value value = evaluate(text);
        assertEquals(value, value.settled());
        assertTrue(value.asTensor().cell(0) > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(5*5*3+1)*8",
                "2^10",
                "0.5*0.25",
                "7/2",
                "sqrt(16)",
                "max(1, 2)",
                "[[1,2],[3,4]]*[[5,6],[7,8]]",
                "1e3/8",
                "sum([1,2,3])",
                "convolve2d([[1,2],[3,4]], [[1,0],[0,1]])",
                "round(2.5)",
                "exp(0)",
                "2^-3",
                "1.5^2"
            })
    void exactArithmeticHasTheBoundZero(String text) {
        Value value = evaluate(text);
        for (int i = 0; i < value.asTensor().size(); i++) {
            assertEquals(0, value.bound(i));
        }
    }

    @Test
    void theBoundHoldsTheTrueValue() {
        Draws draws = Draws.of(7);
        for (int round = 0; round < 3000; round++) {
            Exact exact = random(draws, 4);
            if (exact.value() == null) {
                continue;
            }
            Value value = evaluate(exact.text());
            BigDecimal error = new BigDecimal(value.asTensor().cell(0))
                    .subtract(exact.value())
                    .abs();
            BigDecimal bound =
                    Double.isInfinite(value.bound(0)) ? error : new BigDecimal(value.bound(0) * Rounding.BOUND_SLACK);
            assertTrue(
                    error.compareTo(bound) <= 0,
                    () -> exact.text() + ": " + error.doubleValue() + " > " + value.bound(0));
        }
    }

    private record Exact(String text, @Nullable BigDecimal value) {}

    private static Exact random(Draws draws, int depth) {
        if (depth == 0 || draws.integer(0, 4) == 0) {
            BigDecimal number = BigDecimal.valueOf(draws.integer(1, 9999), (int) draws.integer(0, 4));
            return new Exact(number.toPlainString(), number);
        }
        Exact a = random(draws, depth - 1);
        Exact b = random(draws, depth - 1);
        String operator = List.of("+", "-", "*", "/").get((int) draws.integer(0, 3));
        String text = "(" + a.text() + ")" + operator + "(" + b.text() + ")";
        if (a.value() == null || b.value() == null) {
            return new Exact(text, null);
        }
        return new Exact(
                text,
                switch (operator) {
                    case "+" -> a.value().add(b.value(), EXACT);
                    case "-" -> a.value().subtract(b.value(), EXACT);
                    case "*" -> a.value().multiply(b.value(), EXACT);
                    default -> b.value().signum() == 0 ? null : a.value().divide(b.value(), EXACT);
                });
    }

    @Test
    void functionsOfTheEngineCarryAnEstimate() {
        Scope scope = Scope.of(Map.of("z", Value.of(Tensor.vector(0.1, 0.2, 0.7))));
        Value probabilities =
                Expression.parse("softmax(z)", Vocabulary.author()).evaluate(scope);
        for (int i = 0; i < 3; i++) {
            assertTrue(probabilities.bound(i) > 0 && probabilities.bound(i) < 1e-14);
        }
        Value zero =
                Expression.parse("sum(softmax(z)) - 1", Vocabulary.author()).evaluate(scope);
        assertEquals("0", Printing.plain(zero.settled()));
    }

    @Test
    void decimalsFromDataCarryHalfAnUlp() {
        assertEquals(0, Value.of(0.5).bound(0));
        assertEquals(0, Value.of(62958).bound(0));
        assertTrue(Value.of(0.1).bound(0) > 0);
        assertEquals(0, NumberValue.exactly(0.1).bound(0));
    }
}
