package gradus.question;

import java.util.List;
import java.util.Optional;

/** A table in which the fields of a question stand, as on a printed sheet; parts that it does not name follow it. */
public record AnswerTable(List<Text> columns, List<Row> rows) {
    /** A row: its head, and a cell a column, each of which is the id of a part or a text. */
    public record Row(Text say, List<Text> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public AnswerTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The part whose field stands in a cell; empty where the cell is a text. */
    public static Optional<Part> part(Text cell, Question question) {
        return question.parts().stream()
                .filter(part -> cell.equals(Text.of(part.id())))
                .findFirst();
    }

    /** Whether the field of a part stands in the table. */
    public boolean holds(Part part) {
        return rows.stream().anyMatch(row -> row.cells().contains(Text.of(part.id())));
    }
}
