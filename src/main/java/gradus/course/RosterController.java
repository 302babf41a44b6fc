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
import gradus.web.Web;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster of a course, as its staff keep it: who is in it, in which role, and by which number, name and section. */
public final class RosterController {
    private final Database database;
    private final CourseStore courses;
    private final AccountStore people;
    private final Accounts accounts;
    private final CourseCodes codes;
    private final Clock clock;
    private final RosterListener listener;

    public RosterController(Database database, Accounts accounts, Clock clock, RosterListener listener) {
        this.database = database;
        this.courses = database.store(CourseStore.class);
        this.people = database.store(AccountStore.class);
        this.accounts = accounts;
        this.codes = new CourseCodes(database, clock);
        this.clock = clock;
        this.listener = listener;
    }

    /** {@code GET /courses/{course}/people}. */
    public void roster(Context context) {
        show(context, Form.empty(), null);
    }

    /** {@code POST /courses/{course}/people}: puts a student on the roster, who takes the seat with a code. */
    public void add(Context context) {
        Course course = course(context);
        Form form = Form.of(context, "studentNumber", "officialName", "section");
        Particulars said = particulars(form, Particulars.NONE);
        form.require(said.studentNumber() != null, "studentNumber", Message.of("course.import-no-number"));
        store(
                form,
                () -> database.insertOnce(
                        CourseStore.class,
                        inside -> inside.addSeat(course.id(), UUID.randomUUID(), said, clock.instant())));
        answer(context, form, course);
    }

    /** {@code GET /courses/{course}/people/{person}}: a member's particulars. */
    public void member(Context context) {
        CourseStore.Member member = known(context);
        showMember(
                context,
                member,
                Form.empty()
                        .with("studentNumber", member.studentNumber())
                        .with("officialName", member.officialName())
                        .with("section", member.section()));
    }

    /** {@code POST /courses/{course}/people/{person}}: sets number, official name and section of a member. */
    public void describe(Context context) {
        Course course = course(context);
        CourseStore.Member member = known(context);
        Form form = Form.of(context, "studentNumber", "officialName", "section");
        Particulars said = particulars(form, member.particulars());
        store(
                form,
                () -> database.insertOnce(
                        CourseStore.class, inside -> inside.describe(course.id(), member.person(), said)));
        if (form.isGood()) {
            listener.changed(course.id());
            context.redirect(path(course));
        } else {
            showMember(context.status(422), member, form);
        }
    }

    private static void store(Form form, java.util.function.BooleanSupplier work) {
        if (form.isGood()) {
            form.require(work.getAsBoolean(), "studentNumber", Message.of("course.number-taken"));
        }
    }

    /** What a form says of number, name and section; the rest stays. */
    private static Particulars particulars(Form form, Particulars before) {
        String number = text(form, "studentNumber", RosterColumn.NUMBER);
        form.require(
                number == null || RosterImport.isNumber(number), "studentNumber", Message.of("course.number-unfit"));
        return new Particulars(
                number,
                text(form, "officialName", RosterColumn.NAME),
                text(form, "section", RosterColumn.SECTION),
                before.department(),
                before.studyYear(),
                before.email());
    }

    private static @Nullable String text(Form form, String field, RosterColumn column) {
        String text = form.text(field).strip();
        form.require(text.length() <= column.longest(), field, Message.of("account.too-long", column.longest()));
        return text.isEmpty() ? null : text;
    }

    /** {@code POST /courses/{course}/people/{person}/role}: staff only whose account is known to be theirs. */
    public void changeRole(Context context) {
        Course course = course(context);
        CourseStore.Member member = somebodyElse(context);
        Role role = role(context.formParam("role"));
        if (role.atLeast(Role.GRADER) && !member.role().atLeast(Role.GRADER) && member.confirmed() == null) {
            throw Refusal.conflict(Message.of("course.not-confirmed"));
        }
        database.save(CourseStore.class, inside -> {
            inside.people().withdrawResets(member.person());
            return inside.changeRole(course.id(), member.person(), role);
        });
        context.redirect(path(course));
    }

    /** {@code POST /courses/{course}/people/{person}/confirmation}: an admin knows whose account it is. */
    public void confirm(Context context) {
        Access.require(Viewer.of(context).admin());
        CourseStore.Member member = known(context);
        database.save(AccountStore.class).confirm(member.person(), clock.instant());
        context.redirect(path(course(context)));
    }

    /** {@code POST /courses/{course}/people/{person}/removal}. */
    public void remove(Context context) {
        Course course = course(context);
        CourseStore.Member member = somebodyElse(context);
        Access.require(database.save(CourseStore.class).leave(course.id(), member.person()) == 1);
        context.redirect(path(course));
    }

    /**
     * {@code POST /courses/{course}/people/{person}/reset}: a link with which a student sets a new password. Staff get none for
     * an account that can do more than be a student here, since who has the link has the account; an admin gets one for all but
     * admins.
     */
    public void reset(Context context) {
        CourseStore.Member member = somebodyElse(context);
        boolean onlyHere = courses.rolesOf(member.person()).size() == 1 && member.role() == Role.STUDENT;
        boolean admin = people.person(member.person()).map(Person::admin).orElse(true);
        if (!(onlyHere || Viewer.of(context).admin()) || admin || member.login().isEmpty()) {
            throw Refusal.conflict(Message.of("course.reset-by-admin"));
        }
        show(context, Form.empty(), "/welcome/" + accounts.reset(member.person()));
    }

    /** {@code POST /courses/{course}/people/codes}: fresh one-time codes of all seats that nobody has taken, to be printed. */
    public void codes(Context context) {
        Course course = course(context);
        List<CourseStore.Member> open = courses.members(course.id()).stream()
                .filter(member ->
                        member.role() == Role.STUDENT && member.login().isEmpty())
                .toList();
        Map<UUID, String> fresh = codes.forSeats(
                course.id(),
                open.stream().map(CourseStore.Member::person).toList(),
                Viewer.of(context).person());
        context.render(
                "course/codes",
                Map.of(
                        "course", course,
                        "title", course.title(Language.of(context)),
                        "members", open,
                        "door", Web.address(context) + "/join",
                        "codes", fresh));
    }

    /** {@code POST /courses/{course}/people/invitations}: a link that makes who follows it first a member of the staff. */
    public void invite(Context context) {
        Role role = role(context.formParam("role"));
        if (!role.atLeast(Role.GRADER)) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
        String code =
                codes.forStaff(course(context).id(), role, Viewer.of(context).person());
        show(context, Form.empty(), "/join?code=" + code);
    }

    /** {@code POST /courses/{course}/people/class-code}: a new code for the class, or none. */
    public void classCode(Context context) {
        Course course = course(context);
        if ("none".equals(context.formParam("code"))) {
            codes.withdrawOfClass(course.id());
        } else {
            codes.renewOfClass(course.id(), Viewer.of(context).person());
        }
        context.redirect(path(course));
    }

    /** The member whom the path names. */
    private CourseStore.Member known(Context context) {
        String id = context.pathParam("person");
        return courses.members(course(context).id()).stream()
                .filter(member -> member.person().toString().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The same, but oneself; nobody takes their own role away, so a course keeps an instructor. */
    private CourseStore.Member somebodyElse(Context context) {
        if (context.pathParam("person").equals(Viewer.of(context).person().toString())) {
            throw Refusal.conflict(Message.of("course.not-oneself"));
        }
        return known(context);
    }

    private static Role role(@Nullable String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(Message.of("web.error-400")));
    }

    private static Course course(Context context) {
        return Found.of(context, Standing.class).course();
    }

    private static String path(Course course) {
        return "/courses/" + course.id() + "/people";
    }

    private void answer(Context context, Form form, Course course) {
        if (form.isGood()) {
            context.redirect(path(course));
        } else {
            show(context.status(422), form, null);
        }
    }

    private void showMember(Context context, CourseStore.Member member, Form form) {
        Course course = course(context);
        context.render(
                "course/member",
                Map.of("course", course, "title", course.title(Language.of(context)), "member", member, "form", form));
    }

    /** @param link a link to hand on, which is shown this once */
    private void show(Context context, Form form, @Nullable String link) {
        Course course = course(context);
        List<CourseStore.Member> members = courses.members(course.id());
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(Language.of(context)));
        model.put("members", members);
        model.put(
                "open",
                members.stream().filter(member -> member.login().isEmpty()).count());
        model.put("roles", Role.values());
        model.put("form", form);
        model.put("link", link == null ? null : Web.address(context) + link);
        model.put("classCode", codes.ofClass(course.id()).orElse(null));
        model.put("joins", Web.address(context) + "/join?code=");
        context.render("course/roster", model);
    }
}
