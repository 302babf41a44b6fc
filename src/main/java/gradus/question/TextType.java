package gradus.question;

import gradus.expression.Expression;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.TextValue;
import gradus.message.Message;
import java.util.Set;

/** A text that a person grades by a rubric. */
final class TextType implements PartType {
    private static final int MAX_LENGTH = 100_000;

    @Override
    public String name() {
        return "text";
    }

    @Override
    public Set<String> fields() {
        return Set.of("rubric", "answer");
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MAX_LENGTH, text -> new Answer.Plain(new TextValue(text)));
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        throw new ExpressionException(0, Message.of("grading.text-has-no-key"));
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        return Comparison.unsure(Message.of("grading.text-has-no-key"));
    }

    @Override
    public String print(Answer answer, Part part) {
        return ((TextValue) ((Answer.Plain) answer).value()).text();
    }

    @Override
    public String display(Answer answer, Part part) {
        return print(answer, part);
    }
}
