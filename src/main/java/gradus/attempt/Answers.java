package gradus.attempt;

import gradus.attempt.AskedQuestion.Place;
import gradus.database.Database;
import gradus.exam.Schedule;
import gradus.message.Message;
import gradus.question.Part;
import gradus.question.Question;
import gradus.web.Refusal;
import java.time.Instant;
import java.util.ArrayList;
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
     * @param after the number of the response that it was typed over, where it was kept in a browser since; else null
     */
    public record Typed(PartKey key, String text, @Nullable Long after) {}

    /**
     * What became of responses.
     *
     * @param seq the highest number of a response in the attempt
     * @param superseded those that were not saved, since another window has answered after they were typed
     */
    public record Saved(long seq, List<Typed> superseded) {}

    /**
     * Saves responses that arrived at this time, each a row of its own.
     *
     * @throws Refusal 409 where the attempt has ended, 422 where a response cannot be taken
     */
    public Saved save(Attempt attempt, Schedule schedule, List<Typed> typed, Instant arrived) {
        requireRunning(attempt, schedule, arrived);
        typed.forEach(response -> check(attempt, response));
        return database.save(AttemptStore.class, store -> {
            hold(store, attempt);
            requireOpen(store, attempt, typed);
            ResponseStore responses = store.responses();
            long seq = responses.last(attempt.course(), attempt.id());
            List<Typed> late = new ArrayList<>();
            List<Response> rows = new ArrayList<>();
            for (Typed response : typed) {
                if (response.after() != null
                        && responses.lastOf(attempt.course(), attempt.id(), response.key()) > response.after()) {
                    late.add(response);
                } else {
                    rows.add(new Response(++seq, response.key(), response.text(), arrived));
                }
            }
            if (!rows.isEmpty()) {
                responses.add(attempt.course(), attempt.id(), rows);
            }
            return new Saved(seq, late);
        });
    }

    /** Saves what a form without scripts sent, as far as it differs from what stands there. */
    public void save(Sitting sitting, Sheet sheet, Instant arrived) {
        QuestionInAttempt asked = sitting.at(sheet.place());
        List<Typed> changes = sheet.changes(asked);
        if (!changes.isEmpty() && !asked.isEnded()) {
            save(sitting.attempt(), sitting.schedule(), changes, arrived);
        }
    }

    /**
     * Requires that an answer could be given now.
     *
     * @throws Refusal 409 where the attempt has ended, 422 where the solution of the variant was shown
     */
    public void requireOpen(Attempt attempt, Schedule schedule, Place place, Instant now) {
        requireRunning(attempt, schedule, now);
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
        requireRunning(attempt, sitting.schedule(), happened);
        database.save(AttemptStore.class, store -> {
            hold(store, attempt);
            long seq = store.events().last(attempt.course(), attempt.id()) + 1;
            Event event = new Event(seq, place.position(), place.variant(), kind, detail, happened);
            store.events().add(attempt.course(), attempt.id(), event);
            return event;
        });
    }

    /** Keeps which statements of a rubric a student ticked for their own text. */
    public void assess(Attempt attempt, PartKey part, List<String> ticked, Instant when) {
        database.save(AttemptStore.class, store -> {
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

    private static void requireRunning(Attempt attempt, Schedule schedule, Instant now) {
        if (!attempt.isRunning() || !schedule.takes(attempt.started(), now)) {
            throw over();
        }
    }

    private static void hold(AttemptStore store, Attempt attempt) {
        if (store.hold(attempt.course(), attempt.id()).isEmpty()) {
            throw over();
        }
    }

    private static Refusal over() {
        return Refusal.conflict(Message.of("attempt.is-over"));
    }
}
