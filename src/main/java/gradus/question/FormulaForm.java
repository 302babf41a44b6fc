package gradus.question;

import gradus.expression.Expression;
import gradus.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that a formula must be written in, apart from its value.
 *
 * @param mustUse names of functions, symbols or operators that must occur
 * @param mustNotUse names that must not occur
 * @param expanded whether no product of sums and no power of a sum may be left
 */
public record FormulaForm(List<String> mustUse, List<String> mustNotUse, boolean expanded) {
    public static final FormulaForm ANY = new FormulaForm(List.of(), List.of(), false);

    public FormulaForm {
        mustUse = List.copyOf(mustUse);
        mustNotUse = List.copyOf(mustNotUse);
    }

    /** What is wrong with the form of a formula; null where nothing is. */
    @Nullable
    Message complaint(Expression formula) {
        for (String word : mustUse) {
            if (!formula.uses(word)) {
                return Message.of("grading.form-must-use", word);
            }
        }
        for (String word : mustNotUse) {
            if (formula.uses(word)) {
                return Message.of("grading.form-must-not-use", word);
            }
        }
        return expanded && !formula.isExpanded() ? Message.of("grading.form-expanded") : null;
    }
}
