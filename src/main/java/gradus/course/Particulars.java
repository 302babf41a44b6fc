package gradus.course;

import org.jspecify.annotations.Nullable;

/**
 * What the staff of a course say of a student: it stands on the roster, and the student cannot change it.
 *
 * @param studentNumber unique in the course; null where it is not known
 * @param officialName null where the name of the account serves
 */
public record Particulars(
        @Nullable String studentNumber,
        @Nullable String officialName,
        @Nullable String section,
        @Nullable String department,
        @Nullable String studyYear,
        @Nullable String email) {
    /** Of whom nothing is known. */
    public static final Particulars NONE = new Particulars(null, null, null, null, null, null);

    /** These, and the others where these say nothing. */
    Particulars over(Particulars others) {
        return new Particulars(
                or(studentNumber, others.studentNumber),
                or(officialName, others.officialName),
                or(section, others.section),
                or(department, others.department),
                or(studyYear, others.studyYear),
                or(email, others.email));
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
