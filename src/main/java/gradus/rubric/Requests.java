package gradus.rubric;

import gradus.attempt.Attempt;
import gradus.attempt.PartKey;
import gradus.attempt.result.SecondLook;
import gradus.database.Database;
import gradus.rubric.RequestStore.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Requests of students for another look at a score: asked for while the window is open, answered at the desk. */
public final class Requests {
    private final Database database;
    private final RequestStore store;
    private final Clock clock;

    public Requests(Database database, Clock clock) {
        this.database = database;
        this.store = database.store(RequestStore.class);
        this.clock = clock;
    }

    /** Until when they may be made; null where they may not be made at all. */
    @Nullable
    Instant closes(String course, String exam) {
        return store.window(course, exam).map(RequestStore.Window::closes).orElse(null);
    }

    boolean isOpen(String course, String exam) {
        Instant closes = closes(course, exam);
        return closes != null && clock.instant().isBefore(closes);
    }

    /** What the student of an attempt may ask, and whether they have. */
    public SecondLook secondLook(Attempt attempt) {
        Instant closes = closes(attempt.course(), attempt.exam());
        boolean open = closes != null && clock.instant().isBefore(closes);
        return new SecondLook(open, closes, !of(attempt).isEmpty());
    }

    /** Lets students ask until then; no more where it is null. */
    void open(String course, String exam, @Nullable Instant closes, UUID by) {
        Supplier<Boolean> stored = () -> database.insertOnce(
                RequestStore.class,
                inside -> inside.open(course, exam, inside.last(course, exam) + 1, closes, clock.instant(), by));
        while (!stored.get()) {
            // somebody else has taken the number: the next one
        }
    }

    List<Request> of(Attempt attempt) {
        return store.ofAttempt(attempt.course(), attempt.id());
    }

    List<Request> ofExam(String course, String exam) {
        return store.ofExam(course, exam);
    }

    List<RequestStore.Listed> questions(String course, String exam) {
        return store.questions(course, exam);
    }

    Optional<Request> open(Attempt attempt, PartKey key) {
        return store.open(attempt.course(), attempt.id(), key);
    }

    /** Asks for another look at a part; nothing where that is asked for already. */
    void ask(Attempt attempt, PartKey key, String reason, BigFraction score) {
        database.saveInTurn(RequestStore.class, attempt.id(), inside -> {
            if (inside.open(attempt.course(), attempt.id(), key).isEmpty()) {
                inside.ask(attempt.course(), UUID.randomUUID(), attempt.id(), key, reason, score, clock.instant());
            }
            return true;
        });
    }

    /** Answers the open request of a part, if there is one, with the score that it has now. */
    void answer(Attempt attempt, PartKey key, @Nullable String answer, BigFraction score, UUID by) {
        database.save(RequestStore.class)
                .answer(attempt.course(), attempt.id(), key, answer == null ? "" : answer, score, clock.instant(), by);
    }

    /** Takes back the answer that a person gave with this run of grading; the request waits again. */
    void takeBack(Attempt attempt, PartKey key, UUID by, int run) {
        database.save(RequestStore.class).reopen(attempt.course(), attempt.id(), key, by, run);
    }
}
