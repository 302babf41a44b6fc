package gradus.course;

import gradus.account.Viewer;
import gradus.web.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what, from the viewer and plain facts. What somebody may not see is not there for them: 404.
 *
 * <p>An admin is an instructor in every course.
 */
public final class Access {
    private final CourseStore courses;

    public Access(CourseStore courses) {
        this.courses = courses;
    }

    /** What the viewer is in this course. */
    public Standing standing(Viewer viewer, Course course) {
        if (!viewer.signedIn()) {
            return new Standing(course, null);
        }
        if (viewer.admin()) {
            return new Standing(course, Role.INSTRUCTOR);
        }
        return new Standing(course, courses.role(course.id(), viewer.person()).orElse(null));
    }

    /** The courses in which the viewer is staff, with their role; every course for an admin. */
    public List<CourseStore.Held> staffCourses(Viewer viewer) {
        if (!viewer.signedIn()) {
            return List.of();
        }
        if (viewer.admin()) {
            return courses.ids().stream()
                    .map(course -> new CourseStore.Held(course, Role.INSTRUCTOR))
                    .toList();
        }
        return courses.rolesOf(viewer.person()).stream()
                .filter(held -> held.role().atLeast(Role.GRADER))
                .toList();
    }

    /**
     * Passes where the viewer belongs to the audience.
     *
     * @param standing what they are in the course that is asked for; null where there is no such course
     * @param owner whose attempt is asked for; null where there is no such attempt
     * @throws Refusal 401 where they should sign in first, 404 where they do not belong to it
     */
    public static void require(Audience audience, Viewer viewer, @Nullable Standing standing, @Nullable UUID owner) {
        boolean personal = audience == Audience.PERSON || audience == Audience.OWNER;
        if (personal && !viewer.known()) {
            throw Refusal.signInFirst();
        }
        require(
                switch (audience) {
                    case ANYONE, PERSON -> true;
                    case OWNER -> owner != null && viewer.is(owner);
                    case GRADER -> standing != null && standing.atLeast(Role.GRADER);
                    case INSTRUCTOR -> standing != null && standing.atLeast(Role.INSTRUCTOR);
                    case STAFF, TEACHER, PROGRAM -> false;
                });
    }

    /** Passes where the viewer belongs to an audience that no single course makes. */
    public void requireSomewhere(Audience audience, Viewer viewer) {
        List<CourseStore.Held> held = viewer.admin() || viewer.signedIn() ? staffCourses(viewer) : List.of();
        require(viewer.admin() || held.stream().anyMatch(course -> audience == Audience.STAFF || course.teaches()));
    }

    /**
     * Passes where it is so.
     *
     * @throws Refusal 404 where it is not
     */
    public static void require(boolean allowed) {
        if (!allowed) {
            throw Refusal.notFound();
        }
    }
}
