package gradus.practice;

import gradus.account.Sessions;
import gradus.account.Viewer;
import gradus.attempt.Answers;
import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Event;
import gradus.attempt.HintLadder;
import gradus.attempt.OwnAttempts;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sheet;
import gradus.attempt.Sitting;
import gradus.attempt.sitting.StartController;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.web.Arrival;
import gradus.web.Found;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What only practice has: checking, hints, solutions and further numbers. */
public final class PracticeController {
    private final Attempts attempts;
    private final Answers answers;
    private final OwnAttempts own;
    private final StartController starts;
    private final Sessions sessions;
    private final CourseStore courses;
    private final Checks checks;
    private final Clock clock;

    public PracticeController(
            OwnAttempts own,
            Attempts attempts,
            Answers answers,
            StartController starts,
            Sessions sessions,
            Database database,
            Clock clock) {
        this.attempts = attempts;
        this.answers = answers;
        this.own = own;
        this.starts = starts;
        this.sessions = sessions;
        this.courses = database.store(CourseStore.class);
        this.checks = new Checks(database, answers, clock);
        this.clock = clock;
    }

    /**
     * {@code POST /courses/{course}/exams/{exam}/practice}: goes to a question of practice, with new numbers where those that
     * stand there are done, and checks what was typed on the home page. Without a question it goes to the first that is not done.
     */
    public void practise(Context context) {
        PublishedExam offered = starts.offered(context);
        if (!offered.exam().policy().isPractice()) {
            throw Refusal.notFound();
        }
        if (courses.archived().contains(offered.course())) {
            throw Refusal.conflict(Message.of("course.is-archived"));
        }
        Viewer viewer = sessions.orGuest(context, null);
        Sitting sitting = own.sitting(attempts.start(viewer.person(), offered));
        QuestionInAttempt asked = own.unlocked(sitting, asked(sitting, context.formParam("question")));
        String typed = context.formParam("typed");
        String part = context.formParam("part");
        if (typed != null && part != null && asked.text(asked.scored(part)).isBlank() && !asked.isEnded()) {
            Answers.Typed answer = new Answers.Typed(asked.place().part(part), typed, asked.seq(asked.scored(part)));
            answers.save(sitting.attempt(), List.of(answer), Arrival.of(context, clock));
            Sitting answered = own.sitting(sitting.attempt());
            checks.check(answered, answered.at(asked.place()));
        } else if (Checks.isDone(asked) && sitting.isRandom(asked)) {
            attempts.another(sitting, asked);
        }
        context.redirect(sitting.url(asked.row().position()) + "#question");
    }

    private static QuestionInAttempt asked(Sitting sitting, @Nullable String question) {
        List<QuestionInAttempt> current = sitting.current();
        return current.stream()
                .filter(asked -> question == null
                        ? !Checks.isDone(asked)
                        : asked.row().question().equals(question))
                .findFirst()
                .or(() -> question == null ? Optional.of(current.get(0)) : Optional.empty())
                .orElseThrow(Refusal::notFound);
    }

    /** {@code POST /attempts/{attempt}/checks}: grades what stands there. What is blank or unreadable costs no try. */
    public void check(Context context) {
        Place place = save(context, sitting(context)).place();
        Sitting sitting = sitting(context);
        QuestionInAttempt asked = open(sitting, place);
        checks.check(sitting, asked);
        context.redirect(sitting.url(place.position()) + "#checked");
    }

    /** {@code POST /attempts/{attempt}/hints}: shows the next one. */
    public void hint(Context context) {
        Sitting sitting = sitting(context);
        Place place = save(context, sitting).place();
        QuestionInAttempt asked = open(sitting, place);
        new HintLadder(asked)
                .next()
                .ifPresent(rung -> answers.note(sitting, place, Event.Kind.HINT, rung.name(), clock.instant()));
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
