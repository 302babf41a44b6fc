package gradus.grading.work;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import gradus.question.Variant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of the worked steps that reads differently in a wrong procedure, beside the right one, with the numbers of
 * the variant.
 */
public record WorkedLines(String right, String own) {
    private static final int LONGEST = 400;
    private static final Pattern LATEX = Pattern.compile("\\\\[a-z]+(\\{bmatrix})?");

    /** The lines of two procedures; null where the steps of both read alike, or are too long to be set side by side. */
    public static @Nullable WorkedLines of(Variant variant, Expression right, Expression wrong) {
        try {
            List<Steps.Line> due = right.steps(variant.scope()).lines();
            List<Steps.Line> done = wrong.steps(variant.scope()).lines();
            for (int i = 0; i < due.size(); i++) {
                String one = due.get(i).latex();
                String other = counterpart(due.get(i), i, done);
                if (other != null
                        && !one.equals(other)
                        && isOfOne(one, other)
                        && isComputed(one)
                        && isComputed(other)) {
                    return told(variant, one, other);
                }
            }
            return null;
        } catch (ExpressionException impossible) {
            return null;
        }
    }

    /** Both without names that the question does not show; null where that leaves nothing, or the same of both. */
    private static @Nullable WorkedLines told(Variant variant, String right, String own) {
        ShownNames names = ShownNames.of(variant);
        String one = names.told(right);
        String other = names.told(own);
        if (one == null || other == null || one.equals(other) || !(one.contains("=") || one.contains("\\begin"))) {
            return null;
        }
        return one.length() > LONGEST || other.length() > LONGEST
                ? null
                : new WorkedLines(Numbers.rounded(one, Numbers.DIGITS), Numbers.rounded(other, Numbers.DIGITS));
    }

    /** Whether two lines are not about two quantities, such as two cells of one matrix. */
    private static boolean isOfOne(String right, String own) {
        String one = ShownNames.only(ShownNames.sides(right).get(0));
        return one == null || one.equals(ShownNames.only(ShownNames.sides(own).get(0)));
    }

    /**
     * The line of other work that computes the same quantity, since one procedure may have steps that the other leaves out; of a
     * line without a name, what stands at its place.
     */
    private static @Nullable String counterpart(Steps.Line line, int place, List<Steps.Line> others) {
        if (line.name().isEmpty()) {
            boolean alike = place < others.size() && others.get(place).name().isEmpty();
            return alike ? others.get(place).latex() : null;
        }
        return others.stream()
                .filter(other -> other.name().equals(line.name()))
                .map(Steps.Line::latex)
                .findFirst()
                .orElse(null);
    }

    /** Whether a line comes to numbers in the end. */
    private static boolean isComputed(String line) {
        String last = line.substring(line.lastIndexOf("=") + 1);
        return line.contains("=") && LATEX.matcher(last).replaceAll("").chars().noneMatch(Character::isLetter);
    }
}
