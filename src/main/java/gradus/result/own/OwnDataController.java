package gradus.result.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.account.AccountStore;
import gradus.account.Viewer;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.OwnAttempts;
import gradus.attempt.PartScore;
import gradus.attempt.Sitting;
import gradus.attempt.Submissions;
import gradus.course.CourseStore;
import gradus.database.Database;
import gradus.exam.Show;
import gradus.json.Json;
import gradus.maths.Decimals;
import gradus.web.Language;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The privacy notice, and what is kept about a person as a file for this person. */
public final class OwnDataController {
    private final OwnDataStore store;
    private final AccountStore people;
    private final RetentionStore retention;
    private final CourseStore courses;
    private final Attempts attempts;
    private final Submissions submissions;
    private final OwnAttempts own;
    private final Clock clock;

    public OwnDataController(
            Database database, Attempts attempts, Submissions submissions, OwnAttempts own, Clock clock) {
        this.store = database.store(OwnDataStore.class);
        this.people = database.store(AccountStore.class);
        this.retention = database.store(RetentionStore.class);
        this.courses = database.store(CourseStore.class);
        this.attempts = attempts;
        this.submissions = submissions;
        this.own = own;
        this.clock = clock;
    }

    /** {@code GET /privacy}. */
    public void notice(Context context) {
        Map<String, Object> model = new HashMap<>();
        Viewer viewer = Viewer.of(context);
        model.put("known", viewer.known());
        model.put("ends", viewer.known() ? ends(viewer.person(), Language.of(context)) : List.of());
        context.render("own/privacy", model);
    }

    /** Until when a course keeps what it has of somebody; null where it has set no day. */
    public record End(String course, @Nullable Instant keptUntil) {}

    private List<End> ends(UUID person, Locale language) {
        return retention.ofPerson(person).stream()
                .map(kept -> new End(
                        courses.course(kept.course())
                                .map(course -> course.title(language))
                                .orElse(kept.course()),
                        kept.keptUntil()))
                .toList();
    }

    /** {@code GET /account/data}: all that is kept about the person who asks; of a grading only what they may see by now. */
    public void download(Context context) {
        UUID person = Viewer.of(context).person();
        ObjectNode data = Json.object().put("written", clock.instant().toString());
        people.person(person)
                .ifPresent(found -> data.putObject("account")
                        .put("name", found.name())
                        .put("login", found.login())
                        .put("email", found.email()));
        data.set("courses", Json.mapper().valueToTree(store.seats(person)));
        data.set("grades", Json.mapper().valueToTree(store.told(person)));
        data.set("standings", Json.mapper().valueToTree(store.said(person)));
        data.set("reports", Json.mapper().valueToTree(store.reported(person)));
        data.set("requests", Json.mapper().valueToTree(store.requested(person)));
        ArrayNode list = data.putArray("attempts");
        attempts.of(person).forEach(attempt -> list.add(json(attempt)));
        context.contentType("application/json; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"gradus-my-data.json\"")
                .result(data.toPrettyString());
    }

    private ObjectNode json(Attempt attempt) {
        ObjectNode object = Json.object()
                .put("id", attempt.id().toString())
                .put("course", attempt.course())
                .put("exam", attempt.exam())
                .put("number", attempt.number())
                .put("started", attempt.started().toString());
        object.put(
                        "submitted",
                        attempt.submitted() == null ? null : attempt.submitted().toString())
                .put("standing", attempt.standing().name().toLowerCase(Locale.ROOT));
        object.set("responses", Json.mapper().valueToTree(store.typed(attempt.course(), attempt.id())));
        Sitting sitting = attempts.sitting(attempt);
        if (attempt.isRunning() || !sitting.schedule().showsFeedback(clock.instant()) || own.rests(sitting)) {
            return object;
        }
        boolean scores = sitting.exam().policy().show().contains(Show.SCORE);
        boolean verdicts = sitting.exam().policy().show().contains(Show.VERDICTS);
        boolean remarks = sitting.exam().policy().show().contains(Show.MESSAGES);
        ArrayNode parts = object.putArray("scores");
        for (var asked : submissions.scores(attempt).counting(sitting)) {
            for (PartScore score : submissions.scores(attempt).at(asked.row().position())) {
                ObjectNode part = parts.addObject()
                        .put("position", score.key().position())
                        .put("part", score.key().part());
                if (scores) {
                    part.put("score", Decimals.text(score.score())).put("points", Decimals.text(score.points()));
                }
                if (verdicts) {
                    part.put("verdict", score.verdict());
                }
                if (remarks) {
                    part.put("remark", score.remark());
                }
            }
        }
        return object;
    }
}
