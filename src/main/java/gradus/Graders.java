package gradus;

import static gradus.course.Audience.GRADER;
import static gradus.course.Audience.INSTRUCTOR;
import static gradus.course.Audience.OWNER;

import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.OwnAttempts;
import gradus.attempt.Submissions;
import gradus.attempt.result.SecondLook;
import gradus.bank.Bank;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.rubric.DeskController;
import gradus.rubric.GroupsController;
import gradus.rubric.QueueController;
import gradus.rubric.Queues;
import gradus.rubric.Requests;
import gradus.rubric.RequestsController;
import gradus.rubric.RubricController;
import gradus.rubric.RubricEditController;
import gradus.rubric.SecondMarkController;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** What graders have: grading by people as a whole, with its part of the site map. */
final class Graders {
    private static final String DESK = "/courses/{course}/exams/{exam}/queue/{question}/{part}";

    private final RubricController rubric;
    private final QueueController queue;
    private final DeskController desk;
    private final RubricEditController edit;
    private final GroupsController groups;
    private final Requests asked;
    private final RequestsController requests;
    private final SecondMarkController second;

    Graders(
            Database database,
            Bank bank,
            Exams exams,
            Attempts attempts,
            Submissions submissions,
            OwnAttempts own,
            Clock clock) {
        asked = new Requests(database, clock);
        Queues queues = new Queues(database, bank, clock);
        rubric = new RubricController(database, attempts, submissions, queues);
        queue = new QueueController(queues, exams, bank);
        desk = new DeskController(database, queues, exams, attempts, submissions, asked);
        edit = new RubricEditController(queues, exams, attempts, submissions);
        groups = new GroupsController(queues, exams, attempts, submissions);
        second = new SecondMarkController(database, queues, exams, attempts, submissions);
        requests = new RequestsController(asked, own, submissions, exams, bank, clock);
    }

    /** Whether a student may ask for another look at their scores. */
    SecondLook secondLook(Attempt attempt) {
        return asked.secondLook(attempt);
    }

    void routes(RoutesConfig routes) {
        routes.get("/courses/{course}/queue", queue::list, GRADER);
        routes.post("/courses/{course}/exams/{exam}/graders", queue::split, INSTRUCTOR);
        routes.get(DESK, desk::show, GRADER);
        routes.post(DESK + "/scores", desk::score, GRADER);
        routes.post(DESK + "/withdrawals", desk::withdraw, GRADER);
        routes.post(DESK + "/claims", desk::touch, GRADER);
        routes.get(DESK + "/rubric", edit::show, INSTRUCTOR);
        routes.post(DESK + "/rubric", edit::change, INSTRUCTOR);
        routes.get(DESK + "/groups", groups::show, GRADER);
        routes.post(DESK + "/groups", groups::score, GRADER);
        routes.get(DESK + "/second", second::show, GRADER);
        routes.post(DESK + "/second", second::mark, GRADER);
        routes.get(DESK + "/differences", second::differences, GRADER);
        routes.post(DESK + "/differences", second::settle, INSTRUCTOR);
        routes.get("/attempts/{attempt}/requests", requests::show, OWNER);
        routes.post("/attempts/{attempt}/requests", requests::ask, OWNER);
        routes.get("/courses/{course}/exams/{exam}/requests", requests::list, GRADER);
        routes.post("/courses/{course}/exams/{exam}/request-window", requests::window, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/waiting", rubric::next, GRADER);
        routes.get("/courses/{course}/attempts/{attempt}", rubric::show, GRADER);
        routes.post("/courses/{course}/attempts/{attempt}/scores", rubric::score, GRADER);
    }
}
