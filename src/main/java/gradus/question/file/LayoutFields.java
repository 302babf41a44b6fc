package gradus.question.file;

import static gradus.question.format.Field.required;
import static gradus.question.format.Formats.listOf;
import static gradus.question.format.Formats.object;

import gradus.message.Message;
import gradus.question.AnswerTable;
import gradus.question.Text;
import gradus.question.format.Field;
import gradus.question.format.Fields;
import gradus.question.format.Format;
import gradus.question.format.Problems;
import gradus.question.format.TextSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a question's {@code layout}. */
final class LayoutFields {
    private LayoutFields() {}

    private static final Field<TextSource> SAY = required("say", TextSource.format(), "The head of the row");
    private static final Field<List<TextSource>> CELLS =
            required("cells", listOf(TextSource.format(), 1, 10), "A cell a column: the id of a part, or a text");
    private static final Field<List<TextSource>> COLUMNS =
            required("columns", listOf(TextSource.format(), 1, 10), "The heads of the columns");
    private static final Field<List<Fields>> ROWS = required(
            "rows",
            listOf(object(Message.of("question.expected-layout-row"), List.of(SAY, CELLS)), 1, 50),
            "The rows of the table");

    static Format<Fields> format() {
        return object(Message.of("question.expected-layout"), List.of(COLUMNS, ROWS), LayoutFields::checked);
    }

    /** The layout; null where the question has none. */
    static @Nullable AnswerTable layout(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        List<AnswerTable.Row> rows = new ArrayList<>();
        for (Fields row : fields.get(ROWS, List.of())) {
            TextSource say = row.get(SAY);
            rows.add(new AnswerTable.Row(say == null ? Text.of("") : say.text(), texts(row.get(CELLS, List.of()))));
        }
        return new AnswerTable(texts(fields.get(COLUMNS, List.of())), rows);
    }

    private static Fields checked(Fields fields, Problems problems) {
        int columns = fields.get(COLUMNS, List.of()).size();
        Set<Text> met = new HashSet<>();
        for (Fields row : fields.get(ROWS, List.of())) {
            List<Text> cells = texts(row.get(CELLS, List.of()));
            if (cells.size() != columns) {
                problems.add(row.place(), Message.of("question.layout-cells", columns));
            }
            for (Text cell : cells) {
                String id = cell.byLanguage().getOrDefault(Text.ANY_LANGUAGE, "");
                if (id.matches("[A-Za-z]\\w*") && !met.add(cell)) {
                    problems.add(row.place(), Message.of("question.name-twice", id));
                }
            }
        }
        return fields;
    }

    private static List<Text> texts(List<TextSource> sources) {
        return sources.stream().map(TextSource::text).toList();
    }
}
