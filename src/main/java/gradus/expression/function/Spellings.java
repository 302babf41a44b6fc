package gradus.expression.function;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How else a function is written than by a call of its name, and where it may stand.
 *
 * @param marks its signs on paper: {@code √}, the opening one of a pair such as {@code |x|}
 * @param inArrays its further names in NumPy, PyTorch and TensorFlow
 * @param uses where it stands
 */
public record Spellings(List<String> marks, List<String> inArrays, Set<Use> uses) {
    static final Spellings NONE = new Spellings(List.of(), List.of(), Set.of());

    /** Where a function stands, beside calls in formulas. */
    public enum Use {
        /** Where a number is asked for, so that there are few functions. */
        IN_NUMBERS,
        /** First among those that are offered where there are too many to name. */
        OFFERED,
        /** Behind an array's point, as {@code Z.sum()}. */
        METHOD,
        /** Behind an array's point without parentheses, as {@code Z.size}. */
        ATTRIBUTE,
        /** Along an axis that by the rules of NumPy is gone afterwards. */
        DROPS_AXIS,
        /** Nowhere among the words of NumPy, where it would mean another place, as places count from 0 there. */
        ON_PAPER_ONLY
    }

    Spellings withMark(String mark) {
        return new Spellings(more(marks, mark), inArrays, uses);
    }

    Spellings withNames(String... names) {
        return new Spellings(marks, more(inArrays, names), uses);
    }

    Spellings withUses(Use... more) {
        EnumSet<Use> all = EnumSet.noneOf(Use.class);
        all.addAll(uses);
        all.addAll(List.of(more));
        return new Spellings(marks, inArrays, Set.copyOf(all));
    }

    private static List<String> more(List<String> some, String... further) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(further));
        return List.copyOf(all);
    }
}
