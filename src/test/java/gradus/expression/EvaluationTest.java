package gradus.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.read.Vocabulary;
import gradus.expression.value.Printing;
import gradus.expression.value.Scope;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
    private static final Map<String, Value> DATA = Map.of(
            "x", Value.of(3),
            "y", Value.of(4),
            "W", Value.of(Tensor.matrix(new double[] {1, 2}, new double[] {3, 4})),
            "v", Value.of(Tensor.vector(1, 2)));

    private static String value(String text) {
        return Printing.plain(
                Expression.parse(text, Vocabulary.author(DATA.keySet())).evaluate(Scope.of(DATA)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1+2*3; 7",
                "-2^2; -4",
                "2^3^2; 512",
                "e^-0; 1",
                "3/-2; -1.5",
                "2x y; 24",
                "y(1-y); -12",
                "x²; 9",
                "W*v; [5,11]",
                "v'*v; 5",
                "W'; [[1,3],[2,4]]",
                "W^T v; [7,10]",
                "W[2, 1]; 3",
                "W .* W; [[1,4],[9,16]]",
                "W ⊙ W; [[1,4],[9,16]]",
                "1./W; [[1,0.5],[0.3333333333333333,0.25]]",
                "1{W > 2}; [[0,0],[1,1]]",
                "W > 2; [[0,0],[1,1]]",
                "x > 2 ? 1 : 0; 1",
                "W > 2 ? W : 0; [[0,0],[3,4]]",
                "|x-5|; 2",
                "||W||; 5.477225575051661",
                "sum(W, axis=1); [[4,6]]",
                "np.sum(W, axis=0, keepdims=True); [[4,6]]",
                "sqrt 16; 4",
                "relu'(x); 1",
                "max(0, x); 3",
                "[[1,2],[3,4]] == W; true",
                "3e-4*10000 - 3 < 1e-9; true",
                "shape(W); [2,2]",
                "concat(W, W, axis=2); [[1,2,1,2],[3,4,3,4]]",
                "rot180(W); [[4,3],[2,1]]",
                "W + v; [[2,3],[5,6]]",
                "W @ W; [[7,10],[15,22]]",
                "1{0/0 > 1}; 0",
                "1{0/0 .!= 0/0}; 1",
                "(1/0 - 1/0 <= 1 ? 2 : 3) + 0; 3",
                "argmax([1, 0/0, 3]); 2"
            })
    void valuesAreAsTheContractSays(String text, String expected) {
        assertEquals(expected, value(text));
    }
}
