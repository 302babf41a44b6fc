package gradus.grading;

import static gradus.grading.ShippedBank.responses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.expression.value.Value;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sheet that a student handed in to the original exam, typed in plain text. */
class SeedExamTest {
    private static Result graded(String questionId, Map<String, String> sheet) {
        Question question = ShippedBank.question(questionId);
        Map<String, Value> with = ShippedBank.exam("deep-learning-final").stream()
                .filter(asked -> asked.question().equals(questionId))
                .findFirst()
                .orElseThrow()
                .with();
        return Grader.grade(Variant.draw(question, 20_261_201L, with), sheet);
    }

    private static void assertVerdicts(Verdict verdict, Result result, String... parts) {
        for (String part : parts) {
            assertEquals(verdict, result.part(part).verdict(), part);
        }
    }

    private static void assertMistake(String mistake, Result result, String... parts) {
        for (String part : parts) {
            assertEquals(mistake, result.part(part).mistake(), part);
        }
    }

    private static long right(PartResult part) {
        return part.cells().stream().filter(Verdict.CORRECT::equals).count();
    }

    private static boolean isTold(PartResult part, String words) {
        return part.feedback().stream()
                .anyMatch(feedback -> feedback.say().in(Locale.ENGLISH).contains(words));
    }

    @Test
    void theSignOfTheLossIsNamed() {
        PartResult loss = graded("terms", responses("loss", "-y log y_hat + (1-y) log(1-y_hat)"))
                .part("loss");
        assertEquals(Verdict.PARTIAL, loss.verdict());
        assertEquals("sign_of_second_term", loss.mistake());
        assertTrue(isTold(loss, "The minus sign belongs to both terms"));
    }

    @Test
    void textsWaitForAGrader() {
        Result result = graded("terms", responses("backprop", "gradient를 이용해 파라미터를 업데이트하여 loss를 줄이는 것."));
        assertVerdicts(Verdict.UNGRADED, result, "backprop");
    }

    @Test
    void theFourActivationsAreRight() {
        Result result = graded(
                "activations",
                responses(
                        "sigmoid", "1/(1+e^{-z})",
                        "tanh", "(e^x - e^{-x})/(e^x + e^{-x})",
                        "relu", "max(0, x)",
                        "leaky_relu", "max(0.01x, x)"));
        assertVerdicts(Verdict.CORRECT, result, "sigmoid", "tanh", "relu", "leaky_relu");
    }

    @Test
    void weightDecayIsRight() {
        Result result = graded(
                "weight-decay",
                responses(
                        "penalty", "λ/(2m) * ||W||^2",
                        "dW", "G + λ/m * W",
                        "update", "(1 - α*λ/m) W - α G"));
        assertVerdicts(Verdict.CORRECT, result, "penalty", "dW", "update");
    }

    @Test
    void nineOfTenSignsAreRight() {
        PartResult changes = graded("bias-variance", responses("changes", "[[+,-],[-,+],[+,-],[-,+],[+,+]]"))
                .part("changes");
        assertEquals(9, right(changes));
        assertEquals(9, changes.score().doubleValue());
    }

    @Test
    void theMatricesAreRightButForOneSlipAndOneTurnedOutput() {
        Result result = graded(
                "correlation-convolution",
                responses(
                        "corr_valid", "[[56,59,90],[10,51,45],[14,16,65]]",
                        "corr_same", "21 30 51 15 18\n4 56 59 90 24\n8 10 51 45 51\n0 14 16 65 8\n0 0 0 0 50",
                        "conv_valid", "[[40,41,65],[15,69,60],[21,24,65]]",
                        "conv_same", "[50 0 0 0 0; 8 65 16 14 0; 51 45 59 10 8; 24 90 51 56 4; 18 15 51 30 21]"));
        assertEquals(8, right(result.part("corr_valid")));
        assertEquals(Verdict.INCORRECT, result.part("corr_valid").cells().get(0));
        assertEquals(24, right(result.part("corr_same")));
        assertVerdicts(Verdict.CORRECT, result, "conv_valid");
        assertEquals(0, right(result.part("conv_same")));
        assertMistake("output_turned", result, "conv_same");
        assertTrue(isTold(result.part("conv_same"), "turned the output of the correlation by 180°"));
    }

    @Test
    void theParametersShowChannelsForgottenAndSharedBiases() {
        Result result = graded(
                "lenet-parameters",
                responses(
                        "input", "0",
                        "conv1", "(5*5+1)*8",
                        "pool1", "0",
                        "conv2", "(5*5+1)*16",
                        "pool2", "0",
                        "fc3", "400*120+1",
                        "fc4", "120*84+1",
                        "softmax", "84*10+1",
                        "total", "59,547"));
        assertVerdicts(Verdict.CORRECT, result, "input", "pool1", "pool2");
        assertMistake("channels_forgotten", result, "conv1", "conv2");
        assertMistake("one_bias", result, "fc3", "fc4", "softmax");
        assertVerdicts(Verdict.FOLLOWS_THROUGH, result, "total");
        assertEquals(7.5, result.score().doubleValue());
    }

    @Test
    void thePreviousGradientInPlaceOfTheAverageIsNamed() {
        Result result = graded(
                "optimisers",
                responses(
                        "momentum_v", "β*dw_prev + (1-β)*dw",
                        "momentum_w", "w - α*v",
                        "rmsprop_s", "β*dw_prev^2 + (1-β)*dw^2",
                        "rmsprop_w", "w - α*dw/√s",
                        "adam_w", "w - α*v_hat/sqrt(s_hat+eps)"));
        assertMistake("previous_gradient", result, "momentum_v", "rmsprop_s");
        assertVerdicts(Verdict.CORRECT, result, "momentum_w", "rmsprop_w", "adam_w");
        assertFalse(result.part("adam_w").feedback().isEmpty());
        assertTrue(isTold(result.part("adam_w"), "inside the root"));
    }

    @Test
    void theSecondFormOfMomentumIsRight() {
        Result result =
                graded("optimisers", responses("momentum_v", "β*v + (1-β)*dw", "rmsprop_s", "β*s + (1-β)*dw^2"));
        assertVerdicts(Verdict.CORRECT, result, "momentum_v", "rmsprop_s");
    }

    @Test
    void theLastDraftOfLinearMomentumIsRight() {
        Result result = graded(
                "linear-momentum",
                responses(
                        "dw", "2 X^T (o - t)",
                        "dw0", "2 sum(o - t)",
                        "v_w", "β*v_w_prev + (1-β)*2*X^T*(o - t)",
                        "v_w0", "β*v_w0_prev + (1-β)*2*sum(o - t)",
                        "w_new", "w - α*v_w",
                        "w0_new", "w0 - α*v_w0"));
        assertVerdicts(Verdict.CORRECT, result, "dw", "dw0", "v_w", "v_w0", "w_new", "w0_new");
    }

    @Test
    void theBatchCollapsedBeforeTheMaskIsNamed() {
        Result result = graded(
                "two-layer-backprop",
                responses(
                        "dZ2", "2*sum(A2 - T) * 1{Z2 >= 0}",
                        "dW2", "dZ2 * A1^T",
                        "dA1", "W2^T dZ2",
                        "dZ1", "dA1 .* 1{Z1 >= 0}",
                        "dW1", "dZ1 X^T",
                        "dB1", "dZ1",
                        "W1_new", "W1 - α dW1"));
        assertMistake("sum_collapsed", result, "dZ2");
        assertMistake("sum_missing", result, "dB1");
        assertVerdicts(Verdict.CORRECT, result, "dW2", "dA1", "dZ1", "dW1", "W1_new");
    }

    @Test
    void theKeysOfTheOriginalDataAreTheKnownOnes() {
        Result result = graded(
                "lenet-parameters",
                responses(
                        "input",
                        "0",
                        "conv1",
                        "608",
                        "pool1",
                        "0",
                        "conv2",
                        "3216",
                        "pool2",
                        "0",
                        "fc3",
                        "48120",
                        "fc4",
                        "10164",
                        "softmax",
                        "850",
                        "total",
                        "62958",
                        "s1",
                        "(28,28,8)",
                        "s2",
                        "14x14x8",
                        "s3",
                        "10×10×16",
                        "s4",
                        "5x5x16"));
        assertEquals(10, result.score().doubleValue());
        Result matrices = graded(
                "correlation-convolution",
                responses(
                        "corr_valid", "[[55,59,90],[10,51,45],[14,16,65]]",
                        "corr_same", "[[21,30,51,15,18],[4,55,59,90,24],[8,10,51,45,51],[0,14,16,65,8],[0,0,0,0,50]]",
                        "conv_valid", "[[40,41,65],[15,69,60],[21,24,65]]",
                        "conv_same",
                                "[[9,15,29,10,12],[6,40,41,65,16],[12,15,69,60,69],[0,21,24,65,32],[0,0,0,0,50]]"));
        assertEquals(
                Collections.nCopies(4, Verdict.CORRECT),
                matrices.parts().stream().map(PartResult::verdict).toList());
        assertEquals(List.of(), matrices.part("conv_same").notes());
    }
}
