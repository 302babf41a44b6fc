package gradus.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationFaultTest {
    private static final Map<String, Value> DATA = Map.of(
            "x", Value.of(3),
            "A", Value.of(Tensor.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6})),
            "B", Value.of(Tensor.matrix(new double[] {1, 2, 3}, new double[] {4, 5, 6})),
            "v", Value.of(Tensor.vector(1, 2)),
            "text", Value.of("text"));

    private static Value evaluate(String text) {
        return Expression.parse(text, Vocabulary.author(DATA.keySet())).evaluate(Scope.of(DATA));
    }

    private static ExpressionException fault(String text) {
        return assertThrows(ExpressionException.class, () -> evaluate(text), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "A*B ~ *: the shapes 2×3 and 2×3 do not fit; for a product cell by cell write ⊙ (or .*); or transpose one of them with '",
                "A*v ~ *: the shapes 2×3 and 2 do not fit; transpose one of them with '",
                "A + B' ~ +: the shapes 2×3 and 3×2 do not fit; transpose one of them with '",
                "A^2 ~ ^ is the power of a number; for a power cell by cell write A .^ 2",
                "2^A ~ ^ is the power of a number; for a power cell by cell write 2 .^ A",
                "A[3, 1] ~ the index 3 is not one of 1 … 2",
                "A[0, 1] ~ the index 0 is not one of 1 … 2",
                "A[1, 1, 1] ~ 3 indices are too many for a 2×3 matrix",
                "x.w ~ only records have fields; .w is asked of a number",
                "sgd(1, seq(1), 0.1).v ~ there is no field v; the fields are w, history",
                "text + 1 ~ + works on numbers and tensors, not on a text",
                "[[1, 2], [3]] ~ item 2 of the list has the shape 1, the first has 2",
                "sum(A, axis=3) ~ sum: there is no such axis in a 2×3 matrix; axis=1 goes down each column, axis=2 along each row",
                "randint(1, 2) ~ randint draws at random and may stand in params only",
                "max_pool(A, size=1.5) ~ max_pool: size is a whole number, not a number",
                "correlate2d(x, text) ~ correlate2d: f is a number or tensor, not a text"
            })
    void faultsSayWhatWasFoundAndHowToMendIt(String text, String message) {
        assertEquals(message, fault(text).problem().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "log(0)", "log(-1)", "sqrt(-1)", "0^-1", "(-8)^(1/3)", "asin(2)", "0/0", "1/(1/0)"})
    void whatIsUndefinedIsNotFinite(String text) {
        assertFalse(evaluate(text).isFinite());
        assertEquals(0, evaluate(text).bound(0), "surely undefined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e^1000",
                "e^1000-e^1000",
                "10^308*10",
                "1/(0.1+0.2-0.3)",
                "log(0.1+0.2-0.3)",
                "sqrt(0.3-0.1-0.2)"
            })
    void whatOnlyRoundingMakesUndefinedIsUnsure(String text) {
        assertEquals(Double.POSITIVE_INFINITY, evaluate(text).bound(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ones(1000,1000)@ones(1000,1000)@ones(1000,1000)",
                "ones(100000,100000)",
                "eye(50000)",
                "convolve2d(ones(1000,1000), ones(1000,1000))",
                "pad(ones(1000,1000), 9999)",
                "outer(ones(100000), ones(100000))",
                "linear_momentum(ones(1000,1000), ones(1000), ones(1000), 0, 0.1, 0.9, 100000)",
                "conv_transpose2d(ones(1000,1000), ones(10,10), stride=1000)",
                "attention(ones(10000,100), ones(10000,100), ones(10000,100))",
                "network(\"32x32x3\", \"conv(1000000000,5)\").total^99999 * ones(2000,2000)",
                "momentum(0, zeros(1000000), 0.1)"
            })
    void nothingTakesForEver(String text) {
        assertTimeout(Duration.ofMinutes(1), () -> {
            try {
                evaluate(text);
            } catch (ExpressionException refused) {
                assertTrue(refused.at() >= 0);
            }
        });
    }
}
