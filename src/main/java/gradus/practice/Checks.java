package gradus.practice;

import gradus.attempt.Answers;
import gradus.attempt.Attempt;
import gradus.attempt.Findings;
import gradus.attempt.PartScore;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sitting;
import gradus.database.Database;
import gradus.grading.PartResult;
import gradus.message.Message;
import gradus.question.Part;
import gradus.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Checks of what stands in the fields of practice; what they find counts for their student's progress. */
final class Checks {
    private final Database database;
    private final Answers answers;
    private final Clock clock;

    Checks(Database database, Answers answers, Clock clock) {
        this.database = database;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Grades what stands there, unless that was done already. What is blank or unreadable costs no try.
     *
     * @throws Refusal 409 where no try is left
     */
    void check(Sitting sitting, QuestionInAttempt asked) {
        Integer tries = sitting.exam().policy().tries();
        if (tries != null && asked.triesUsed() >= tries) {
            throw Refusal.conflict(Message.of("attempt.no-tries-left"));
        }
        if (asked.isChecked()) {
            return;
        }
        Instant now = clock.instant();
        boolean noted = answers.noteCheck(sitting, asked, wrong(asked), now);
        if (noted && !sitting.isTold(asked) && !asked.state().equals("blank")) {
            keep(sitting, asked, now);
        }
    }

    /** The parts whose answer is new since the last check and wrong. */
    private static List<String> wrong(QuestionInAttempt asked) {
        List<String> wrong = new ArrayList<>();
        for (Part part : checkable(asked)) {
            if (asked.isNew(part)) {
                switch (asked.result(part).verdict()) {
                    case PARTIAL, INCORRECT -> wrong.add(part.id());
                    default -> {}
                }
            }
        }
        return wrong;
    }

    /** The parts that the grader grades. */
    static List<Part> checkable(QuestionInAttempt asked) {
        return asked.question().parts().stream()
                .filter(part -> !part.work() && !part.isGradedByPerson())
                .toList();
    }

    /** Whether nothing of a variant is left to do: its solution was shown, or all that was checked is right. */
    static boolean isDone(QuestionInAttempt asked) {
        return asked.isEnded()
                || (asked.isChecked()
                        && checkable(asked).stream().allMatch(part -> {
                            PartResult result = asked.result(part);
                            return result.score().equals(result.points());
                        }));
    }

    private void keep(Sitting sitting, QuestionInAttempt asked, Instant now) {
        Attempt attempt = sitting.attempt();
        database.saveInTurn(PractisedStore.class, attempt.id(), store -> {
            int number = store.last(attempt.course(), attempt.id()) + 1;
            List<PartScore> found = checkable(asked).stream()
                    .map(part -> found(sitting, asked, part, number))
                    .toList();
            store.add(attempt.course(), attempt.id(), found, now);
            return found;
        });
    }

    private static PartScore found(Sitting sitting, QuestionInAttempt asked, Part part, int number) {
        PartResult result = asked.result(part);
        return new PartScore(
                number,
                asked.key(part),
                asked.row().revision(),
                result.verdict().word(),
                sitting.earned(asked, part),
                asked.points(part),
                result.mistake(),
                null,
                null,
                Findings.of(asked, part).json());
    }
}
