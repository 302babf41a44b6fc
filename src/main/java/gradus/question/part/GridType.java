package gradus.question.part;

import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.listOf;

import gradus.expression.Expression;
import gradus.expression.read.PlainText;
import gradus.expression.value.ExpressionException;
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
import gradus.question.Text;
import gradus.question.Variant;
import gradus.question.format.Field;
import gradus.question.format.TextSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table of choices: {@code [[+,-],[-,+]]}, or rows of options' ids as a spreadsheet copies them. */
record GridType(List<Option> options, List<Text> rows, List<Text> columns, Credit credit) implements PartType {
    private static final Field<List<TextSource>> ROWS =
            required("rows", listOf(TextSource.format(), 1, 50), "Labels of the rows");
    private static final Field<List<TextSource>> COLUMNS =
            required("columns", listOf(TextSource.format(), 1, 20), "Labels of the columns");

    static final PartDeclaration DECLARATION = PartDeclaration.keyed(
            "grid",
            List.of(SharedFields.OPTIONS, ROWS, COLUMNS, SharedFields.CREDIT),
            (fields, surroundings) -> new GridType(
                    SharedFields.options(fields, surroundings.problems()),
                    texts(fields.get(ROWS, List.of())),
                    texts(fields.get(COLUMNS, List.of())),
                    fields.get(SharedFields.CREDIT, Credit.PER_CELL)));

    private static final int MAX_LENGTH = 50_000;
    private static final TextValue BLANK = new TextValue("");

    GridType {
        options = List.copyOf(options);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    private static List<Text> texts(List<TextSource> sources) {
        return sources.stream().map(TextSource::text).toList();
    }

    @Override
    public String name() {
        return DECLARATION.name();
    }

    @Override
    public Control control() {
        return Control.TABLE_OF_OPTIONS;
    }

    @Override
    public boolean isReadBack() {
        return false;
    }

    @Override
    public String typed(PlainForm form) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            cells.add(IntStream.range(0, columns.size())
                    .mapToObj(column -> form.cell(row, column))
                    .toList());
        }
        boolean blank = cells.stream().flatMap(List::stream).allMatch(String::isEmpty);
        return blank ? "" : GridText.of(cells);
    }

    @Override
    public List<List<String>> chosen(Answer answer) {
        return items(((Answer.Plain) answer).value()).stream()
                .map(row -> items(row).stream().map(ChoiceType::id).toList())
                .toList();
    }

    @Override
    public List<List<String>> cells(Answer answer) {
        return chosen(answer);
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
            List<Value> read = new ArrayList<>();
            for (Stretch row : rows(typed)) {
                read.add(row(typed, row));
            }
            if (read.size() != rows.size()) {
                throw Unreadable.at(0, "grading.grid-rows", read.size(), rows.size());
            }
            SequenceValue grid = new SequenceValue(read);
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

    private SequenceValue row(PlainText typed, Stretch row) throws Unreadable {
        String text = typed.text();
        boolean commas = text.substring(row.from(), row.to()).indexOf(',') >= 0;
        boolean tabs = text.substring(row.from(), row.to()).indexOf('\t') >= 0;
        List<Value> cells = new ArrayList<>();
        int start = commas || tabs ? row.from() : NumberReader.start(text, row.from(), row.to());
        int end = commas || tabs ? row.to() : NumberReader.end(text, start, row.to());
        for (int i = start; i <= end; i++) {
            char c = i == end ? ',' : text.charAt(i);
            if (i == end || c == ',' || !commas && (tabs ? c == '\t' : c == ' ')) {
                boolean blank = GridText.isBlank(text.substring(start, i).strip());
                cells.add(blank ? BLANK : ChoiceType.option(typed, start, i, options));
                start = i + 1;
            }
        }
        if (cells.size() != columns.size()) {
            throw Unreadable.at(typed.originalOffset(row.from()), "grading.grid-columns", cells.size(), columns.size());
        }
        return new SequenceValue(cells);
    }

    @Override
    public Answer answer(Expression expect, Part part, Variant variant) {
        Value value = expect.evaluate(variant.scope());
        List<Value> grid = new ArrayList<>();
        for (Value row : items(value)) {
            grid.add(new SequenceValue(items(row).stream()
                    .<Value>map(cell -> ChoiceType.option(cell, options))
                    .toList()));
        }
        boolean fits = grid.size() == rows.size()
                && grid.stream().allMatch(row -> items(row).size() == columns.size());
        if (!fits) {
            throw new ExpressionException(0, Message.of("grading.key-not-grid", rows.size(), columns.size()));
        }
        return new Answer.Plain(new SequenceValue(grid));
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
        return GridText.of(chosen(answer));
    }

    @Override
    public @Nullable String changed(Answer answer, Part part) {
        List<List<String>> cells = new ArrayList<>(chosen(answer));
        List<String> first = new ArrayList<>(cells.get(0));
        String other = ChoiceType.otherThan(first.get(0), options);
        if (other == null) {
            return null;
        }
        first.set(0, other);
        cells.set(0, first);
        return GridText.of(cells);
    }

    @Override
    public String display(Answer answer, Part part) {
        return chosen(answer).stream().map(row -> String.join(" ", row)).collect(Collectors.joining("; "));
    }
}
