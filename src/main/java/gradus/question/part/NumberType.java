package gradus.question.part;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.BooleanValue;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.maths.Numbers;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Control;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Reading;
import gradus.question.Tolerance;
import gradus.question.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number, as typed or as arithmetic; a whole number or a count is exact if its author does not say otherwise, and a
 * fraction in its place is read and wrong.
 */
record NumberType(String name, Tolerance tolerance) implements PartType {
    static final PartDeclaration INTEGER = declaration("integer", Tolerance.EXACT);
    static final PartDeclaration NUMBER = declaration("number", Tolerance.DEFAULT);

    private static PartDeclaration declaration(String name, Tolerance usual) {
        return PartDeclaration.keyed(
                name,
                List.of(SharedFields.TOLERANCE),
                (fields, surroundings) -> new NumberType(name, fields.get(SharedFields.TOLERANCE, usual)));
    }

    @Override
    public @Nullable Message unfit(Answer key, Part part) {
        double value = value(key);
        boolean fraction = Double.isFinite(value) && value != Math.rint(value);
        return fraction && name.equals(INTEGER.name()) ? Message.of("grading.not-whole-key", print(key, part)) : null;
    }

    @Override
    public Control control() {
        return Control.numberLine("- / * ( ) ^");
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public boolean isCounted() {
        return name.equals(INTEGER.name());
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.notation(
                response,
                MatrixReader.MAX_LENGTH,
                text -> new Answer.Plain(Value.of(NumberReader.number(PlainText.of(text)))));
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        return new Answer.Plain(number(expect.evaluate(variant.scope()).settled()));
    }

    private static NumberValue number(Value value) {
        if (value instanceof NumberValue number) {
            return number;
        }
        if (value instanceof BooleanValue truth) {
            return NumberValue.exactly(truth.value() ? 1 : 0);
        }
        if (value instanceof TensorValue tensor && tensor.tensor().size() == 1) {
            return new NumberValue(tensor.tensor().cell(0), tensor.bound(0));
        }
        throw new ExpressionException(0, Message.of("grading.key-not-number", value.kind()));
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        return Comparison.of(((Answer.Plain) key).tolerance(0, tolerance).accepts(value(given), value(key)));
    }

    static double value(Answer answer) {
        return ((NumberValue) ((Answer.Plain) answer).value()).value();
    }

    @Override
    public String print(Answer answer, Part part) {
        return Printing.plain(((Answer.Plain) answer).value());
    }

    @Override
    public String changed(Answer answer, Part part) {
        return Printing.number(farFrom(value(answer)));
    }

    /** A number that no tolerance should take for this one. */
    static double farFrom(double number) {
        return 3 * number + (number < 0 ? -1000 : 1000);
    }

    @Override
    public String displayKey(Answer key, Part part) {
        double value = value(key);
        double shown = ((Answer.Plain) key).tolerance(0, tolerance).shown(value, Math.abs(value));
        return "$" + Printing.latex(NumberValue.exactly(shown)) + "$";
    }

    @Override
    public String display(Answer answer, Part part) {
        String latex = Printing.latex(((Answer.Plain) answer).value());
        return "$" + Numbers.rounded(latex, Numbers.FAITHFUL_DIGITS) + "$";
    }
}
