package gradus.result.gradebook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A student of the course as the gradebook lists them. */
public record Pupil(
        UUID person,
        String name,
        @Nullable String studentNumber,
        @Nullable String section,
        @Nullable String login) {
    private static final int SHOWN = 3;

    /** The end of the student number, by which its bearer finds it in a posted list; the rest is hidden. */
    public String masked() {
        String number = studentNumber == null ? "" : studentNumber;
        int hidden = Math.max(0, number.length() - (number.length() > 2 * SHOWN ? SHOWN : 1));
        return "*".repeat(hidden) + number.substring(hidden);
    }
}
