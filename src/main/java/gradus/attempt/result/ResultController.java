package gradus.attempt.result;

import gradus.account.Viewer;
import gradus.attempt.Answers;
import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.Attempt;
import gradus.attempt.Findings;
import gradus.attempt.OwnAttempts;
import gradus.attempt.PartKey;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.bank.BankController;
import gradus.course.Access;
import gradus.exam.Exams;
import gradus.exam.Policy;
import gradus.exam.Show;
import gradus.message.Message;
import gradus.question.Criterion;
import gradus.question.Part;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An attempt after its end, as its owner may see it, and the self-assessment of texts in practice. */
public final class ResultController {
    private static final String ALL = "all";

    private final OwnAttempts own;
    private final Submissions submissions;
    private final Answers answers;
    private final Exams exams;
    private final SecondLook.Office office;
    private final Clock clock;

    public ResultController(
            OwnAttempts own,
            Submissions submissions,
            Answers answers,
            Exams exams,
            SecondLook.Office office,
            Clock clock) {
        this.own = own;
        this.submissions = submissions;
        this.answers = answers;
        this.exams = exams;
        this.office = office;
        this.clock = clock;
    }

    /**
     * {@code GET /attempts/{attempt}?open=…}: goes on with it where it runs, otherwise its result, with the worked solution of the
     * question at that position or, for paper, with {@value #ALL} of them. The others are long, and few are read.
     */
    public void show(Context context) {
        Sitting sitting = own.sitting(Found.of(context, Attempt.class));
        if (sitting.attempt().isRunning()) {
            context.redirect(sitting.url(firstOpen(sitting)));
            return;
        }
        own.refuseIfResting(sitting);
        Policy policy = sitting.exam().policy();
        boolean shown = sitting.schedule().showsFeedback(clock.instant());
        Set<Show> show = shown ? policy.show() : EnumSet.noneOf(Show.class);
        String open = context.queryParam("open");
        ResultPage page = ResultPage.of(
                sitting,
                submissions.scores(sitting.attempt()),
                answers.assessments(sitting.attempt()),
                shown,
                new ResultView(
                        show,
                        position ->
                                ALL.equals(open) || Integer.toString(position).equals(open),
                        policy.isPractice(),
                        BankController.pictures(sitting.attempt().course()),
                        Language.of(context)));
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("allOpen", ALL.equals(open));
        model.put("math", true);
        model.put("practise", practise(sitting.attempt().course(), page));
        model.put("isGuest", Viewer.of(context).guest());
        model.put("why", why(sitting.attempt()));
        model.put("setAside", setAside(sitting.attempt()));
        model.put("reason", submissions.whySetAside(sitting.attempt()).orElse(""));
        model.put("receipt", submissions.receipt(sitting.attempt()).orElse(null));
        model.put("stored", stored(sitting));
        boolean counts = shown && !policy.isPractice() && sitting.attempt().standing() == Attempt.Standing.COUNTS;
        model.put("requests", counts ? office.at(sitting.attempt()) : null);
        context.render("attempt/result", model);
    }

    /** By the id of a question that is not all right, where it can be practised again. */
    private Map<String, String> practise(String course, ResultPage page) {
        Map<String, String> places = new HashMap<>();
        for (ResultPage.QuestionResult question : page.questions()) {
            exams.practice(course, question.id())
                    .ifPresent(offered -> places.put(
                            question.id(),
                            "/courses/" + course + "/exams/" + offered.exam().id() + "/practice"));
        }
        return places;
    }

    /** What ended an attempt where its student did not. */
    private static @Nullable String why(Attempt attempt) {
        Attempt.Ending by = attempt.endedBy();
        return by == null || by == Attempt.Ending.STUDENT ? null : by.name().toLowerCase(Locale.ROOT);
    }

    /** As what staff have set it aside; null where they have not. */
    private static @Nullable String setAside(Attempt attempt) {
        return attempt.isSetAside() ? attempt.standing().name().toLowerCase(Locale.ROOT) : null;
    }

    /** How many answers of it are stored, of every variant. */
    private static long stored(Sitting sitting) {
        return sitting.asked().stream()
                .flatMap(asked -> asked.question().parts().stream().filter(part -> asked.seq(part) > 0))
                .count();
    }

    /** The first question that is not answered yet. */
    private static int firstOpen(Sitting sitting) {
        return sitting.current().stream()
                .filter(asked -> !asked.state().equals("answered"))
                .findFirst()
                .map(asked -> asked.row().position())
                .orElse(1);
    }

    /**
     * {@code GET /attempts/{attempt}/cells/{position}/{part}?variant=…&cell=…}: what a cell that was marked is made of. Before
     * verdicts may be seen nobody is told.
     */
    public void cell(Context context) {
        Sitting sitting = own.sitting(Found.of(context, Attempt.class));
        String variant = context.queryParam("variant");
        Place place = Place.of(context.pathParam("position"), variant == null ? "1" : variant);
        QuestionInAttempt asked = own.unlocked(sitting, sitting.at(place));
        Part part = asked.scored(context.pathParam("part"));
        boolean isRunning = sitting.attempt().isRunning();
        Findings findings = isRunning ? checked(sitting, asked, part) : graded(sitting, asked, part);
        if (findings == null) {
            throw Refusal.conflict(Message.of("attempt.cell-not-marked"));
        }
        boolean keys =
                isRunning ? asked.isEnded() : sitting.exam().policy().show().contains(Show.KEYS);
        int cell = Place.of(context.queryParam("cell"), "1").position() - 1;
        CellPage page = CellPage.of(asked, part, findings, cell, keys, Language.of(context));
        if (page == null) {
            throw Refusal.notFound();
        }
        String back = isRunning
                ? sitting.url(place.position()) + "#part-"
                : sitting.url() + "#result-" + place.position() + "-";
        context.render("attempt/cell", Map.of("page", page, "math", true, "back", back + part.id()));
    }

    /** What the last check of practice found; null where it may not be seen. */
    private static @Nullable Findings checked(Sitting sitting, QuestionInAttempt asked, Part part) {
        boolean marked = sitting.exam().policy().isPractice() && (asked.isChecked() || asked.isEnded());
        return marked && !part.isGradedByPerson() ? Findings.of(asked, part) : null;
    }

    /** What was found when the attempt ended; null where it may not be seen. */
    private @Nullable Findings graded(Sitting sitting, QuestionInAttempt asked, Part part) {
        if (!sitting.schedule().showsFeedback(clock.instant())
                || !sitting.exam().policy().show().containsAll(EnumSet.of(Show.VERDICTS, Show.MESSAGES))) {
            return null;
        }
        PartScore score = submissions.scores(sitting.attempt()).of(asked.key(part));
        return score == null ? null : score.findings(part, asked.variant());
    }

    /** {@code POST /attempts/{attempt}/self-assessments}: what a student ticks of the rubric for their own text. */
    public void assess(Context context) {
        Sitting sitting = own.sitting(Found.of(context, Attempt.class));
        PartKey key =
                PartKey.of(context.formParam("position"), context.formParam("variant"), context.formParam("part"));
        Part part = sitting.at(key.place()).scored(key.part());
        Access.require(part.isGradedByPerson()
                && sitting.exam().policy().isPractice()
                && !sitting.attempt().isRunning());
        List<String> sent = context.formParams("criterion");
        List<String> ticked =
                part.rubric().stream().map(Criterion::id).filter(sent::contains).toList();
        answers.assess(sitting.attempt(), key, ticked, clock.instant());
        context.redirect(sitting.url() + "#q" + key.position());
    }
}
