package gradus;

import static gradus.course.Audience.ANYONE;
import static gradus.course.Audience.INSTRUCTOR;
import static gradus.course.Audience.OWNER;
import static gradus.course.Audience.STAFF;
import static gradus.course.Audience.TEACHER;

import gradus.attempt.OwnAttempts;
import gradus.author.ArchiveController;
import gradus.author.EditorController;
import gradus.author.ExamEditorController;
import gradus.author.HelpController;
import gradus.author.PaperController;
import gradus.author.ProofController;
import gradus.author.QuestionShelf;
import gradus.author.ReportController;
import gradus.author.TryOutController;
import gradus.author.Writings;
import gradus.author.WritingsController;
import gradus.bank.Bank;
import gradus.bank.BankController;
import gradus.bank.PictureAudience;
import gradus.bank.Publication;
import gradus.course.Access;
import gradus.course.CourseStore;
import gradus.course.Courses;
import gradus.course.CoursesController;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.WaitingWork;
import gradus.exchange.page.ExchangeController;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** What authors have: courses of their own and the texts in them, with their part of the site map. */
final class Authoring {
    private final CoursesController courses;
    private final BankController questions;
    private final ExchangeController exchange;
    private final ArchiveController archive;
    private final EditorController editor;
    private final WritingsController texts;
    private final ProofController proofs;
    private final ExamEditorController exam;
    private final PaperController papers;
    private final TryOutController tryOuts;
    private final ReportController reports;
    private final HelpController help;

    Authoring(
            Database database,
            Clock clock,
            Access access,
            Bank bank,
            Exams exams,
            OwnAttempts own,
            PictureAudience pictures) {
        courses = new CoursesController(
                new Courses(database, clock),
                database.store(CourseStore.class),
                access,
                new WaitingWork(database, exams)::inCourses,
                course -> {
                    bank.load();
                    Publication published = new Publication(database, bank);
                    published.fill(course, bank.questions(course));
                    published.fill(course, exams.current(course));
                });
        Writings writings = new Writings(database, bank, exams, clock);
        questions = new BankController(bank, new QuestionShelf(writings, exams), pictures);
        exchange = new ExchangeController(bank, exams);
        archive = new ArchiveController(writings, bank, exams);
        editor = new EditorController(writings, bank, questions);
        texts = new WritingsController(writings);
        exam = new ExamEditorController(writings, bank, exams, database.store(CourseStore.class));
        reports = new ReportController(database, bank, own, clock);
        help = new HelpController(access, database.store(CourseStore.class), exams, clock);
        papers = new PaperController(writings, bank);
        tryOuts = new TryOutController(writings, bank);
        proofs = new ProofController(writings, bank, new Publication(database, bank));
    }

    void routes(RoutesConfig routes) {
        routes.get("/courses", courses::list, STAFF);
        routes.post("/courses", courses::create, TEACHER);
        routes.get("/courses/{course}/settings", courses::settings, INSTRUCTOR);
        routes.post("/courses/{course}/settings", courses::change, INSTRUCTOR);
        routes.post("/courses/{course}/copies", courses::copy, INSTRUCTOR);
        routes.post("/courses/{course}/archive", courses::archive, INSTRUCTOR);
        routes.post("/courses/{course}/deletion", courses::delete, INSTRUCTOR);

        routes.get("/courses/{course}/questions", questions::list, INSTRUCTOR);
        routes.post("/courses/{course}/questions/reload", questions::reload, INSTRUCTOR);
        routes.get("/courses/{course}/questions/{question}", questions::preview, INSTRUCTOR);
        routes.get("/courses/{course}/questions/{question}/export/{format}", exchange::ofQuestion, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/export/{format}", exchange::ofExam, INSTRUCTOR);
        routes.get("/courses/{course}/question-import", exchange::importForm, INSTRUCTOR);
        routes.post("/courses/{course}/question-import", exchange::look, INSTRUCTOR);
        routes.post("/courses/{course}/question-import/files", exchange::files, INSTRUCTOR);
        routes.get("/courses/{course}/files", archive::show, INSTRUCTOR);
        routes.get("/courses/{course}/files/archive", archive::download, INSTRUCTOR);
        routes.post("/courses/{course}/file-import", archive::upload, INSTRUCTOR);
        routes.post("/courses/{course}/questions", editor::create, INSTRUCTOR);
        routes.get("/courses/{course}/questions/{question}/text", editor::show, INSTRUCTOR);
        routes.post("/courses/{course}/questions/{question}/text", editor::write, INSTRUCTOR);
        routes.post("/courses/{course}/questions/{question}/picture-import", editor::picture, INSTRUCTOR);
        routes.get("/courses/{course}/questions/{question}/history", texts::history, INSTRUCTOR);
        routes.post("/courses/{course}/questions/{question}/restoration", texts::restore, INSTRUCTOR);
        routes.get("/courses/{course}/questions/{question}/file", texts::file, INSTRUCTOR);
        routes.get("/courses/{course}/questions/{question}/proof", proofs::show, INSTRUCTOR);
        routes.post("/courses/{course}/questions/{question}/publication", proofs::publish, INSTRUCTOR);
        routes.get("/courses/{course}/exam-drafts", exam::list, INSTRUCTOR);
        routes.post("/courses/{course}/exam-drafts", exam::create, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/text", exam::show, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/text", exam::write, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/history", texts::history, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/restoration", texts::restore, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/file", texts::file, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/paper", papers::show, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/try-out", tryOuts::show, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/try-out", tryOuts::show, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/publication", exam::publish, INSTRUCTOR);
        routes.post("/attempts/{attempt}/reports", reports::report, OWNER);
        routes.get("/courses/{course}/reports", reports::list, INSTRUCTOR);
        routes.post("/courses/{course}/reports", reports::settle, INSTRUCTOR);
        routes.get("/help/questions", help::questions, ANYONE);
        routes.get("/help/exams", help::exams, ANYONE);
        routes.get("/help/components", help::components, ANYONE);
        routes.get("/help/functions", help::functions, ANYONE);
        routes.get("/schema/exam.json", help::examSchema, ANYONE);
        routes.get("/schema/functions.json", help::functionSchema, ANYONE);
        routes.get("/schema/question.json", questions::schema, ANYONE);
        routes.get("/courses/{course}/pictures/{name}", questions::picture, ANYONE);
    }
}
