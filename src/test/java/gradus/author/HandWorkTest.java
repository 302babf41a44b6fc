package gradus.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.question.Variant;
import gradus.question.file.QuestionFile;
import org.junit.jupiter.api.Test;

/** How much is worked out by hand, counted on questions whose count one can see. */
class HandWorkTest {
    private static HandWork of(String params, String let, String... expects) {
        StringBuilder text = new StringBuilder("id: counted\ntitle: T\nprompt: P\nparams: " + params + "\n");
        text.append(let.isEmpty() ? "" : "let: " + let + "\n").append("parts:\n");
        for (int i = 0; i < expects.length; i++) {
            text.append("  - {id: p").append(i + 1).append(", type: matrix, points: 1, expect: '");
            text.append(expects[i]).append("'}\n");
        }
        return HandWork.of(Variant.draw(QuestionFile.read(text.toString(), "counted.yaml"), 1));
    }

    @Test
    void eachCellOfEachWindowIsAProduct() {
        String params = "{x: 'randint(5, 5, 1, 9)', f: 'randint(3, 3, 1, 4)'}";
        assertEquals(new HandWork(81, 0), of(params, "", "correlate2d(x, f)"));
        assertEquals(new HandWork(81, 0), of(params, "{y: 'correlate2d(x, f)'}", "y", "max(y)", "y - 1"));
        assertEquals(new HandWork(81 + 9 + 1, 9), of(params, "", "correlate2d(x, f)", "exp(p1 / 10)", "p2[1, 1] * 3"));
        assertEquals(
                new HandWork(2 * 4 * 4, 0),
                of(
                        "{x: 'randint(2, 9, 1, 9)', w: 'randint(1, 8, 1, 9)', b: '[3]'}",
                        "",
                        "conv_layer(reshape(x, [2, 3, 3]), reshape(w, [1, 2, 2, 2]), b)"));
    }

    @Test
    void aMatrixProductIsItsTermsAndAPowerItsFactors() {
        String params = "{A: 'randint(2, 3, 1, 9)', B: 'randint(3, 4, 1, 9)', s: '3'}";
        assertEquals(new HandWork(24, 0), of(params, "", "A * B"));
        assertEquals(new HandWork(24 + 8, 0), of(params, "", "s * (A * B)"));
        assertEquals(new HandWork(6 * 2, 0), of(params, "", "A .^ 3"));
        assertEquals(new HandWork(0, 6), of(params, "", "sqrt(A)"));
        assertEquals(new HandWork(0, 0), of(params, "", "max(A)", "transpose(A)", "relu(A) + A"));
    }

    @Test
    void ofAListingOnlyTheLinesThatLeadToWhatIsAskedAreCountedAndOnce() {
        String params = "{X: 'randint(2, 3, 1, 4)', T: 'randint(1, 3, 1, 4)', W1: 'randint(2, 2, 1, 4)',"
                + " B1: 'randint(2, 1, 1, 4)', W2: 'randint(1, 2, 1, 4)', B2: 'randint(1, 1, 1, 4)'}";
        String let = "{net: 'two_layer(X, T, W1, B1, W2, B2)'}";
        assertEquals(new HandWork(12, 0), of(params, let, "net.Z1"));
        assertEquals(new HandWork(12, 0), of(params, let, "net.Z1", "net.A1"));
        assertEquals(new HandWork(12 + 6, 0), of(params, let, "net.Z1", "net.Z2"));
        String call = "two_layer(X, T, W1, B1, W2, B2)";
        assertEquals(of(params, let, "net.Z1", "net.dW1"), of(params, "", call + ".Z1", call + ".dW1"));
    }
}
