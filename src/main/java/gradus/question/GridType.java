package gradus.question;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.ExpressionException;
import gradus.expression.value.SequenceValue;
import gradus.expression.value.TextValue;
import gradus.expression.value.Value;
import gradus.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table of choices: {@code [[+,-],[-,+]]}, or rows of options' ids as a spreadsheet copies them. */
final class GridType implements PartType {
    private static final int MAX_LENGTH = 50_000;
    private static final TextValue BLANK = new TextValue("");

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new HashSet<>(PartFields.KEYED);
        fields.addAll(List.of("options", "rows", "columns", "credit"));
        return fields;
    }

    @Override
    public boolean expectsOptions() {
        return true;
    }

    @Override
    public boolean cellsStandAlone() {
        return true;
    }

    @Override
    public Reading read(String response, Part part, Variant variant) {
        return ReadingOf.response(response, MAX_LENGTH, text -> {
            PlainText typed = PlainText.of(text);
            List<Value> rows = new ArrayList<>();
            for (Stretch row : rows(typed)) {
                rows.add(row(typed, row, part));
            }
            int due = part.rows().size();
            if (rows.size() != due) {
                throw Unreadable.at(0, "grading.grid-rows", rows.size(), due);
            }
            SequenceValue grid = new SequenceValue(rows);
            return cells(grid).stream().allMatch(BLANK::equals) ? null : new Answer.Plain(grid);
        });
    }

    /** From one place of the text up to another. */
    private record Stretch(int from, int to) {}

    private static List<Stretch> rows(PlainText typed) throws Unreadable {
        String text = typed.text();
        int from = NumberReader.start(text, 0, text.length());
        int to = NumberReader.end(text, from, text.length());
        boolean bracketed = text.charAt(from) == '[';
        if (bracketed && (text.charAt(to - 1) != ']' || to - from < 2)) {
            throw Unreadable.at(typed.originalOffset(from), "grading.bracket-not-closed");
        }
        boolean nested = bracketed && text.indexOf('[', from + 1) > 0;
        return nested
                ? nested(typed, from + 1, to - 1)
                : plain(text, bracketed ? from + 1 : from, bracketed ? to - 1 : to);
    }

    private static List<Stretch> plain(String text, int from, int to) {
        List<Stretch> rows = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == '\n' || text.charAt(i) == ';') {
                if (NumberReader.start(text, start, i) < i) {
                    rows.add(new Stretch(start, i));
                }
                start = i + 1;
            }
        }
        return rows;
    }

    private static List<Stretch> nested(PlainText typed, int from, int to) throws Unreadable {
        String text = typed.text();
        List<Stretch> rows = new ArrayList<>();
        int at = NumberReader.start(text, from, to);
        while (at < to) {
            int close = text.indexOf(']', at);
            if (text.charAt(at) != '[') {
                throw Unreadable.at(typed.originalOffset(at), "grading.list-expected");
            } else if (close < 0 || close >= to) {
                throw Unreadable.at(typed.originalOffset(at), "grading.bracket-not-closed");
            }
            rows.add(new Stretch(at + 1, close));
            at = NumberReader.start(text, close + 1, to);
            if (at < to && text.charAt(at) == ',') {
                at = NumberReader.start(text, at + 1, to);
            }
        }
        return rows;
    }

    private static SequenceValue row(PlainText typed, Stretch row, Part part) throws Unreadable {
        String text = typed.text();
        boolean commas = text.substring(row.from(), row.to()).indexOf(',') >= 0;
        boolean tabs = text.substring(row.from(), row.to()).indexOf('\t') >= 0;
        List<Value> cells = new ArrayList<>();
        int start = commas || tabs ? row.from() : NumberReader.start(text, row.from(), row.to());
        int end = commas || tabs ? row.to() : NumberReader.end(text, start, row.to());
        for (int i = start; i <= end; i++) {
            char c = i == end ? ',' : text.charAt(i);
            if (i == end || c == ',' || !commas && (tabs ? c == '\t' : c == ' ')) {
                boolean blank = NumberReader.start(text, start, i) == i;
                cells.add(blank ? BLANK : ChoiceType.option(typed, start, i, part));
                start = i + 1;
            }
        }
        if (cells.size() != part.columns().size()) {
            throw Unreadable.at(
                    typed.originalOffset(row.from()),
                    "grading.grid-columns",
                    cells.size(),
                    part.columns().size());
        }
        return new SequenceValue(cells);
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        Value value = expect.evaluate(variant.scope());
        List<Value> rows = new ArrayList<>();
        for (Value row : items(value)) {
            rows.add(new SequenceValue(items(row).stream()
                    .<Value>map(cell -> ChoiceType.option(cell, part))
                    .toList()));
        }
        int columns = part.columns().size();
        if (rows.size() != part.rows().size()
                || rows.stream().anyMatch(row -> items(row).size() != columns)) {
            throw new ExpressionException(
                    0, Message.of("grading.key-not-grid", part.rows().size(), columns));
        }
        return new Answer.Plain(new SequenceValue(rows));
    }

    private static List<Value> items(Value value) {
        if (value instanceof SequenceValue sequence) {
            return sequence.items();
        }
        throw new ExpressionException(0, Message.of("grading.key-not-list", value.kind()));
    }

    private static List<Value> cells(Value grid) {
        return items(grid).stream().flatMap(row -> items(row).stream()).toList();
    }

    @Override
    public Comparison compare(Answer given, Answer key, Part part) {
        List<Value> student = cells(((Answer.Plain) given).value());
        List<Value> right = cells(((Answer.Plain) key).value());
        List<Comparison.Mark> marks = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            marks.add(
                    student.get(i).equals(BLANK)
                            ? Comparison.Mark.BLANK
                            : Comparison.Mark.of(student.get(i).equals(right.get(i))));
        }
        return Comparison.ofCells(marks);
    }

    @Override
    public String print(Answer answer, Part part) {
        return items(((Answer.Plain) answer).value()).stream()
                .map(row -> items(row).stream().map(ChoiceType::id).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public String display(Answer answer, Part part) {
        return items(((Answer.Plain) answer).value()).stream()
                .map(row -> items(row).stream().map(ChoiceType::id).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }
}
