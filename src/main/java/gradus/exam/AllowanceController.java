package gradus.exam;

import gradus.account.Viewer;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.PageZone;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits of their own for a person or a section, given in the browser at any time; they hold for attempts that run. */
public final class AllowanceController {
    private static final int LONGEST_REASON = 500;
    private static final BigDecimal LEAST_FACTOR = new BigDecimal("0.01");
    private static final BigDecimal LARGEST_FACTOR = new BigDecimal("100");

    private final Exams exams;
    private final Allowances allowances;
    private final CourseStore courses;
    private final Clock clock;

    public AllowanceController(Database database, Exams exams, Clock clock) {
        this.exams = exams;
        this.allowances = new Allowances(database);
        this.courses = database.store(CourseStore.class);
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param whom a person's name and number, or a section
     */
    public record Row(
            String whom,
            boolean section,
            @Nullable UUID person,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Integer minutes,
            @Nullable String factor,
            @Nullable Integer attempts,
            String reason) {}

    /** {@code GET /courses/{course}/exams/{exam}/allowances}. */
    public void list(Context context) {
        show(context, Form.empty());
    }

    /** {@code POST /courses/{course}/exams/{exam}/allowances}: gives one, over what was given before. */
    public void give(Context context) {
        Course course = course(context);
        PublishedExam offered = exam(context);
        Form form =
                Form.of(context, "student", "section", "opens", "closes", "minutes", "factor", "attempts", "reason");
        String section = form.text("section").strip();
        Optional<CourseStore.Member> student = student(course, form.text("student"));
        boolean named = !form.text("student").isBlank();
        form.require(named != !section.isEmpty(), "student", Message.of("exam.allowance-for-one"))
                .require(
                        !named || student.isPresent(),
                        "student",
                        Message.of("exam.unknown-student", form.text("student")))
                .require(
                        section.isEmpty() || sections(course).contains(section),
                        "section",
                        Message.of("exam.unknown-section", section))
                .require(
                        form.text("reason").length() <= LONGEST_REASON,
                        "reason",
                        Message.of("account.too-long", LONGEST_REASON));
        AllowanceStore.Said said = new AllowanceStore.Said(
                student.map(CourseStore.Member::person).orElse(null),
                section.isEmpty() ? null : section,
                time(form, "opens", PageZone.of(context)),
                time(form, "closes", PageZone.of(context)),
                number(form, "minutes", 100_000),
                factor(form),
                number(form, "attempts", 10_000),
                form.text("reason").strip(),
                clock.instant(),
                Viewer.of(context).person());
        Integer own = offered.exam().policy().limits().minutes();
        Integer minutes = said.minutes();
        if (own != null && minutes != null) {
            form.require(minutes >= own, "minutes", Message.of("exam.allowance-less", own, own + minutes));
        }
        form.require(!form.isGood() || !said.isWithdrawn(), "minutes", Message.of("exam.allowance-of-nothing"));
        if (!form.isGood()) {
            show(context.status(422), form);
            return;
        }
        allowances.say(course.id(), offered.exam().id(), said);
        exams.changed(course.id(), offered.exam().id(), Viewer.of(context).person());
        back(context, course, offered);
    }

    /** {@code POST /courses/{course}/exams/{exam}/allowances/removal}: takes back what a person or a section was given. */
    public void withdraw(Context context) {
        Course course = course(context);
        PublishedExam offered = exam(context);
        String whom = context.formParam("whom");
        UUID by = Viewer.of(context).person();
        allowances.said(course.id(), offered.exam().id()).stream()
                .filter(row -> name(row).equals(whom))
                .findFirst()
                .ifPresent(given ->
                        allowances.say(course.id(), offered.exam().id(), given.withdrawn(clock.instant(), by)));
        exams.changed(course.id(), offered.exam().id(), by);
        back(context, course, offered);
    }

    private static String name(AllowanceStore.Said row) {
        return row.person() == null ? "section " + row.section() : row.person().toString();
    }

    private Optional<CourseStore.Member> student(Course course, String number) {
        return courses.members(course.id()).stream()
                .filter(member -> number.strip().equals(member.studentNumber()))
                .findFirst();
    }

    private List<String> sections(Course course) {
        return courses.members(course.id()).stream()
                .map(CourseStore.Member::section)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable Instant time(Form form, String field, ZoneId zone) {
        String text = form.text(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException garbled) {
            form.require(false, field, Message.of("exam.time-unfit"));
            return null;
        }
    }

    private static @Nullable Integer number(Form form, String field, int most) {
        String text = form.text(field).strip();
        boolean fits = text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
        form.require(text.isEmpty() || fits, field, Message.of("exam.number-unfit", most));
        return fits ? Integer.valueOf(text) : null;
    }

    private static @Nullable BigDecimal factor(Form form) {
        String text = form.text("factor").strip();
        BigDecimal factor = text.matches("[0-9]{1,3}(\\.[0-9]{1,4})?") ? new BigDecimal(text) : null;
        boolean fits = factor != null && factor.compareTo(LEAST_FACTOR) >= 0 && factor.compareTo(LARGEST_FACTOR) <= 0;
        form.require(text.isEmpty() || fits, "factor", Message.of("exam.factor-unfit"));
        return fits ? factor : null;
    }

    private PublishedExam exam(Context context) {
        return exams.find(course(context).id(), context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }

    private static Course course(Context context) {
        return Found.of(context, Standing.class).course();
    }

    private static void back(Context context, Course course, PublishedExam offered) {
        context.redirect("/courses/" + course.id() + "/exams/" + offered.exam().id() + "/allowances");
    }

    private void show(Context context, Form form) {
        Course course = course(context);
        PublishedExam offered = exam(context);
        List<CourseStore.Member> members = courses.members(course.id());
        List<Row> rows = allowances.said(course.id(), offered.exam().id()).stream()
                .map(row -> row(row, members))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("exam", offered.exam().id());
        model.put("title", offered.exam().title().in(Language.of(context)));
        model.put("courseTitle", course.title(Language.of(context)));
        model.put("rows", rows);
        model.put("minutes", offered.exam().policy().limits().minutes());
        model.put("zone", PageZone.of(context).getId());
        model.put("form", form);
        context.render("exam/allowances", model);
    }

    private static Row row(AllowanceStore.Said said, List<CourseStore.Member> members) {
        String whom = members.stream()
                .filter(member -> member.person().equals(said.person()))
                .map(member -> (member.called() + " " + Objects.requireNonNullElse(member.studentNumber(), "")).strip())
                .findFirst()
                .orElse(said.section() == null ? "" : said.section());
        BigDecimal factor = said.factor();
        return new Row(
                whom,
                said.person() == null,
                said.person(),
                said.opens(),
                said.closes(),
                said.minutes(),
                factor == null ? null : factor.stripTrailingZeros().toPlainString(),
                said.attempts(),
                said.reason());
    }
}
