package gradus;

import static gradus.course.Audience.ANYONE;
import static gradus.course.Audience.GRADER;
import static gradus.course.Audience.INSTRUCTOR;
import static gradus.course.Audience.PERSON;

import gradus.api.ApiController;
import gradus.api.ApiReadController;
import gradus.api.ApiScoreController;
import gradus.api.Tokens;
import gradus.attempt.Attempts;
import gradus.attempt.OwnAttempts;
import gradus.attempt.Submissions;
import gradus.bank.Bank;
import gradus.course.Access;
import gradus.course.CourseStore;
import gradus.database.Background;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.WaitingWork;
import gradus.result.ResultsController;
import gradus.result.fill.FillController;
import gradus.result.gradebook.CourseGradesController;
import gradus.result.gradebook.GradebookController;
import gradus.result.gradebook.ReleasedGradesController;
import gradus.result.own.OwnDataController;
import gradus.result.own.Retention;
import gradus.result.own.RetentionController;
import gradus.result.regrade.OverrideController;
import gradus.result.regrade.Overrides;
import gradus.result.regrade.RegradeController;
import gradus.result.regrade.Regrades;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;

/** What becomes of scores after an exam: lists, files, changes by instructors, with their part of the site map. */
final class Grades {
    private final ResultsController results;
    private final Regrades regrading;
    private final RegradeController regrades;
    private final OverrideController overrides;
    private final ApiController api;
    private final Retention keeping;
    private final RetentionController retention;
    private final OwnDataController ownData;
    private final FillController fill;
    private final GradebookController gradebook;
    private final CourseGradesController grades;
    private final ReleasedGradesController released;

    Grades(
            Database database,
            Bank bank,
            Exams exams,
            Attempts attempts,
            Submissions submissions,
            OwnAttempts own,
            Clock clock) {
        WaitingWork waiting = new WaitingWork(database, exams);
        results = new ResultsController(database, exams, waiting);
        regrading = new Regrades(database, attempts, submissions, clock);
        regrades = new RegradeController(database, regrading, bank, exams);
        keeping = new Retention(database, clock);
        retention = new RetentionController(keeping, clock);
        ownData = new OwnDataController(database, attempts, submissions, own, clock);
        fill = new FillController(database, exams, waiting);
        gradebook = new GradebookController(database, exams);
        grades = new CourseGradesController(database, exams, clock);
        released = new ReleasedGradesController(database, exams, clock);
        Overrides changes = new Overrides(attempts, submissions);
        overrides = new OverrideController(database, attempts, submissions, changes);
        ApiReadController read = new ApiReadController(database, exams, attempts, submissions);
        CourseStore courses = database.store(CourseStore.class);
        api = new ApiController(
                new Tokens(database, clock),
                new Access(courses),
                courses,
                read,
                new ApiScoreController(attempts, exams, bank, changes, regrading, read));
    }

    void routes(RoutesConfig routes) {
        api.routes(routes);
        routes.get("/courses/{course}/exams/{exam}/attempts", results::list, GRADER);
        routes.get("/courses/{course}/exams/{exam}/results.csv", results::csv, GRADER);
        routes.get("/courses/{course}/exams/{exam}/results.jsonl", results::jsonLines, GRADER);
        routes.get("/courses/{course}/exams/{exam}/results.xlsx", results::xlsx, GRADER);
        routes.get("/courses/{course}/exams/{exam}/regrades", regrades::list, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/regrades", regrades::ask, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/regrades/state", regrades::move, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/platform-import", fill::form, GRADER);
        routes.post("/courses/{course}/exams/{exam}/platform-import", fill::fill, GRADER);
        routes.get("/courses/{course}/exams/{exam}/gradebook", gradebook::questions, GRADER);
        routes.get("/courses/{course}/gradebook", gradebook::exams, GRADER);
        routes.get("/courses/{course}/grades", grades::show, INSTRUCTOR);
        routes.post("/courses/{course}/grades", grades::change, INSTRUCTOR);
        routes.post("/courses/{course}/grades/releases", released::release, INSTRUCTOR);
        routes.get("/courses/{course}/my-grades", released::own, PERSON);
        routes.get("/courses/{course}/grades.csv", grades::csv, INSTRUCTOR);
        routes.get("/privacy", ownData::notice, ANYONE);
        routes.get("/account/data", ownData::download, PERSON);
        routes.get("/courses/{course}/retention", retention::show, INSTRUCTOR);
        routes.post("/courses/{course}/retention", retention::change, INSTRUCTOR);
        routes.get("/courses/{course}/attempts/{attempt}/overrides", overrides::show, INSTRUCTOR);
        routes.post("/courses/{course}/attempts/{attempt}/overrides", overrides::change, INSTRUCTOR);
    }

    /** What it does without being asked. */
    void workIn(Background background) {
        background.every(Duration.ofSeconds(1), "regrading", regrading::run);
        background.every(Duration.ofMinutes(10), "forgetting who students were", keeping::run);
    }
}
