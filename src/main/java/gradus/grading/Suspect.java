package gradus.grading;

import gradus.expression.value.NumberValue;
import gradus.expression.value.TensorValue;
import gradus.grading.fault.Fault;
import gradus.maths.Tensor;
import gradus.question.Answer;
import gradus.question.Comparison.Mark;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An author's mistake with its result on a variant, ready to be recognised in answers. */
final class Suspect {
    private final Mistake mistake;
    private final @Nullable Fault fault;
    private final Answer wrong;
    private final Answer key;
    private final Part part;
    private final @Nullable Likeness likeness;

    private Suspect(KnownProcedures.Known known, Answer key, Part part) {
        Answer wrong = known.wrong().answer();
        this.mistake = known.wrong().mistake();
        this.fault = known.fault();
        this.wrong = wrong;
        this.key = key;
        this.part = part;
        boolean numeric = numbers(wrong) != null && numbers(key) != null;
        this.likeness = numeric && wrong instanceof Answer.Plain cells && key instanceof Answer.Plain right
                ? Likeness.of(cells, right, part.tolerance(), part.strictOrientation())
                : null;
    }

    /** All mistakes of a part on a variant, computed once. */
    static List<Suspect> all(Variant variant, Part part) {
        return variant.kept(
                        part.id(),
                        () -> new Suspects(KnownProcedures.withFaults(variant, part).stream()
                                .map(known -> new Suspect(known, variant.key(part), part))
                                .toList()))
                .list();
    }

    /** The mistakes of a part on the student's own readings, without those whose result is simpler there than on the true keys. */
    static List<Suspect> following(Variant own, Variant variant, Part part) {
        Map<String, Answer> truly = new HashMap<>();
        KnownProcedures.of(variant, part)
                .forEach(wrong -> truly.put(wrong.mistake().id(), wrong.answer()));
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

    /** The fault that it is by its id; null where the author wrote it out. */
    @Nullable
    Fault fault() {
        return fault;
    }

    /** Whether an answer equals the mistake's result. */
    boolean isWhole(Answer given) {
        Tensor cells = likeness == null ? null : numbers(given);
        return cells == null || likeness == null
                ? part.type().compare(given, wrong, part).isEqual()
                : likeness.isWhole(cells);
    }

    /** How near an answer comes to the mistake's result; null if not near enough to be blamed on it. */
    @Nullable
    Nearness nearness(Answer given) {
        Tensor cells = likeness == null ? null : numbers(given);
        if (cells != null && likeness != null) {
            int agreeing = likeness.nearly(cells);
            return agreeing == 0 ? null : new Nearness(agreeing, likeness.telling());
        }
        return given instanceof Answer.Formula ? null : marks(given);
    }

    private @Nullable Nearness marks(Answer given) {
        List<Mark> right = part.type().compare(given, key, part).cells();
        List<Mark> alike = part.type().compare(given, wrong, part).cells();
        List<Mark> telling = part.type().compare(wrong, key, part).cells();
        int agreeing = 0;
        int count = 0;
        boolean asKeyOrBlank = false;
        for (int i = 0; i < Math.min(telling.size(), alike.size()); i++) {
            if (telling.get(i) == Mark.WRONG) {
                count++;
                agreeing += alike.get(i) == Mark.RIGHT ? 1 : 0;
                asKeyOrBlank |= alike.get(i) == Mark.BLANK || right.get(i) == Mark.RIGHT;
            }
        }
        return Nearness.isNear(agreeing, count, asKeyOrBlank) ? new Nearness(agreeing, count) : null;
    }

    /** The probability that a random answer of this kind comes as near to the mistake. */
    double chance(Answer given) {
        Tensor cells = numbers(given);
        if (likeness == null || cells == null || !(key instanceof Answer.Plain right)) {
            List<Mark> telling = part.type().compare(wrong, key, part).cells();
            int count = Collections.frequency(telling, Mark.WRONG);
            return Nearness.canBe(count)
                    ? Chance.ofOptions(part.type().options().size()).ofAgreeing(Nearness.needed(count), count)
                    : 0;
        }
        int count = likeness.telling();
        return Nearness.canBe(count)
                ? Chance.of(cells, right.value().asTensor(), right.tolerance(0, part.tolerance()))
                        .ofAgreeing(Nearness.needed(count), count)
                : 0;
    }

    /** Whether a student would be told the same about both. */
    boolean saysTheSameAs(Suspect other) {
        return mistake.id().equals(other.mistake.id()) || mistake.say().equals(other.mistake.say());
    }

    /** The numbers of an answer; null for formulas, texts and choices. */
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
