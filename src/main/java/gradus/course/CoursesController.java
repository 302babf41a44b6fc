package gradus.course;

import gradus.account.Viewer;
import gradus.message.Languages;
import gradus.message.Message;
import gradus.question.Text;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.PageZone;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages on which staff find their courses, make further ones, and change, copy, put away and delete them. */
public final class CoursesController {
    private static final int LONGEST_TITLE = 200;
    private static final String TITLE = "title-";

    private final Courses courses;
    private final CourseStore store;
    private final Access access;
    private final Function<List<String>, List<Waits>> waits;
    private final Consumer<String> folderChanged;

    /**
     * @param waits what waits for staff in each of these courses
     * @param folderChanged called with a course that has a folder of its own, or none, which it did not have before
     */
    public CoursesController(
            Courses courses,
            CourseStore store,
            Access access,
            Function<List<String>, List<Waits>> waits,
            Consumer<String> folderChanged) {
        this.courses = courses;
        this.store = store;
        this.access = access;
        this.waits = waits;
        this.folderChanged = folderChanged;
    }

    /**
     * What waits for staff in a course.
     *
     * @param ungraded attempts with answers that a person has to grade
     * @param requests students who ask for another look at a score
     * @param reports problems with questions that students have reported
     */
    public record Waits(String course, long ungraded, long requests, long reports) {}

    /** A course in the list. Only who teaches it is told what has been reported, as the questions are theirs. */
    public record Row(
            String id, String title, boolean teaches, boolean archived, long ungraded, long requests, long reports) {}

    /** A language in which a course can have a title. */
    public record Tongue(String field, String name) {}

    /** {@code GET /courses}. */
    public void list(Context context) {
        showList(context, Form.empty().with("zone", store.firstZone().orElse("Asia/Seoul")));
    }

    private void showList(Context context, Form form) {
        Viewer viewer = Viewer.of(context);
        Locale language = Language.of(context);
        List<CourseStore.Held> all = access.staffCourses(viewer);
        Map<String, Waits> waiting = waits
                .apply(all.stream().map(CourseStore.Held::course).toList())
                .stream()
                .collect(Collectors.toMap(Waits::course, Function.identity()));
        List<Row> rows = new ArrayList<>();
        for (CourseStore.Held held : all) {
            Waits here = Objects.requireNonNull(waiting.get(held.course()));
            store.course(held.course())
                    .ifPresent(course -> rows.add(new Row(
                            course.id(),
                            course.title(language),
                            held.teaches(),
                            courses.isArchived(course.id()),
                            here.ungraded(),
                            here.requests(),
                            held.teaches() ? here.reports() : 0)));
        }
        context.render(
                "course/list",
                Map.of(
                        "courses",
                        rows,
                        "teaches",
                        viewer.admin() || rows.stream().anyMatch(Row::teaches),
                        "admin",
                        viewer.admin(),
                        "tongues",
                        tongues(),
                        "form",
                        form));
    }

    private static List<Tongue> tongues() {
        return Languages.spoken().stream()
                .map(language -> new Tongue(TITLE + language.getLanguage(), Languages.name(language)))
                .toList();
    }

    /** {@code POST /courses}: makes a course with the viewer as its instructor. */
    public void create(Context context) {
        Form form = form(context);
        Map<String, String> titles = titles(form);
        String id = form.text("id").strip();
        form.require(Courses.isId(id), "id", Message.of("course.id-unfit"));
        Viewer viewer = Viewer.of(context);
        String folder = folder(form, viewer);
        if (form.isGood()) {
            String zone = PageZone.named(form.text("zone")).orElseThrow().getId();
            boolean made = courses.add(new Course(id, new Text(titles)), zone, folder, viewer.person());
            form.require(made, "id", Message.of("course.id-taken"));
        }
        if (form.isGood()) {
            folderChanged.accept(id);
            context.redirect("/courses/" + id + "/settings");
        } else {
            showList(context.status(422), form);
        }
    }

    private static Form form(Context context) {
        List<String> fields = new ArrayList<>(List.of("id", "zone", "folder"));
        tongues().forEach(tongue -> fields.add(tongue.field()));
        Form form = Form.of(context, fields.toArray(String[]::new));
        return form.require(PageZone.named(form.text("zone")).isPresent(), "zone", Message.of("course.no-zone"));
    }

    private static Map<String, String> titles(Form form) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Tongue tongue : tongues()) {
            String title = form.text(tongue.field()).strip();
            form.require(title.length() <= LONGEST_TITLE, tongue.field(), Message.of("course.title-too-long"));
            if (!title.isEmpty()) {
                titles.put(tongue.field().substring(TITLE.length()), title);
            }
        }
        form.require(!titles.isEmpty(), tongues().get(0).field(), Message.of("course.title-needed"));
        return titles;
    }

    /** The folder that an admin named; null for none. Others name none, because it is the server's own disk. */
    private static @Nullable String folder(Form form, Viewer viewer) {
        String typed = form.text("folder").strip();
        if (typed.isEmpty() || !viewer.admin()) {
            return null;
        }
        boolean there;
        try {
            there = Path.of(typed).isAbsolute() && Files.isDirectory(Path.of(typed));
        } catch (InvalidPathException garbled) {
            there = false;
        }
        form.require(there, "folder", Message.of("course.no-folder"));
        return typed;
    }

    /** {@code GET /courses/{course}/settings}. */
    public void settings(Context context) {
        Course course = Found.of(context, Standing.class).course();
        showSettings(context, course, asItIs(course, Form.empty().with("id", course.id() + "-2")));
    }

    /** The course's settings in the fields of a form. */
    private Form asItIs(Course course, Form form) {
        form.with("zone", store.zone(course.id()).orElse("")).with("folder", folderOf(course.id()));
        course.title().byLanguage().forEach((language, title) -> form.with(TITLE + language, title));
        return form;
    }

    private String folderOf(String course) {
        return store.folders().stream()
                .filter(folder -> folder.course().equals(course))
                .map(CourseStore.Folder::folder)
                .findFirst()
                .orElse("");
    }

    private void showSettings(Context context, Course course, Form form) {
        context.render(
                "course/settings",
                Map.of(
                        "course",
                        course,
                        "title",
                        course.title(Language.of(context)),
                        "archived",
                        courses.isArchived(course.id()),
                        "admin",
                        Viewer.of(context).admin(),
                        "tongues",
                        tongues(),
                        "form",
                        form));
    }

    /** {@code POST /courses/{course}/settings}: other titles, another zone; an admin also another folder. */
    public void change(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Form form = form(context);
        Map<String, String> titles = titles(form);
        Viewer viewer = Viewer.of(context);
        String folder = folder(form, viewer);
        if (!form.isGood()) {
            showSettings(context.status(422), course, form.with("id", course.id() + "-2"));
            return;
        }
        courses.change(
                course.id(),
                titles,
                PageZone.named(form.text("zone")).orElseThrow().getId());
        if (viewer.admin() && !folderOf(course.id()).equals(folder == null ? "" : folder)) {
            courses.changeFolder(course.id(), folder);
            folderChanged.accept(course.id());
        }
        context.redirect("/courses/" + course.id() + "/settings");
    }

    /** {@code POST /courses/{course}/copies}: a new course with the same questions and exams. */
    public void copy(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Form form = Form.of(context, "id");
        String id = form.text("id").strip();
        form.require(Courses.isId(id), "id", Message.of("course.id-unfit"));
        if (form.isGood()) {
            boolean copied = courses.copy(
                    course.id(),
                    new Course(id, course.title()),
                    Viewer.of(context).person());
            form.require(copied, "id", Message.of("course.id-taken"));
        }
        if (form.isGood()) {
            context.redirect("/courses/" + id + "/settings");
        } else {
            showSettings(context.status(422), course, asItIs(course, form));
        }
    }

    /** {@code POST /courses/{course}/archive}: puts it away, or fetches it back. */
    public void archive(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String away = Form.of(context, "away").text("away");
        if (!away.equals("true") && !away.equals("false")) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
        courses.archive(course.id(), away.equals("true"));
        context.redirect("/courses/" + course.id() + "/settings");
    }

    /** {@code POST /courses/{course}/deletion}: only of a course of which nobody has begun an exam. */
    public void delete(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Form form = Form.of(context, "sure");
        boolean sure = form.text("sure").strip().equals(course.id());
        form.require(sure, "sure", Message.of("course.delete-unsure", course.id()));
        if (form.isGood()) {
            form.require(courses.delete(course.id()), "sure", Message.of("course.delete-attempts"));
        }
        if (form.isGood()) {
            context.redirect("/courses");
        } else {
            showSettings(context.status(422), course, asItIs(course, form.with("id", course.id() + "-2")));
        }
    }
}
