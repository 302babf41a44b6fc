package gradus.result.gradebook;

import gradus.account.Viewer;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.message.Message;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The grades of a course as students are told them: an instructor tells them, and each student sees their own. */
public final class ReleasedGradesController {
    private static final int DECIMALS = 10;

    private final Database database;
    private final GradebookStore gradebook;
    private final ReleaseStore store;
    private final CourseStore courses;
    private final Exams exams;
    private final Clock clock;

    public ReleasedGradesController(Database database, Exams exams, Clock clock) {
        this.database = database;
        this.gradebook = database.store(GradebookStore.class);
        this.store = database.store(ReleaseStore.class);
        this.courses = database.store(CourseStore.class);
        this.exams = exams;
        this.clock = clock;
    }

    /** {@code POST /courses/{course}/grades/releases}: tells all students their grades as they are now, or takes back what was told. */
    public void release(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        UUID by = Viewer.of(context).person();
        boolean tells = !"take-back".equals(context.formParam("what"));
        Gradebook book = Gradebook.of(course, exams, gradebook);
        List<ReleaseStore.Given> grades = tells ? grades(book) : List.of();
        if (tells && grades.isEmpty()) {
            throw Refusal.conflict(Message.of("gradebook.nothing-to-tell"));
        }
        database.insertNext(ReleaseStore.class, inside -> {
            long seq = inside.last(course).map(ReleaseStore.Told::seq).orElse(0L) + 1;
            inside.add(course, seq, tells, clock.instant(), by);
            inside.give(course, seq, grades);
        });
        context.redirect("/courses/" + course + "/grades");
    }

    /** The totals and letters of all students who have one. */
    static List<ReleaseStore.Given> grades(Gradebook book) {
        Map<UUID, Double> totals = book.totals(book.everybody());
        Map<UUID, String> letters = LetterGrades.of(book.scheme(), totals).of();
        List<ReleaseStore.Given> grades = new ArrayList<>();
        totals.forEach((person, total) -> grades.add(new ReleaseStore.Given(
                person,
                BigDecimal.valueOf(total).setScale(DECIMALS, RoundingMode.HALF_UP),
                letters.getOrDefault(person, ""))));
        return grades;
    }

    /** {@code GET /courses/{course}/my-grades}: a student's own grades, as far as they are released. */
    public void own(Context context) {
        Course course = courses.course(context.pathParam("course")).orElseThrow(Refusal::notFound);
        Pupil pupil = store.pupil(course.id(), Viewer.of(context).person()).orElseThrow(Refusal::notFound);
        OwnGrades own = OwnGrades.of(
                Gradebook.of(course.id(), exams, gradebook),
                exams,
                store,
                pupil,
                clock.instant(),
                Language.of(context));
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("title", course.title(Language.of(context)));
        model.put("pupil", pupil);
        model.put("grades", own);
        context.render("gradebook/own", model);
    }
}
