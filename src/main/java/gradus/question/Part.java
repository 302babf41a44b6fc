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
 * @param points what it is worth within its question; 0 for {@code work}
 * @param expect the key; null only where a person grades
 * @param sizeShown whether the student is shown how many rows and columns the matrix has
 * @param strictOrientation whether a row is wrong where a column is due
 * @param symbols what a formula may be written in, without the ids of earlier formula parts
 * @param allow the functions that a student's formula may use; empty where the usual ones are
 * @param options what a choice or a grid's cells offer
 * @param rows labels of a grid's rows
 * @param columns labels of a grid's columns
 * @param answer the model answer of a text
 * @param work whether it is an unscored box for working
 * @param mayEqual pairs of mistakes' ids, or of one and "key", that may come to the same on a variant
 */
public record Part(
        String id,
        PartType type,
        BigFraction points,
        @Nullable Text label,
        @Nullable Expression expect,
        Tolerance tolerance,
        Credit credit,
        boolean sizeShown,
        boolean strictOrientation,
        Symbols symbols,
        List<String> allow,
        FormulaForm form,
        List<Accept> accept,
        FollowThrough followThrough,
        List<Mistake> mistakes,
        List<Option> options,
        List<Text> rows,
        List<Text> columns,
        List<Criterion> rubric,
        @Nullable Text answer,
        boolean work,
        Set<Set<String>> mayEqual) {
    /** What {@link #mayEqual} calls the key. */
    public static final String KEY = "key";

    public Part {
        allow = List.copyOf(allow);
        accept = List.copyOf(accept);
        mistakes = List.copyOf(mistakes);
        options = List.copyOf(options);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        rubric = List.copyOf(rubric);
        mayEqual = Set.copyOf(mayEqual);
    }

    /** The folded names of the symbols that its formula may be written in, without the ids of earlier formula parts. */
    Set<String> symbolNames() {
        return symbols.names();
    }

    /** The symbols of the part and further names behind which nobody looks for draws or parts. */
    Set<String> opaqueNames(Set<String> further) {
        Set<String> names = new HashSet<>(symbolNames());
        names.addAll(further);
        return names;
    }

    /** Whether a person grades it. */
    public boolean isGradedByPerson() {
        return expect == null && !work;
    }

    /** This part with further pairs that may come to the same. */
    Part withMayEqual(Collection<Set<String>> pairs) {
        Set<Set<String>> all = new HashSet<>(mayEqual);
        all.addAll(pairs);
        return new Part(
                id,
                type,
                points,
                label,
                expect,
                tolerance,
                credit,
                sizeShown,
                strictOrientation,
                symbols,
                allow,
                form,
                accept,
                followThrough,
                mistakes,
                options,
                rows,
                columns,
                rubric,
                answer,
                work,
                all);
    }
}
