package gradus.question.part;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.Printing;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Control;
import gradus.question.Option;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several options; the response is its id. */
record ChoiceType(List<Option> options) implements PartType {
    static final PartDeclaration DECLARATION = PartDeclaration.keyed(
            "choice",
            List.of(SharedFields.OPTIONS),
            (fields, surroundings) -> new ChoiceType(SharedFields.options(fields, surroundings.problems())));

    private static final int MAX_LENGTH = 1_000;

    ChoiceType {
        options = List.copyOf(options);
    }

    @Override
    public String name() {
        return DECLARATION.name();
    }

    @Override
    public Control control() {
        return Control.ONE_OPTION;
    }

    @Override
    public boolean isReadBack() {
        return false;
    }

    @Override
    public List<List<String>> chosen(Answer answer) {
        return List.of(List.of(print(answer)));
    }

    @Override
    public boolean expectsOptions() {
        return true;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MAX_LENGTH, text -> {
            PlainText typed = PlainText.of(text);
            return new Answer.Plain(option(typed, 0, typed.text().length(), options));
        });
    }

    /** The option whose id fills this stretch, spaces around it apart. */
    static TextValue option(PlainText typed, int from, int to, List<Option> options) throws Unreadable {
        int start = NumberReader.start(typed.text(), from, to);
        int stop = NumberReader.end(typed.text(), start, to);
        String id = typed.text().substring(start, stop);
        for (Option option : options) {
            if (PlainText.of(option.id()).text().equals(id)) {
                return new TextValue(option.id());
            }
        }
        throw Unreadable.at(typed.originalOffset(start), "grading.no-such-option", id, ids(options));
    }

    private static String ids(List<Option> options) {
        return String.join(", ", options.stream().map(Option::id).toList());
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        return new Answer.Plain(option(expect.evaluate(variant.scope()), options));
    }

    /** An author's option: its id as a text, or as a number where the id is one. */
    static TextValue option(Value value, List<Option> options) {
        String id = value instanceof TextValue text ? text.text() : Printing.plain(value);
        if (options.stream().noneMatch(option -> option.id().equals(id))) {
            throw new ExpressionException(0, Message.of("grading.no-such-option", id, ids(options)));
        }
        return new TextValue(id);
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        return Comparison.of(given.equals(key));
    }

    @Override
    public String print(Answer answer, Part part) {
        return print(answer);
    }

    private static String print(Answer answer) {
        return id(((Answer.Plain) answer).value());
    }

    static String id(Value value) {
        return ((TextValue) value).text();
    }

    @Override
    public @Nullable String changed(Answer answer, Part part) {
        return otherThan(print(answer), options);
    }

    /** The first option that is not this one; null where there is no other. */
    static @Nullable String otherThan(String chosen, List<Option> options) {
        return options.stream()
                .map(Option::id)
                .filter(id -> !id.equals(chosen))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String display(Answer answer, Part part) {
        return print(answer);
    }
}
