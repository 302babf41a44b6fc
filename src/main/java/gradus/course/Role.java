package gradus.course;

/** What a person is in a course; each may do what those before it may. */
public enum Role {
    STUDENT,
    GRADER,
    INSTRUCTOR;

    boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** The role's name in texts and addresses. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
