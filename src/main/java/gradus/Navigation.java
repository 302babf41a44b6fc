package gradus;

import gradus.account.Viewer;
import gradus.course.Access;
import gradus.course.CourseStore;
import gradus.message.Message;
import gradus.web.Link;
import java.util.ArrayList;
import java.util.List;

/** The links at the head of every page: the exams for all, and what staff have of their courses. */
final class Navigation {
    private final Access access;

    Navigation(Access access) {
        this.access = access;
    }

    /** For the course that the page is of, and for the only one; otherwise staff find their courses in a list. */
    List<Link> links(Viewer viewer, String path) {
        List<Link> links = new ArrayList<>();
        links.add(new Link("/", Message.of("web.nav-exams")));
        List<CourseStore.Held> all = access.staffCourses(viewer);
        if (!all.isEmpty()) {
            links.add(new Link("/courses", Message.of("course.courses")));
        }
        for (CourseStore.Held held : all) {
            if (all.size() > 1 && !path.startsWith("/courses/" + held.course() + "/")) {
                continue;
            }
            links.add(new Link("/courses/" + held.course() + "/exams", Message.of("exam.staff")));
            if (held.teaches()) {
                links.add(new Link("/courses/" + held.course() + "/questions", Message.of("bank.questions")));
                links.add(new Link("/courses/" + held.course() + "/people", Message.of("course.people")));
            }
        }
        return links;
    }
}
