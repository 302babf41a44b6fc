package gradus.attempt.sitting;

import gradus.account.Sessions;
import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Submissions;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.exam.Exam;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From the home page to the first question: which exams there are, what their rules are, and Start. */
public final class StartController {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int MOST_ATTEMPTS_SHOWN = 100;

    private final Attempts attempts;
    private final Submissions submissions;
    private final Exams exams;
    private final CourseStore courses;
    private final Sessions sessions;
    private final RoomCode roomCode;
    private final Clock clock;

    public StartController(
            Attempts attempts,
            Submissions submissions,
            Exams exams,
            Database database,
            Sessions sessions,
            Clock clock) {
        this.attempts = attempts;
        this.submissions = submissions;
        this.exams = exams;
        this.courses = database.store(CourseStore.class);
        this.sessions = sessions;
        this.roomCode = new RoomCode(attempts, database, clock);
        this.clock = clock;
    }

    /** An attempt in the list of one's own. */
    public record Mine(String title, String url, int number, Instant started, boolean running, String score) {}

    /** {@code GET /}: the exams that are there for the viewer, and their attempts. */
    public void home(Context context) {
        Viewer viewer = Viewer.of(context);
        Locale language = Language.of(context);
        List<ExamCard> cards = new ArrayList<>();
        for (Course course : courses.openCourses()) {
            for (PublishedExam offered : exams.of(course.id())) {
                cards.add(card(viewer, course, offered, language));
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put(
                "open",
                cards.stream()
                        .filter(card -> card.door().phase().equals("open"))
                        .toList());
        model.put(
                "later",
                cards.stream()
                        .filter(card -> card.door().phase().equals("before"))
                        .toList());
        model.put("mine", viewer.known() ? mine(viewer.person(), language) : List.of());
        model.put("claimable", claimable(viewer));
        context.render("attempt/home", model);
    }

    private List<Mine> mine(UUID person, Locale language) {
        List<Mine> mine = new ArrayList<>();
        for (Attempt attempt :
                attempts.of(person).stream().limit(MOST_ATTEMPTS_SHOWN).toList()) {
            PublishedExam offered = attempts.exam(attempt);
            Exam exam = offered.exam();
            boolean shown =
                    !attempt.isRunning() && attempts.schedule(attempt, offered).showsFeedback(clock.instant());
            String score = shown
                    ? submissions
                            .grading(attempt)
                            .map(grading -> Decimals.text(exam.policy().rounded(grading.score())) + " / "
                                    + Decimals.text(grading.points()))
                            .orElse("")
                    : "";
            String setAside = "attempt.counts-as-" + attempt.standing().name().toLowerCase(Locale.ROOT);
            mine.add(new Mine(
                    exam.title().in(language),
                    "/attempts/" + attempt.id(),
                    attempt.number(),
                    attempt.started(),
                    attempt.isRunning(),
                    attempt.isSetAside() ? Message.of(setAside).in(language) : score));
        }
        return mine;
    }

    private int claimable(Viewer viewer) {
        UUID guest = viewer.formerGuest();
        return guest == null ? 0 : attempts.of(guest).size();
    }

    private ExamCard card(Viewer viewer, Course course, PublishedExam offered, Locale language) {
        List<Attempt> begun = viewer.known() ? attempts.of(viewer.person(), offered) : List.of();
        return ExamCard.of(
                offered,
                course.title(language),
                exams.schedule(offered, viewer.id()),
                begun,
                new ExamCard.Comer(viewer.known(), viewer.signedIn(), attempts.admittance(viewer.id(), offered)),
                clock.instant(),
                language);
    }

    /** {@code GET /courses/{course}/exams/{exam}}: rules, time and points of an exam. */
    public void card(Context context) {
        showCard(context, offered(context), Form.empty());
    }

    private void showCard(Context context, PublishedExam offered, Form form) {
        Course course = courses.course(offered.course()).orElseThrow(Refusal::notFound);
        Viewer viewer = Viewer.of(context);
        ExamCard card = card(viewer, course, offered, Language.of(context));
        Map<String, Object> model = new HashMap<>();
        model.put("card", card);
        model.put("form", form);
        model.put("asksCode", roomCode.isAsked(viewer, offered));
        model.put("opensIn", viewer.signedIn() ? opensIn(card) : null);
        context.render("attempt/card", model);
    }

    /** Milliseconds until an exam opens that opens within a day; null where there is nothing to wait for. */
    private @Nullable Long opensIn(ExamCard card) {
        Instant opens = card.rules().opens();
        if (opens == null || card.door().rosterOnly() || !card.door().phase().equals("before")) {
            return null;
        }
        Duration wait = Duration.between(clock.instant(), opens);
        return wait.compareTo(LONGEST_WAIT) > 0 ? null : wait.toMillis();
    }

    /** {@code POST /courses/{course}/exams/{exam}/attempts}: begins; practice needs no account. */
    public void start(Context context) {
        PublishedExam offered = offered(context);
        if (courses.archived().contains(offered.course())) {
            throw Refusal.conflict(Message.of("course.is-archived"));
        }
        boolean practice = offered.exam().policy().isPractice();
        Viewer viewer = Viewer.of(context);
        if (!practice && !viewer.signedIn()) {
            throw Refusal.signInFirst();
        }
        Form form = roomCode.check(Form.of(context, "code"), viewer, context.ip(), offered);
        if (!form.isGood()) {
            showCard(context.status(422), offered, form);
            return;
        }
        if (practice && !viewer.known()) {
            viewer = sessions.orGuest(context, name(context.formParam("name")));
        }
        Attempt attempt = attempts.start(viewer.person(), offered);
        context.redirect("/attempts/" + attempt.id());
    }

    /** {@code POST /claims}: takes over what was begun as a guest on this browser before the sign-in. */
    public void claim(Context context) {
        Viewer viewer = Viewer.of(context);
        UUID guest = viewer.formerGuest();
        if (guest != null && viewer.signedIn()) {
            attempts.claim(guest, viewer.person());
            sessions.forgetGuest(context);
        }
        context.redirect("/");
    }

    private static @Nullable String name(@Nullable String typed) {
        if (typed != null && typed.length() > LONGEST_NAME) {
            throw Refusal.badRequest(Message.of("attempt.name-too-long", LONGEST_NAME));
        }
        return typed;
    }

    private PublishedExam offered(Context context) {
        return exams.find(context.pathParam("course"), context.pathParam("exam"))
                .orElseThrow(Refusal::notFound);
    }
}
