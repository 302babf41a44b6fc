package gradus.result.gradebook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which order the gradebook lists students: by what is known of them, or by their scores of an exam.
 *
 * @param exam null where it is not by an exam
 */
public record Sorting(String by, @Nullable String exam, boolean down) {
    /** What may follow {@code sort=} in an address; by student number otherwise. */
    static Sorting of(@Nullable String word, Gradebook book) {
        boolean down = word != null && word.startsWith("-");
        String by = word == null ? "number" : down ? word.substring(1) : word;
        Optional<String> exam = book.columns().stream()
                .map(Gradebook.Column::exam)
                .filter(by::equals)
                .findFirst();
        if (exam.isPresent()) {
            return new Sorting(by, exam.get(), down);
        }
        return by.equals("name") || by.equals("section")
                ? new Sorting(by, null, down)
                : new Sorting("number", null, down);
    }

    /** The SQL for it; an exam's id comes in as a parameter. */
    String sql(AttemptRule rule) {
        String direction = down ? " DESC" : "";
        return switch (by) {
            case "name" -> "name" + direction;
            case "section" -> "m.section" + direction + " NULLS LAST, m.student_number";
            case "number" -> "m.student_number" + direction + " NULLS LAST, name";
            default -> score(rule) + direction + " NULLS LAST";
        };
    }

    private static String score(AttemptRule rule) {
        String scores = """
                 FROM attempt a JOIN grading g ON g.course = a.course AND g.attempt = a.id
                    AND g.number = (SELECT MAX(l.number) FROM grading l WHERE l.course = a.course AND l.attempt = a.id)
                WHERE a.course = m.course AND a.exam = :exam AND a.person = m.person AND a.standing = 'COUNTS'
                """;
        return switch (rule) {
            case BEST -> "(SELECT MAX(g.score_value)" + scores + ")";
            case AVERAGE -> "(SELECT AVG(g.score_value)" + scores + ")";
            case LAST -> "(SELECT g.score_value" + scores + " ORDER BY a.number DESC FETCH FIRST 1 ROWS ONLY)";
            case FIRST -> "(SELECT g.score_value" + scores + " ORDER BY a.number FETCH FIRST 1 ROWS ONLY)";
        };
    }

    /** What screen readers are told of the column: {@code ascending} or {@code descending}; null where it is not in its order. */
    public @Nullable String aria(String column) {
        return !by.equals(column) ? null : down ? "descending" : "ascending";
    }

    /** What the address says to sort by this, the other way round where it is so already. */
    public String towards(String other) {
        return by.equals(other) && !down ? "-" + other : other;
    }
}
