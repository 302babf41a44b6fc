package gradus.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as they are stored and sent to programs. */
class ValueJsonTest {
    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Tensor tensor(int[] shape, double... cells) {
        return Tensor.of(shape, cells);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "-3, -3",
        "0.5, 0.5",
        "999999999999999, 999999999999999",
        "-999999999999999, -999999999999999",
        "1e15, 1.0E15",
        "-1e15, -1.0E15",
        "1e-7, 1.0E-7"
    })
    void aWholeNumberThatADoubleHoldsToItsLastDigitIsWrittenWithoutAPoint(double number, String written) {
        assertEquals(written, ValueJson.of(number).toString());
    }

    @Test
    void aTensorIsNestedByItsAxesAndABlankCellIsNull() {
        assertEquals(
                "[[[1,2],[3,4],[5,6]],[[7,8],[9,10],[11,12]]]",
                ValueJson.of(Value.of(tensor(new int[] {2, 3, 2}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)))
                        .toString());
        assertEquals(
                "[1.5,null]",
                ValueJson.of(Value.of(tensor(new int[] {2}, 1.5, Double.NaN))).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "-0.25",
                "true",
                "false",
                "\"relu\"",
                "[1,2,3]",
                "[[1],[2]]",
                "[[[1,2],[3,4]],[[5,6],[7,8]]]",
                "[[1,2],[3]]",
                "[[1,2],3]",
                "[1,[2,3]]",
                "[\"a\",\"b\"]",
                "[[\"a\",\"\"],[\"b\",\"c\"]]",
                "[true,1]",
                "[]",
                "[[],[]]",
                "{\"w\":[1,2],\"name\":\"sgd\",\"on\":true,\"inner\":{\"b\":0.5}}"
            })
    void whatIsReadIsWrittenAsItWas(String text) {
        assertEquals(text, ValueJson.of(ValueJson.read(json(text))).toString());
    }

    @Test
    void listsOfEquallyManyNumbersAreTensorsAndOthersSequences() {
        TensorValue cube = (TensorValue) ValueJson.read(json("[[[1,2,3]],[[4,5,6]]]"));
        assertEquals(tensor(new int[] {2, 1, 3}, 1, 2, 3, 4, 5, 6), cube.tensor());
        for (String uneven :
                new String[] {"[[1,2],[3]]", "[[1],2]", "[1,[2]]", "[1,\"a\"]", "[[1,true]]", "[]", "[[]]"}) {
            assertEquals(SequenceValue.class, ValueJson.read(json(uneven)).getClass(), uneven);
        }
        String[] brackets = new String[Tensor.MAX_RANK];
        Arrays.fill(brackets, "[");
        String deepest =
                String.join("", brackets) + 5 + String.join("", brackets).replace('[', ']');
        assertEquals(TensorValue.class, ValueJson.read(json(deepest)).getClass());
        assertEquals(
                SequenceValue.class, ValueJson.read(json("[" + deepest + "]")).getClass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[1,null]", "[[1,2],[3,null]]", "1e999", "[1,-1e999]", "{\"a\":null}"})
    void aNullAndANumberBeyondAllDoublesAreNoValues(String text) {
        assertThrows(IllegalArgumentException.class, () -> ValueJson.read(json(text)));
    }
}
