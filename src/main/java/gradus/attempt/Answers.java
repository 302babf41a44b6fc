package gradus.attempt;

import gradus.attempt.AskedQuestion.Place;
import gradus.database.Database;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Question;
import gradus.web.Arrival;
import gradus.web.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what students type and do. What it has taken is on disk when its methods return. */
public final class Answers {
    /** Characters that one response may have. */
    static final int LONGEST = 200_000;

    private final Database database;
    private final Attempts attempts;

    public Answers(Database database, Attempts attempts) {
        this.database = database;
        this.attempts = attempts;
    }

    /**
     * A response as it came in.
     *
     * @param after the number of the response that it was typed over, 0 for an empty field; null where the sender does not know
     * @param client the page that sent it; null where it does not number its changes
     * @param n the page's running number of the change
     */
    public record Typed(
            PartKey key,
            String text,
            @Nullable Long after,
            @Nullable String client,
            @Nullable Long n) {
        public Typed(PartKey key, String text, @Nullable Long after) {
            this(key, text, after, null, null);
        }
    }

    /**
     * What became of one response.
     *
     * @param seq the number of the answer that stands now
     * @param text the answer that stands now
     */
    public record Outcome(Typed typed, Save.Standing standing, long seq, String text) {
        public boolean isSuperseded() {
            return standing == Save.Standing.SUPERSEDED;
        }
    }

    /**
     * What became of responses, in their order.
     *
     * @param seq the highest number of a response in the attempt
     * @param deadline of the attempt, as it was when they were saved
     */
    public record Saved(long seq, List<Outcome> outcomes, Deadline deadline) {
        /** Those that did not become the answer, since another window has answered after they were typed. */
        public List<Typed> superseded() {
            return outcomes.stream()
                    .filter(Outcome::isSuperseded)
                    .map(Outcome::typed)
                    .toList();
        }
    }

    /**
     * Saves responses that arrived at this time, each a row of its own.
     *
     * @throws Refusal 409 where the attempt has ended, 422 where a response cannot be taken
     */
    public Saved save(Attempt attempt, List<Typed> typed, Arrival arrival) {
        typed.forEach(response -> check(attempt, response));
        return database.saveInTurn(AttemptStore.class, attempt.id(), store -> {
            Deadline deadline = hold(store, attempt, arrival.at()).deadline();
            requireOpen(store, attempt, typed);
            Placing placing = new Placing(store.responses(), attempt, arrival, deadline.isLate(arrival.at()));
            typed.forEach(placing::place);
            return placing.done(deadline);
        });
    }

    /** Saves what a form without scripts sent, as far as it differs from what stands there. */
    public void save(Sitting sitting, Sheet sheet, Arrival arrival) {
        QuestionInAttempt asked = sitting.at(sheet.place());
        Attempt attempt = sitting.attempt();
        List<Typed> changes = sheet.changes(
                asked,
                seq -> database.store(ResponseStore.class)
                        .content(attempt.course(), attempt.id(), seq)
                        .orElse(""));
        if (!changes.isEmpty() && !asked.isEnded()) {
            save(attempt, changes, arrival);
        }
    }

    /**
     * Settles which of two answers of a part the student wants: the one of this number becomes, or stays, the answer.
     *
     * @throws Refusal 404 where the part has no response of this number
     */
    public void settle(Attempt attempt, PartKey key, long seq, Arrival arrival) {
        ResponseStore responses = database.store(ResponseStore.class);
        String text = responses.history(attempt.course(), attempt.id()).stream()
                .filter(save -> save.seq() == seq && save.key().equals(key))
                .map(Save::content)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        save(attempt, List.of(new Typed(key, text, null)), arrival);
    }

    /**
     * Requires that an answer could be given now.
     *
     * @throws Refusal 409 where the attempt has ended, 422 where the solution of the variant was shown
     */
    public void requireOpen(Attempt attempt, Place place, Instant now) {
        if (!attempt.isRunning() || !attempt.deadline().takes(now)) {
            throw over();
        }
        if (database.store(EventStore.class)
                .solved(attempt.course(), attempt.id())
                .contains(place)) {
            throw notAnswerable();
        }
    }

    /** Once its solution has been shown, a variant takes no answers. */
    private static void requireOpen(AttemptStore store, Attempt attempt, List<Typed> typed) {
        List<Place> ended = store.events().solved(attempt.course(), attempt.id());
        if (typed.stream().map(response -> response.key().place()).anyMatch(ended::contains)) {
            throw notAnswerable();
        }
    }

    private static Refusal notAnswerable() {
        return Refusal.of(422, Message.of("attempt.not-answerable"));
    }

    private void check(Attempt attempt, Typed response) {
        Question question = attempts.variant(attempt, response.key().place()).question();
        if (question.parts().stream().map(Part::id).noneMatch(response.key().part()::equals)) {
            throw notAnswerable();
        }
        if (response.text().length() > LONGEST) {
            throw Refusal.of(422, Message.of("attempt.too-long", LONGEST));
        }
        if (response.text().indexOf('\0') >= 0) {
            throw Refusal.of(422, Message.of("web.error-nul"));
        }
    }

    /** Notes something that the student did. */
    public void note(Sitting sitting, Place place, Event.Kind kind, String detail, Instant happened) {
        Attempt attempt = sitting.attempt();
        database.saveInTurn(AttemptStore.class, attempt.id(), store -> {
            hold(store, attempt, happened);
            return add(store, attempt, place, kind, detail, happened, null);
        });
    }

    private static Event add(
            AttemptStore store,
            Attempt attempt,
            Place place,
            Event.Kind kind,
            String detail,
            Instant happened,
            @Nullable Long seen) {
        long seq = store.events().last(attempt.course(), attempt.id()) + 1;
        Event event = new Event(seq, place.position(), place.variant(), kind, detail, happened, seen);
        store.events().add(attempt.course(), attempt.id(), event);
        return event;
    }

    /**
     * Notes a check of a question as it was read.
     *
     * @param wrong the ids of the parts that are new and wrong
     * @return false where another check came first, whose try this one does not know of; nothing is noted then
     */
    public boolean noteCheck(Sitting sitting, QuestionInAttempt asked, List<String> wrong, Instant happened) {
        Attempt attempt = sitting.attempt();
        Place place = asked.place();
        return database.saveInTurn(AttemptStore.class, attempt.id(), store -> {
            hold(store, attempt, happened);
            List<Event> events = store.events().all(attempt.course(), attempt.id());
            long checks = events.stream()
                    .filter(event -> event.kind() == Event.Kind.CHECK
                            && event.position() == place.position()
                            && event.variant() == place.variant())
                    .count();
            if (checks != asked.checks().count()) {
                return false;
            }
            add(store, attempt, place, Event.Kind.CHECK, String.join(",", wrong), happened, asked.lastSeq());
            return true;
        });
    }

    /** Everything that was ever saved in an attempt, whatever became of it, in the order in which the server took it. */
    public List<Save> history(Attempt attempt) {
        return database.store(ResponseStore.class).history(attempt.course(), attempt.id());
    }

    /** Keeps which statements of a rubric a student ticked for their own text. */
    public void assess(Attempt attempt, PartKey part, List<String> ticked, Instant when) {
        database.saveInTurn(AttemptStore.class, attempt.id(), store -> {
            store.lock(attempt.course(), attempt.id());
            long seq = store.selfAssessments().last(attempt.course(), attempt.id()) + 1;
            SelfAssessment assessment = new SelfAssessment(seq, part, String.join(",", ticked), when);
            store.selfAssessments().add(attempt.course(), attempt.id(), assessment);
            return assessment;
        });
    }

    /** What a student ticked last for each text of an attempt. */
    public Map<PartKey, SelfAssessment> assessments(Attempt attempt) {
        Map<PartKey, SelfAssessment> last = new HashMap<>();
        database.store(SelfAssessmentStore.class)
                .all(attempt.course(), attempt.id())
                .forEach(one -> last.put(one.key(), one));
        return last;
    }

    /** Keeps an attempt from ending until what arrived then is in it. */
    private static Attempt hold(AttemptStore store, Attempt attempt, Instant arrived) {
        return store.hold(attempt.course(), attempt.id())
                .filter(running -> running.deadline().takes(arrived))
                .orElseThrow(Answers::over);
    }

    private static Refusal over() {
        return Refusal.conflict(Message.of("attempt.is-over"));
    }
}
