package gradus.attempt.sitting;

import gradus.attempt.QuestionInAttempt;
import gradus.question.AnswerTable;
import gradus.question.Part;
import gradus.question.Text;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table in which an author laid out the fields of a question. */
public record TableView(List<SafeHtml> columns, List<RowView> rows) {
    /** A row with its head. */
    public record RowView(SafeHtml label, List<CellView> cells) {}

    /** A text or a field, never both. */
    public record CellView(
            @Nullable SafeHtml text, @Nullable FieldView field) {}

    public static TableView of(
            AnswerTable layout, QuestionInAttempt asked, Function<Part, FieldView> field, Locale language) {
        Function<Text, SafeHtml> inline =
                text -> Markdown.inline(asked.variant().fill(text, language));
        return new TableView(
                layout.columns().stream().map(inline).toList(),
                layout.rows().stream()
                        .map(row -> new RowView(
                                inline.apply(row.say()),
                                row.cells().stream()
                                        .map(cell -> AnswerTable.part(cell, asked.question())
                                                .map(part -> new CellView(null, field.apply(part)))
                                                .orElseGet(() -> new CellView(inline.apply(cell), null)))
                                        .toList()))
                        .toList());
    }
}
