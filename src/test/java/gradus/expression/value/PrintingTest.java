package gradus.expression.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.expression.Expression;
import gradus.expression.read.Vocabulary;
import gradus.maths.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintingTest {
    private static final Value MATRIX = Value.of(Tensor.matrix(new double[] {1, -2.5}, new double[] {1e-7, 4e20}));
    private static final Value VECTOR = Value.of(Tensor.vector(1, 2));

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "-3.0, -3",
        "0.5, 0.5",
        "1e-7, 1e-7",
        "1.5e300, 1.5e300",
        "62958, 62958",
        "0.1, 0.1",
        "-0.0, 0",
        "1e15, 1e15",
        "123456789012345, 123456789012345",
        "0.3333333333333333, 0.3333333333333333"
    })
    void numbersAreShort(double number, String text) {
        assertEquals(text, Printing.number(number));
        assertEquals(number + 0.0, Double.parseDouble(text));
    }

    @Test
    void matricesArePrintedInEveryNotation() {
        assertEquals("[[1,-2.5],[1e-7,4e20]]", Printing.plain(MATRIX));
        assertEquals(
                "\\begin{bmatrix} 1 & -2.5 \\\\ 1 \\times 10^{-7} & 4 \\times 10^{20} \\end{bmatrix}",
                Printing.latex(MATRIX));
        assertEquals("[1,2]", Printing.plain(VECTOR));
    }

    @Test
    void recordsAreObjects() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("w", VECTOR);
        fields.put("name", Value.of("a\"b\n"));
        fields.put("all", new SequenceValue(List.of(Value.of(1), Value.of(true))));
        assertEquals("{\"w\":[1,2],\"name\":\"a\\\"b\\n\",\"all\":[1,true]}", Printing.plain(new RecordValue(fields)));
    }

    @Test
    void whatIsPrintedPlainReadsAsTheSameValue() {
        for (Value value : List.of(MATRIX, VECTOR, Value.of(0.1), Value.of(-3))) {
            Value read =
                    Expression.parse(Printing.plain(value), Vocabulary.author()).evaluate(Scope.EMPTY);
            assertEquals(value.asTensor(), read.asTensor());
        }
    }
}
