package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.question.QuestionFile;
import gradus.question.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The student's sheet of the original exam, on its original data. */
class SeedSheetTest {
    private static final Path BANK = Path.of("db/bank/deep-learning");

    private static Result grade(String question, Map<String, String> responses) throws IOException {
        Path exam = BANK.resolve("deep-learning-final.yaml");
        ExamEntry entry = ExamFile.read(
                        Files.readString(exam), exam.getFileName().toString())
                .entry(question)
                .orElseThrow();
        String file = question + ".yaml";
        return Grader.grade(
                Variant.draw(
                        QuestionFile.read(
                                Files.readString(BANK.resolve("questions").resolve(file)), file),
                        0,
                        entry.with()),
                responses);
    }

    private static String said(PartResult result) {
        return String.join(
                " ",
                result.feedback().stream()
                        .map(said -> said.say().in(Locale.ENGLISH))
                        .toList());
    }

    @Test
    void theFourActivationsAreRight() throws IOException {
        Result result = grade(
                "activations",
                Map.of(
                        "sigmoid", "1/(1+e^-z)",
                        "tanh", "(e^x - e^-x)/(e^x + e^-x)",
                        "relu", "max(0, x)",
                        "leaky_relu", "max(0.01x, x)"));
        assertEquals(result.points(), result.score());
        assertEquals(
                4,
                Collections.frequency(
                        result.parts().stream().map(PartResult::verdict).toList(), Verdict.CORRECT));
    }

    @Test
    void theLossLacksItsSecondMinus() throws IOException {
        PartResult loss =
                grade("terms", Map.of("loss", "-y log ŷ + (1-y) log(1-ŷ)")).part("loss");
        assertEquals("sign_of_second_term", loss.mistake());
        assertTrue(loss.score().compareTo(loss.points()) < 0);
        assertTrue(said(loss).toLowerCase(Locale.ROOT).contains("minus"), said(loss));
    }

    @Test
    void theConvolutionsAreGradedCellByCell() throws IOException {
        Result result = grade(
                "correlation-convolution",
                Map.of(
                        "corr_valid", "56 59 90\n10 51 45\n14 16 65",
                        "corr_same", "21 30 51 15 18\n4 56 59 90 24\n8 10 51 45 51\n0 14 16 65 8\n0 0 0 0 50",
                        "conv_valid", "40 41 65\n15 69 60\n21 24 65",
                        "conv_same", "50 0 0 0 0\n8 65 16 14 0\n51 45 59 10 8\n24 90 51 56 4\n18 15 51 30 21"));
        assertTrue(said(result.part("corr_valid")).contains("8 of 9"));
        assertEquals(Verdict.INCORRECT, result.part("corr_valid").cells().get(0));
        assertTrue(said(result.part("corr_same")).contains("24 of 25"));
        assertEquals(Verdict.CORRECT, result.part("conv_valid").verdict());
        PartResult turned = result.part("conv_same");
        assertTrue(said(turned).contains("0 of 25"), said(turned));
        assertEquals("output_turned", turned.mistake());
    }

    @Test
    void theCountsNameWhatWasForgottenAndTheTotalFollows() throws IOException {
        Result result = grade(
                "lenet-parameters",
                Map.of(
                        "input", "0",
                        "conv1", "(5×5+1)×8",
                        "pool1", "0",
                        "conv2", "(5×5+1)×16",
                        "pool2", "0",
                        "fc3", "400*120+1",
                        "fc4", "120×84+1",
                        "softmax", "84×10+1",
                        "total", "59,547"));
        assertEquals("channels_forgotten", result.part("conv1").mistake());
        assertEquals("channels_forgotten", result.part("conv2").mistake());
        for (String dense : List.of("fc3", "fc4", "softmax")) {
            assertEquals("one_bias", result.part(dense).mistake());
        }
        assertEquals(Verdict.FOLLOWS_THROUGH, result.part("total").verdict());
        assertEquals(BigFraction.of(3, 2), result.part("total").score());
    }

    @Test
    void nineOfTenChangesAreRight() throws IOException {
        PartResult changes = grade("bias-variance", Map.of("changes", "[[+,-],[-,+],[+,-],[-,+],[+,+]]"))
                .part("changes");
        assertEquals(BigFraction.of(9), changes.score());
        assertTrue(said(changes).contains("9 of 10"));
    }

    @Test
    void theOptimisersAreRecognisedInTheirForms() throws IOException {
        Result result = grade(
                "optimisers",
                Map.of(
                        "momentum_v", "β*dw_prev + (1-β)*dw",
                        "momentum_w", "w - α*v",
                        "rmsprop_w", "w - α*dw/√s",
                        "adam_w", "w - α*v_hat/√(s_hat + ε)"));
        assertEquals("previous_gradient", result.part("momentum_v").mistake());
        assertEquals(Verdict.CORRECT, result.part("momentum_w").verdict());
        for (String noted : List.of("rmsprop_w", "adam_w")) {
            assertEquals(Verdict.CORRECT, result.part(noted).verdict(), noted);
            assertEquals(
                    Feedback.Kind.NOTE, result.part(noted).feedback().get(0).kind());
        }
    }
}
