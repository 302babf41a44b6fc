package gradus.grading;

import gradus.expression.value.ExpressionException;
import gradus.grading.fault.Fault;
import gradus.maths.Tensor;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Mistake;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which wrong procedure an answer comes from: the author's mistakes on the variant and then on the student's own
 * earlier answers, then near matches of the same, then what can be wrong with any array. A near match is blamed
 * on a mistake only if nothing else is as near and chance would hardly match as well.
 */
final class Diagnosis {
    private static final int FEWEST_IN_ORDER = 6;

    private final Answer given;
    private final Part part;
    private final Variant variant;
    private final List<Suspect> direct;
    private final List<Suspect> following;
    private final @Nullable Variant own;
    private final Set<String> right;
    private @Nullable FaultFound place;

    private Diagnosis(Answer given, Part part, Variant variant, Following follows) {
        this.given = given;
        this.part = part;
        this.variant = variant;
        this.own = follows.own();
        this.right = follows.right();
        this.direct = Suspect.all(variant, part);
        this.following = own == null ? List.of() : Suspect.following(own, variant, part);
    }

    /** What explains an answer. */
    sealed interface Finding {
        String id();

        /**
         * A mistake that the author wrote.
         *
         * @param nearness how close the match is; null if every cell agrees
         * @param onOwnAnswers whether it matches only on the student's own earlier answers
         * @param fault the fault by which the author named it; null where it is written out
         */
        record Authored(
                Mistake mistake,
                @Nullable Nearness nearness,
                boolean onOwnAnswers,
                @Nullable Fault fault) implements Finding {
            @Override
            public String id() {
                return mistake.id();
            }
        }

        /**
         * A way of being wrong that any array can show.
         *
         * @param revealing what may be added once keys are shown
         */
        record BuiltIn(String id, Message say, @Nullable Message revealing) implements Finding {
            /** Whether it only says where the wrong cells lie. */
            boolean isOfPlaces() {
                return id.equals("border") || id.equals("interior");
            }

            List<Feedback> words() {
                Feedback said = new Feedback(Feedback.Kind.MISTAKE, say);
                return revealing == null ? List.of(said) : List.of(said, new Feedback(Feedback.Kind.KEY, revealing));
            }
        }

        /**
         * A fault that nobody wrote: a change of the right procedure.
         *
         * @param nearness how close the match is; null if every cell agrees
         * @param onOwnAnswers whether it matches only on the student's own earlier answers
         */
        record Derived(Fault fault, @Nullable Nearness nearness, boolean onOwnAnswers) implements Finding {
            @Override
            public String id() {
                return fault.id();
            }
        }
    }

    /**
     * The diagnosis of one answer.
     *
     * @param finding what explains it; null if nothing does
     * @param place where it departs from the right work; null if unknown
     */
    record Diagnosed(@Nullable Finding finding, @Nullable FaultFound place) {
        static final Diagnosed NOTHING = new Diagnosed(null, null);
    }

    /**
     * Diagnoses an answer.
     *
     * @param follows how the part follows from the student's own earlier answers
     */
    static Diagnosed of(Answer given, Part part, Variant variant, Following follows) {
        Diagnosis diagnosis = new Diagnosis(given, part, variant, follows);
        Finding finding = diagnosis.find();
        return new Diagnosed(
                finding, finding instanceof Finding.Authored known ? placeOf(known.fault()) : diagnosis.place);
    }

    private static @Nullable FaultFound placeOf(@Nullable Fault fault) {
        return fault == null ? null : FaultFound.of(fault);
    }

    private @Nullable Finding find() {
        Finding found = whole(direct, false);
        found = found == null ? whole(following, true) : found;
        if (found != null) {
            return found;
        }
        Tensor cells = Suspect.numbers(given);
        if (cells != null
                && variant.key(part) instanceof Answer.Plain key
                && key.value().isNumeric()) {
            return ofNumbers(cells, key);
        }
        found = given instanceof Answer.Formula ? derived(null) : null;
        return found == null ? nearly() : found;
    }

    private @Nullable Finding ofNumbers(Tensor cells, Answer.Plain key) {
        boolean numeric = part.type().isNumeric();
        boolean rounded = numeric && Structure.isRounded(cells, key, part, variant);
        Finding found = rounded ? null : derived(cells);
        found = found == null ? nearly() : found;
        if (found == null && !rounded) {
            found = named(NumberFaults.of(variant, part, key).nearly(cells, right), false);
        }
        return found != null || !numeric ? found : structure(cells, key);
    }

    /** What can be wrong with any array; right numbers that are rounded or reordered have no wrong places. */
    private @Nullable Finding structure(Tensor cells, Answer.Plain key) {
        Tensor right = key.value().asTensor();
        boolean shuffled = cells.sameShape(right) && Slips.isShuffled(cells, right);
        boolean noPlaces = shuffled || Slips.isRounded(cells, right);
        Finding found = shuffled && cells.size() < FEWEST_IN_ORDER ? null : Structure.of(cells, key, part, variant);
        return found instanceof Finding.BuiltIn builtIn && noPlaces && builtIn.isOfPlaces() ? null : found;
    }

    /** The fault that gives exactly this answer, on the variant or on the student's own earlier answers. */
    private @Nullable Finding derived(@Nullable Tensor cells) {
        Finding found = named(blame(variant, cells), false);
        return found == null && own != null ? named(blame(own, cells), true) : found;
    }

    private Blame blame(Variant on, @Nullable Tensor cells) {
        try {
            Answer key = on.key(part);
            if (given instanceof Answer.Formula formula && key instanceof Answer.Formula sought) {
                return FormulaFaults.of(on, part, sought).whole(formula, right);
            }
            return cells != null && key instanceof Answer.Plain numbers
                    ? NumberFaults.of(on, part, numbers).whole(cells, right)
                    : Blame.NONE;
        } catch (ExpressionException impossible) {
            return Blame.NONE;
        }
    }

    private @Nullable Finding named(Blame blame, boolean onOwnAnswers) {
        place = place == null || blame.fault() != null ? blame.place() : place;
        return blame.fault() == null ? null : new Finding.Derived(blame.fault(), blame.nearness(), onOwnAnswers);
    }

    private @Nullable Finding whole(List<Suspect> suspects, boolean onOwnAnswers) {
        for (Suspect suspect : suspects) {
            if (suspect.isWhole(given)) {
                return new Finding.Authored(suspect.mistake(), null, onOwnAnswers, suspect.fault());
            }
        }
        return null;
    }

    /** The only mistake that nearly gives this answer; null if several do, or if it may be chance. */
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
                found = new Finding.Authored(suspect.mistake(), nearness, !direct.contains(suspect), suspect.fault());
            } else if (!first.saysTheSameAs(suspect)) {
                return null;
            }
        }
        boolean blamed = found != null
                && all.stream().mapToDouble(suspect -> suspect.chance(given)).sum() < Chance.MOST;
        return blamed ? found : null;
    }
}
