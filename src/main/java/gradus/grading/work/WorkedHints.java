package gradus.grading.work;

import gradus.expression.value.ExpressionException;
import gradus.maths.Numbers;
import gradus.maths.Steps;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hints that a part's own worked steps give: its rule in symbols, and its first step set up with the variant's numbers.
 * Neither holds the number that comes out.
 *
 * @param rule LaTeX; null where it has none, or where the question asks for a formula, which the rule might be
 * @param firstStep LaTeX; null where it has none that does not say what comes out
 */
public record WorkedHints(@Nullable String rule, @Nullable String firstStep) {
    private static final WorkedHints NONE = new WorkedHints(null, null);
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 1_200;

    /** What is left of a number or a matrix of numbers when this is taken out: nothing. */
    private static final Pattern OF_NUMBERS = Pattern.compile(
            "\\\\(begin|end)\\{[a-z]*matrix\\}|\\\\([cvd]dots|cdot|left|right|quad|,|;|\\\\)|[-+0-9.,(){}^&\\s\\[\\]]");

    private static final Pattern WORK =
            Pattern.compile("[-+^(]|\\\\(frac|tfrac|sqrt|cdot|odot|oslash|sum|ln|max|min|begin|mathbf|,)");

    /** Those of a part. */
    public static WorkedHints of(Variant variant, Part part) {
        return variant.kept("hints of " + part.id(), () -> found(variant, part));
    }

    private static WorkedHints found(Variant variant, Part part) {
        try {
            if (part.work()
                    || part.isGradedByPerson()
                    || !(variant.key(part) instanceof Answer.Plain key)
                    || !key.value().isNumeric()
                    || asksForAFormula(variant)) {
                return NONE;
            }
            return of(variant.expect(part).steps(variant.scope()));
        } catch (ExpressionException broken) {
            return NONE;
        }
    }

    private static boolean asksForAFormula(Variant variant) {
        return variant.question().parts().stream()
                .anyMatch(part ->
                        !part.work() && !part.isGradedByPerson() && variant.key(part) instanceof Answer.Formula);
    }

    private static WorkedHints of(Steps steps) {
        List<String> rule = new ArrayList<>();
        for (String line : lines(steps)) {
            List<String> sides = sides(line);
            if (isWorked(sides)) {
                String symbols = String.join(" = ", sides.subList(0, sides.size() - 2));
                String setUp = sides.get(sides.size() - 2);
                boolean isName = !isWork(symbols);
                if (rule.isEmpty() && !isName) {
                    rule.add(symbols);
                }
                return new WorkedHints(text(rule), text(List.of(isName ? symbols + " = " + setUp : setUp)));
            }
            if (!isOfNumbers(sides.get(sides.size() - 1)) && isWork(line) && rule.size() < MOST_LINES) {
                rule.add(line);
            }
        }
        return new WorkedHints(text(rule), null);
    }

    /** The formulas of the steps, each by itself where several stand on one line. */
    private static List<String> lines(Steps steps) {
        return steps.lines().stream()
                .flatMap(line -> Arrays.stream(line.latex().split(",\\s*\\\\quad\\s*", -1)))
                .toList();
    }

    /** Whether a line says what is worked out, with which numbers, and what comes out. */
    private static boolean isWorked(List<String> sides) {
        int last = sides.size() - 1;
        return last >= 2
                && isOfNumbers(sides.get(last))
                && isWork(sides.get(last - 1))
                && sides.get(last - 1).chars().anyMatch(Character::isDigit);
    }

    private static boolean isOfNumbers(String side) {
        return OF_NUMBERS.matcher(side).replaceAll("").isEmpty();
    }

    private static boolean isWork(String side) {
        return WORK.matcher(side).find();
    }

    /** What stands between the equals signs of a line that are in no bracket. */
    private static List<String> sides(String latex) {
        List<String> sides = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < latex.length(); i++) {
            char letter = latex.charAt(i);
            if (letter == '{' || letter == '(') {
                depth++;
            } else if (letter == '}' || letter == ')') {
                depth--;
            } else if (depth == 0 && latex.startsWith(" = ", i)) {
                sides.add(latex.substring(from, i));
                from = i + 3;
            }
        }
        sides.add(latex.substring(from));
        return sides;
    }

    private static @Nullable String text(List<String> lines) {
        String all = lines.isEmpty()
                ? ""
                : lines.size() == 1
                        ? lines.get(0)
                        : "\\begin{gathered}" + String.join(" \\\\ ", lines) + "\\end{gathered}";
        return all.isEmpty() || all.length() > LONGEST ? null : Numbers.rounded(all, Numbers.DIGITS);
    }
}
