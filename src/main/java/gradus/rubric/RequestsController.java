package gradus.rubric;

import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.OwnAttempts;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Scores;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.bank.Bank;
import gradus.bank.QuestionTitles;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exam.Show;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Part;
import gradus.rubric.RequestStore.Request;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
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
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The pages on which students ask for another look at a score, and on which staff see what was asked. */
public final class RequestsController {
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_WINDOW = 60;
    private static final int USUAL_WINDOW = 7;

    private final Requests requests;
    private final OwnAttempts own;
    private final Submissions submissions;
    private final Exams exams;
    private final QuestionTitles titles;
    private final Clock clock;

    public RequestsController(
            Requests requests, OwnAttempts own, Submissions submissions, Exams exams, Bank bank, Clock clock) {
        this.requests = requests;
        this.own = own;
        this.submissions = submissions;
        this.exams = exams;
        this.titles = new QuestionTitles(bank);
        this.clock = clock;
    }

    /**
     * A part on the student's page.
     *
     * @param score what it has; empty where scores are not shown
     * @param asked what was asked about it and answered, the oldest first
     * @param mayAsk whether nothing is open about it
     */
    public record PartLine(
            PartKey key,
            String question,
            SafeHtml label,
            String score,
            String points,
            List<RequestLine> asked,
            boolean mayAsk) {}

    /**
     * A request and its answer.
     *
     * @param url of the desk, for staff; empty where it is nothing to grade any more
     */
    public record RequestLine(String label, SafeHtml part, Request request, String before, String after, String url) {}

    /** {@code GET /attempts/{attempt}/requests}. */
    public void show(Context context) {
        show(context, shown(context), Form.empty());
    }

    private void show(Context context, Sitting sitting, Form form) {
        Attempt attempt = sitting.attempt();
        boolean open = requests.isOpen(attempt.course(), attempt.exam());
        Scores scores = submissions.scores(attempt);
        List<Request> asked = requests.of(attempt);
        boolean showsScores = sitting.exam().policy().show().contains(Show.SCORE);
        Locale language = Language.of(context);
        List<PartLine> lines = new ArrayList<>();
        for (QuestionInAttempt question : scores.counting(sitting)) {
            for (Part part : question.question().parts()) {
                PartScore score = scores.of(question.key(part));
                if (!part.work() && score != null) {
                    lines.add(line(question, part, score, asked, open, showsScores, language));
                }
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put("attempt", attempt.id());
        model.put("title", sitting.exam().title().in(language));
        model.put("open", open);
        model.put("closes", requests.closes(attempt.course(), attempt.exam()));
        model.put("parts", lines);
        model.put("form", form);
        model.put("math", true);
        context.render("rubric/requests", model);
    }

    private static PartLine line(
            QuestionInAttempt question,
            Part part,
            PartScore score,
            List<Request> all,
            boolean open,
            boolean showsScores,
            Locale language) {
        SafeHtml label = Markdown.inline(question.label(part, language));
        List<RequestLine> asked = all.stream()
                .filter(request -> request.position() == question.row().position()
                        && request.part().equals(part.id()))
                .map(request -> line(request, question.row().label(), label, showsScores, ""))
                .toList();
        boolean mayAsk = open && asked.stream().noneMatch(line -> line.request().isOpen());
        return new PartLine(
                question.key(part),
                question.row().label(),
                label,
                showsScores ? Decimals.text(score.score()) : "",
                Decimals.text(score.points()),
                asked,
                mayAsk);
    }

    private static RequestLine line(Request request, String label, SafeHtml part, boolean showsScores, String url) {
        BigFraction after = request.afterScore();
        return new RequestLine(
                label,
                part,
                request,
                showsScores ? Decimals.text(request.beforeScore()) : "",
                after == null || !showsScores ? "" : Decimals.text(after),
                url);
    }

    /** {@code POST /attempts/{attempt}/requests}: asks for another look at a part. */
    public void ask(Context context) {
        Sitting sitting = shown(context);
        Attempt attempt = sitting.attempt();
        if (!requests.isOpen(attempt.course(), attempt.exam())) {
            throw Refusal.conflict(Message.of("rubric.requests-closed"));
        }
        Form form = Form.of(context, "position", "variant", "part", "reason");
        PartKey key = PartKey.of(form.text("position"), form.text("variant"), form.text("part"));
        PartScore score = submissions.scores(attempt).of(key);
        if (score == null) {
            throw Refusal.notFound();
        }
        String reason = form.text("reason").strip();
        form.require(!reason.isEmpty(), "reason", Message.of("rubric.request-why"))
                .require(reason.length() <= LONGEST_REASON, "reason", Message.of("account.too-long", LONGEST_REASON));
        if (!form.isGood()) {
            show(context.status(422), sitting, form);
            return;
        }
        requests.ask(attempt, key, reason, score.score());
        context.redirect(attempt.url() + "/requests#part-" + key.position() + "-" + key.part());
    }

    /** The student's ended attempt, where its result is shown. */
    private Sitting shown(Context context) {
        Sitting sitting = own.sitting(Found.of(context, Attempt.class));
        boolean practice = sitting.exam().policy().isPractice();
        if (practice
                || sitting.attempt().isRunning()
                || sitting.attempt().standing() != Attempt.Standing.COUNTS
                || !sitting.schedule().showsFeedback(clock.instant())) {
            throw Refusal.conflict(Message.of("rubric.no-result-yet"));
        }
        return sitting;
    }

    /** {@code GET /courses/{course}/exams/{exam}/requests}: all requests of an exam, the open ones first. */
    public void list(Context context) {
        Standing standing = Found.of(context, Standing.class);
        PublishedExam offered = exam(context);
        String course = offered.course();
        String exam = offered.exam().id();
        Map<UUID, RequestStore.Listed> questions = new HashMap<>();
        requests.questions(course, exam).forEach(listed -> questions.put(listed.id(), listed));
        List<RequestLine> lines = requests.ofExam(course, exam).stream()
                .map(request -> line(request, questions.get(request.id()), course, exam, Language.of(context)))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("course", standing.course());
        model.put("exam", exam);
        model.put("title", offered.exam().title().in(Language.of(context)));
        model.put("teaches", standing.atLeast(Role.INSTRUCTOR));
        model.put("open", requests.isOpen(course, exam));
        Instant closes = requests.closes(course, exam);
        model.put("closes", closes);
        model.put("days", daysLeft(closes));
        model.put("requests", lines);
        model.put("math", true);
        context.render("rubric/exam-requests", model);
    }

    /** The days that the form offers: what is left of them, so that setting them again ends nothing, or a week. */
    private long daysLeft(@Nullable Instant closes) {
        Duration left = closes == null ? Duration.ZERO : Duration.between(clock.instant(), closes);
        return left.compareTo(Duration.ZERO) > 0
                ? left.plusDays(1).minusNanos(1).toDays()
                : USUAL_WINDOW;
    }

    private RequestLine line(
            Request request, RequestStore.@Nullable Listed listed, String course, String exam, Locale language) {
        String question = listed == null ? "" : listed.question();
        QueuePart part = new QueuePart(exam, question, request.part());
        return line(
                request,
                listed == null ? "" : listed.label(),
                Markdown.inline(titles.of(course, question, request.part(), language)),
                true,
                request.isOpen() ? part.url(course) + "?item=" + part.code(request.attempt(), request.position()) : "");
    }

    /** {@code POST /courses/{course}/exams/{exam}/request-window}: lets students ask for so many days, or no more for 0. */
    public void window(Context context) {
        PublishedExam offered = exam(context);
        int days = Queues.run(String.valueOf(context.formParam("days")));
        if (days < 0 || days > LONGEST_WINDOW) {
            throw Refusal.of(422, Message.of("rubric.request-days", LONGEST_WINDOW));
        }
        Instant closes = days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
        requests.open(
                offered.course(),
                offered.exam().id(),
                closes,
                Viewer.of(context).person());
        context.redirect(
                "/courses/" + offered.course() + "/exams/" + offered.exam().id() + "/requests");
    }

    private PublishedExam exam(Context context) {
        String course = Found.of(context, Standing.class).course().id();
        return exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }
}
