package gradus.attempt;

import gradus.account.AccountStore;
import gradus.account.Person;
import gradus.attempt.AskedQuestion.Place;
import gradus.bank.Bank;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.database.Database;
import gradus.exam.Admittance;
import gradus.exam.Exams;
import gradus.exam.OpenTo;
import gradus.exam.Policy;
import gradus.exam.PublishedExam;
import gradus.exam.Schedule;
import gradus.message.Message;
import gradus.question.Variant;
import gradus.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts attempts and reads them back with everything that belongs to them. */
public final class Attempts {
    private final AttemptStore store;
    private final AccountStore people;
    private final CourseStore courses;
    private final Database database;
    private final Bank bank;
    private final Exams exams;
    private final Clock clock;
    private final AttemptDraws draws;
    private final Prepared prepared;

    public Attempts(Database database, Bank bank, Exams exams, Clock clock) {
        this.database = database;
        this.store = database.store(AttemptStore.class);
        this.people = database.store(AccountStore.class);
        this.courses = database.store(CourseStore.class);
        this.bank = bank;
        this.exams = exams;
        this.clock = clock;
        this.draws = new AttemptDraws(database, bank);
        this.prepared =
                new Prepared(bank, (offered, revisions) -> draws.forAttempt(offered, revisions, clock.instant()));
    }

    /** A person's attempts, the latest first. */
    public List<Attempt> of(UUID person) {
        return store.ofPerson(person);
    }

    /** A person's attempts of one exam, the latest first. */
    public List<Attempt> of(UUID person, PublishedExam offered) {
        return store.ofPersonIn(offered.course(), offered.exam().id(), person);
    }

    /** Everybody's attempts of an exam, in the order in which they began. */
    public List<Attempt> ofExam(String course, String exam) {
        return store.ofExam(course, exam);
    }

    /**
     * Begins an attempt, or goes on with the one that runs.
     *
     * @throws Refusal 403 where the exam is for the roster and they are not on it, 409 where it is not open to them, they have
     *     no attempt left, or staff have noted them as excused or absent
     */
    public Attempt start(UUID person, PublishedExam offered) {
        List<Attempt> begun = of(person, offered);
        Optional<Attempt> running = begun.stream().filter(Attempt::isRunning).findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        Instant now = clock.instant();
        Admittance admittance = admittance(person, offered);
        if (admittance == Admittance.NOT_ON_ROSTER) {
            throw Refusal.of(403, Message.of("attempt.roster-only"));
        }
        Attempt.Standing said =
                store.standing(offered.course(), offered.exam().id(), person).orElse(Attempt.Standing.COUNTS);
        if (admittance == Admittance.STUDENT && said != Attempt.Standing.COUNTS) {
            throw Refusal.conflict(Message.of("attempt.noted-" + said.name().toLowerCase(Locale.ROOT)));
        }
        Schedule schedule = exams.schedule(offered, person);
        if (!admittance.mayStart(schedule, now, begun.size())) {
            throw Refusal.conflict(Message.of("attempt.not-open"));
        }
        Attempt attempt = new Attempt(
                offered.course(),
                UUID.randomUUID(),
                offered.exam().id(),
                offered.revision(),
                person,
                begun.size() + 1,
                now,
                null,
                null,
                Deadline.first(schedule, now),
                admittance == Admittance.TRY_OUT ? Attempt.Standing.TRY_OUT : Attempt.Standing.COUNTS);
        List<AskedQuestion> asked = prepared.take(offered);
        boolean first = database.insertOnce(AttemptStore.class, inside -> {
            inside.add(attempt);
            inside.deadlines().add(attempt.course(), attempt.id(), DeadlineChange.first(attempt));
            inside.ask(attempt.course(), attempt.id(), asked);
        });
        return first ? attempt : start(person, offered);
    }

    /** Draws questions for attempts of an exam that may soon begin, until so many lie ready or the time is over. */
    public int prepare(PublishedExam offered, int count, Duration atMost) {
        return prepared.fill(offered, count, atMost);
    }

    /** As what a person would sit an exam. In practice staff are students like all. */
    public Admittance admittance(@Nullable UUID person, PublishedExam offered) {
        Policy policy = offered.exam().policy();
        boolean forAll = policy.openTo() == OpenTo.ANYONE;
        if (person == null || (forAll && policy.isPractice())) {
            return forAll ? Admittance.STUDENT : Admittance.NOT_ON_ROSTER;
        }
        CourseStore.Seat seat = courses.seat(offered.course(), person).orElse(null);
        Role role = seat == null ? null : seat.role();
        boolean staff = role != null && role != Role.STUDENT;
        if (staff || people.person(person).map(Person::admin).orElse(false)) {
            return policy.isPractice() ? Admittance.STUDENT : Admittance.TRY_OUT;
        }
        boolean seated =
                role == Role.STUDENT && (policy.isPractice() || !courses.isProvisional(offered.course(), person));
        return seated || forAll ? Admittance.STUDENT : Admittance.NOT_ON_ROSTER;
    }

    /** Draws new numbers for a question of a practice attempt: such as its student has not had, where there are any. */
    public void another(Sitting sitting, QuestionInAttempt last) {
        AskedQuestion next = draws.another(sitting, last, clock.instant());
        database.insertOnce(
                AttemptStore.class,
                inside ->
                        inside.ask(sitting.attempt().course(), sitting.attempt().id(), List.of(next)));
    }

    public Optional<Attempt> find(UUID id) {
        return store.attempt(id);
    }

    /** The exam of an attempt: its questions as it was begun with, under the policy of today. */
    public PublishedExam exam(Attempt attempt) {
        return exams.begun(attempt.course(), attempt.exam(), attempt.examRevision());
    }

    /** When an attempt of this exam ends and when its grading is shown. */
    public Schedule schedule(Attempt attempt, PublishedExam exam) {
        return exams.schedule(exam, attempt.person());
    }

    /** An attempt with its exam and schedule alone. */
    Sitting time(Attempt attempt) {
        PublishedExam exam = exam(attempt);
        return new Sitting(attempt, exam.exam(), schedule(attempt, exam), List.of());
    }

    /** An attempt with everything that belongs to it. */
    public Sitting sitting(Attempt attempt) {
        return sitting(time(attempt), store, database.store(ResponseStore.class), database.store(EventStore.class));
    }

    /** An attempt as it would be with another revision of one of its questions, on the numbers it was asked with. */
    public Sitting under(Attempt attempt, String question, String revision) {
        return sitting(
                time(attempt),
                store.asked(attempt.course(), attempt.id()).stream()
                        .map(row -> row.question().equals(question) ? row.under(revision) : row)
                        .toList(),
                database.store(ResponseStore.class),
                database.store(EventStore.class));
    }

    /** What belongs to a sitting, read again within a transaction. */
    Sitting sitting(Sitting known, AttemptStore inside) {
        return sitting(known, inside, inside.responses(), inside.events());
    }

    private Sitting sitting(Sitting known, AttemptStore rows, ResponseStore typed, EventStore done) {
        return sitting(
                known, rows.asked(known.attempt().course(), known.attempt().id()), typed, done);
    }

    private Sitting sitting(Sitting known, List<AskedQuestion> rows, ResponseStore typed, EventStore done) {
        Attempt attempt = known.attempt();
        Map<Place, Map<String, Response>> responses = Response.byPlace(typed.latest(attempt.course(), attempt.id()));
        Map<Place, Map<String, Response>> disputed =
                attempt.isRunning() ? Response.byPlace(typed.disputed(attempt.course(), attempt.id())) : Map.of();
        Map<Place, List<Event>> events = done.all(attempt.course(), attempt.id()).stream()
                .collect(Collectors.groupingBy(event -> new Place(event.position(), event.variant())));
        List<QuestionInAttempt> asked = new ArrayList<>();
        for (AskedQuestion row : rows) {
            asked.add(new QuestionInAttempt(
                    row,
                    draws.variant(attempt, row),
                    responses.getOrDefault(row.place(), Map.of()),
                    disputed.getOrDefault(row.place(), Map.of()),
                    events.getOrDefault(row.place(), List.of()),
                    asked.stream()
                            .filter(before -> before.row().hasNumbersOf(row))
                            .flatMap(QuestionInAttempt::checks)
                            .toList()));
        }
        return new Sitting(attempt, known.exam(), known.schedule(), asked);
    }

    /** What an attempt asks. */
    public List<AskedQuestion> asked(Attempt attempt) {
        return store.asked(attempt.course(), attempt.id());
    }

    /**
     * Whether something of a person's exams is still to come: one of them runs, waits for a person, or has its results still kept
     * back until a closing.
     */
    public boolean hasOpenResults(UUID person) {
        Instant now = clock.instant();
        return of(person).stream()
                .filter(attempt -> attempt.standing() != Attempt.Standing.TRY_OUT)
                .anyMatch(attempt -> {
                    PublishedExam exam = exam(attempt);
                    Schedule schedule = schedule(attempt, exam);
                    boolean kept =
                            (schedule.limits().closes() != null || schedule.isHeld()) && !schedule.showsFeedback(now);
                    return !exam.exam().policy().isPractice() && (attempt.isRunning() || kept || waits(attempt));
                });
    }

    private boolean waits(Attempt attempt) {
        return database.store(ScoreStore.class)
                .latest(attempt.course(), attempt.id())
                .map(Grading::waits)
                .orElse(false);
    }

    /**
     * The variant at a place of an attempt.
     *
     * @throws Refusal 404 where there is none
     */
    public Variant variant(Attempt attempt, Place place) {
        return draws.variant(attempt, place);
    }

    /** Hands the attempts of a guest over to the person who has signed in on the same browser. */
    public int claim(UUID guest, UUID person) {
        return database.save(AttemptStore.class, inside -> {
            int moved = 0;
            for (Attempt attempt : inside.ofPerson(guest)) {
                int number = inside.ofPersonIn(attempt.course(), attempt.exam(), person)
                                .size()
                        + 1;
                moved += inside.hand(attempt.course(), attempt.id(), guest, person, number);
            }
            return moved;
        });
    }
}
