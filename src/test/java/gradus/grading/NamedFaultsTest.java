package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A wrong procedure that a file names by its fault is as good as one that is written out. */
class NamedFaultsTest {
    private static final int MOST_WRITTEN = 150;

    private static final String SQUARE = """
            id: square
            title: Square
            params: {a: 'randint(1, 3)'}
            prompt: 'The area of a square of side {{a}}?'
            parts:
              - id: area
                type: integer
                points: 1
                expect: a*a
            """;

    private static Set<Double> drawn(String fields) {
        Question question = QuestionFile.read(SQUARE + fields, "square.yaml");
        Set<Double> drawn = new TreeSet<>();
        LongStream.range(0, 40)
                .mapToObj(seed -> Variant.draw(question, seed))
                .forEach(variant ->
                        drawn.add(Objects.requireNonNull(variant.params().get("a"))
                                .asTensor()
                                .cell(0)));
        return drawn;
    }

    @Test
    void aVariantOnWhichItIsTheRightAnswerIsDrawnAgain() {
        String named = "    faults: {'factor_left_out(a)': {id: side, credit: 0.5, say: That is the side.}}\n";
        assertEquals(Set.of(1.0, 2.0, 3.0), drawn(""));
        assertEquals(Set.of(2.0, 3.0), drawn(named));
        assertEquals(Set.of(1.0, 2.0, 3.0), drawn(named + "    may_equal: [[side, key]]\n"));
    }

    @Test
    void theShippedBankWritesFewMistakesOut() throws IOException {
        int written = 0;
        for (String id : ShippedBank.questionIds()) {
            String text = Files.readString(ShippedBank.FOLDER.resolve("questions/" + id + ".yaml"));
            for (Part part : QuestionFile.read(text, id + ".yaml").parts()) {
                written += part.mistakes().size();
            }
        }
        int most = written;
        assertTrue(written > 0 && written <= MOST_WRITTEN, () -> most + " mistakes are written out");
    }
}
