package gradus.course;

import gradus.account.AccountStore;
import gradus.account.Accounts;
import gradus.account.Person;
import gradus.account.Viewer;
import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster of a course: who is in it in which role. */
public final class CourseController {
    private final Database database;
    private final CourseStore courses;
    private final AccountStore people;
    private final Clock clock;

    public CourseController(Database database, Clock clock) {
        this.database = database;
        this.courses = database.store(CourseStore.class);
        this.people = database.store(AccountStore.class);
        this.clock = clock;
    }

    /** {@code GET /courses/{course}/people}. */
    public void roster(Context context) {
        showRoster(
                context,
                Found.of(context, Standing.class).course(),
                Form.empty().with("role", Role.STUDENT.word()));
    }

    /** {@code POST /courses/{course}/people}: puts a person on the roster, by their login. */
    public void enrol(Context context) {
        Course course = Found.of(context, Standing.class).course();
        Form form = Form.of(context, "login", "role");
        Role role = role(form.text("role"));
        Optional<Person> person = people.withLogin(Accounts.fold(form.text("login")));
        form.require(person.isPresent(), "login", Message.of("course.no-such-login"));
        person.ifPresent(found -> {
            boolean isNew = database.insertOnce(
                    CourseStore.class, store -> store.enrol(course.id(), found.id(), role, clock.instant()));
            form.require(isNew, "login", Message.of("course.already-member"));
        });
        if (form.isGood()) {
            backToRoster(context, course);
        } else {
            showRoster(context.status(422), course, form);
        }
    }

    /** {@code POST /courses/{course}/people/{person}/role}. */
    public void changeRole(Context context) {
        Course course = Found.of(context, Standing.class).course();
        UUID person = somebodyElse(context);
        Role role = role(context.formParam("role"));
        Access.require(database.save(CourseStore.class).changeRole(course.id(), person, role) == 1);
        backToRoster(context, course);
    }

    /** {@code POST /courses/{course}/people/{person}/removal}. */
    public void remove(Context context) {
        Course course = Found.of(context, Standing.class).course();
        UUID person = somebodyElse(context);
        Access.require(database.save(CourseStore.class).leave(course.id(), person) == 1);
        backToRoster(context, course);
    }

    /** The person of the path; nobody takes their own role away, so a course keeps an instructor. */
    private static UUID somebodyElse(Context context) {
        UUID person;
        try {
            person = UUID.fromString(context.pathParam("person"));
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
        if (Viewer.of(context).is(person)) {
            throw Refusal.conflict(Message.of("course.not-oneself"));
        }
        return person;
    }

    private static Role role(@Nullable String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(Message.of("web.error-400")));
    }

    private static void backToRoster(Context context, Course course) {
        context.redirect("/courses/" + course.id() + "/people");
    }

    private void showRoster(Context context, Course course, Form form) {
        context.render(
                "course/roster",
                Map.of(
                        "course", course,
                        "title", course.title(Language.of(context)),
                        "members", courses.members(course.id()),
                        "roles", Role.values(),
                        "form", form));
    }
}
