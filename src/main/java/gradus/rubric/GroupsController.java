package gradus.rubric;

import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Submissions;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.question.Part;
import gradus.rubric.AnswerGroups.Answer;
import gradus.rubric.AnswerGroups.Group;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which answers that stand together are graded in one stroke, after a person's look. */
public final class GroupsController {
    /** Each is compared with each, so that many more would keep a grader waiting; the rest come when these are graded. */
    private static final int MOST = 1000;

    private final Queues queues;
    private final Exams exams;
    private final Attempts attempts;
    private final Submissions submissions;

    public GroupsController(Queues queues, Exams exams, Attempts attempts, Submissions submissions) {
        this.queues = queues;
        this.exams = exams;
        this.attempts = attempts;
        this.submissions = submissions;
    }

    private record Shelf(Course course, PublishedExam exam, QueuePart part, UUID me, PartQueue queue) {}

    /**
     * A group as the page shows it.
     *
     * @param members its answers, each with the name by which the form sends it back
     */
    public record GroupLine(String name, int size, List<Member> members) {}

    /**
     * An answer of a group.
     *
     * @param sent its name in the queue and the run that gave the score that the page was drawn with
     */
    public record Member(String name, String sent, String text) {}

    /** {@code GET …/{part}/groups}. */
    public void show(Context context) {
        render(context, shelf(context), Form.empty());
    }

    /**
     * {@code POST …/{part}/groups}: scores all answers of the ticked groups but those that are taken out, with what the page
     * showed as a group; whatever somebody has scored meanwhile is left as it is.
     */
    public void score(Context context) {
        Shelf shelf = shelf(context);
        Form form = Form.of(context, "points", "remark");
        form.with(Marking.TICKED, String.join(",", context.formParams("criterion")));
        Set<String> groups = Set.copyOf(context.formParams("group"));
        Set<String> out = Set.copyOf(context.formParams("except"));
        List<Picked> picked = context.formParams("of").stream()
                .map(Picked::of)
                .filter(one -> one != null && groups.contains(one.group()) && !out.contains(one.name()))
                .toList();
        form.require(!picked.isEmpty(), "group", Message.of("rubric.tick-a-group"));
        boolean says = !context.formParams("criterion").isEmpty() || context.formParam("none") != null;
        int given = 0;
        int left = 0;
        for (Picked one : picked) {
            QueueItem item = shelf.queue().at(one.name()).orElse(null);
            if (item == null) {
                left++;
                continue;
            }
            Attempt attempt = attempts.find(item.attempt()).orElseThrow(Refusal::notFound);
            QuestionInAttempt asked = attempts.sitting(attempt).at(item.key().place());
            Part part = asked.scored(item.part());
            Rubric rubric = queues.rubric(shelf.course().id(), shelf.part(), asked, part);
            form.require(says || rubric.items().isEmpty(), "group", Message.of("rubric.tick-a-statement"));
            PartScore score = Marking.score(asked, part, rubric, form);
            if (!form.isGood()) {
                break;
            }
            boolean added = submissions.addUnlessScored(attempt, shelf.me(), score, one.drawn());
            given += added ? 1 : 0;
            left += added ? 0 : 1;
        }
        if (!form.isGood()) {
            render(context.status(422), shelf, form);
            return;
        }
        context.redirect(shelf.part().url(shelf.course().id()) + "/groups?given=" + given + "&left=" + left);
    }

    /** An answer that a form names: {@code group:name:run}. */
    private record Picked(String group, String name, int drawn) {
        static @Nullable Picked of(String sent) {
            String[] pieces = sent.split(":", -1);
            return pieces.length == 3 ? new Picked(pieces[0], pieces[1], Queues.run(pieces[2])) : null;
        }
    }

    private Shelf shelf(Context context) {
        Course course = Found.of(context, Standing.class).course();
        PublishedExam exam = exams.find(course.id(), context.pathParam("exam")).orElseThrow(Refusal::notFound);
        QueuePart part = new QueuePart(exam.exam().id(), context.pathParam("question"), context.pathParam("part"));
        UUID me = QueueController.grader(context);
        PartQueue all = queues.all(course.id(), part, me);
        boolean everybody = "all".equals(context.queryParam("share"));
        return new Shelf(course, exam, part, me, queues.share(course.id(), all, part, me, everybody));
    }

    private void render(Context context, Shelf shelf, Form form) {
        Map<String, Answer> answers = new HashMap<>();
        queues.texts(shelf.course().id(), shelf.part()).forEach(typed -> {
            String name = shelf.part().code(typed.attempt(), typed.position());
            answers.put(name, new Answer(name, typed.content(), typed.mistake()));
        });
        List<QueueItem> all =
                shelf.queue().items().stream().filter(QueueItem::waits).toList();
        List<QueueItem> waiting = all.stream().limit(MOST).toList();
        Map<String, QueueItem> byName = new HashMap<>();
        waiting.forEach(item -> byName.put(shelf.queue().code(item), item));
        List<Group> groups = AnswerGroups.of(waiting.stream()
                .map(item -> shelf.queue().code(item))
                .map(name -> answers.getOrDefault(name, new Answer(name, "", null)))
                .toList());
        Map<String, Object> model = new HashMap<>();
        model.put("course", shelf.course());
        model.put("exam", shelf.exam().exam().title().in(Language.of(context)));
        model.put("queue", shelf.part());
        model.put("asked", queues.title(shelf.course().id(), shelf.part(), Language.of(context)));
        model.put("url", shelf.part().url(shelf.course().id()));
        model.put("groups", groups.stream().map(group -> line(group, byName)).toList());
        model.put("waiting", waiting.size());
        model.put("later", all.size() - waiting.size());
        model.put("mark", waiting.isEmpty() ? null : marking(shelf, waiting.get(0), form, context));
        model.put("ticked", new HashSet<>(context.formParams("group")));
        model.put("form", form);
        model.put("given", context.queryParam("given"));
        model.put("left", Queues.run(String.valueOf(context.queryParam("left"))));
        model.put("math", true);
        context.render("rubric/groups", model);
    }

    private Marking marking(Shelf shelf, QueueItem item, Form form, Context context) {
        Attempt attempt = attempts.find(item.attempt()).orElseThrow(Refusal::notFound);
        QuestionInAttempt asked = attempts.sitting(attempt).at(item.key().place());
        Part part = asked.scored(item.part());
        Rubric rubric = queues.rubric(shelf.course().id(), shelf.part(), asked, part);
        return Marking.of(asked, part, rubric, null, Language.of(context)).with(form);
    }

    private static GroupLine line(Group group, Map<String, QueueItem> items) {
        String name = group.first().name();
        return new GroupLine(
                name,
                group.answers().size(),
                group.answers().stream()
                        .map(answer -> {
                            QueueItem item = items.get(answer.name());
                            int run = item == null ? -1 : item.number();
                            return new Member(answer.name(), name + ":" + answer.name() + ":" + run, answer.text());
                        })
                        .toList());
    }
}
