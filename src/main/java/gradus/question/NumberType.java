package gradus.question;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.BooleanValue;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.NumberValue;
import gradus.expression.value.Printing;
import gradus.expression.value.TensorValue;
import gradus.expression.value.Value;
import gradus.message.Message;
import java.util.HashSet;
import java.util.Set;

/** One number, as typed or as arithmetic. */
class NumberType implements PartType {
    @Override
    public String name() {
        return "number";
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new HashSet<>(PartFields.KEYED);
        fields.add("tolerance");
        return fields;
    }

    @Override
    public Tolerance usualTolerance() {
        return Tolerance.USUAL;
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(
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
        return Comparison.of(part.tolerance().accepts(value(given), value(key)));
    }

    static double value(Answer answer) {
        return ((NumberValue) ((Answer.Plain) answer).value()).value();
    }

    @Override
    public String print(Answer answer, Part part) {
        return Printing.plain(((Answer.Plain) answer).value());
    }

    @Override
    public String display(Answer answer, Part part) {
        return "$" + Printing.latex(((Answer.Plain) answer).value()) + "$";
    }
}
