package gradus.attempt.sitting;

import gradus.account.Sessions;
import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.bank.Bank;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.web.Form;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From an exam's card to its first question: what its rules are, and Start. */
public final class StartController {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Attempts attempts;
    private final Exams exams;
    private final Bank bank;
    private final CourseStore courses;
    private final Sessions sessions;
    private final RoomCode roomCode;
    private final Clock clock;

    public StartController(
            Attempts attempts, Exams exams, Bank bank, Database database, Sessions sessions, Clock clock) {
        this.attempts = attempts;
        this.exams = exams;
        this.bank = bank;
        this.courses = database.store(CourseStore.class);
        this.sessions = sessions;
        this.roomCode = new RoomCode(attempts, database, clock);
        this.clock = clock;
    }

    /** An exam as a viewer sees it who may sit it. */
    public ExamCard card(Viewer viewer, Course course, PublishedExam offered, Locale language) {
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

    /** The rules, time and points of an exam, with what else its page shows. */
    public void card(Context context, PublishedExam offered, Map<String, Object> more) {
        showCard(context, offered, Form.empty(), more);
    }

    private void showCard(Context context, PublishedExam offered, Form form, Map<String, Object> more) {
        Course course = courses.course(offered.course()).orElseThrow(Refusal::notFound);
        Viewer viewer = Viewer.of(context);
        ExamCard card = card(viewer, course, offered, Language.of(context));
        Map<String, Object> model = new HashMap<>(more);
        model.put("card", card);
        model.put("practiceRules", PracticeRules.of(offered, bank));
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
            showCard(context.status(422), offered, form, Map.of());
            return;
        }
        if (practice && !viewer.known()) {
            viewer = sessions.orGuest(context, name(context.formParam("name")));
        }
        Attempt attempt = attempts.start(viewer.person(), offered);
        context.redirect(attempt.url());
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

    /**
     * The exam that an address names.
     *
     * @throws Refusal 404 where there is none
     */
    public PublishedExam offered(Context context) {
        return exams.find(context.pathParam("course"), context.pathParam("exam"))
                .orElseThrow(Refusal::notFound);
    }
}
