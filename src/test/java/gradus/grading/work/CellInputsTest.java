package gradus.grading.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.TensorValue;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellInputsTest {
    private static final Question QUESTION = QuestionFile.read("""
            id: windows
            title: Windows
            params:
              x: [[1, 0, 2, 3], [4, 0, 0, 6], [0, 7, 8, 0]]
              f: [[0, 0], [0, 0]]
              secret: [[5, 6], [7, 8]]
            prompt: '$x={{x}}$, $f={{f}}$'
            parts:
              - {id: y, type: matrix, points: 1, expect: 'correlate2d(x, f)'}
              - {id: same, type: matrix, points: 1, expect: 'correlate2d(x, f, "same")'}
              - {id: top, type: matrix, points: 1, expect: 'max_pool(x, 2, 1)'}
              - {id: after, type: matrix, points: 1, expect: 'y + 1'}
              - {id: product, type: matrix, points: 1, expect: 'secret * f'}
            """, "windows.yaml");

    private static List<String> inputs(String part, int cell, Map<String, Answer> own) {
        Variant variant = Variant.draw(QUESTION, 1);
        return new CellInputs(variant, QUESTION.part(part), own)
                .of(cell).stream()
                        .map(input -> input.name() + (input.told() ? " " : " hidden ") + drawn(input))
                        .toList();
    }

    private static String drawn(CellInputs.Input input) {
        StringBuilder drawn = new StringBuilder();
        for (List<CellInputs.Cell> row : input.rows()) {
            row.forEach(cell -> drawn.append(cell.covered() ? '#' : '.'));
            drawn.append('/');
        }
        return drawn.toString();
    }

    @Test
    void aWindowHoldsCellsThatAreZeroAndLiesUnderAKernelOfZeros() {
        assertEquals(List.of("x ..../.##./.##./", "f ##/##/"), inputs("y", 4, Map.of()));
    }

    @Test
    void wherePaddingIsUnderTheWindowOnlyItsInnerCellsAreMarked() {
        assertEquals(List.of("x ..../..../...#/", "f #./../"), inputs("same", 11, Map.of()));
    }

    @Test
    void eachCellThatMightBeTheLargestBelongsToAPoolingWindow() {
        assertEquals(List.of("x .##./.##./..../"), inputs("top", 1, Map.of()));
    }

    @Test
    void anEarlierAnswerIsTheStudentsOwnAndItsKeyIsNotShown() {
        assertEquals(List.of("y hidden .#./.../"), inputs("after", 1, Map.of()));
        Answer own = new Answer.Plain(TensorValue.exactly(Tensor.zeros(2, 3)));
        assertEquals(List.of("y .#./.../"), inputs("after", 1, Map.of("y", own)));
        Answer misshapen = new Answer.Plain(TensorValue.exactly(Tensor.zeros(1, 3)));
        assertEquals(List.of("y hidden .#./.../"), inputs("after", 1, Map.of("y", misshapen)));
    }

    @Test
    void whatThePromptDoesNotTellIsNotTold() {
        assertEquals(
                List.of("f #./#./", "\\mathrm{secret} hidden ##/../"),
                inputs("product", 0, Map.of()).stream()
                        .sorted((one, other) -> one.length() - other.length())
                        .toList());
    }

    @Test
    void aCellThatIsNotThereIsMadeOfNothing() {
        assertTrue(inputs("y", 6, Map.of()).isEmpty());
        assertFalse(inputs("y", 5, Map.of()).isEmpty());
    }

    @Test
    void whatIsUsedAsAWholeHasNoWindow() {
        List<CellInputs.Input> inputs = new CellInputs(Variant.draw(QUESTION, 1), QUESTION.part("y"), Map.of()).of(4);
        assertEquals(
                List.of("x", "f"), inputs.stream().map(CellInputs.Input::name).toList());
        assertFalse(inputs.get(0).isWhole());
        assertTrue(inputs.get(1).isWhole());
    }
}
