package gradus.rubric;

import gradus.account.AccountStore;
import gradus.account.Person;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desk at which the answers of one part are graded, one after the other. */
public final class DeskController {
    private final Queues queues;
    private final Exams exams;
    private final Attempts attempts;
    private final Submissions submissions;
    private final Requests requests;
    private final AccountStore people;

    public DeskController(
            Database database,
            Queues queues,
            Exams exams,
            Attempts attempts,
            Submissions submissions,
            Requests requests) {
        this.requests = requests;
        this.queues = queues;
        this.exams = exams;
        this.attempts = attempts;
        this.submissions = submissions;
        this.people = database.store(AccountStore.class);
    }

    /** {@code GET /courses/{course}/exams/{exam}/queue/{question}/{part}?item=…}, or the next that waits {@code ?after=…}. */
    public void show(Context context) {
        Desk desk = desk(context);
        String code = context.queryParam("item");
        if (code != null) {
            QueueItem item = desk.queue().at(code).orElseThrow(Refusal::notFound);
            UUID holder = queues.claim(desk.course().id(), item, desk.me());
            render(context, desk, item, holder, null, false);
            return;
        }
        for (QueueItem item : desk.share().waitingAfter(context.queryParam("after"), queues.now())) {
            if (queues.claim(desk.course().id(), item, desk.me()) == null) {
                render(context, desk, item, null, null, false);
                return;
            }
        }
        queues.release(desk.course().id(), desk.me());
        Locale language = Language.of(context);
        Map<String, Object> model = desk.emptyModel(language, done(context, desk));
        model.put("asked", queues.title(desk.course().id(), desk.part(), language));
        context.render("rubric/desk", model);
    }

    /** {@code POST …/scores}: scores an answer and goes on to the next, unless somebody has scored it meanwhile. */
    public void score(Context context) {
        Desk desk = desk(context);
        QueueItem item = item(context, desk);
        Sitting sitting = sitting(desk, item);
        QuestionInAttempt asked = sitting.at(item.key().place());
        Part part = asked.scored(item.part());
        Form form = Form.of(context, "points", "remark", "drawn");
        for (String comment : context.formParams("comment")) {
            String remark = form.text("remark").strip();
            if (!remark.contains(comment)) {
                form.with("remark", remark.isEmpty() ? comment : remark + "\n" + comment);
            }
        }
        Rubric rubric = queues.rubric(desk.course().id(), desk.part(), asked, part);
        form.with(Marking.TICKED, String.join(",", context.formParams("criterion")));
        PartScore given = Marking.score(asked, part, rubric, form);
        if (!form.isGood()) {
            render(context.status(422), desk, item, null, form, false);
            return;
        }
        if (!submissions.addUnlessScored(sitting.attempt(), desk.me(), given, Queues.run(form.text("drawn")))) {
            Desk now = desk(context);
            render(context.status(409), now, now.queue().at(desk.code(item)).orElse(item), null, form, true);
            return;
        }
        requests.answer(sitting.attempt(), item.key(), given.remark(), given.score(), desk.me());
        context.redirect(desk.url("after=" + desk.code(item) + "&done=" + desk.code(item)));
    }

    /** {@code POST …/withdrawals}: takes one's own score back, and what it answered. */
    public void withdraw(Context context) {
        Desk desk = desk(context);
        QueueItem item = item(context, desk);
        Attempt attempt = sitting(desk, item).attempt();
        int drawn = Queues.run(String.valueOf(context.formParam("drawn")));
        if (!submissions.takeBack(attempt, desk.me(), item.key(), drawn)) {
            throw Refusal.conflict(Message.of("rubric.cannot-take-back"));
        }
        requests.takeBack(attempt, item.key(), desk.me(), drawn);
        context.redirect(desk.url("item=" + desk.code(item)));
    }

    /** {@code POST …/claims}: the grader is still at it. */
    public void touch(Context context) {
        Desk desk = desk(context);
        queues.claim(desk.course().id(), item(context, desk), desk.me());
        context.status(204);
    }

    private void render(
            Context context, Desk desk, QueueItem item, @Nullable UUID holder, @Nullable Form form, boolean conflict) {
        Sitting sitting = sitting(desk, item);
        String name = holder == null ? null : name(holder);
        String doneBy = item.waits() || item.doneBy() == null ? null : name(item.doneBy());
        QuestionInAttempt asked = sitting.at(item.key().place());
        DeskPage page = new DeskPage(
                desk,
                item,
                asked,
                submissions.scores(sitting.attempt()),
                queues.rubric(desk.course().id(), desk.part(), asked, asked.scored(item.part())),
                queues.remarks(desk.course().id(), desk.part()),
                requests.open(sitting.attempt(), item.key()).orElse(null));
        context.render(
                "rubric/desk",
                page.model(
                        Language.of(context),
                        name,
                        doneBy,
                        student(context, sitting),
                        form,
                        conflict,
                        done(context, desk)));
    }

    /** The answer that was scored a moment ago, which can be taken back. */
    private Optional<QueueItem> done(Context context, Desk desk) {
        return desk.queue()
                .at(context.queryParam("done"))
                .filter(item -> desk.me().equals(item.doneBy()) && !item.waits());
    }

    /** The student's name where the grader asks for it; answers have no names otherwise. */
    private String student(Context context, Sitting sitting) {
        return "yes".equals(context.queryParam("names"))
                ? name(sitting.attempt().person())
                : "";
    }

    private String name(UUID person) {
        return people.person(person).map(Person::name).orElse("?");
    }

    private Desk desk(Context context) {
        Standing standing = Found.of(context, Standing.class);
        String course = standing.course().id();
        PublishedExam offered = exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
        QueuePart part = new QueuePart(offered.exam().id(), context.pathParam("question"), context.pathParam("part"));
        UUID me = QueueController.grader(context);
        PartQueue queue = queues.all(course, part, me);
        boolean all = "all".equals(context.queryParam("share"));
        boolean names = "yes".equals(context.queryParam("names"));
        return new Desk(
                standing,
                offered,
                part,
                me,
                queue,
                queues.share(course, queue, part, me, all),
                (all ? "&share=all" : "") + (names ? "&names=yes" : ""));
    }

    private static QueueItem item(Context context, Desk desk) {
        String code = context.formParam("item");
        if (code == null) {
            throw Refusal.badRequest(Message.of("web.error-400"));
        }
        return desk.queue().at(code).orElseThrow(Refusal::notFound);
    }

    private Sitting sitting(Desk desk, QueueItem item) {
        Attempt attempt = attempts.find(item.attempt())
                .filter(found -> found.course().equals(desk.course().id()))
                .orElseThrow(Refusal::notFound);
        return attempts.sitting(attempt);
    }
}
