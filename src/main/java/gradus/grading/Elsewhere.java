package gradus.grading;

import gradus.maths.Tensor;
import gradus.question.DrawException;
import gradus.question.Drawing;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a sample of other variants of a question: what somebody types who is right about other numbers, and a measure of
 * how easily a part's kind of answer meets a wrong procedure by chance. Drawn once for a question.
 */
final class Elsewhere {
    private static final int VARIANTS = 100;

    /** Seeds that no attempt has, whose seeds are not negative. */
    private static final long FIRST_SEED = -1_000_000;

    private static final int MOST_CELLS = 100;

    private final Map<String, List<Tensor>> keys = new HashMap<>();

    private Elsewhere(Question question) {
        if (!Drawing.isRandom(question, Map.of())) {
            return;
        }
        for (int i = 0; i < VARIANTS; i++) {
            try {
                note(Variant.draw(question, FIRST_SEED + i));
            } catch (DrawException undrawable) {
                return;
            }
        }
    }

    private void note(Variant variant) {
        for (Part part : variant.question().parts()) {
            Tensor key = part.expect() == null ? null : Suspect.numbers(variant.key(part));
            if (key != null && key.size() <= MOST_CELLS) {
                keys.computeIfAbsent(part.id(), id -> new ArrayList<>()).add(key);
            }
        }
    }

    /** How many of the sampled variants have a key for this part that a wrong procedure would be blamed for. */
    static long alike(Variant variant, Part part, Likeness procedure) {
        Elsewhere sample = variant.keptForAll("keys elsewhere", () -> new Elsewhere(variant.question()));
        return sample.keys.getOrDefault(part.id(), List.of()).stream()
                .filter(procedure::isWhole)
                .count();
    }
}
