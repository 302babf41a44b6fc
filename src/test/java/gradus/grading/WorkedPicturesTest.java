package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.question.Question;
import gradus.question.Variant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked solutions of the bank hold the pictures of what is worked out in them. */
class WorkedPicturesTest {
    private static final String PICTURE = "```picture";

    @ParameterizedTest
    @CsvSource({
        "correlation-convolution, 2",
        "activation-values, 2",
        "momentum-steps, 2",
        "nesterov-steps, 3",
        "rmsprop-steps, 2",
        "adam-steps, 2",
        "adamw-steps, 2",
        "lenet-shapes, 1",
        "lenet-parameters, 1",
    })
    void aSolutionIsDrawn(String id, int fewest) {
        Question question = ShippedBank.question(id);
        for (long seed = 0; seed < 3; seed++) {
            Variant variant = Variant.draw(question, seed);
            for (Locale language : new Locale[] {Locale.KOREAN, Locale.ENGLISH}) {
                String solution = variant.solution(language, true);
                int pictures = solution.split(PICTURE, -1).length - 1;
                assertTrue(pictures >= fewest, id + " has " + pictures + " pictures:\n" + solution);
            }
        }
    }
}
