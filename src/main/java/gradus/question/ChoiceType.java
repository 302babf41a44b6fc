package gradus.question;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.message.Message;
import java.util.HashSet;
import java.util.Set;

/** One of several options; the response is its id. */
final class ChoiceType implements PartType {
    private static final int MAX_LENGTH = 1_000;

    @Override
    public String name() {
        return "choice";
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new HashSet<>(PartFields.KEYED);
        fields.add("options");
        return fields;
    }

    @Override
    public boolean expectsOptions() {
        return true;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MAX_LENGTH, text -> {
            PlainText typed = PlainText.of(text);
            return new Answer.Plain(option(typed, 0, typed.text().length(), part));
        });
    }

    /** The option whose id fills this stretch, spaces around it apart. */
    static TextValue option(PlainText typed, int from, int to, Part part) throws Unreadable {
        int start = NumberReader.start(typed.text(), from, to);
        int stop = NumberReader.end(typed.text(), start, to);
        String id = typed.text().substring(start, stop);
        for (Option option : part.options()) {
            if (PlainText.of(option.id()).text().equals(id)) {
                return new TextValue(option.id());
            }
        }
        throw Unreadable.at(typed.originalOffset(start), "grading.no-such-option", id, ids(part));
    }

    static String ids(Part part) {
        return String.join(", ", part.options().stream().map(Option::id).toList());
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        return new Answer.Plain(option(expect.evaluate(variant.scope()), part));
    }

    /** An author's option: its id as a text, or as a number where the id is one. */
    static TextValue option(Value value, Part part) {
        String id = value instanceof TextValue text ? text.text() : Printing.plain(value);
        if (part.options().stream().noneMatch(option -> option.id().equals(id))) {
            throw new ExpressionException(0, Message.of("grading.no-such-option", id, ids(part)));
        }
        return new TextValue(id);
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        return Comparison.of(given.equals(key));
    }

    @Override
    public String print(Answer answer, Part part) {
        return id(((Answer.Plain) answer).value());
    }

    static String id(Value value) {
        return ((TextValue) value).text();
    }

    @Override
    public String display(Answer answer, Part part) {
        return print(answer, part);
    }
}
