package gradus.author;

import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.BankController;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.expression.value.ExpressionException;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.DrawException;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.Variant;
import gradus.web.Found;
import gradus.web.Language;
import gradus.web.Markdown;
import gradus.web.Refusal;
import gradus.web.SafeHtml;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exam as it is printed: one variant of all its questions, with or without the keys. */
public final class PaperController {
    private final Writings writings;
    private final Bank bank;

    public PaperController(Writings writings, Bank bank) {
        this.writings = writings;
        this.bank = bank;
    }

    /** A question on paper. */
    public record Sheet(String label, String points, String title, SafeHtml prompt, List<Line> parts) {}

    /** A part on paper; without a key where keys are not printed. */
    public record Line(SafeHtml label, @Nullable SafeHtml key) {}

    /** {@code GET /courses/{course}/exams/{exam}/paper?seed=…&keys=true}. */
    public void show(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String id = context.pathParam("exam");
        Locale language = Language.of(context);
        Writing last = writings.last(Kind.EXAM, course.id(), id).orElseThrow(Refusal::notFound);
        String asked = context.queryParam("seed");
        long seed = EditorController.number(asked == null ? "1" : asked);
        boolean keys = "true".equals(context.queryParam("keys"));
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("id", id);
        model.put("seed", seed);
        model.put("keys", keys);
        model.put("math", true);
        try {
            Exam exam = ExamFile.read(writings.text(course.id(), last), id + ".yaml");
            model.put("title", exam.title().in(language));
            model.put("points", Decimals.text(exam.points()));
            List<Sheet> sheets = new ArrayList<>();
            for (ExamEntry entry : exam.questions()) {
                sheets.add(sheet(course, entry, seed + sheets.size(), keys, language));
            }
            model.put("sheets", sheets);
        } catch (QuestionException | DrawException | ExpressionException broken) {
            throw Refusal.conflict(Message.of("author.exam-errors"));
        }
        context.render("author/paper", model);
    }

    private Sheet sheet(Course course, ExamEntry entry, long seed, boolean keys, Locale language) {
        Question question = bank.current(course.id(), entry.question())
                .map(current -> bank.question(course.id(), current.revision()))
                .orElseThrow(() -> Refusal.conflict(Message.of("author.exam-errors")));
        Variant variant = Variant.draw(question, seed, entry.with());
        List<Line> lines = new ArrayList<>();
        for (Part part : question.parts()) {
            String label = variant.label(part, language);
            lines.add(new Line(
                    Markdown.inline(label.isEmpty() ? part.id() : label), keys ? key(variant, part, language) : null));
        }
        return new Sheet(
                entry.label(),
                Decimals.text(entry.points()),
                question.title().in(language),
                Markdown.html(variant.prompt(language), name -> BankController.pictures(course) + name),
                lines);
    }

    private static SafeHtml key(Variant variant, Part part, Locale language) {
        if (part.expect() != null) {
            return Markdown.inline(part.type().displayKey(variant.key(part), part));
        }
        return Markdown.inline(part.answer() == null ? "–" : variant.fill(part.answer(), language));
    }
}
