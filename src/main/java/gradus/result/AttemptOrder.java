package gradus.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order the attempts of an exam are listed: as they were begun, or by what is known of them. */
public record AttemptOrder(String by, boolean down) {
    private static final String STARTED = "started";
    private static final List<String> KNOWN = List.of("name", "number", STARTED, "submitted", "score");

    /** What may follow {@code sort=} in an address; as they were begun otherwise. */
    static AttemptOrder of(@Nullable String word) {
        boolean down = word != null && word.startsWith("-");
        String by = word == null ? STARTED : down ? word.substring(1) : word;
        return KNOWN.contains(by) ? new AttemptOrder(by, down) : new AttemptOrder(STARTED, down);
    }

    /**
     * The SQL for it. Attempts as they were begun are named by all columns of their index in its order, as H2 sorts all of them
     * otherwise to show fifty.
     */
    String sql() {
        String direction = down ? " DESC" : "";
        String first = switch (by) {
            case "name" -> "LOWER(COALESCE(m.official_name, p.name, ''))" + direction;
            case "number" -> "COALESCE(m.student_number, p.login)" + direction + " NULLS LAST";
            case "submitted" -> "a.submitted" + direction + " NULLS LAST";
            case "score" -> "g.score_value" + direction + " NULLS LAST";
            default -> "a.course" + direction + ", a.exam" + direction + ", a.started" + direction;
        };
        return first + ", a.id" + direction;
    }

    /** What has to be looked up beside the attempts themselves for it. */
    String joins(boolean searched) {
        boolean people = searched || by.equals("name") || by.equals("number");
        return (people ? ExportStore.MEMBER : "") + (by.equals("score") ? ResultStore.LATEST : "");
    }

    /** As it stands in an address. */
    public String word() {
        return (down ? "-" : "") + by;
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
