package gradus.course;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is in a course.
 *
 * @param role null for who is not on its roster
 */
public record Standing(Course course, @Nullable Role role) {
    /** Whether they hold this role or a greater one. */
    public boolean atLeast(Role least) {
        return role != null && role.atLeast(least);
    }
}
