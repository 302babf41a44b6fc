package gradus.attempt.invigilation;

import gradus.account.AccountStore;
import gradus.account.Person;
import gradus.account.Viewer;
import gradus.attempt.Answers;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.DeadlineChange;
import gradus.attempt.Deadlines;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Save;
import gradus.attempt.Sitting;
import gradus.course.Course;
import gradus.course.CourseStore;
import gradus.course.Role;
import gradus.course.Standing;
import gradus.database.Database;
import gradus.question.Part;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The history of an attempt for staff: every save with its time, its origin and what became of it. */
public final class HistoryController {
    private final Attempts attempts;
    private final Deadlines deadlines;
    private final Answers answers;
    private final AccountStore people;
    private final CourseStore courses;
    private final Standings standings;

    public HistoryController(
            Attempts attempts, Deadlines deadlines, Answers answers, Database database, Standings standings) {
        this.attempts = attempts;
        this.deadlines = deadlines;
        this.answers = answers;
        this.people = database.store(AccountStore.class);
        this.courses = database.store(CourseStore.class);
        this.standings = standings;
    }

    /**
     * A save as the page shows it.
     *
     * @param question the label of its question
     */
    public record Line(Save save, String question, SafeHtml part) {}

    /** {@code GET /courses/{course}/attempts/{attempt}/history}. */
    public void show(Context context) {
        Locale language = Language.of(context);
        Standing staff = Found.of(context, Standing.class);
        Course course = staff.course();
        Attempt attempt = attempts.find(id(context.pathParam("attempt")))
                .filter(found -> found.course().equals(course.id()))
                .orElseThrow(Refusal::notFound);
        Sitting sitting = attempts.sitting(attempt);
        List<Line> lines = answers.history(attempt).stream()
                .map(save -> line(sitting, save, language))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("attempt", attempt);
        model.put("title", sitting.exam().title().in(language));
        model.put("student", courses.called(course.id(), attempt.person()).orElse(""));
        model.put("lines", lines);
        List<DeadlineChange> changes = deadlines.changes(attempt);
        model.put("deadlines", changes);
        model.put("authors", authors(changes));
        model.put("standings", standings.linesOf(attempt));
        model.put("standing", attempt.standing().name().toLowerCase(Locale.ROOT));
        model.put(
                "teaches", staff.atLeast(Role.INSTRUCTOR) && !Viewer.of(context).is(attempt.person()));
        model.put("math", true);
        context.render("attempt/history", model);
    }

    /** The names of who changed a deadline, by their ids. */
    private Map<UUID, String> authors(List<DeadlineChange> changes) {
        List<UUID> said = changes.stream()
                .map(DeadlineChange::saidBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return people.people(said).stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private static Line line(Sitting sitting, Save save, Locale language) {
        QuestionInAttempt asked = sitting.at(save.key().place());
        SafeHtml label = asked.question().parts().stream()
                .filter(part -> part.id().equals(save.key().part()))
                .findFirst()
                .map((Part part) -> Markdown.inline(asked.label(part, language)))
                .orElseGet(() -> Markdown.inline(save.key().part()));
        return new Line(save, asked.row().label(), label);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException garbled) {
            throw Refusal.notFound();
        }
    }
}
