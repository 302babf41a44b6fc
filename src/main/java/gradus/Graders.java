package gradus;

import static gradus.course.Audience.GRADER;
import static gradus.course.Audience.INSTRUCTOR;

import gradus.attempt.Attempts;
import gradus.attempt.Submissions;
import gradus.bank.Bank;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.rubric.DeskController;
import gradus.rubric.QueueController;
import gradus.rubric.Queues;
import gradus.rubric.RubricController;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** What graders have: grading by people as a whole, with its part of the site map. */
final class Graders {
    private static final String DESK = "/courses/{course}/exams/{exam}/queue/{question}/{part}";

    private final RubricController rubric;
    private final QueueController queue;
    private final DeskController desk;

    Graders(Database database, Bank bank, Exams exams, Attempts attempts, Submissions submissions, Clock clock) {
        Queues queues = new Queues(database, clock);
        rubric = new RubricController(database, attempts, submissions, queues);
        queue = new QueueController(queues, exams, bank);
        desk = new DeskController(database, queues, exams, attempts, submissions);
    }

    void routes(RoutesConfig routes) {
        routes.get("/courses/{course}/queue", queue::list, GRADER);
        routes.post("/courses/{course}/exams/{exam}/graders", queue::split, INSTRUCTOR);
        routes.get(DESK, desk::show, GRADER);
        routes.post(DESK + "/scores", desk::score, GRADER);
        routes.post(DESK + "/withdrawals", desk::withdraw, GRADER);
        routes.post(DESK + "/claims", desk::touch, GRADER);
        routes.get("/courses/{course}/exams/{exam}/waiting", rubric::next, GRADER);
        routes.get("/courses/{course}/attempts/{attempt}", rubric::show, GRADER);
        routes.post("/courses/{course}/attempts/{attempt}/scores", rubric::score, GRADER);
    }
}
