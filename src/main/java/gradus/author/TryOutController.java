package gradus.author;

import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.BankController;
import gradus.bank.CurrentRevision;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.file.QuestionFile;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Refusal;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** An exam as its author tries it: question by question as students have it. It is no attempt, and nothing of it is stored. */
public final class TryOutController {
    private final Writings writings;
    private final Bank bank;

    public TryOutController(Writings writings, Bank bank) {
        this.writings = writings;
        this.bank = bank;
    }

    /** A question in the navigator. */
    public record Step(String label, String url, boolean current) {}

    /** {@code GET /courses/{course}/exams/{exam}/try-out?seed=…&at=…}; sent as a form, what is typed is read and graded. */
    public void show(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String id = context.pathParam("exam");
        Locale language = Language.of(context);
        Writing last = writings.last(Kind.EXAM, course.id(), id).orElseThrow(Refusal::notFound);
        Exam exam = read(writings.text(course.id(), last), id);
        String asked = context.queryParam("seed");
        long seed = EditorController.number(asked == null ? "1" : asked);
        List<ExamEntry> entries = exam.drawn(candidates -> new Random(seed));
        String wanted = context.queryParam("at");
        int at = Math.min((int) EditorController.number(wanted == null ? "1" : wanted), entries.size());
        ExamEntry entry = entries.get(Math.max(1, at) - 1);
        String url = "/courses/" + course.id() + "/exams/" + id + "/try-out?seed=" + seed + "&at=";
        List<Step> steps = new ArrayList<>();
        for (ExamEntry one : entries) {
            steps.add(new Step(one.label(), url + (steps.size() + 1), one == entry));
        }
        boolean sent = context.method().name().equals("POST");
        Function<String, List<String>> typed = sent ? context::formParams : nothing -> List.of();
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("id", id);
        model.put("title", exam.title().in(language));
        model.put("seed", seed);
        model.put("at", entries.indexOf(entry) + 1);
        model.put("url", url);
        model.put("steps", steps);
        model.put("entry", entry);
        model.put("section", entry.section() == null ? "" : entry.section().in(language));
        model.put("points", Decimals.text(entry.points()));
        model.put("attempt", Tried.NO_ATTEMPT);
        model.put("math", true);
        model.put(
                "tried",
                question(course, entry.question())
                        .map(question -> Tried.of(
                                question,
                                entry,
                                seed + entries.indexOf(entry),
                                typed,
                                "grade".equals(context.formParam("do")),
                                BankController.pictures(course),
                                language))
                        .orElse(null));
        context.render("author/try-out", model);
    }

    private static Exam read(String text, String id) {
        try {
            return ExamFile.read(text, id + ".yaml");
        } catch (QuestionException broken) {
            throw Refusal.conflict(Message.of("author.exam-errors"));
        }
    }

    /** The question as it is asked, or, before it is published, as it was last saved; empty where it has errors. */
    private Optional<Question> question(Course course, String id) {
        Optional<CurrentRevision> current = bank.current(course.id(), id);
        if (current.isPresent()) {
            return current.map(revision -> bank.question(course.id(), revision.revision()));
        }
        try {
            return writings.last(Kind.QUESTION, course.id(), id)
                    .map(last -> QuestionFile.read(writings.text(course.id(), last), id + ".yaml"));
        } catch (QuestionException broken) {
            return Optional.empty();
        }
    }
}
