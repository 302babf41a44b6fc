package gradus.rubric;

import gradus.account.AccountStore;
import gradus.account.Person;
import gradus.attempt.Attempts;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.attempt.result.ResultPage;
import gradus.bank.BankController;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Marking a part a second time without seeing the first score, and the list of where the two differ. */
public final class SecondMarkController {
    private static final int RAREST = 20;

    private final Database database;
    private final Queues queues;
    private final Exams exams;
    private final Attempts attempts;
    private final Submissions submissions;
    private final AccountStore people;

    public SecondMarkController(
            Database database, Queues queues, Exams exams, Attempts attempts, Submissions submissions) {
        this.database = database;
        this.queues = queues;
        this.exams = exams;
        this.attempts = attempts;
        this.submissions = submissions;
        this.people = database.store(AccountStore.class);
    }

    /** A part with its answers and their two marks. */
    private record Table(Standing standing, PublishedExam exam, QueuePart part, UUID me, DoubleMarking marking) {
        String course() {
            return standing.course().id();
        }

        String url() {
            return part.url(course());
        }
    }

    /**
     * An answer that two gave different points.
     *
     * @param item its name in the queue
     * @param gap what the second gave more, with its sign
     */
    public record Difference(
            String item, String answer, String first, String firstBy, String second, String secondBy, String gap) {}

    /** {@code GET …/{part}/second?every=…&after=…}: the next answer to mark, of all or of every so many. */
    public void show(Context context) {
        Table table = table(context);
        Optional<QueueItem> next = table.marking().next(every(context), context.queryParam("after"));
        render(context, table, next.orElse(null), Form.empty());
    }

    /** {@code POST …/{part}/second}: keeps what the second grader gives; no score changes. */
    public void mark(Context context) {
        Table table = table(context);
        QueueItem item = table.marking().due(1).stream()
                .filter(due -> table.marking().answers().code(due).equals(context.formParam("item")))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(Message.of("rubric.second-taken")));
        QuestionInAttempt asked = sitting(table, item).at(item.key().place());
        Part part = asked.scored(item.part());
        Form form = Form.of(context, "points", "remark");
        form.with(Marking.TICKED, String.join(",", context.formParams("criterion")));
        PartScore given = Marking.score(asked, part, queues.rubric(table.course(), table.part(), asked, part), form);
        if (!form.isGood()) {
            render(context.status(422), table, item, form);
            return;
        }
        SecondMark mark = SecondMark.of(item, given, table.me(), queues.now());
        if (!database.insertOnce(SecondMarkStore.class, inside -> inside.add(table.course(), mark))) {
            throw Refusal.conflict(Message.of("rubric.second-taken"));
        }
        context.redirect(table.url() + "/second?every=" + every(context) + "&after=" + context.formParam("item"));
    }

    private void render(Context context, Table table, @Nullable QueueItem item, Form form) {
        Map<String, Object> model = model(context, table);
        model.put("every", every(context));
        model.put("due", table.marking().due(every(context)).size());
        model.put("item", item == null ? null : table.marking().answers().code(item));
        if (item != null) {
            Sitting sitting = sitting(table, item);
            QuestionInAttempt asked = sitting.at(item.key().place());
            Part part = asked.scored(item.part());
            ResultPage.QuestionResult question = ResultPage.question(
                    asked,
                    submissions.scores(sitting.attempt()),
                    BankController.pictures(table.course()),
                    Language.of(context));
            model.put("question", question);
            model.put("part", DeskPage.view(question, item.part(), true).get(0));
            model.put("beside", DeskPage.view(question, item.part(), false));
            Rubric rubric = queues.rubric(table.course(), table.part(), asked, part);
            Marking marking = Marking.of(asked, part, rubric, null, Language.of(context));
            model.put("mark", form.isGood() ? marking : marking.with(form));
        }
        model.put("form", form);
        context.render("rubric/second", model);
    }

    /** {@code GET …/{part}/differences}. */
    public void differences(Context context) {
        Table table = table(context);
        List<DoubleMarking.Pair> open = table.marking().differences();
        Map<String, String> answers = new HashMap<>();
        queues.texts(table.course(), table.part())
                .forEach(typed -> answers.put(table.part().code(typed.attempt(), typed.position()), typed.content()));
        Map<String, Object> model = model(context, table);
        model.put("teaches", table.standing().atLeast(Role.INSTRUCTOR));
        model.put("pairs", table.marking().pairs().size());
        model.put(
                "alike",
                table.marking().pairs().stream()
                        .filter(pair -> pair.gap().signum() == 0)
                        .count());
        model.put("gap", table.marking().meanGap().toPlainString());
        model.put(
                "differences",
                open.stream().map(pair -> difference(table, pair, answers)).toList());
        context.render("rubric/differences", model);
    }

    private Difference difference(Table table, DoubleMarking.Pair pair, Map<String, String> answers) {
        String code = table.marking().answers().code(pair.item());
        UUID first = pair.item().doneBy();
        String gap = Decimals.text(pair.gap());
        return new Difference(
                code,
                answers.getOrDefault(code, ""),
                Decimals.text(pair.item().score()),
                first == null ? "" : name(first),
                Decimals.text(pair.second().score()),
                name(pair.second().grader()),
                pair.gap().signum() > 0 ? "+" + gap : gap);
    }

    /** {@code POST …/{part}/differences}: keeps the first score, or gives the second one or their mean. */
    public void settle(Context context) {
        Table table = table(context);
        DoubleMarking.Pair pair = table.marking().differences().stream()
                .filter(one -> table.marking().answers().code(one.item()).equals(context.formParam("item")))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(Message.of("rubric.scored-meanwhile")));
        SecondMark second = pair.second();
        BigFraction given = switch (String.valueOf(context.formParam("take"))) {
            case "first" -> pair.item().score();
            case "second" -> second.score();
            case "mean" -> second.score().add(pair.item().score()).divide(2);
            default -> throw Refusal.badRequest(Message.of("web.error-400"));
        };
        QueueItem item = pair.item();
        if (!given.equals(item.score())) {
            Sitting sitting = sitting(table, item);
            String ticked = given.equals(second.score()) ? second.ticked() : Rubric.POINTS;
            PartScore score = new PartScore(
                    0,
                    item.key(),
                    sitting.at(item.key().place()).row().revision(),
                    Marking.verdict(given, item.points()).word(),
                    given,
                    item.points(),
                    null,
                    ticked,
                    second.remark(),
                    null);
            if (!submissions.addUnlessScored(sitting.attempt(), table.me(), score, item.number())) {
                throw Refusal.conflict(Message.of("rubric.scored-meanwhile"));
            }
        }
        database.save(SecondMarkStore.class)
                .settle(table.course(), item.attempt(), item.position(), item.part(), queues.now(), table.me());
        context.redirect(table.url() + "/differences");
    }

    private Map<String, Object> model(Context context, Table table) {
        Map<String, Object> model = new HashMap<>();
        model.put("course", table.standing().course());
        model.put("exam", table.exam().exam().title().in(Language.of(context)));
        model.put("queue", table.part());
        model.put("asked", queues.title(table.course(), table.part(), Language.of(context)));
        model.put("url", table.url());
        model.put("math", true);
        return model;
    }

    private static int every(Context context) {
        String form = context.formParam("every");
        String query = context.queryParam("every");
        return Math.max(1, Math.min(RAREST, Queues.run(form != null ? form : String.valueOf(query))));
    }

    private String name(UUID person) {
        return people.person(person).map(Person::name).orElse("?");
    }

    private Sitting sitting(Table table, QueueItem item) {
        return attempts.sitting(attempts.find(item.attempt())
                .filter(found -> found.course().equals(table.course()))
                .orElseThrow(Refusal::notFound));
    }

    private Table table(Context context) {
        Standing standing = Found.of(context, Standing.class);
        String course = standing.course().id();
        PublishedExam exam = exams.find(course, context.pathParam("exam")).orElseThrow(Refusal::notFound);
        QueuePart part = new QueuePart(exam.exam().id(), context.pathParam("question"), context.pathParam("part"));
        UUID me = QueueController.grader(context);
        return new Table(
                standing, exam, part, me, DoubleMarking.of(database, course, part, queues.all(course, part, me), me));
    }
}
