package gradus.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gradus.account.AccountStore;
import gradus.account.Person;
import gradus.attempt.AskedQuestion.Place;
import gradus.bank.Bank;
import gradus.bank.CurrentRevision;
import gradus.database.Database;
import gradus.exam.Candidate;
import gradus.exam.ExamEntry;
import gradus.exam.Exams;
import gradus.exam.Order;
import gradus.exam.PublishedExam;
import gradus.exam.Schedule;
import gradus.exam.Variants;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.web.Refusal;
import gradus.web.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts attempts and reads them back with everything that belongs to them. */
public final class Attempts {
    /** So often numbers are drawn until they are not those that a student has had. */
    private static final int DRAWS = 20;

    private final AttemptStore store;
    private final AccountStore people;
    private final Database database;
    private final Bank bank;
    private final Exams exams;
    private final Clock clock;
    private final Prepared prepared;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Variant> variants =
            Caffeine.newBuilder().maximumSize(20_000).build();

    public Attempts(Database database, Bank bank, Exams exams, Clock clock) {
        this.database = database;
        this.store = database.store(AttemptStore.class);
        this.people = database.store(AccountStore.class);
        this.bank = bank;
        this.exams = exams;
        this.clock = clock;
        this.prepared = new Prepared(bank, offered -> draw(offered, clock.instant()));
    }

    /** What exam files may call this person by. */
    public Candidate candidate(@Nullable UUID person) {
        Optional<Person> known = person == null ? Optional.empty() : people.person(person);
        return known.map(who -> new Candidate(
                        Stream.of(who.login(), who.studentNumber())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        null))
                .orElse(Candidate.GUEST);
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
     * @throws Refusal 409 where the exam is not open to this person or they have no attempt left
     */
    public Attempt start(UUID person, PublishedExam offered) {
        List<Attempt> begun = of(person, offered);
        Optional<Attempt> running = begun.stream().filter(Attempt::isRunning).findFirst();
        if (running.isPresent()) {
            return running.get();
        }
        Instant now = clock.instant();
        if (!offered.schedule(candidate(person)).mayStart(now, begun.size())) {
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
                Deadline.first(offered.schedule(candidate(person)), now));
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

    private List<AskedQuestion> draw(PublishedExam offered, Instant now) {
        List<ExamEntry> entries = new ArrayList<>(offered.exam().questions());
        if (offered.exam().policy().order() == Order.SHUFFLED) {
            Collections.shuffle(entries, random);
        }
        List<AskedQuestion> asked = new ArrayList<>();
        for (ExamEntry entry : entries) {
            CurrentRevision current =
                    bank.current(offered.course(), entry.question()).orElseThrow(Refusal::notFound);
            long seed = offered.exam().policy().variants() == Variants.PER_EXAM
                    ? sharedSeed(offered, entry)
                    : random.nextLong();
            try {
                asked.add(ask(offered.course(), entry, asked.size() + 1, 1, current.revision(), seed, now));
            } catch (DrawException never) {
                throw Refusal.conflict(Message.of("attempt.cannot-begin", entry.label()));
            }
        }
        return asked;
    }

    /** The same for all attempts of an exam. */
    private static long sharedSeed(PublishedExam offered, ExamEntry entry) {
        String name = offered.course() + "/" + offered.exam().id() + "/" + entry.question();
        return ByteBuffer.wrap(Secret.hash(name).getBytes(StandardCharsets.UTF_8))
                .getLong();
    }

    private AskedQuestion ask(
            String course, ExamEntry entry, int position, int variant, String revision, long seed, Instant now) {
        Variant drawn = Variant.draw(bank.question(course, revision), seed, entry.with());
        return new AskedQuestion(
                position,
                variant,
                entry.question(),
                revision,
                entry.label(),
                entry.points(),
                seed,
                DrawnParams.json(drawn.params()),
                now);
    }

    /** Draws new numbers for a question of a practice attempt: such as its student has not had, where there are any. */
    public void another(Sitting sitting, QuestionInAttempt last) {
        ExamEntry entry = sitting.exam().entry(last.row().question()).orElseThrow(Refusal::notFound);
        Set<String> had = sitting.variants(last.row().position()).stream()
                .map(asked -> asked.row().params())
                .collect(Collectors.toSet());
        AskedQuestion next = again(sitting, entry, last);
        for (int more = 1; more < DRAWS && sitting.isRandom(last) && had.contains(next.params()); more++) {
            next = again(sitting, entry, last);
        }
        AskedQuestion drawn = next;
        database.insertOnce(
                AttemptStore.class,
                inside ->
                        inside.ask(sitting.attempt().course(), sitting.attempt().id(), List.of(drawn)));
    }

    private AskedQuestion again(Sitting sitting, ExamEntry entry, QuestionInAttempt last) {
        try {
            return ask(
                    sitting.attempt().course(),
                    entry,
                    last.row().position(),
                    last.row().variant() + 1,
                    last.row().revision(),
                    random.nextLong(),
                    clock.instant());
        } catch (DrawException never) {
            throw Refusal.conflict(Message.of("attempt.cannot-draw", entry.label()));
        }
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
        boolean alike = exam.exam().policy().allowances().isEmpty();
        return exam.schedule(alike ? Candidate.GUEST : candidate(attempt.person()));
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

    /** What belongs to a sitting, read again within a transaction. */
    Sitting sitting(Sitting known, AttemptStore inside) {
        return sitting(known, inside, inside.responses(), inside.events());
    }

    private Sitting sitting(Sitting known, AttemptStore rows, ResponseStore typed, EventStore done) {
        Attempt attempt = known.attempt();
        Map<Place, Map<String, Response>> responses = Response.byPlace(typed.latest(attempt.course(), attempt.id()));
        Map<Place, Map<String, Response>> disputed =
                attempt.isRunning() ? Response.byPlace(typed.disputed(attempt.course(), attempt.id())) : Map.of();
        Map<Place, List<Event>> events = done.all(attempt.course(), attempt.id()).stream()
                .collect(Collectors.groupingBy(event -> new Place(event.position(), event.variant())));
        List<QuestionInAttempt> asked = new ArrayList<>();
        for (AskedQuestion row : rows.asked(attempt.course(), attempt.id())) {
            asked.add(new QuestionInAttempt(
                    row,
                    variant(attempt, row),
                    responses.getOrDefault(row.place(), Map.of()),
                    disputed.getOrDefault(row.place(), Map.of()),
                    events.getOrDefault(row.place(), List.of())));
        }
        return new Sitting(attempt, known.exam(), known.schedule(), asked);
    }

    /**
     * The variant at a place of an attempt.
     *
     * @throws Refusal 404 where there is none
     */
    public Variant variant(Attempt attempt, Place place) {
        Variant known = variants.getIfPresent(name(attempt, place));
        return known != null
                ? known
                : store.asked(attempt.course(), attempt.id()).stream()
                        .filter(row -> row.place().equals(place))
                        .findFirst()
                        .map(row -> variant(attempt, row))
                        .orElseThrow(Refusal::notFound);
    }

    private static String name(Attempt attempt, Place place) {
        return attempt.id() + "/" + place.position() + "/" + place.variant();
    }

    private Variant variant(Attempt attempt, AskedQuestion row) {
        return variants.get(name(attempt, row.place()), name -> {
            Question question = bank.question(attempt.course(), row.revision());
            return Variant.of(question, DrawnParams.read(row.params()));
        });
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
