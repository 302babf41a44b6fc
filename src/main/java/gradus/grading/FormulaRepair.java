package gradus.grading;

import gradus.expression.Expression;
import gradus.expression.equality.Agreement;
import gradus.expression.node.Node;
import gradus.expression.read.Vocabulary;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import gradus.grading.fault.Repairs;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Part;
import gradus.question.Variant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be changed in a student's own formula that no fault explains, so that it is right; told only with the keys. */
final class FormulaRepair {
    /** The most letters of a formula that is looked into: a longer one is another one, not this one with a slip. */
    private static final int LONGEST = 160;

    private FormulaRepair() {}

    /** The sentence about the smallest change; none where no small one makes the answer right, or it is no formula. */
    static List<Feedback> of(Answer given, Part part, Variant variant) {
        Message change = given instanceof Answer.Formula formula && variant.key(part) instanceof Answer.Formula key
                ? smallest(formula, key, part)
                : null;
        return change == null ? List.of() : List.of(new Feedback(Feedback.Kind.KEY, change));
    }

    private static @Nullable Message smallest(Answer.Formula given, Answer.Formula key, Part part) {
        Set<String> names = new HashSet<>(given.expression().names());
        names.addAll(key.expression().names());
        names.addAll(key.symbols().all().keySet());
        try {
            List<Value> right = key.key().valuesOf(key.expression(), 1);
            // what lacks only the form asked for has no slip: any change that changes nothing would do
            boolean isLeft = given.expression().text().length() > LONGEST
                    || key.key().compare(given.expression()) == Agreement.EQUAL;
            Repairs.Repair repair = isLeft
                    ? null
                    : Repairs.of(
                            given.expression().root(),
                            key.expression().root(),
                            Vocabulary.author(names),
                            changed -> isRight(changed, key, right, part));
            return repair == null ? null : said(repair);
        } catch (ExpressionException broken) {
            return null;
        }
    }

    private static Message said(Repairs.Repair repair) {
        Node leftOut = repair.leftOut();
        return leftOut == null
                ? Message.of(
                        "grading.repair",
                        "$" + repair.instead().latex() + "$",
                        "$" + repair.at().latex() + "$",
                        "$" + repair.marked() + "$")
                : Message.of("grading.repair-without", "$" + leftOut.latex() + "$", "$" + repair.marked() + "$");
    }

    /** Whether a formula is right, also in its form. */
    private static boolean isRight(Expression changed, Answer.Formula key, List<Value> right, Part part) {
        return FormulaFaults.areSame(key.key().valuesOf(changed, 1), right)
                && part.type()
                        .compare(new Answer.Formula(changed, key.symbols(), key.scope()), key, part)
                        .isEqual();
    }
}
