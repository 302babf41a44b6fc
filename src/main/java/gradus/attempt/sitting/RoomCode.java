package gradus.attempt.sitting;

import gradus.account.GuessThrottle;
import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.database.Database;
import gradus.exam.Admittance;
import gradus.exam.Entrance;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.web.Form;
import java.time.Clock;
import java.util.Optional;

/**
 * The code that an exam may ask for at its start, which staff read out in the room. Who sits it already and who only tries it out
 * is asked for none.
 */
final class RoomCode {
    private final Attempts attempts;
    private final GuessThrottle throttle;

    RoomCode(Attempts attempts, Database database, Clock clock) {
        this.attempts = attempts;
        this.throttle = new GuessThrottle(database, clock);
    }

    /** Whether this viewer is asked for it. */
    boolean isAsked(Viewer viewer, PublishedExam offered) {
        return offered.exam().policy().entrance().code() != null
                && attempts.admittance(viewer.id(), offered) == Admittance.STUDENT
                && (!viewer.known()
                        || attempts.of(viewer.person(), offered).stream().noneMatch(Attempt::isRunning));
    }

    /** Checks the code in the form; what is wrong with it then stands there. */
    Form check(Form form, Viewer viewer, String address, PublishedExam offered) {
        if (!isAsked(viewer, offered)) {
            return form;
        }
        if (form.text("code").isBlank()) {
            return form.require(false, "code", Message.of("attempt.code-missing"));
        }
        Entrance entrance = offered.exam().policy().entrance();
        String guesser = viewer.known() ? viewer.person().toString() : address;
        GuessThrottle.Outcome<Entrance> outcome = throttle.guess(
                "code of " + offered.course() + "/" + offered.exam().id(),
                guesser,
                address,
                () -> Optional.of(entrance).filter(asking -> asking.admits(form.text("code"))));
        return form.require(!outcome.isHeldUp(), "code", Message.of("account.guess-throttled", outcome.seconds()))
                .require(outcome.found().isPresent(), "code", Message.of("attempt.code-wrong"));
    }
}
