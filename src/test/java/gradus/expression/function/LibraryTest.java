package gradus.expression.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.Expression;
import gradus.expression.read.Engine;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.Definition;
import gradus.expression.value.Draws;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
    private static final String CONTRACT = """
            exp ln log log2 log10 sin cos tan asin acos atan sinh cosh sqrt abs sign floor ceil round min max sum mean
            rows cols shape size transpose norm sumsq trace dot outer diag eye ones zeros rot180 flip_lr flip_ud pad
            reshape concat count_nonzero argmax sigmoid tanh relu leaky_relu softmax sigmoid_prime tanh_prime relu_prime
            leaky_relu_prime logistic_loss squared_error cross_entropy softmax_cross_entropy l2_penalty l2_gradient
            l2_update l1_penalty l1_gradient dropout dropout_test dropout_backward correlate2d convolve2d conv_layer
            conv_layer_backward conv_transpose2d max_pool avg_pool max_pool_backward network momentum rmsprop adam sgd
            linear_gradient linear_momentum two_layer batch_norm batch_norm_backward layer_norm rnn_step gru_step
            lstm_step attention randint uniform normal pick bernoulli shuffle seq""";

    @Test
    void everyFunctionOfTheContractIsThere() {
        for (String name : CONTRACT.split("\\s+")) {
            assertTrue(Engine.library().names().contains(name), name);
        }
    }

    @Test
    void studentsHaveNeitherDrawsNorTheEngine() {
        Vocabulary formula = Vocabulary.formula(List.of("x"));
        for (LibraryFunction function : Engine.library().functions()) {
            boolean engine = function.group() == LibraryFunction.Group.ENGINE;
            boolean draw = function.group() == LibraryFunction.Group.DRAW;
            assertEquals(!engine && !draw, formula.allows(function.name()), function.name());
        }
        assertFalse(formula.allows("steps"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "convolve2d([[1,2],[3,4]], [[1,0],[0,2]], padding=\"full\") ~ [[1,2,0],[3,6,4],[0,6,8]]",
                "correlate2d([[1,2,3]], [[1,1]], padding=[0, 0, 1, 0]) ~ [[1,3,5]]",
                "max_pool([[1,2],[3,4]]) ~ [[4]]",
                "network(\"32x32x3\", \"conv(8,5); maxpool(2); dense(10)\").params ~ [608,0,15690]",
                "network(\"400\", \"dense(120)\").total ~ 48120",
                "momentum(1, seq(1, 2), 0.5, beta=0.5).w ~ 0.125",
                "momentum(1, seq(1, 2), 0.5, beta=0.5, form=\"classical\").v ~ 2.5",
                "adam(1, seq(1), 0.1, eps=0).v_hat ~ 1",
                "two_layer([1, 2], 3, [[1, 0], [0, 1]], 0, [[1, 1]], 0).dW2 ~ [[0,0]]",
                "two_layer([1, 2], 2, [[1, 0], [0, 1]], 0, [[1, 1]], 0).E ~ 1",
                "dropout([2, 4], [1, 0], 0.5) ~ [4,0]",
                "l2_penalty([1, 2], 3, 5) ~ 1.5",
                "leaky_relu_prime([-1, 0, 1], slope=0.1) ~ [0.1,0.1,1]",
                "relu_prime([-1, 0, 1]) ~ [0,0,1]",
                "argmax([3, 9, 9]) ~ 2",
                "round(2.345, 2) ~ 2.35",
                "round(-2.5) ~ -3",
                "reshape([1,2,3,4,5,6], 2, 3) ~ [[1,2,3],[4,5,6]]",
                "reshape([[1,2],[3,4]], [4]) ~ [1,2,3,4]",
                "pad([[1]], 1) ~ [[0,0,0],[0,1,0],[0,0,0]]",
                "pad([[1]], [0, 1, 2, 0]) ~ [[0,0,1],[0,0,0]]",
                "diag([1, 2]) ~ [[1,0],[0,2]]",
                "diag([[1, 2], [3, 4]]) ~ [1,4]",
                "outer([1, 2], [3, 4]) ~ [[3,4],[6,8]]",
                "concat([1, 2], [3], 4) ~ [1,2,3,4]",
                "concat([[1, 2]], [[3, 4]]) ~ [[1,2],[3,4]]",
                "trace([[1, 2], [3, 4]]) ~ 5",
                "size([[1, 2, 3], [4, 5, 6]]) ~ 6",
                "log2(8) ~ 3",
                "seq(1, [2, 3]) ~ [1,[2,3]]",
                "zeros(2, 2) ~ [[0,0],[0,0]]",
                "min([[3, 1], [2, 5]], axis=2) ~ [[1],[2]]",
                "count_nonzero([0, 1, 2]) ~ 2"
            })
    void functionsGiveTheirValues(String text, String value) {
        assertEquals(
                value,
                Printing.plain(Expression.parse(text, Vocabulary.author()).evaluate(Scope.EMPTY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "randint(1, 6)",
                "randint(4, 1, 6)",
                "randint(5, 5, 0, 9)",
                "uniform(0, 1)",
                "uniform(2, 3, 0, 1, decimals=1)",
                "normal(0, 1)",
                "normal(2, 2, 0, 1)",
                "pick(1, 2, 3)",
                "bernoulli(0.5)",
                "bernoulli(2, 3, 0.5)",
                "shuffle(1, 2, 3)",
                "shuffle([1, 2, 3])"
            })
    void drawsAreTheSameForASeedAndDifferFromOthers(String text) {
        Expression draw = Expression.parse(text, Vocabulary.author());
        String first = draws(draw, 7);
        assertEquals(first, draws(draw, 7));
        assertFalse(LongStream.range(0, 20).allMatch(seed -> draws(draw, seed).equals(first)));
    }

    private static String draws(Expression draw, long seed) {
        return Printing.plain(draw.evaluate(Scope.EMPTY.drawing(Draws.of(seed))));
    }

    @Test
    void bothEndsOfADrawAreIncluded() {
        Scope scope = Scope.EMPTY.drawing(Draws.of(1));
        Tensor integers = Expression.parse("randint(100, 10, 1, 3)", Vocabulary.author())
                .evaluate(scope)
                .asTensor();
        Tensor decimals = Expression.parse("uniform(100, 10, 0.1, 0.3, decimals=1)", Vocabulary.author())
                .evaluate(scope)
                .asTensor();
        for (int wanted = 1; wanted <= 3; wanted++) {
            int integer = wanted;
            assertTrue(Arrays.stream(integers.cells()).anyMatch(cell -> cell == integer));
            assertTrue(Arrays.stream(decimals.cells()).anyMatch(cell -> cell == integer / 10.0));
        }
        assertTrue(Arrays.stream(integers.cells()).allMatch(cell -> cell >= 1 && cell <= 3));
    }

    @Test
    void aSeedDrawsTheSameForEver() {
        assertEquals("[1,4,4,1,6]", draws(Expression.parse("randint(5, 1, 6)", Vocabulary.author()), 42));
    }

    @Test
    void stepsFollowNamesToTheCallThatMadeThem() {
        Vocabulary names = Vocabulary.author(List.of("x", "f", "y", "net", "corr", "conv1", "total"));
        Map<String, Expression> definitions = Map.of(
                "corr", Expression.parse("y", names),
                "y", Expression.parse("correlate2d(x, f)", names),
                "net", Expression.parse("network(\"32x32x3\", \"conv(8,5); maxpool(2)\")", names),
                "conv1", Expression.parse("net.params[1]", names),
                "total", Expression.parse("(5*5*3+1)*8", names));
        Scope data = Scope.of(Map.of(
                "x", Value.of(Tensor.matrix(new double[] {1, 2}, new double[] {3, 4})),
                "f", Value.of(Tensor.matrix(new double[] {5}))));
        Scope scope = new Scope() {
            @Override
            public @Nullable Value get(String name) {
                return data.get(name);
            }

            @Override
            public @Nullable Definition definition(String name) {
                return definitions.get(name);
            }
        };
        assertTrue(steps("steps(corr)", names, scope).contains("4 \\cdot 5"), steps("steps(corr)", names, scope));
        assertTrue(steps("steps(conv1)", names, scope).contains("608"));
        assertFalse(steps("steps(conv1)", names, scope).contains("0 + 608"));
        assertEquals("$$\\left(5 \\cdot 5 \\cdot 3 + 1\\right) \\cdot 8 = 608$$", steps("steps(total)", names, scope));
    }

    private static String steps(String text, Vocabulary vocabulary, Scope scope) {
        return ((TextValue) Expression.parse(text, vocabulary).evaluate(scope)).text();
    }
}
