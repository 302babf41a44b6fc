package gradus.course;

import gradus.account.Viewer;
import gradus.web.Refusal;
import java.util.List;
import java.util.UUID;

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

    /** Whether the viewer edits, opens and closes this course's exams and keeps its roster. */
    public boolean teaches(Viewer viewer, String course) {
        return holds(viewer, course, Role.INSTRUCTOR);
    }

    /** Whether the viewer sees everybody's attempts in this course and scores them. */
    public boolean grades(Viewer viewer, String course) {
        return holds(viewer, course, Role.GRADER);
    }

    /** Whether the viewer is on this course's roster in any role. */
    public boolean belongsTo(Viewer viewer, String course) {
        return holds(viewer, course, Role.STUDENT);
    }

    /** The courses in which the viewer is staff, with their role; every course for an admin. */
    public List<CourseStore.Held> staffCourses(Viewer viewer) {
        if (!viewer.signedIn()) {
            return List.of();
        }
        if (viewer.admin()) {
            return courses.courses().stream()
                    .map(course -> new CourseStore.Held(course.id(), Role.INSTRUCTOR))
                    .toList();
        }
        return courses.rolesOf(viewer.person()).stream()
                .filter(held -> held.role().atLeast(Role.GRADER))
                .toList();
    }

    private boolean holds(Viewer viewer, String course, Role least) {
        if (!viewer.signedIn()) {
            return false;
        }
        return viewer.admin()
                || courses.role(course, viewer.person())
                        .map(role -> role.atLeast(least))
                        .orElse(false);
    }

    public void requireTeaching(Viewer viewer, String course) {
        require(teaches(viewer, course));
    }

    public void requireGrading(Viewer viewer, String course) {
        require(grades(viewer, course));
    }

    /** Only the owner, who answers and submits: not even staff may. */
    public void requireOwner(Viewer viewer, UUID owner) {
        require(viewer.is(owner));
    }

    /** The owner, who may see their own, and the graders of the course, who see everybody's. */
    public void requireOwnerOrGrading(Viewer viewer, UUID owner, String course) {
        require(viewer.is(owner) || grades(viewer, course));
    }

    public void requireAdmin(Viewer viewer) {
        require(viewer.signedIn() && viewer.admin());
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
