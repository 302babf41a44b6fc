package gradus.attempt.invigilation;

import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Deadlines;
import gradus.course.Course;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.Invigilation;
import gradus.exam.PublishedExam;
import gradus.exam.SteadyClock;
import gradus.message.Message;
import gradus.web.Found;
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

/** An exam while it runs, for its staff: who sits it and until when, pausing, closing, reopening, and a line to all. */
public final class InvigilationController {
    private static final int MOST_SHOWN = 500;
    /** After so many seconds a page that keeps itself up to date is asked for again. */
    private static final String EVERY = "15";

    private static final int LONGEST_REASON = 500;
    private static final int MOST_MINUTES = 100_000;
    private static final Duration A_SESSION = Duration.ofHours(12);

    private final RoomStore store;
    private final Exams exams;
    private final Attempts attempts;
    private final Deadlines deadlines;
    private final Invigilation invigilation;
    private final Clock clock;

    public InvigilationController(
            Database database,
            Exams exams,
            Attempts attempts,
            Deadlines deadlines,
            Invigilation invigilation,
            Clock clock) {
        this.store = database.store(RoomStore.class);
        this.exams = exams;
        this.attempts = attempts;
        this.deadlines = deadlines;
        this.invigilation = invigilation;
        this.clock = clock;
    }

    /** {@code GET /courses/{course}/exams/{exam}/room}; {@code ?live=yes} without forms, and again every few seconds. */
    public void show(Context context) {
        Standing standing = Found.of(context, Standing.class);
        Course course = standing.course();
        Locale language = Language.of(context);
        PublishedExam offered = exam(context);
        String exam = offered.exam().id();
        Instant now = clock.instant();
        String receipt = context.queryParam("receipt");
        boolean live = context.queryParam("live") != null;
        if (live) {
            context.header("Refresh", EVERY);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("exam", exam);
        model.put("title", offered.exam().title().in(language));
        model.put("practice", offered.exam().policy().isPractice());
        model.put("live", live);
        model.put("now", now);
        model.put("teaches", !live && standing.atLeast(Role.INSTRUCTOR));
        model.put("notBegun", store.notBegun(course.id(), exam, MOST_SHOWN));
        model.put("notBegunCount", store.notBegunCount(course.id(), exam));
        model.put("code", offered.exam().policy().entrance().code());
        model.put("paused", offered.pauses().isOn());
        model.put("state", offered.control().state().name().toLowerCase(Locale.ROOT));
        model.put("closing", context.queryParam("close") != null);
        model.put("sitting", store.sitting(course.id(), exam, MOST_SHOWN));
        model.put("count", store.count(course.id(), exam));
        model.put("ended", store.ended(course.id(), exam, now.minus(A_SESSION), MOST_SHOWN));
        model.put("troubles", store.troubles(course.id(), exam));
        model.put("lines", invigilation.lines(course.id(), exam, Instant.EPOCH));
        model.put("jump", jump(language));
        model.put("receipt", receipt == null ? "" : receipt);
        model.put(
                "found",
                receipt == null || receipt.isBlank() ? List.of() : store.byReceipt(course.id(), receipt.strip()));
        context.render("attempt/room", model);
    }

    /** By how much the machine's clock has jumped, in words; empty where it has not. */
    private String jump(Locale language) {
        if (clock instanceof SteadyClock steady && !steady.held().isZero()) {
            return Message.of("attempt.clock-jumped", steady.held().toSeconds()).in(language);
        }
        return "";
    }

    /** {@code POST /courses/{course}/exams/{exam}/pause}: the exam stands still for all, or goes on. */
    public void pause(Context context) {
        PublishedExam offered = exam(context);
        UUID by = Viewer.of(context).person();
        boolean paused = "true".equals(context.formParam("paused"));
        invigilation.pause(offered, paused, reason(context), by);
        exams.changed(offered.course(), offered.exam().id(), by);
        back(context, offered);
    }

    /** {@code POST /courses/{course}/exams/{exam}/lines}: tells all who sit it. */
    public void tell(Context context) {
        PublishedExam offered = exam(context);
        String text = context.formParam("text");
        if (text == null || text.isBlank() || text.length() > Invigilation.LONGEST_LINE) {
            throw Refusal.badRequest(Message.of("attempt.line-length", Invigilation.LONGEST_LINE));
        }
        invigilation.tell(offered, text.strip(), Viewer.of(context).person());
        back(context, offered);
    }

    /** {@code POST /courses/{course}/exams/{exam}/reopenings}: opens ended attempts again, those ticked or all that a closing ended. */
    public void reopen(Context context) {
        PublishedExam offered = exam(context);
        UUID by = Viewer.of(context).person();
        Integer minutes = minutes(context.formParam("minutes"));
        List<UUID> ticked = "all".equals(context.formParam("which"))
                ? store.endedByClosing(offered.course(), offered.exam().id())
                : context.formParams("attempt").stream()
                        .map(InvigilationController::id)
                        .toList();
        for (UUID id : ticked) {
            Attempt attempt = attempts.find(id)
                    .filter(found -> found.course().equals(offered.course())
                            && found.exam().equals(offered.exam().id()))
                    .orElseThrow(Refusal::notFound);
            if (!attempt.isRunning()) {
                deadlines.reopen(attempt, minutes, reason(context), by);
            }
        }
        back(context, offered);
    }

    /** {@code POST /courses/{course}/exams/{exam}/clock}: staff say that the machine's clock is right after it jumped. */
    public void acceptClock(Context context) {
        if (clock instanceof SteadyClock steady) {
            steady.accept();
        }
        back(context, exam(context));
    }

    private static void back(Context context, PublishedExam offered) {
        context.redirect(
                "/courses/" + offered.course() + "/exams/" + offered.exam().id() + "/room");
    }

    private static String reason(Context context) {
        String reason = context.formParam("reason");
        String said = reason == null ? "" : reason.strip();
        return said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }

    private static @Nullable Integer minutes(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            int minutes = Integer.parseInt(typed.strip());
            if (minutes >= 1 && minutes <= MOST_MINUTES) {
                return minutes;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw Refusal.badRequest(Message.of("attempt.minutes-wrong", MOST_MINUTES));
    }

    private PublishedExam exam(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        return exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }
}
