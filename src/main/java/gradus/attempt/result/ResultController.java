package gradus.attempt.result;

import gradus.account.Viewer;
import gradus.attempt.Answers;
import gradus.attempt.Attempt;
import gradus.attempt.OwnAttempts;
import gradus.attempt.PartKey;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.bank.BankController;
import gradus.course.Access;
import gradus.exam.Policy;
import gradus.exam.Show;
import gradus.question.Criterion;
import gradus.question.Part;
import gradus.web.Found;
import gradus.web.Language;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An attempt after its end, as its owner may see it, and the self-assessment of texts in practice. */
public final class ResultController {
    private final OwnAttempts own;
    private final Submissions submissions;
    private final Answers answers;
    private final Clock clock;

    public ResultController(OwnAttempts own, Submissions submissions, Answers answers, Clock clock) {
        this.own = own;
        this.submissions = submissions;
        this.answers = answers;
        this.clock = clock;
    }

    /** {@code GET /attempts/{attempt}}: goes on with it where it runs, otherwise its result. */
    public void show(Context context) {
        Sitting sitting = own.sitting(Found.of(context, Attempt.class));
        if (sitting.attempt().isRunning()) {
            context.redirect(sitting.url(firstOpen(sitting)));
            return;
        }
        Policy policy = sitting.exam().policy();
        boolean shown = sitting.schedule().showsFeedback(clock.instant());
        Set<Show> show = shown ? policy.show() : EnumSet.noneOf(Show.class);
        ResultPage page = ResultPage.of(
                sitting,
                submissions.scores(sitting.attempt()),
                answers.assessments(sitting.attempt()),
                shown,
                show,
                BankController.pictures(sitting.attempt().course()),
                Language.of(context));
        context.render(
                "attempt/result",
                Map.of("page", page, "math", true, "isGuest", Viewer.of(context).guest()));
    }

    /** The first question that is not answered yet. */
    private static int firstOpen(Sitting sitting) {
        return sitting.current().stream()
                .filter(asked -> !asked.state().equals("answered"))
                .findFirst()
                .map(asked -> asked.row().position())
                .orElse(1);
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
