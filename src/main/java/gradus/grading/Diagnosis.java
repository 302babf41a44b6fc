package gradus.grading;

import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which wrong procedure an answer comes from: the author's mistakes on the variant, wholly and then nearly; the same
 * on the student's own earlier answers; at last the built-in ones.
 */
final class Diagnosis {
    private Diagnosis() {}

    /** What was found. */
    sealed interface Finding {
        String id();

        /**
         * A mistake of the author's.
         *
         * @param nearness how nearly, where not every cell agrees
         * @param onOwnAnswers whether it only shows on the student's own earlier answers
         */
        record Authored(Mistake mistake, Suspect.@Nullable Nearness nearness, boolean onOwnAnswers) implements Finding {
            @Override
            public String id() {
                return mistake.id();
            }
        }

        /** One that every array can have. */
        record BuiltIn(String id, Message say) implements Finding {}
    }

    /**
     * The procedure that an answer comes from, or null where none is known.
     *
     * @param own the variant as it follows from the student's own earlier answers, if any of them stand in
     */
    static @Nullable Finding of(Answer given, Part part, Variant variant, @Nullable Variant own) {
        Finding found = authored(given, Suspect.all(variant, part), false);
        if (found == null && own != null) {
            found = authored(given, Suspect.following(own, variant, part), true);
        }
        if (found != null) {
            return found;
        }
        if (!part.type().isNumeric()) {
            return null;
        }
        Tensor cells = Suspect.numbers(given);
        Tensor key = Suspect.numbers(variant.key(part));
        return cells == null || key == null ? null : Structure.of(cells, key, part);
    }

    private static @Nullable Finding authored(Answer given, List<Suspect> suspects, boolean onOwnAnswers) {
        for (Suspect suspect : suspects) {
            if (suspect.isWhole(given)) {
                return new Finding.Authored(suspect.mistake(), null, onOwnAnswers);
            }
        }
        for (Suspect suspect : suspects) {
            Suspect.Nearness nearness = suspect.nearness(given);
            if (nearness != null) {
                return new Finding.Authored(suspect.mistake(), nearness, onOwnAnswers);
            }
        }
        return null;
    }
}
