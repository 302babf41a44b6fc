package gradus.grading;

import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which wrong procedure an answer comes from: the author's mistakes on the variant and then on the student's own
 * earlier answers; the same nearly; at last what can be wrong with every array. What is not the whole of a mistake is blamed
 * on it only where nothing else is as near and where chance would hardly do the same.
 */
final class Diagnosis {
    private final Answer given;
    private final Part part;
    private final Variant variant;
    private final List<Suspect> direct;
    private final List<Suspect> following;

    private Diagnosis(Answer given, Part part, Variant variant, @Nullable Variant own) {
        this.given = given;
        this.part = part;
        this.variant = variant;
        this.direct = Suspect.all(variant, part);
        this.following = own == null ? List.of() : Suspect.following(own, variant, part);
    }

    /** What was found. */
    sealed interface Finding {
        String id();

        /**
         * A mistake of the author's.
         *
         * @param nearness how nearly, where not every cell agrees
         * @param onOwnAnswers whether it only shows on the student's own earlier answers
         */
        record Authored(Mistake mistake, @Nullable Nearness nearness, boolean onOwnAnswers) implements Finding {
            @Override
            public String id() {
                return mistake.id();
            }
        }

        /**
         * One that every array can have.
         *
         * @param revealing what more can be said where keys are shown
         */
        record BuiltIn(String id, Message say, @Nullable Message revealing) implements Finding {}
    }

    /**
     * The procedure that an answer comes from, or null where none is known.
     *
     * @param own the variant as it follows from the student's own earlier answers, if any of them stand in
     */
    static @Nullable Finding of(Answer given, Part part, Variant variant, @Nullable Variant own) {
        return new Diagnosis(given, part, variant, own).find();
    }

    private @Nullable Finding find() {
        Finding found = whole(direct, false);
        found = found == null ? whole(following, true) : found;
        found = found == null ? nearly() : found;
        if (found != null || !part.type().isNumeric()) {
            return found;
        }
        Tensor cells = Suspect.numbers(given);
        return cells != null
                        && variant.key(part) instanceof Answer.Plain key
                        && key.value().isNumeric()
                ? Structure.of(cells, key, part, variant)
                : null;
    }

    private @Nullable Finding whole(List<Suspect> suspects, boolean onOwnAnswers) {
        for (Suspect suspect : suspects) {
            if (suspect.isWhole(given)) {
                return new Finding.Authored(suspect.mistake(), null, onOwnAnswers);
            }
        }
        return null;
    }

    /** The only mistake that the answer is nearly; null where several are, or where chance might have made it so. */
    private @Nullable Finding nearly() {
        List<Suspect> all = following.isEmpty()
                ? direct
                : Stream.concat(direct.stream(), following.stream()).toList();
        Suspect first = null;
        Finding found = null;
        for (Suspect suspect : all) {
            Nearness nearness = suspect.nearness(given);
            if (nearness == null) {
                continue;
            }
            if (first == null) {
                first = suspect;
                found = new Finding.Authored(suspect.mistake(), nearness, !direct.contains(suspect));
            } else if (!first.saysTheSameAs(suspect)) {
                return null;
            }
        }
        boolean blamed = found != null
                && all.stream().mapToDouble(suspect -> suspect.chance(given)).sum() < Chance.MOST;
        return blamed ? found : null;
    }
}
