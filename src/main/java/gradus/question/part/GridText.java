package gradus.question.part;

import java.util.List;
import java.util.stream.Collectors;

/** The text that stands for a table of cells: {@code [[a,b],[c,_]]}, where {@code _} is a blank cell. */
final class GridText {
    static final String BLANK = "_";

    private GridText() {}

    /** The text of rows of cells; an empty cell is a blank one. */
    static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.isEmpty() ? BLANK : cell)
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Whether a cell that was typed, without the spaces around it, is blank. */
    static boolean isBlank(String cell) {
        return cell.isEmpty() || cell.equals(BLANK);
    }
}
