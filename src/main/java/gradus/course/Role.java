package gradus.course;

import gradus.message.Message;

/** What a person is in a course; each may do what those before it may. */
public enum Role {
    STUDENT,
    GRADER,
    INSTRUCTOR;

    boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** What it makes of who is let into the course with it: a sentence that names both, and what staff may do there. */
    public Message in(Course course) {
        return Message.of("course.join-as-" + word(), course.title());
    }

    /** The role's name in texts and addresses. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
