package gradus.question;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Any number of several options; the response is their ids, joined by commas. Each option is a cell: rightly ticked or left. */
final class ChoicesType implements PartType {
    private static final int MAX_LENGTH = 10_000;

    @Override
    public String name() {
        return "choices";
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new HashSet<>(PartFields.KEYED);
        fields.addAll(List.of("options", "credit"));
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
            Set<String> chosen = new LinkedHashSet<>();
            int start = 0;
            for (int i = 0; i <= typed.text().length(); i++) {
                if (i == typed.text().length() || typed.text().charAt(i) == ',') {
                    chosen.add(ChoiceType.option(typed, start, i, part).text());
                    start = i + 1;
                }
            }
            return inOrder(chosen, part);
        });
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        Value value = expect.evaluate(variant.scope());
        List<Value> items = value instanceof SequenceValue sequence ? sequence.items() : List.of(value);
        return inOrder(
                items.stream().map(item -> ChoiceType.option(item, part).text()).collect(Collectors.toSet()), part);
    }

    private static Answer inOrder(Set<String> chosen, Part part) {
        return new Answer.Plain(new SequenceValue(part.options().stream()
                .filter(option -> chosen.contains(option.id()))
                .<Value>map(option -> new TextValue(option.id()))
                .toList()));
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        Set<Value> ticked = Set.copyOf(chosen(given));
        Set<Value> due = Set.copyOf(chosen(key));
        return Comparison.ofCells(part.options().stream()
                .map(option -> new TextValue(option.id()))
                .map(option -> Comparison.Mark.of(ticked.contains(option) == due.contains(option)))
                .toList());
    }

    private static List<Value> chosen(Answer answer) {
        return ((SequenceValue) ((Answer.Plain) answer).value()).items();
    }

    @Override
    public String print(Answer answer, Part part) {
        return chosen(answer).stream().map(ChoiceType::id).collect(Collectors.joining(","));
    }

    @Override
    public String display(Answer answer, Part part) {
        return print(answer, part).replace(",", ", ");
    }
}
