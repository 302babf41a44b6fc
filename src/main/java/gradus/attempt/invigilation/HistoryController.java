package gradus.attempt.invigilation;

import gradus.account.AccountStore;
import gradus.account.Person;
import gradus.attempt.Answers;
import gradus.attempt.Attempt;
import gradus.attempt.Attempts;
import gradus.attempt.Deadlines;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Save;
import gradus.attempt.Sitting;
import gradus.course.Course;
import gradus.course.Standing;
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
import java.util.UUID;

/** The history of an attempt for staff: every save with its time, its origin and what became of it. */
public final class HistoryController {
    private final Attempts attempts;
    private final Deadlines deadlines;
    private final Answers answers;
    private final AccountStore people;

    public HistoryController(Attempts attempts, Deadlines deadlines, Answers answers, AccountStore people) {
        this.attempts = attempts;
        this.deadlines = deadlines;
        this.answers = answers;
        this.people = people;
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
        Course course = Found.of(context, Standing.class).course();
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
        model.put("student", people.person(attempt.person()).map(Person::name).orElse(""));
        model.put("lines", lines);
        model.put("deadlines", deadlines.changes(attempt));
        model.put("math", true);
        context.render("attempt/history", model);
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
