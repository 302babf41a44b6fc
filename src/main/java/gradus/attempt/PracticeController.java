package gradus.attempt;

import gradus.attempt.AskedQuestion.Place;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What only practice has: checking, hints, solutions and further numbers. */
public final class PracticeController {
    private final Attempts attempts;
    private final Answers answers;
    private final SittingController sittings;
    private final Clock clock;

    public PracticeController(Attempts attempts, Answers answers, SittingController sittings, Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.sittings = sittings;
        this.clock = clock;
    }

    /** {@code POST /attempts/{attempt}/checks}: grades what stands there. What is blank or unreadable costs no try. */
    public void check(Context context) {
        Place place = SittingController.place(context);
        practised(sittings.saveForm(context, clock.instant()));
        Sitting sitting = sittings.owned(context);
        QuestionInAttempt asked = open(sitting, place);
        Integer tries = sitting.exam().policy().tries();
        if (tries != null && asked.triesUsed() >= tries) {
            throw Refusal.conflict(Message.of("attempt.no-tries-left"));
        }
        if (!asked.isChecked()) {
            answers.note(sitting, place, Event.Kind.CHECK, String.join(",", wrong(asked)), clock.instant());
        }
        context.redirect(SittingPage.url(sitting, place.position()) + "#checked");
    }

    /** The parts whose answer is new since the last check and wrong. */
    private static List<String> wrong(QuestionInAttempt asked) {
        List<String> wrong = new ArrayList<>();
        for (Part part : asked.question().parts()) {
            if (!part.work() && !part.isGradedByPerson() && asked.isNew(part)) {
                switch (asked.result(part).verdict()) {
                    case PARTIAL, INCORRECT -> wrong.add(part.id());
                    default -> {}
                }
            }
        }
        return wrong;
    }

    /** {@code POST /attempts/{attempt}/hints}: shows the next one. */
    public void hint(Context context) {
        Place place = SittingController.place(context);
        Sitting sitting = practised(sittings.saveForm(context, clock.instant()));
        QuestionInAttempt asked = open(sitting, place);
        if (asked.hintsTaken() < asked.question().hints().size()) {
            answers.note(sitting, place, Event.Kind.HINT, Integer.toString(asked.hintsTaken() + 1), clock.instant());
        }
        context.redirect(SittingPage.url(sitting, place.position()) + "#hints");
    }

    /** {@code POST /attempts/{attempt}/solutions}: shows the solution, which ends the variant. */
    public void solution(Context context) {
        Place place = SittingController.place(context);
        Sitting sitting = practised(sittings.saveForm(context, clock.instant()));
        if (!open(sitting, place).isEnded()) {
            answers.note(sitting, place, Event.Kind.SOLUTION, "", clock.instant());
        }
        context.redirect(SittingPage.url(sitting, place.position()) + "#solution");
    }

    /** {@code POST /attempts/{attempt}/variants}: the same question with new numbers. */
    public void another(Context context) {
        Place place = SittingController.place(context);
        Sitting sitting = practised(sittings.saveForm(context, clock.instant()));
        QuestionInAttempt last = sitting.current(place.position());
        if (!last.question().params().isEmpty()) {
            attempts.another(sitting, last);
        }
        context.redirect(SittingPage.url(sitting, place.position()));
    }

    private static Sitting practised(Sitting sitting) {
        if (!sitting.exam().policy().isPractice()) {
            throw Refusal.notFound();
        }
        return sitting;
    }

    /** The variant, which must be the one that stands on the page now. */
    private static QuestionInAttempt open(Sitting sitting, Place place) {
        QuestionInAttempt asked = sitting.current(place.position());
        if (!asked.place().equals(place)) {
            throw Refusal.conflict(Message.of("attempt.variant-gone"));
        }
        return asked;
    }
}
