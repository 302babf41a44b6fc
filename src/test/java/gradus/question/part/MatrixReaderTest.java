package gradus.question.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.read.PlainText;
import gradus.expression.value.Printing;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import gradus.question.ValueJson;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixReaderTest {
    private static String read(String typed) throws Unreadable {
        Tensor tensor = MatrixReader.read(PlainText.of(typed));
        return tensor == null
                ? "blank"
                : ValueJson.of(TensorValue.exactly(tensor)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1,2],[3,4]] | [[1,2],[3,4]]",
                "[1 2; 3 4] | [[1,2],[3,4]]",
                "[[1 2],[3 4]] | [[1,2],[3,4]]",
                "[[1 2] [3 4]] | [[1,2],[3,4]]",
                "[1, 2; 3, 4;] | [[1,2],[3,4]]",
                "[1 2; 3 4]; | [[1,2],[3,4]]",
                "np.array([[1,2],[3,4]]) | [[1,2],[3,4]]",
                "np.array([[1, 2], [3, 4]], dtype=np.float64) | [[1,2],[3,4]]",
                "array([[1., 2.], [3., 4.]]) | [[1,2],[3,4]]",
                "torch.tensor([[1., 2.], [3., 4.]]) | [[1,2],[3,4]]",
                "torch.tensor([[1,2],[3,4]], dtype=torch.float64, requires_grad=True) | [[1,2],[3,4]]",
                "tensor([1, 2]) | [[1,2]]",
                "numpy.array([1,2]) | [[1,2]]",
                "1 2;3 4 | [[1,2],[3,4]]",
                "1,2;3,4 | [[1,2],[3,4]]",
                "[1,2,3] | [[1,2,3]]",
                "[[1],[2]] | [[1],[2]]",
                "5 | [[5]]",
                "1 -2 | [[1,-2]]",
                "1 - 2 | [[-1]]",
                "1 -2, 3 | [[-1,3]]",
                "1 + 2 3 | [[3,3]]",
                "2 * 3 4 /2 | [[6,2]]",
                "(1 + 2) 3 | [[3,3]]",
                "-1 -2 | [[-1,-2]]",
                "[1,000] | [[1,0]]",
                "1,000 | [[1,0]]",
                "1_000 2 | [[1000,2]]",
                "[[1,],[,4]] | [[1,null],[null,4]]",
                "[,2] | [[null,2]]",
                "[[1],[]] | [[1],[null]]",
                "[[[1,2]],[[3,4]]] | [[[1,2]],[[3,4]]]",
                "[[[[1]]]] | [[[[1]]]]",
                "[[1,2],[3,4],] | [[1,2],[3,4]]",
                "1/2 3/4 | [[0.5,0.75]]",
                "[-1 -2; +3 -4] | [[-1,-2],[3,-4]]",
                "[1e-3 2.5e3] | [[0.001,2500]]",
                "［１，２］ | [[1,2]]",
                "[−1, ２] | [[-1,2]]",
                "[2×10^3, 1] | [[2000,1]]",
                "[2 × 10^3 1] | [[2000,1]]",
                "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} | [[1,2],[3,4]]",
                "\\begin{bmatrix}1&2\\\\3&4\\\\\\end{bmatrix} | [[1,2],[3,4]]",
                "$\\left(\\begin{array}{cc} 1 & \\frac{1}{2} \\\\ 3 & -4 \\end{array}\\right)$ | [[1,0.5],[3,-4]]",
                "₩begin{pmatrix} 1 & ₩frac{1}{2} ₩₩ 3 & 4 ₩end{pmatrix} | [[1,0.5],[3,4]]",
                "\\begin{matrix} 1 \\\\[2pt] 2 \\end{matrix} | [[1],[2]]",
                "\\begin{bmatrix} 1 & \\\\ & 4 \\end{bmatrix} | [[1,null],[null,4]]",
                "[0] | [[0]]",
                "[1,\t2] | [[1,2]]",
                "[ 1 2 ; 3 4 ] | [[1,2],[3,4]]",
                "[1 -2] | [[1,-2]]"
            })
    void matricesAreReadInEveryFormThatPeoplePaste(String typed, String value) throws Unreadable {
        assertEquals(value, read(typed));
        assertEquals(value, read("\n " + typed + "\u3000\n"));
    }

    @Test
    void rowsMayEndWithTheLine() throws Unreadable {
        assertEquals("[[1,2],[3,4]]", read("1 2\n3 4\n"));
        assertEquals("[[1,2],[3,4]]", read("1,2\r\n3,4"));
        assertEquals("[[1,2],[3,4]]", read("1\t2\n3\t4"));
        assertEquals("[[1,null,3],[4,5,6]]", read("1\t\t3\n4\t5\t6"));
        assertEquals("[[1,2],[3,4]]", read("[1 2\n 3 4]"));
        assertEquals("[[1,2],[3,4]]", read("[1, 2;\n 3, 4]"));
        assertEquals("[[1,2,3,4]]", read("[1, 2,\n 3, 4]"));
        assertEquals("[[1,2],[3,4]]", read("[[1. 2.]\n [3. 4.]]"));
        assertEquals("[[1,2,3],[4,5,6]]", read("[[1 2\n  3]\n [4 5\n  6]]"));
        assertEquals("[[1],[2],[3]]", read("1\n2\n\n3"));
        assertEquals("[[1,2],[3,4]]", read("\\begin{bmatrix}\n1 & 2 \\\\\n3 & 4\n\\end{bmatrix}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1,2],[3]]",
                "[1 2; 3]",
                "1 2\n3",
                "[[1, 2]",
                "[1, 2, 3",
                "[1, 2]]",
                "[[1]]]",
                "[[1,2],[3,4]",
                "[inf 1]",
                "[1, NaN]",
                "[1 2] 3",
                "[1, [2, 3]]",
                "[[1], 2]",
                "[[[1]], [2]]",
                "[[[[[1]]]]]",
                "np.array([1,2)",
                "np.array(1,2)",
                "np.array([1,2]",
                "np.zeros((2,2))",
                "[1, 2 3]",
                "[a, b]",
                "]1[",
                "1,2\n3",
                "[1;[2]]",
                "\\begin{pmatrix} 1 & 2 \\\\ 3 \\end{pmatrix}",
                "\\begin{pmatrix} 1 & 2",
                "\\begin{pmatrix} 1,000 \\end{pmatrix}",
                "\\begin{align} 1 \\end{align}",
                "[1e999]",
                "[1/0]",
                "[true]",
                "[1|2]",
                "[\"1\"]",
                "[[1;2]]",
                "[",
                "]",
                "np.array(",
                "np.array()",
                "[1,,2",
                "1 2 (",
                "np.array([1,2]) + 1",
                "np.array([1,2], [3])"
            })
    void whatIsNoMatrixIsUnreadable(String typed) {
        assertThrows(Unreadable.class, () -> read(typed), typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "[]",
                "[[]]",
                "[,]",
                "[[,],[,]]",
                "[ ; ]",
                "[[ ],[ ]]",
                ",",
                ";",
                "\\begin{pmatrix} & \\\\ & \\end{pmatrix}"
            })
    void allCellsBlankIsBlank(String typed) throws Unreadable {
        assertNull(MatrixReader.read(PlainText.of(typed)));
    }

    @Test
    void itSaysWhereAndWhyInBothLanguages() {
        Unreadable ragged = assertThrows(Unreadable.class, () -> read("[[1,2],[3]]"));
        assertEquals(7, ragged.at());
        assertTrue(ragged.reason().in(Locale.ENGLISH).contains("1 cell,"), ragged.reason()::toString);
        assertTrue(ragged.reason().in(Locale.KOREAN).contains("1칸"));
        assertEquals(5, assertThrows(Unreadable.class, () -> read("[[1, x]]")).at());
        assertEquals(0, assertThrows(Unreadable.class, () -> read("[1, 2")).at());
        assertEquals(6, assertThrows(Unreadable.class, () -> read("[1, 2]]")).at());
        assertEquals(2, assertThrows(Unreadable.class, () -> read("１ q ２")).at());
    }

    private static Tensor random(Random random, int... shape) {
        return Tensor.zeros(shape).map(cell -> switch (random.nextInt(4)) {
            case 0 -> random.nextInt(200) - 100;
            case 1 -> random.nextGaussian();
            case 2 -> Math.rint(random.nextGaussian() * 1e4) / 1e4;
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
        });
    }

    /** {@code [1 2; 3 4]}, and a vector as a column. */
    private static String matlab(String lists, int rank) {
        return rank == 1
                ? lists.replace(",", "; ")
                : "["
                        + lists.replace("],[", "; ")
                                .replace(",", " ")
                                .replace("[", "")
                                .replace("]", "") + "]";
    }

    @Test
    void whatIsPrintedIsReadBackTheSame() throws Unreadable {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            int rank = 1 + random.nextInt(4);
            int[] shape = random.ints(rank, 1, 4).toArray();
            Tensor tensor = random(random, shape);
            Value value = TensorValue.exactly(tensor);
            Tensor row = rank == 1 ? tensor.reshape(1, tensor.size()) : tensor;
            assertEquals(row, MatrixReader.read(PlainText.of(Printing.plain(value))));
            String numpy = "np.array(" + Printing.plain(value).replace(",", ", ") + ")";
            assertEquals(row, MatrixReader.read(PlainText.of(numpy)));
            Tensor column = rank == 1 ? tensor.reshape(tensor.size(), 1) : tensor;
            if (rank <= 2) {
                assertEquals(column, MatrixReader.read(PlainText.of(matlab(Printing.plain(value), rank))));
                assertClose(column, MatrixReader.read(PlainText.of(Printing.latex(value))));
            }
        }
    }

    /** Powers of ten beside a mantissa, as LaTeX writes them, are arithmetic: they may round once more. */
    private static void assertClose(Tensor printed, @Nullable Tensor read) {
        assertNotNull(read);
        for (int i = 0; i < printed.size(); i++) {
            double cell = printed.cell(i);
            assertEquals(cell, read.cell(i), 4 * Math.ulp(cell), () -> printed + " as " + read);
        }
    }

    static String[] absurd() {
        return new String[] {
            "9".repeat(5_000_000),
            "(".repeat(100_000) + "1" + ")".repeat(100_000),
            "[".repeat(100_000),
            "1,".repeat(2_000_000),
            ("0 ".repeat(10_000) + "\n").repeat(300),
            "\\begin{pmatrix}" + "1&".repeat(80_000) + "\\end{pmatrix}",
            "-".repeat(100_000) + "1",
            "1+".repeat(90_000) + "1",
            "2^".repeat(5_000) + "2",
            "sqrt(".repeat(30_000),
            "1,000".repeat(30_000),
            "<script>".repeat(10_000),
            "ㅁ".repeat(150_000),
            "[" + "(1+1) ".repeat(20_000) + "]",
            "e".repeat(150_000),
            "[[" + "1/3,".repeat(10_000) + "1]]",
            "np.array([" + "1,".repeat(10) + "1], " + "a=b,".repeat(30_000) + ")",
            "\\begin{array}" + "{".repeat(100_000)
        };
    }

    @ParameterizedTest
    @MethodSource("absurd")
    void absurdResponsesAreAnsweredAtOnce(String typed) {
        assertTimeout(Duration.ofMinutes(1), () -> assertThrows(Unreadable.class, () -> read(typed)));
    }
}
