package gradus.result.regrade;

import gradus.account.AccountStore;
import gradus.account.Person;
import gradus.account.Viewer;
import gradus.bank.Bank;
import gradus.bank.BankFile;
import gradus.bank.CurrentRevision;
import gradus.bank.QuestionTitles;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.exam.ExamEntry;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.question.Problem;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.AcceptedToo;
import gradus.web.Form;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The instructor's pages on which a question is regraded for everybody: asked for, looked at, applied or stopped. */
public final class RegradeController {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ANSWER = 2_000;
    private static final int PAGE = 50;

    private final Regrades regrades;
    private final RegradeStore store;
    private final AccountStore people;
    private final Bank bank;
    private final QuestionTitles titles;
    private final Exams exams;

    public RegradeController(Database database, Regrades regrades, Bank bank, Exams exams) {
        this.regrades = regrades;
        this.store = database.store(RegradeStore.class);
        this.people = database.store(AccountStore.class);
        this.bank = bank;
        this.titles = new QuestionTitles(bank);
        this.exams = exams;
    }

    /** {@code GET /courses/{course}/exams/{exam}/regrades?show=…}: what can be asked for, or one that was asked for. */
    public void list(Context context) {
        PublishedExam offered = exam(context);
        if (context.queryParam("show") != null) {
            show(context, offered, regrade(context, offered, context.queryParam("show")));
        } else {
            form(context, offered, Form.empty());
        }
    }

    private void form(Context context, PublishedExam offered, Form form) {
        Locale language = Language.of(context);
        List<Offer> offers = new ArrayList<>();
        for (ExamEntry entry : offered.exam().questions()) {
            bank.current(offered.course(), entry.question())
                    .ifPresent(current -> offers.add(offer(offered, entry, current, language)));
        }
        Map<String, Object> model = model(context, offered);
        model.put("offers", offers);
        model.put("math", true);
        model.put("form", form);
        model.put("regrades", store.ofExam(offered.course(), offered.exam().id()));
        context.render("regrade/regrades", model);
    }

    private Offer offer(PublishedExam offered, ExamEntry entry, CurrentRevision current, Locale language) {
        Question question = bank.question(offered.course(), current.revision());
        List<RegradeStore.Used> used =
                store.used(offered.course(), offered.exam().id(), entry.question());
        return new Offer(
                entry.question(),
                entry.label(),
                question.title().in(language),
                Offer.parts(question, language),
                used.stream().mapToLong(RegradeStore.Used::attempts).sum(),
                used.stream()
                        .filter(one -> !one.revision().equals(current.revision()))
                        .mapToLong(RegradeStore.Used::attempts)
                        .sum());
    }

    /** {@code POST /courses/{course}/exams/{exam}/regrades}: asks for one. */
    public void ask(Context context) {
        PublishedExam offered = exam(context);
        Form form = Form.of(context, "question", "kind", "part", "answer", "reason", "undone");
        String question = form.text("question");
        CurrentRevision current =
                bank.current(offered.course(), question).orElseThrow(() -> Refusal.badRequest(unclear()));
        Regrade.Kind kind = kind(form.text("kind"));
        String reason = form.text("reason").strip();
        String part = form.text("part").isBlank() ? null : form.text("part");
        form.require(!reason.isEmpty(), "reason", Message.of("attempt.reason-missing"))
                .require(reason.length() <= LONGEST_REASON, "reason", Message.of("account.too-long", LONGEST_REASON));
        String answer = form.text("answer").strip();
        String revision = kind == Regrade.Kind.REVISION ? current.revision() : null;
        if (kind == Regrade.Kind.UNDO) {
            undo(context, offered, form);
            return;
        }
        if (kind == Regrade.Kind.ACCEPT) {
            form.require(part != null, "part", Message.of("regrade.part-missing"))
                    .require(!answer.isEmpty(), "answer", Message.of("regrade.answer-missing"))
                    .require(
                            answer.length() <= LONGEST_ANSWER,
                            "answer",
                            Message.of("account.too-long", LONGEST_ANSWER));
            revision = part == null || !form.isGood() ? null : accepting(offered.course(), current, part, answer, form);
        }
        if (!form.isGood()) {
            form(context.status(422), offered, form);
            return;
        }
        Regrade asked = regrades.ask(
                new Regrades.Wish(
                        offered.course(),
                        offered.exam().id(),
                        question,
                        kind == Regrade.Kind.REVISION ? null : part,
                        kind,
                        revision,
                        kind == Regrade.Kind.ACCEPT ? answer : null,
                        reason),
                Viewer.of(context).person());
        context.redirect(path(offered) + "?show=" + asked.id());
    }

    /** Asks for what one that was applied has changed to be as before. */
    private void undo(Context context, PublishedExam offered, Form form) {
        Regrade undone = regrade(context, offered, form.text("undone"));
        if (!undone.isUndoable()) {
            throw Refusal.conflict(Message.of("regrade.moved-on"));
        }
        String reason = form.text("reason").strip();
        Regrade asked = regrades.ask(
                new Regrades.Wish(
                        offered.course(),
                        offered.exam().id(),
                        undone.question(),
                        undone.part(),
                        Regrade.Kind.UNDO,
                        null,
                        undone.id().toString(),
                        reason.substring(0, Math.min(LONGEST_REASON, reason.length()))),
                Viewer.of(context).person());
        context.redirect(path(offered) + "?show=" + asked.id());
    }

    /** Keeps a revision of a question that takes one more answer; null where it would not be valid, which the form then says. */
    private @Nullable String accepting(String course, CurrentRevision current, String part, String answer, Form form) {
        try {
            String text = AcceptedToo.in(bank.content(course, current.revision()), part, answer);
            return bank.keep(new BankFile(course, current.file(), text));
        } catch (QuestionException broken) {
            Problem first = broken.problems().get(0);
            form.require(false, "answer", first.message());
            return null;
        }
    }

    private static Regrade.Kind kind(String word) {
        return Arrays.stream(Regrade.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest(unclear()));
    }

    private static Message unclear() {
        return Message.of("web.error-400");
    }

    private void show(Context context, PublishedExam offered, Regrade regrade) {
        Map<RegradedAttempt.State, Long> counts = new HashMap<>();
        long gain = 0;
        long lose = 0;
        for (RegradeStore.Count count : store.counts(regrade.course(), regrade.id())) {
            counts.put(count.state(), count.attempts());
            gain += count.gain();
            lose += count.lose();
        }
        long changed = store.changedCount(regrade.course(), regrade.id());
        long pages = Math.max(1, (changed + PAGE - 1) / PAGE);
        long page = Math.min(pages, page(context.queryParam("page")));
        Map<String, Object> model = model(context, offered);
        model.put("regrade", regrade);
        String part = regrade.part();
        Locale language = Language.of(context);
        model.put(
                "part",
                part == null ? null : Markdown.inline(titles.of(offered.course(), regrade.question(), part, language)));
        model.put("math", true);
        model.put("author", people.person(regrade.askedBy()).map(Person::name).orElse(""));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long waiting = counts.getOrDefault(RegradedAttempt.State.WAITING, 0L);
        long applied = counts.getOrDefault(RegradedAttempt.State.APPLIED, 0L);
        long computed = counts.getOrDefault(RegradedAttempt.State.COMPUTED, 0L);
        model.put("all", all);
        model.put("done", regrade.state() == Regrade.State.COMPUTING ? all - waiting : all - waiting - computed);
        model.put("applied", applied);
        model.put("computed", computed);
        model.put("failed", counts.getOrDefault(RegradedAttempt.State.FAILED, 0L));
        model.put("left", counts.getOrDefault(RegradedAttempt.State.LEFT, 0L));
        model.put("gain", gain);
        model.put("lose", lose);
        model.put("changed", store.changed(regrade.course(), regrade.id(), (page - 1) * PAGE, PAGE));
        model.put("page", page);
        model.put("pages", pages);
        if (regrade.isWorkedOn()) {
            context.header("Refresh", "2");
        }
        context.render("regrade/regrade", model);
    }

    /** {@code POST /courses/{course}/exams/{exam}/regrades/state}: applies, stops or resumes one. */
    public void move(Context context) {
        PublishedExam offered = exam(context);
        Regrade regrade = regrade(context, offered, context.formParam("regrade"));
        boolean moved = switch (Optional.ofNullable(context.formParam("state")).orElse("")) {
            case "applying" -> regrades.apply(regrade);
            case "cancelled" -> regrades.cancel(regrade);
            case "computing" -> regrades.goOn(regrade);
            default -> throw Refusal.badRequest(unclear());
        };
        if (!moved) {
            throw Refusal.conflict(Message.of("regrade.moved-on"));
        }
        context.redirect(path(offered) + "?show=" + regrade.id());
    }

    private Map<String, Object> model(Context context, PublishedExam offered) {
        Locale language = Language.of(context);
        Map<String, Object> model = new HashMap<>();
        model.put("course", Found.of(context, Standing.class).course());
        model.put("exam", offered.exam().id());
        model.put("title", offered.exam().title().in(language));
        model.put(
                "labels",
                offered.exam().questions().stream()
                        .collect(Collectors.toMap(ExamEntry::question, ExamEntry::label, (one, other) -> one)));
        return model;
    }

    private static String path(PublishedExam offered) {
        return "/courses/" + offered.course() + "/exams/" + offered.exam().id() + "/regrades";
    }

    private PublishedExam exam(Context context) {
        Course course = Found.of(context, Standing.class).course();
        return exams.find(course.id(), context.pathParam("exam")).orElseThrow(Refusal::notFound);
    }

    private Regrade regrade(Context context, PublishedExam offered, @Nullable String id) {
        try {
            return regrades.find(offered.course(), UUID.fromString(id == null ? "" : id))
                    .filter(found -> found.exam().equals(offered.exam().id()))
                    .orElseThrow(Refusal::notFound);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.badRequest(unclear());
        }
    }

    private static long page(@Nullable String text) {
        try {
            return text == null ? 1 : Math.max(1, Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }
}
