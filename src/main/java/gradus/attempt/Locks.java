package gradus.attempt;

import gradus.bank.Bank;
import gradus.exam.ExamEntry;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.message.Message;
import gradus.question.Drawing;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.web.Refusal;
import java.time.Clock;
import java.time.Instant;

/** Questions of practice that rest because a timed exam asks the same with the same numbers, and is open to somebody. */
public final class Locks {
    private final Exams exams;
    private final Bank bank;
    private final Clock clock;

    public Locks(Exams exams, Bank bank, Clock clock) {
        this.exams = exams;
        this.bank = bank;
        this.clock = clock;
    }

    /**
     * Passes where a question of practice may be worked on and its solution be seen.
     *
     * @throws Refusal 409 that names the exam which is open
     */
    public void check(Sitting sitting, QuestionInAttempt asked) {
        if (!sitting.exam().policy().isPractice()) {
            return;
        }
        Instant now = clock.instant();
        String question = asked.row().question();
        for (PublishedExam other : exams.of(
                sitting.attempt().course(),
                exam -> !exam.policy().isPractice() && exam.entry(question).isPresent())) {
            if (other.isUnderWay(now) && asksTheSame(other, asked)) {
                throw Refusal.conflict(
                        Message.of("attempt.locked-by-exam", other.exam().title()));
            }
        }
    }

    /** Whether an exam asks a question with the very numbers that it has in practice. */
    private boolean asksTheSame(PublishedExam exam, QuestionInAttempt asked) {
        return exam.exam().questions().stream()
                .filter(entry -> entry.question().equals(asked.row().question()))
                .anyMatch(entry -> bank.current(exam.course(), entry.question())
                        .map(current -> bank.question(exam.course(), current.revision()))
                        .map(question -> hasNumbers(question, entry, asked))
                        .orElse(false));
    }

    private static boolean hasNumbers(Question question, ExamEntry entry, QuestionInAttempt asked) {
        if (Drawing.isRandom(question, entry.with())) {
            return false;
        }
        Variant fixed = Variant.draw(question, 0, entry.with());
        return DrawnParams.json(fixed.params()).equals(asked.row().params());
    }
}
