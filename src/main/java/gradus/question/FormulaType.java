package gradus.question;

import gradus.expression.Expression;
import gradus.expression.equality.Agreement;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Value;
import gradus.message.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A formula in declared symbols, scalar or matrix; equal to its key where both agree at every point that is tried. */
final class FormulaType implements PartType {
    private static final int MAX_LENGTH = 10_000;

    @Override
    public String name() {
        return "formula";
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new HashSet<>(PartFields.KEYED);
        fields.addAll(List.of("symbols", "allow", "form"));
        return fields;
    }

    @Override
    public boolean expectsFormula() {
        return true;
    }

    /**
     * Parses the response and holds it against the key at once, since only evaluation shows whether shapes fit inside it and
     * whether it is defined anywhere; {@link #compare} then remembers what came out.
     */
    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MAX_LENGTH, text -> {
            try {
                FormulaSymbols words = FormulaSymbols.of(part, variant);
                Expression expression = Expression.parse(text, words.vocabulary());
                Answer.Formula given = new Answer.Formula(expression, words.symbols(), variant.scope());
                given.agreement(keyOrItself(given, part, variant));
                return given;
            } catch (ExpressionException wrong) {
                throw new Unreadable(Math.max(0, Math.min(wrong.at(), text.length())), wrong.problem());
            }
        });
    }

    private static Answer.Formula keyOrItself(Answer.Formula given, Part part, Variant variant) {
        try {
            Answer.Formula key = (Answer.Formula) variant.key(part);
            return key.isFinite() ? key : given;
        } catch (ExpressionException keyFails) {
            return given;
        }
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        return new Answer.Formula(expect, FormulaSymbols.of(part, variant).symbols(), variant.scope());
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        Answer.Formula formula = (Answer.Formula) given;
        Agreement agreement;
        try {
            agreement = formula.agreement((Answer.Formula) key);
        } catch (ExpressionException undefinedThere) {
            return Comparison.of(false);
        }
        if (agreement instanceof Agreement.Unsure) {
            return Comparison.unsure(Message.of("grading.cannot-tell"));
        }
        if (agreement instanceof Agreement.WrongShape shapes) {
            return Comparison.wrongShape(
                    Message.of("grading.wrong-shape", shape(shapes.response())),
                    Message.of("grading.right-shape", shape(shapes.key())));
        }
        if (agreement instanceof Agreement.Different different) {
            Witness witness = new Witness(different, formula.expression().names());
            return Comparison.different(witness.ofResponse(), witness.ofKey());
        }
        Message form = part.form().complaint(formula.expression());
        return form == null ? Comparison.of(true) : Comparison.different(form, null);
    }

    private static String shape(Value value) {
        return value.asTensor().shapeText();
    }

    /** The formula with this variant's values in place of their names. */
    @Override
    public String print(Answer answer, Part part) {
        Answer.Formula formula = (Answer.Formula) answer;
        return formula.expression().filledIn(formula.scope(), formula.symbols().names());
    }

    @Override
    public String display(Answer answer, Part part) {
        return "$" + ((Answer.Formula) answer).expression().toLatex() + "$";
    }
}
