package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.expression.read.PlainText;
import gradus.expression.value.TensorValue;
import gradus.maths.Tensor;
import gradus.question.ValueJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices as programs print them and as other notations write them: tuples, braces, transposes, trailing commas. */
class PastedMatrixTest {
    private static String read(String typed) throws Unreadable {
        Tensor tensor = MatrixReader.read(PlainText.of(typed));
        return tensor == null
                ? "blank"
                : ValueJson.of(TensorValue.exactly(tensor)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(1, 2, 3) | [[1,2,3]]",
                "((1, 2), (3, 4)) | [[1,2],[3,4]]",
                "[(1, 2), (3, 4)] | [[1,2],[3,4]]",
                "( (1, 2) , (3, 4) ) | [[1,2],[3,4]]",
                "{1, 2} | [[1,2]]",
                "{{1, 2}, {3, 4}} | [[1,2],[3,4]]",
                "{[1, 2], [3, 4]} | [[1,2],[3,4]]",
                "[[(1), 2], [3, (4)]] | [[1,2],[3,4]]",
                "[2*(3), 4] | [[6,4]]",
                "[[2*(1+1), 3], [(4), 5]] | [[4,3],[4,5]]",
                "[sqrt(4), 3] | [[2,3]]"
            })
    void tuplesAndBracesThatHoldListsAreLists(String typed, String value) throws Unreadable {
        assertEquals(value, read(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 1 | 2 |\n|---|---|\n| 3 | 4 |",
                "|   |   |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
                "| a | b |\n|:--|--:|\n| 1 | 2 |\n| 3 | 4 |",
                "1 | 2\n---|---\n3 | 4",
                "a | b\n:-: | --\n1 | 2\n3 | 4",
                "a|b\n-|-\n1|2\n3|4"
            })
    void aTableOfMarkdownIsItsNumbers(String typed) throws Unreadable {
        assertEquals("[[1,2],[3,4]]", read(typed));
    }

    @Test
    void wordsBetweenBarsAreAHeadOnlyOverARule() {
        assertThrows(Unreadable.class, () -> read("| a | b |\n| 1 | 2 |\n| 3 | 4 |"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".T", "'", "^T", "^{T}", "ᵀ", "^⊤", "^\\top", "^{\\top}", "^{\\mathsf{T}}", "⊤"})
    void aTransposeBehindTheLastBracketTurnsTheMatrix(String transpose) throws Unreadable {
        assertEquals("[[1,4],[2,5],[3,6]]", read("[[1, 2, 3], [4, 5, 6]]" + transpose));
        assertEquals("[[1],[2],[3]]", read("[1 2 3]" + transpose));
        assertEquals("[[1,2]]", read("[1; 2]" + transpose + ";"));
        assertEquals("[[1],[2]]", read("$\\begin{pmatrix} 1 & 2 \\end{pmatrix}" + transpose + " $"));
        assertEquals("[[1],[2]]", read("\\begin{pmatrix} 1 & 2 \\end{pmatrix}" + transpose));
    }

    @Test
    void aTransposeStandsBehindABracketAndNowhereElse() throws Unreadable {
        assertEquals("[[1],[2]]", read("np.array([[1, 2]]).T"));
        assertEquals("[[1],[2]]", read("\\[\\begin{pmatrix} 1 & 2 \\end{pmatrix}^T\\]"));
        assertEquals("[[1],[2]]", read("\\(\\begin{pmatrix} 1 & 2 \\end{pmatrix}^T\\)"));
        assertThrows(Unreadable.class, () -> read("[1, 2'"));
        assertThrows(Unreadable.class, () -> read("1 2'"));
        assertThrows(Unreadable.class, () -> read("'"));
        assertThrows(Unreadable.class, () -> read("[[[1, 2]], [[3, 4]]]'x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[1, 2, 3,] | [[1,2,3]]",
                "[[1, 2,], [3, 4,]] | [[1,2],[3,4]]",
                "[[1, 2 , ], [3, 4 ,],] | [[1,2],[3,4]]",
                "(1, 2,) | [[1,2]]",
                "(5,) | [[5]]",
                "[[1,],[,4]] | [[1,null],[null,4]]",
                "[[1,],[3,4]] | [[1,null],[3,4]]",
                "[[1,_],[4,_]] | [[1,null],[4,null]]",
                "[[1,,],[2,,]] | [[1,null],[2,null]]"
            })
    void aTrailingCommaInEveryRowAddsNoCell(String typed, String value) throws Unreadable {
        assertEquals(value, read(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tensor([[1., 2.],\n        [3., 4.]], grad_fn=<AddBackward0>)",
                "tensor([[1., 2.], [3., 4.]], dtype=torch.float64, requires_grad=True)",
                "Parameter containing:\ntensor([[1., 2.],\n        [3., 4.]], requires_grad=True)",
                "<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>",
                "  <tf.Tensor: shape=(2, 2), dtype=int32, numpy=array([[1, 2], [3, 4]], dtype=int32)>  ",
                "<tf.Variable 'W:0' shape=(2, 2) dtype=float32, numpy=array([[1., 2.], [3., 4.]], dtype=float32)>",
                "tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)",
                "array([[1, 2],\n       [3, 4]])"
            })
    void whatLibrariesPrintIsRead(String printed) throws Unreadable {
        assertEquals("[[1,2],[3,4]]", read(printed));
    }
}
