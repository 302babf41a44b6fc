package gradus.question;

import gradus.expression.Expression;
import gradus.expression.equality.Symbols;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * One answerable field of a question.
 *
 * @param type how it is answered and graded, including its author's settings
 * @param typeset the LaTeX that stands for it in worked steps; null where its id does
 * @param points its worth within the question; 0 for {@code work}
 * @param expect the key; null only where a person grades
 * @param faults what the author says of faults that the grader finds by itself
 * @param mayEqual pairs of mistake ids, or of one and "key", whose answers may coincide on a variant
 * @param work whether it is an unscored box for working
 */
public record Part(
        String id,
        @Nullable String typeset,
        PartType type,
        BigFraction points,
        @Nullable Text label,
        @Nullable Expression expect,
        List<Accept> accept,
        FollowThrough followThrough,
        List<Mistake> mistakes,
        List<FaultSetting> faults,
        Set<Set<String>> mayEqual,
        boolean work) {
    /** The name of the key in {@link #mayEqual}. */
    public static final String KEY = "key";

    public Part {
        accept = List.copyOf(accept);
        mistakes = List.copyOf(mistakes);
        faults = List.copyOf(faults);
        mayEqual = Set.copyOf(mayEqual);
    }

    /** What the author says of a fault, by its id before its kind; null where nothing is said. */
    public @Nullable FaultSetting fault(String faultId, String kind) {
        FaultSetting found = null;
        for (FaultSetting setting : faults) {
            if (setting.id().equals(faultId)) {
                return setting;
            }
            found = setting.id().equals(kind) ? setting : found;
        }
        return found;
    }

    public Tolerance tolerance() {
        return type.tolerance();
    }

    public Credit credit() {
        return type.credit();
    }

    public boolean strictOrientation() {
        return type.strictOrientation();
    }

    public Symbols symbols() {
        return type.symbols();
    }

    /** The rubric's statements for a person to tick; empty where no person grades. */
    public List<Criterion> rubric() {
        return type.rubric();
    }

    /** The model answer of a part that a person grades. */
    public @Nullable Text answer() {
        return type.modelAnswer();
    }

    /** The folded names of the symbols that its formula may contain, without the ids of earlier formula parts. */
    public Set<String> symbolNames() {
        return symbols().names();
    }

    /**
     * The part's symbols and the given names: those whose definitions are not followed in a search for draws or parts.
     */
    Set<String> opaqueNames(Set<String> further) {
        Set<String> names = new HashSet<>(symbolNames());
        names.addAll(further);
        return names;
    }

    /** Whether a person grades it. */
    public boolean isGradedByPerson() {
        return expect == null && !work;
    }

    /** This part with further pairs of answers that may coincide. */
    public Part withMayEqual(Collection<Set<String>> pairs) {
        Set<Set<String>> all = new HashSet<>(mayEqual);
        all.addAll(pairs);
        return new Part(id, typeset, type, points, label, expect, accept, followThrough, mistakes, faults, all, work);
    }
}
