package gradus.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grading.WrongProcedures.Fate;
import gradus.grading.WrongProcedures.Procedure;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Wrong procedures that nobody wrote down are found in the key's own formula, named rarely and rightly. */
class FaultsTest {
    /** Three examples, a row each; the data are such that no two changes come to the same. */
    private static final String GRADIENT =
            """
            let:
              X: '[[1.3, 2.7], [-0.4, 1.9], [2.2, -3.1]]'
              t: '[[1.7], [-2.3], [0.9]]'
              w: '[[0.7], [-1.6]]'
            parts:
              - {id: o, type: matrix, points: 1, expect: X*w + 0.45}
              - {id: dw, type: matrix, points: 2, label: {ko: '$dw$', en: '$dw$'}, expect: "2*X'*(o - t)"}
              - {id: step, type: matrix, points: 1, expect: w - 0.03*dw}
            """;

    private static String value(Variant variant, String expression) {
        return variant.fill(gradus.question.Text.of("{{" + expression + "}}"), Locale.ENGLISH);
    }

    @Test
    void aChangeOfTheKeyIsNamedWithItsPlace() {
        PartResult result = grade("dw", "[[-17.2], [37.4]]");
        assertNull(result.fault(), "a random answer is nobody's");

        // without the factor 2
        PartResult half = grade("dw", "[[-1.4935], [27.857]]");
        assertNotNull(half.reading());
    }

    private static PartResult grade(String part, String response) {
        return Grader.grade(Questions.of(GRADIENT), Map.of(part, response)).part(part);
    }

    @Test
    void mostProceduresInNoListAreNamedOrLocatedAndHardlyOneWrongly() {
        WrongProcedures bank = new WrongProcedures();
        List<Procedure> some = new ArrayList<>();
        List<Procedure> all = WrongProcedures.all();
        for (int i = 0; i < all.size(); i += 4) {
            some.add(all.get(i));
        }
        Map<String, Fate> each = new TreeMap<>();
        Map<Fate, Integer> fates = bank.fates(some, 1, each);
        int answers = some.size() - fates.getOrDefault(Fate.NO_ANSWER, 0);
        int found = fates.getOrDefault(Fate.NAMED, 0) + fates.getOrDefault(Fate.LOCATED, 0);
        int wrong = fates.getOrDefault(Fate.NAMED_WRONG, 0);
        assertTrue(answers > 100, fates::toString);
        assertTrue(found >= 0.6 * answers, () -> fates + " " + each);
        assertTrue(wrong <= 0.01 * answers, () -> fates + " " + each);
    }
}
