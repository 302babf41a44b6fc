package gradus;

import static gradus.course.Audience.ANYONE;
import static gradus.course.Audience.GRADER;
import static gradus.course.Audience.INSTRUCTOR;
import static gradus.course.Audience.OWNER;
import static gradus.course.Audience.PERSON;

import gradus.account.Accounts;
import gradus.account.Sessions;
import gradus.account.Viewer;
import gradus.attempt.Answers;
import gradus.attempt.Attempts;
import gradus.attempt.Deadlines;
import gradus.attempt.Locks;
import gradus.attempt.OwnAttempts;
import gradus.attempt.Submissions;
import gradus.attempt.invigilation.HistoryController;
import gradus.attempt.invigilation.InvigilationController;
import gradus.attempt.invigilation.Preparation;
import gradus.attempt.invigilation.StandingController;
import gradus.attempt.invigilation.Standings;
import gradus.attempt.invigilation.Sweep;
import gradus.attempt.result.ResultController;
import gradus.attempt.sitting.PictureAccess;
import gradus.attempt.sitting.SittingController;
import gradus.attempt.sitting.StartController;
import gradus.bank.Bank;
import gradus.bank.BankWatch;
import gradus.course.Access;
import gradus.course.CourseStore;
import gradus.database.Background;
import gradus.database.CannotStart;
import gradus.database.Database;
import gradus.demo.Demo;
import gradus.demo.DemoController;
import gradus.exam.AllowanceController;
import gradus.exam.ExamController;
import gradus.exam.Exams;
import gradus.exam.Invigilation;
import gradus.exam.SteadyClock;
import gradus.exam.WaitingWork;
import gradus.message.Message;
import gradus.practice.HomeController;
import gradus.practice.PracticeController;
import gradus.result.StatisticsController;
import gradus.web.Listening;
import gradus.web.Metrics;
import gradus.web.Rates;
import gradus.web.Web;
import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The running server: all features are created here, and all routes are listed in {@link #routes}. */
public final class App implements AutoCloseable {
    private final Database database;
    private final Javalin server;
    private final String address;
    private volatile boolean warm = true;

    private final Web web;
    private final Metrics metrics;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Visitors visitors;
    private final Enrolling enrolling;

    private final Bank bank;
    private final Exams exams;
    private final Submissions submissions;
    private final Sweep sweep;
    private final Background background = new Background();
    private final Rates strangers = Admission.rateOfStrangers(3_000, 10);
    private final Rates starting = Admission.rate(100, 10);
    private final Rates saving = Admission.rate(5_000, 500);
    private final Rates reading = Admission.rate(1_000, 100);
    private final StartController starts;
    private final HomeController home;
    private final SittingController sittings;
    private final PracticeController practice;
    private final ResultController results;
    private final HistoryController histories;
    private final InvigilationController rooms;
    private final StandingController standings;

    private final ExamController examList;
    private final AllowanceController allowances;
    private final Graders grading;
    private final Grades grades;
    private final StatisticsController statistics;
    private final Authoring authoring;
    private final DemoController tour;

    private App(Settings settings, Database database) {
        this.database = database;
        Clock clock = new SteadyClock(Clock.tickMillis(ZoneOffset.UTC), System::nanoTime);
        CourseStore courses = database.store(CourseStore.class);
        Access access = new Access(courses);
        Navigation navigation = new Navigation(access);
        web = new Web(
                settings.dev(),
                context -> navigation.links(Viewer.of(context), context.path()),
                this::trouble,
                database::wasAlive,
                settings.front());
        sessions = new Sessions(database, clock);
        accounts = new Accounts(database, clock);
        bank = new Bank(database, clock, settings.folders());
        exams = new Exams(database, bank, clock);
        bank.load();
        enrolling = new Enrolling(database, accounts, clock, exams::rosterChanged);
        Attempts attempts = new Attempts(database, bank, exams, clock);
        visitors = new Visitors(database, accounts, sessions, settings.mail(), attempts::hasOpenResults, clock);
        Answers answers = new Answers(database, attempts);
        Deadlines deadlines = new Deadlines(database, attempts, clock);
        exams.listen((exam, by) -> deadlines.settleAll(exam, by));
        submissions = new Submissions(database, attempts, deadlines, clock);
        sweep = new Sweep(database, attempts, submissions, clock);
        Invigilation invigilation = new Invigilation(database, clock);
        rooms = new InvigilationController(database, exams, attempts, deadlines, invigilation, clock);
        standings = new StandingController(database, exams, attempts, clock);
        starts = new StartController(attempts, exams, bank, database, sessions, clock);
        home = new HomeController(attempts, submissions, bank, exams, database, starts, clock);
        OwnAttempts own = new OwnAttempts(attempts, submissions, new Locks(exams, bank, database, clock));
        sittings = new SittingController(own, attempts, answers, submissions, invigilation, database, clock);
        practice = new PracticeController(own, attempts, answers, starts, sessions, database, clock);
        grading = new Graders(database, bank, exams, attempts, submissions, own, clock);
        results = new ResultController(own, submissions, answers, exams, grading::secondLook, clock);
        histories = new HistoryController(attempts, deadlines, answers, database, new Standings(database, clock));
        examList = new ExamController(exams, new WaitingWork(database, exams), clock);
        allowances = new AllowanceController(database, exams, clock);
        grades = new Grades(database, bank, exams, attempts, submissions, own, clock);
        statistics = new StatisticsController(database, bank, exams, background, clock);
        tour = new DemoController(database, bank, exams, clock);
        authoring = new Authoring(
                database, clock, access, bank, exams, own, new PictureAccess(access, courses, attempts, bank, clock));
        metrics = new Metrics(settings.front(), database);
        Admission admission = new Admission(courses, attempts, access);
        server = Javalin.create(config -> {
            metrics.configure(config.routes);
            web.configure(config);
            Admission.lookOnce(config.routes, database);
            config.routes.before(sessions::recognise);
            config.routes.beforeMatched(admission::check);
            routes(config.routes);
        });
        Admission.routes(server);
        Listening.start(server, web, settings.host(), settings.port());
        workInBackground(new Preparation(database, exams, attempts, clock));
        String host = settings.host().equals("127.0.0.1") ? "localhost" : settings.host();
        address = settings.front().address("http://" + host + ":" + server.port());
    }

    /** What the server does without being asked. */
    private void workInBackground(Preparation preparation) {
        background.every(Duration.ofSeconds(1), "watching the bank", new BankWatch(bank)::look);
        background.every(Duration.ofSeconds(5), "drawing for exams that open soon", preparation::run);
        background.every(Duration.ofSeconds(10), "ending attempts whose time is over", sweep::run);
        background.every(Duration.ofSeconds(1), "asking the database whether it is there", database::isAlive);
        grades.workIn(background);
        background.every(Duration.ofHours(1), "forgetting sessions that have run out", sessions::forgetExpired);
    }

    /**
     * Opens the database and starts to listen.
     *
     * @throws CannotStart where the port is taken or the database does not open
     */
    public static App start(Settings settings) {
        Database database =
                settings.database() == null ? Database.inFolder(settings.data()) : Database.at(settings.database());
        try {
            return new App(settings, database);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Starts and warms up in the background; pages are answered at once, {@code GET /healthz} says so afterwards. */
    public static App startAndWarmUp(Settings settings) {
        App app = start(settings);
        app.warm = false;
        WarmUp.begin(() -> app.warm = true);
        return app;
    }

    /** What keeps the server from its work; empty where it is well. */
    private Optional<String> trouble() {
        return database.trouble().or(() -> warm ? Optional.empty() : Optional.of("warming up"));
    }

    /** The site map; every route names its audience, and one that does not keeps the server from starting. */
    private void routes(RoutesConfig routes) {
        routes.get("/static/<name>", web::asset, ANYONE);
        routes.get("/healthz", web::health, ANYONE);
        routes.get("/metrics", metrics::show, ANYONE);
        routes.get("/session", web::session, ANYONE);
        routes.post("/language", web::chooseLanguage, ANYONE);

        visitors.routes(routes);

        routes.get("/", home::home, ANYONE);
        routes.get("/courses/{course}/exams/{exam}", home::card, ANYONE);
        routes.post("/courses/{course}/exams/{exam}/practice", strangers.limit(practice::practise), ANYONE);
        routes.post("/courses/{course}/exams/{exam}/attempts", strangers.limit(starting.limit(starts::start)), ANYONE);
        routes.post("/claims", starts::claim, PERSON);
        routes.get("/attempts/{attempt}", results::show, OWNER);
        routes.get("/attempts/{attempt}/cells/{position}/{part}", results::cell, OWNER);
        routes.get("/attempts/{attempt}/questions/{position}", sittings::question, OWNER);
        routes.post("/attempts/{attempt}/responses", saving.limit(sittings::save), OWNER);
        routes.post("/attempts/{attempt}/choices", sittings::choose, OWNER);
        routes.post("/attempts/{attempt}/readings", reading.limit(sittings::reading), OWNER);
        routes.post("/attempts/{attempt}/flags", sittings::flag, OWNER);
        routes.get("/attempts/{attempt}/state", sittings::state, OWNER);
        routes.get("/attempts/{attempt}/review", sittings::review, OWNER);
        routes.post("/attempts/{attempt}/submission", sittings::submit, OWNER);
        routes.post("/attempts/{attempt}/checks", reading.limit(practice::check), OWNER);
        routes.post("/attempts/{attempt}/hints", practice::hint, OWNER);
        routes.post("/attempts/{attempt}/solutions", practice::solution, OWNER);
        routes.post("/attempts/{attempt}/variants", practice::another, OWNER);
        routes.post("/attempts/{attempt}/self-assessments", results::assess, OWNER);
        authoring.routes(routes);
        staffRoutes(routes);
    }

    /** What staff have of a course, and who among them may ask for it. */
    private void staffRoutes(RoutesConfig routes) {
        routes.get("/courses/{course}/exams", examList::list, GRADER);
        routes.post("/courses/{course}/exams/{exam}/state", examList::changeState, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/release", examList::release, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/room", rooms::show, GRADER);
        routes.post("/courses/{course}/exams/{exam}/pause", rooms::pause, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/lines", rooms::tell, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/reopenings", rooms::reopen, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/clock", rooms::acceptClock, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/standings", standings::list, GRADER);
        routes.post("/courses/{course}/exams/{exam}/standings", standings::declare, INSTRUCTOR);
        routes.post("/courses/{course}/attempts/{attempt}/standing", standings::declareAttempt, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/allowances", allowances::list, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/allowances", allowances::give, INSTRUCTOR);
        routes.post("/courses/{course}/exams/{exam}/allowances/removal", allowances::withdraw, INSTRUCTOR);
        routes.get("/courses/{course}/exams/{exam}/statistics", statistics::show, GRADER);
        grading.routes(routes);
        routes.get("/courses/{course}/attempts/{attempt}/history", histories::show, GRADER);
        grades.routes(routes);
        routes.get("/courses/{course}/tour", tour::show, INSTRUCTOR);
        routes.post("/courses/{course}/tour/removal", tour::remove, INSTRUCTOR);
        enrolling.routes(routes);
    }

    public String address() {
        return address;
    }

    /** The address of a one-time page that creates the first admin; empty once there is an admin. */
    public Optional<String> adminLink() {
        return accounts.inviteFirstAdmin().map(token -> address + "/welcome/" + token);
    }

    /** Fills the course of examples where there is none; gives a link for its teacher that works once, and the way through it. */
    public List<String> demo() {
        return List.of(address + tour.fill(), address + Demo.TOUR);
    }

    /** What of the folders of questions and exams was not read, and why. */
    public List<Message> notRead() {
        return bank.ignored();
    }

    public Database database() {
        return database;
    }

    /** All routes with their audiences. */
    List<Admission.Route> routes() {
        return Admission.routes(server);
    }

    @Override
    public void close() {
        background.close();
        bank.close();
        server.stop();
        visitors.close();
        database.close();
        metrics.close();
    }
}
