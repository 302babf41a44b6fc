package gradus.expression.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine's listings say of arguments that do not fit, and how their working is shown. */
class ListingArgumentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "dropout(zeros(2, 3), zeros(3, 2), 0.5) | mask has the shape 3×2, but must have 2×3 (a)",
                "linear_gradient(zeros(2, 3), zeros(3), zeros(3), 0) | t has the shape 3, but must have m=2",
                "two_layer(zeros(2, 3), zeros(2, 3), zeros(4, 3), 0, zeros(2, 4), 0) | W1 has the shape 4×3, but must have h×d=2",
                "softmax_cross_entropy(zeros(2, 3), zeros(3)) | z is 2×3 but y is 3",
                "cross_entropy(ones(2, 3), [0, 3]) | there is no class 3; classes go from 0 to 2",
                "gru_step(0, 0, zeros(4, 1), zeros(4, 1), 0, 0) | asks for rows(W_hh) == 3*cols(W_hh)",
                "attention(zeros(2, 3), zeros(3, 2), zeros(3, 2)) | K has the shape 3×2, but must have m×d=3",
                "dropout_test(1, 0) | dropout_test asks for keep > 0 and keep <= 1",
                "momentum(0, seq(0), 1, beta=1) | momentum asks for beta >= 0 and beta < 1",
                "momentum(0, seq(0), 1, form=\"heavy\") | momentum asks for form == \"average\" or",
                "rmsprop(0, seq(0), 1, s0=-1) | rmsprop asks for s0 >= 0",
                "logistic_loss(0, 1.5) | p must lie in [0, 1], not be 1.5",
                "l2_penalty(1, 1, 0) | l2_penalty asks for m > 0",
                "sgd([1, 2], seq([1, 2, 3]), 1) | g has the shape 3, but must have 2 (w)",
                "two_layer(1, 1, 1, 0, 1, 0, output=\"softplus\") | output softplus is not known; use one of: sigmoid, tanh, relu"
            })
    void argumentsThatDoNotFitAreSaid(String call, String said) {
        ExpressionException problem = assertThrows(ExpressionException.class, () -> evaluate(call));
        String english = problem.problem().in(Locale.ENGLISH);
        assertTrue(english.contains(said), english);
        assertFalse(problem.problem().in(Locale.KOREAN).contains("{"), english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linear_gradient([1, 2], [1, 2], 1, 0).dw | 0",
                "linear_gradient([[1, 2]], [[5]], [[1, 1]], 0).dw | [[-4,-8]]",
                "rnn_step([0, 0], [0], [[1, 1]], [[1]], 0, 0) | [0]",
                "two_layer([[1, 2]], [1, 2], 1, 0, 1, 0).E | 0",
                "batch_norm([[1, 2], [3, 4]], 1, 0, eps=0).mean | [2,3]",
                "sgd([1, 2], [0.5, 0.5], 1).w | [0.5,1.5]",
                "sgd([1, 2], [[0.5, 0.5], [0.5, 1.5]], 1).history | [[0.5,1.5],[0,0]]"
            })
    void vectorsLieAsTheShapesAsk(String call, String value) {
        assertEquals(value, evaluate(call));
    }

    @Test
    void anOptimisersStepShowsItsNumbersUnderTheOptionsInForce() {
        String adam = steps("adam(1, seq(2, -1), 0.1)");
        assertTrue(adam.contains("$$v_{t} = \\beta_{1} \\, v_{t-1} + \\left(1 - \\beta_{1}\\right) \\, g_{t}$$"), adam);
        assertTrue(adam.contains("$$v_{1} = 0.1 \\cdot 2 = 0.2$$"), adam);
        assertTrue(adam.contains("$$v_{2} = 0.9 \\cdot 0.2"), adam);
        assertTrue(adam.contains("\\hat{s}_{1} = \\frac{0.004}{0.001} = 4"), adam);
        assertTrue(adam.contains("$$w_{1} = 1 - \\frac{0.1 \\cdot 2}{\\sqrt{4} + 10^{-8}} = 0.9000000005$$"), adam);
        String plain = steps("momentum(1, seq(2), 0.1)");
        assertFalse(plain.contains("hat"), plain);
    }

    @Test
    void onlyTheLinesThatLeadToAFieldAreShown() {
        String steps = steps("two_layer([[1], [2]], [[3]], [[1, 0], [0, 1]], 0, [[1, 1]], 0).dB2");
        assertTrue(steps.contains("Z_{1} = W_{1} \\, X + B_{1}"), steps);
        assertTrue(steps.contains("dB_{2} ="), steps);
        assertFalse(steps.contains("dW_{1}"), steps);
        assertTrue(steps.contains("\\mathrm{relu}'\\left(Z_{2}\\right)"), steps);
    }

    private static String evaluate(String call) {
        return Printing.plain(Expression.parse(call, Vocabulary.author()).evaluate(Scope.EMPTY));
    }

    private static String steps(String call) {
        return Expression.parse(call, Vocabulary.author()).steps(Scope.EMPTY).markdown();
    }
}
