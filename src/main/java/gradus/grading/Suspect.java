package gradus.grading;

import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Comparison.Mark;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mistake of an author as it comes out on a variant, ready to be recognised in answers. */
final class Suspect {
    private final Mistake mistake;
    private final Answer wrong;
    private final Answer key;
    private final Part part;
    private final @Nullable Likeness likeness;

    private Suspect(Mistake mistake, Answer wrong, Answer key, Part part) {
        this.mistake = mistake;
        this.wrong = wrong;
        this.key = key;
        this.part = part;
        Tensor cells = numbers(wrong);
        Tensor right = numbers(key);
        this.likeness = cells == null || right == null
                ? null
                : Likeness.of(cells, right, part.tolerance(), part.strictOrientation());
    }

    /** All mistakes of a part on a variant, made once. */
    static List<Suspect> all(Variant variant, Part part) {
        return variant.kept(
                        part.id(),
                        () -> new Suspects(variant.mistakes(part).stream()
                                .map(wrong -> new Suspect(wrong.mistake(), wrong.answer(), variant.key(part), part))
                                .toList()))
                .list();
    }

    /** The mistakes of a part on the student's own readings, without those that come to something simpler there than in truth. */
    static List<Suspect> following(Variant own, Variant variant, Part part) {
        Map<String, Answer> truly = new HashMap<>();
        variant.mistakes(part).forEach(wrong -> truly.put(wrong.mistake().id(), wrong.answer()));
        return all(own, part).stream()
                .filter(suspect -> !suspect.isSimplerThan(truly.getOrDefault(suspect.mistake.id(), suspect.key)))
                .toList();
    }

    private boolean isSimplerThan(Answer truly) {
        Plainness given = Plainness.of(wrong);
        Plainness right = Plainness.of(truly);
        return given != null && right != null && given.isSimplerThan(right);
    }

    private record Suspects(List<Suspect> list) {}

    Mistake mistake() {
        return mistake;
    }

    /** Whether an answer is what the mistake comes to. */
    boolean isWhole(Answer given) {
        Tensor cells = likeness == null ? null : numbers(given);
        return cells == null || likeness == null
                ? part.type().compare(given, wrong, part).isEqual()
                : likeness.isWhole(cells);
    }

    /** Of the cells that tell the mistake from the key, how many agree and how many there are. */
    record Nearness(int agreeing, int distinguishing) {}

    /** How near an answer comes to what the mistake comes to; null where not near enough to be blamed on it. */
    @Nullable
    Nearness nearness(Answer given) {
        Tensor cells = likeness == null ? null : numbers(given);
        if (cells != null && likeness != null) {
            int agreeing = likeness.nearly(cells);
            return agreeing == 0 ? null : new Nearness(agreeing, likeness.distinguishing());
        }
        return marks(given);
    }

    private @Nullable Nearness marks(Answer given) {
        if (given instanceof Answer.Formula) {
            return null;
        }
        Comparison ofMistake = part.type().compare(wrong, key, part);
        Comparison ofAnswer = part.type().compare(given, wrong, part);
        int agreeing = 0;
        int distinguishing = 0;
        for (int i = 0; i < Math.min(ofMistake.cells().size(), ofAnswer.cells().size()); i++) {
            if (ofMistake.cells().get(i) == Mark.WRONG) {
                distinguishing++;
                agreeing += ofAnswer.cells().get(i) == Mark.RIGHT ? 1 : 0;
            }
        }
        return Likeness.isNear(agreeing, distinguishing) ? new Nearness(agreeing, distinguishing) : null;
    }

    /** The numbers of an answer that has some; null for formulas, texts and choices. */
    static @Nullable Tensor numbers(Answer answer) {
        if (!(answer instanceof Answer.Plain plain)) {
            return null;
        }
        if (plain.value() instanceof TensorValue tensor) {
            return tensor.tensor();
        }
        return plain.value() instanceof NumberValue number ? number.asTensor() : null;
    }
}
