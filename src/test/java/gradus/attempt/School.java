package gradus.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.account.AccountStore;
import gradus.attempt.Answers.Typed;
import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.invigilation.Sweep;
import gradus.bank.Bank;
import gradus.bank.BankFolder;
import gradus.database.Database;
import gradus.demo.SetClock;
import gradus.exam.Exams;
import gradus.exam.Invigilation;
import gradus.exam.PublishedExam;
import gradus.web.Arrival;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The features around attempts over one database, with a clock that the test sets. */
final class School {
    static final String COURSE = "deep-learning";
    static final Instant NINE = Instant.parse("2026-12-01T00:00:00Z");
    static final Place FIRST = new Place(1, 1);

    final Database database;
    final SetClock clock = new SetClock(NINE);
    final TestBank files;
    final Bank bank;
    final Exams exams;
    final Attempts attempts;
    final Answers answers;
    final Submissions submissions;
    final Deadlines deadlines;
    final Sweep sweep;
    final Invigilation invigilation;

    School(Database database, Path folder, String policy) {
        files = new TestBank(folder);
        this.database = database;
        bank = new Bank(database, clock, List.of(BankFolder.at(folder)));
        exams = new Exams(database, bank, clock);
        attempts = new Attempts(database, bank, exams, clock);
        answers = new Answers(database, attempts);
        deadlines = new Deadlines(database, attempts, clock);
        exams.listen(deadlines::settleAll);
        submissions = new Submissions(database, attempts, deadlines, clock);
        sweep = new Sweep(database, attempts, submissions, clock);
        invigilation = new Invigilation(database, clock);
        policy(policy);
    }

    void policy(String policy) {
        files.exam("quiz", policy);
        bank.load();
        assertEquals(List.of(), bank.problems(COURSE));
    }

    PublishedExam quiz() {
        return exams.find(COURSE, "quiz").orElseThrow();
    }

    UUID person(@Nullable String login) {
        UUID id = UUID.randomUUID();
        database.save(AccountStore.class)
                .insert(new AccountStore.NewPerson(
                        id, "김하나", login, null, login == null ? null : "-", false, NINE, null));
        return id;
    }

    Attempt begin(UUID person) {
        return attempts.start(person, quiz());
    }

    Sitting sitting(Attempt attempt) {
        return attempts.sitting(attempts.find(attempt.id()).orElseThrow());
    }

    List<Typed> save(Attempt attempt, String part, String text) {
        return save(attempt, new Typed(FIRST.part(part), text, null));
    }

    List<Typed> save(Attempt attempt, Typed typed) {
        Sitting sitting = sitting(attempt);
        return answers.save(sitting.attempt(), List.of(typed), arrival()).superseded();
    }

    Arrival arrival() {
        return new Arrival(clock.instant(), "here", "127.0.0.1");
    }

    double param(Attempt attempt, String name) {
        return Objects.requireNonNull(
                        sitting(attempt).current(1).variant().params().get(name))
                .asTensor()
                .cell(0);
    }

    String total(Attempt attempt) {
        return Integer.toString((int) (param(attempt, "a") + param(attempt, "b")));
    }

    String product(Attempt attempt) {
        return Integer.toString((int) (param(attempt, "a") * param(attempt, "b")));
    }
}
