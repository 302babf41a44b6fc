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

    List<Link> links(Viewer viewer) {
        List<Link> links = new ArrayList<>();
        links.add(new Link("/", Message.of("web.nav-exams")));
        for (CourseStore.Held held : access.staffCourses(viewer)) {
            links.add(new Link("/courses/" + held.course() + "/exams", Message.of("exam.staff")));
            if (held.teaches()) {
                links.add(new Link("/courses/" + held.course() + "/questions", Message.of("bank.questions")));
                links.add(new Link("/courses/" + held.course() + "/people", Message.of("course.people")));
            }
        }
        return links;
    }
}
