package gradus.attempt;

import gradus.bank.Bank;
import gradus.database.Database;
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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions of practice that rest because a timed exam asks the same with the same numbers: while the exam is open to somebody,
 * and while anybody still sits it, as who was given more time does. The same question in another course counts too.
 */
public final class Locks {
    private final Exams exams;
    private final Bank bank;
    private final AttemptStore attempts;
    private final Clock clock;

    public Locks(Exams exams, Bank bank, Database database, Clock clock) {
        this.exams = exams;
        this.bank = bank;
        this.attempts = database.store(AttemptStore.class);
        this.clock = clock;
    }

    /**
     * Passes where a question of practice may be worked on and its solution be seen.
     *
     * @throws Refusal 409 that names the exam for which it rests, or says that another course has it
     */
    public void check(Sitting sitting, QuestionInAttempt asked) {
        String course = sitting.attempt().course();
        exam(sitting, asked).ifPresent(exam -> {
            throw Refusal.conflict(
                    exam.course().equals(course)
                            ? Message.of("attempt.locked-by-exam", exam.exam().title())
                            : Message.of("attempt.locked-by-other-course"));
        });
    }

    /** Whether a question of practice rests. */
    public boolean rests(Sitting sitting, QuestionInAttempt asked) {
        return exam(sitting, asked).isPresent();
    }

    private Optional<PublishedExam> exam(Sitting sitting, QuestionInAttempt asked) {
        if (!sitting.exam().policy().isPractice()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String course = sitting.attempt().course();
        AskedQuestion row = asked.row();
        return Stream.concat(Stream.of(course), bank.alike(course, row.question(), row.revision()).stream())
                .flatMap(where ->
                        exams
                                .of(
                                        where,
                                        exam -> !exam.policy().isPractice()
                                                && exam.entry(row.question()).isPresent())
                                .stream())
                .filter(exam -> exam.isUnderWay(now) && asksTheSame(exam, asked))
                .findFirst()
                .or(() -> sat(sitting.attempt(), row, now));
    }

    /** An exam that somebody sits with these numbers, drawn or not: their own of whatever kind, or one that a class has dates for. */
    private Optional<PublishedExam> sat(Attempt attempt, AskedQuestion row, Instant now) {
        return attempts.sat(attempt, row, now).stream()
                .flatMap(sat -> exams
                        .find(sat.course(), sat.exam())
                        .filter(exam -> !exam.exam().policy().isPractice() && (sat.own() > 0 || exam.isScheduled()))
                        .stream())
                .findFirst();
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
