package gradus.result;

import org.jspecify.annotations.Nullable;

/**
 * A student's grade of an exam as a learning platform gets it.
 *
 * @param grade rounded as the exam says; empty for none
 */
public record PlatformGrade(
        String name,
        @Nullable String studentNumber,
        @Nullable String login,
        String email,
        String grade,
        boolean excused) {
    /** What a report calls the student. */
    public String called() {
        return studentNumber == null ? name : name + " (" + studentNumber + ")";
    }
}
