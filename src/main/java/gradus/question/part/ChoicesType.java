package gradus.question.part;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.message.Message;
import gradus.question.Answer;
import gradus.question.Comparison;
import gradus.question.Control;
import gradus.question.Credit;
import gradus.question.Option;
import gradus.question.Part;
import gradus.question.PartType;
import gradus.question.PlainForm;
import gradus.question.Reading;
import gradus.question.Variant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Any number of several options; the response is their ids, joined by commas. Each option is a cell, rightly ticked or left;
 * what counts are right ticks less wrong ones.
 */
record ChoicesType(List<Option> options, Credit credit) implements PartType {
    static final PartDeclaration DECLARATION = PartDeclaration.keyed(
            "choices",
            List.of(SharedFields.OPTIONS, SharedFields.CREDIT),
            (fields, surroundings) -> new ChoicesType(
                    SharedFields.options(fields, surroundings.problems()),
                    fields.get(SharedFields.CREDIT, Credit.PER_CELL)));

    private static final int MAX_LENGTH = 10_000;

    ChoicesType {
        options = List.copyOf(options);
    }

    @Override
    public String name() {
        return DECLARATION.name();
    }

    @Override
    public Control control() {
        return Control.SOME_OPTIONS;
    }

    @Override
    public boolean isReadBack() {
        return false;
    }

    /** None ticked is an answer that the page does not send apart from no field at all. */
    @Override
    public String typed(PlainForm form) {
        return String.join(",", form.values());
    }

    @Override
    public List<List<String>> chosen(Answer answer) {
        return List.of(ticked(answer).stream().map(ChoiceType::id).toList());
    }

    @Override
    public boolean expectsOptions() {
        return true;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MAX_LENGTH, text -> {
            PlainText typed = PlainText.of(text);
            Set<String> chosen = new LinkedHashSet<>();
            int start = 0;
            for (int i = 0; i <= typed.text().length(); i++) {
                if (i == typed.text().length() || typed.text().charAt(i) == ',') {
                    chosen.add(ChoiceType.option(typed, start, i, options).text());
                    start = i + 1;
                }
            }
            return inOrder(chosen);
        });
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        Value value = expect.evaluate(variant.scope());
        List<Value> items = value instanceof SequenceValue sequence ? sequence.items() : List.of(value);
        return inOrder(items.stream()
                .map(item -> ChoiceType.option(item, options).text())
                .collect(Collectors.toSet()));
    }

    private Answer inOrder(Set<String> chosen) {
        return new Answer.Plain(new SequenceValue(options.stream()
                .filter(option -> chosen.contains(option.id()))
                .<Value>map(option -> new TextValue(option.id()))
                .toList()));
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        Set<Value> ticked = Set.copyOf(ticked(given));
        Set<Value> due = Set.copyOf(ticked(key));
        Comparison cells = Comparison.ofCells(options.stream()
                .map(option -> new TextValue(option.id()))
                .map(option -> Comparison.Mark.of(ticked.contains(option) == due.contains(option)))
                .toList());
        return due.isEmpty() ? cells : cells.earning(share(ticked, due));
    }

    /** Right ticks less wrong ones, of the right options: ticking everything or nothing earns nothing by itself. */
    private static BigFraction share(Set<Value> ticked, Set<Value> due) {
        int right = (int) ticked.stream().filter(due::contains).count();
        return BigFraction.of(Math.max(0, right - (ticked.size() - right)), due.size());
    }

    @Override
    public @Nullable Message unfit(Answer key, Part part) {
        return ticked(key).isEmpty() ? Message.of("grading.no-right-option") : null;
    }

    private static List<Value> ticked(Answer answer) {
        return ((SequenceValue) ((Answer.Plain) answer).value()).items();
    }

    @Override
    public String print(Answer answer, Part part) {
        return ticked(answer).stream().map(ChoiceType::id).collect(Collectors.joining(","));
    }

    /** With one option more, or with one less where all are ticked. */
    @Override
    public String changed(Answer answer, Part part) {
        List<String> ticked = chosen(answer).get(0);
        return options.stream()
                .map(Option::id)
                .filter(id -> !ticked.contains(id))
                .findFirst()
                .map(id -> Stream.concat(ticked.stream(), Stream.of(id)).collect(Collectors.joining(",")))
                .orElseGet(() -> String.join(",", ticked.subList(1, ticked.size())));
    }

    @Override
    public String display(Answer answer, Part part) {
        return print(answer, part).replace(",", ", ");
    }
}
