package gradus.attempt.practice;

import gradus.attempt.Answers;
import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Event;
import gradus.attempt.OwnAttempts;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sheet;
import gradus.attempt.Sitting;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Arrival;
import gradus.web.Found;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What only practice has: checking, hints, solutions and further numbers. */
public final class PracticeController {
    private final Attempts attempts;
    private final Answers answers;
    private final OwnAttempts own;
    private final Clock clock;

    public PracticeController(OwnAttempts own, Attempts attempts, Answers answers, Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.own = own;
        this.clock = clock;
    }

    /** {@code POST /attempts/{attempt}/checks}: grades what stands there. What is blank or unreadable costs no try. */
    public void check(Context context) {
        Place place = save(context, sitting(context)).place();
        Sitting sitting = sitting(context);
        QuestionInAttempt asked = open(sitting, place);
        Integer tries = sitting.exam().policy().tries();
        if (tries != null && asked.triesUsed() >= tries) {
            throw Refusal.conflict(Message.of("attempt.no-tries-left"));
        }
        if (!asked.isChecked()) {
            answers.note(sitting, place, Event.Kind.CHECK, String.join(",", wrong(asked)), clock.instant());
        }
        context.redirect(sitting.url(place.position()) + "#checked");
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
        Sitting sitting = sitting(context);
        Place place = save(context, sitting).place();
        QuestionInAttempt asked = open(sitting, place);
        if (asked.hintsTaken() < asked.question().hints().size()) {
            answers.note(sitting, place, Event.Kind.HINT, Integer.toString(asked.hintsTaken() + 1), clock.instant());
        }
        context.redirect(sitting.url(place.position()) + "#hints");
    }

    /** {@code POST /attempts/{attempt}/solutions}: shows the solution, which ends the variant. */
    public void solution(Context context) {
        Sitting sitting = sitting(context);
        Place place = save(context, sitting).place();
        if (!open(sitting, place).isEnded()) {
            answers.note(sitting, place, Event.Kind.SOLUTION, "", clock.instant());
        }
        context.redirect(sitting.url(place.position()) + "#solution");
    }

    /**
     * {@code POST /attempts/{attempt}/variants}: the same question with new numbers, or, where it has no others, with empty
     * fields once its solution has been shown.
     */
    public void another(Context context) {
        Sitting sitting = sitting(context);
        Place place = save(context, sitting).place();
        QuestionInAttempt last = sitting.current(place.position());
        if (sitting.isRandom(last) || last.isEnded()) {
            attempts.another(sitting, last);
        }
        context.redirect(sitting.url(place.position()));
    }

    /** What the form sent, saved. */
    private Sheet save(Context context, Sitting sitting) {
        Sheet sheet = Sheet.of(context::formParams);
        answers.save(sitting, sheet, Arrival.of(context, clock));
        return sheet;
    }

    private Sitting sitting(Context context) {
        Sitting sitting = own.sitting(Found.of(context, Attempt.class));
        if (!sitting.exam().policy().isPractice()) {
            throw Refusal.notFound();
        }
        return sitting;
    }

    /** The variant, which must be the one that stands on the page now. */
    private QuestionInAttempt open(Sitting sitting, Place place) {
        QuestionInAttempt asked = sitting.current(place.position());
        if (!asked.place().equals(place)) {
            throw Refusal.conflict(Message.of("attempt.variant-gone"));
        }
        return own.unlocked(sitting, asked);
    }
}
