package gradus.question.part;

import static gradus.question.format.Field.optional;
import static gradus.question.format.Formats.bool;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.object;
import static gradus.question.format.Formats.string;

import gradus.expression.Expression;
import gradus.message.Message;
import gradus.question.format.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that a formula must be written in, apart from its value.
 *
 * @param mustUse names of functions, symbols or operators that must occur
 * @param mustNotUse names that must not occur
 * @param expanded whether no product of sums and no power of a sum may be left
 */
record FormulaForm(List<String> mustUse, List<String> mustNotUse, boolean expanded) {
    static final FormulaForm ANY = new FormulaForm(List.of(), List.of(), false);

    private static final Field<List<String>> MUST_USE = optional("must_use", listOf(string()), "Names that must occur");
    private static final Field<List<String>> MUST_NOT_USE =
            optional("must_not_use", listOf(string()), "Names that must not occur");
    private static final Field<Boolean> EXPANDED =
            optional("expanded", bool(), "Whether products must be multiplied out");

    static final Field<FormulaForm> FIELD = optional(
            "form",
            object(
                    Message.of("question.expected-form"),
                    List.of(MUST_USE, MUST_NOT_USE, EXPANDED),
                    (fields, problems) -> new FormulaForm(
                            fields.get(MUST_USE, List.of()),
                            fields.get(MUST_NOT_USE, List.of()),
                            fields.get(EXPANDED, false))),
            "The form that a formula must have");

    FormulaForm {
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
