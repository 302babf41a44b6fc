package gradus.author;

import gradus.attempt.QuestionInAttempt;
import gradus.attempt.sitting.FieldView;
import gradus.attempt.sitting.TableView;
import gradus.author.Writings.Kind;
import gradus.bank.Bank;
import gradus.bank.BankController;
import gradus.bank.KeyPreview;
import gradus.course.Course;
import gradus.course.Standing;
import gradus.exam.Exam;
import gradus.exam.ExamEntry;
import gradus.exam.ExamFile;
import gradus.expression.value.ExpressionException;
import gradus.maths.Decimals;
import gradus.message.Message;
import gradus.question.AnswerTable;
import gradus.question.DrawException;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.QuestionException;
import gradus.question.Text;
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
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An exam as it is printed: one variant of all its questions, or several, with or without the keys. */
public final class PaperController {
    private static final long MOST_VARIANTS = 40;

    private final Writings writings;
    private final Bank bank;

    public PaperController(Writings writings, Bank bank) {
        this.writings = writings;
        this.bank = bank;
    }

    /** All questions with the numbers of one seed. */
    public record Copy(long seed, List<Sheet> sheets) {}

    /**
     * A question on paper.
     *
     * @param section the title of the section that begins with it; empty where none does
     */
    public record Sheet(
            String section,
            String label,
            String points,
            String title,
            SafeHtml prompt,
            @Nullable TableView table,
            List<Line> parts) {}

    /**
     * A part on paper, with its options to be ticked where it has some.
     *
     * @param inTable whether it is answered in the table of its question
     * @param key null where keys are not printed
     */
    public record Line(
            FieldView field, boolean inTable, @Nullable SafeHtml key) {}

    /** {@code GET /courses/{course}/exams/{exam}/paper?seed=…&variants=…&keys=true}. */
    public void show(Context context) {
        Course course = Found.of(context, Standing.class).course();
        String id = context.pathParam("exam");
        Locale language = Language.of(context);
        Writing last = writings.last(Kind.EXAM, course.id(), id).orElseThrow(Refusal::notFound);
        String asked = context.queryParam("seed");
        long seed = EditorController.number(asked == null ? "1" : asked);
        String many = context.queryParam("variants");
        long variants = Math.max(1, Math.min(MOST_VARIANTS, EditorController.number(many == null ? "1" : many)));
        boolean keys = "true".equals(context.queryParam("keys"));
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("id", id);
        model.put("seed", seed);
        model.put("variants", variants);
        model.put("keys", keys);
        model.put("math", true);
        try {
            Exam exam = ExamFile.read(writings.text(course.id(), last), id + ".yaml");
            model.put("title", exam.title().in(language));
            model.put("points", Decimals.text(exam.points()));
            List<Copy> copies = new ArrayList<>();
            for (long one = seed; one < seed + variants; one++) {
                copies.add(copy(course, exam, one, keys, language));
            }
            model.put("copies", copies);
        } catch (QuestionException | DrawException | ExpressionException broken) {
            throw Refusal.conflict(Message.of("author.exam-errors"));
        }
        context.render("author/paper", model);
    }

    private Copy copy(Course course, Exam exam, long seed, boolean keys, Locale language) {
        List<Sheet> sheets = new ArrayList<>();
        Text before = null;
        for (ExamEntry entry : exam.drawn(candidates -> new Random(seed))) {
            Text section = entry.section();
            String begins = section == null || section.equals(before) ? "" : section.in(language);
            sheets.add(sheet(course, entry, begins, seed + sheets.size(), keys, language));
            before = section;
        }
        return new Copy(seed, sheets);
    }

    private Sheet sheet(Course course, ExamEntry entry, String section, long seed, boolean keys, Locale language) {
        Question question = bank.current(course.id(), entry.question())
                .map(current -> bank.question(course.id(), current.revision()))
                .orElseThrow(() -> Refusal.conflict(Message.of("author.exam-errors")));
        Variant variant = Variant.draw(question, seed, entry.with());
        QuestionInAttempt asked = QuestionInAttempt.tried(entry, variant, seed, Map.of());
        AnswerTable layout = question.layout();
        Function<Part, FieldView> field = part -> FieldView.of(asked, part, false, null, language);
        List<Line> lines = new ArrayList<>();
        for (Part part : question.parts()) {
            boolean inTable = layout != null && layout.holds(part);
            if (!inTable || keys) {
                lines.add(new Line(field.apply(part), inTable, keys ? KeyPreview.key(variant, part, language) : null));
            }
        }
        return new Sheet(
                section,
                entry.label(),
                Decimals.text(entry.points()),
                question.title().in(language),
                Markdown.html(variant.prompt(language), name -> BankController.pictures(course) + name),
                layout == null ? null : TableView.of(layout, asked, field, language),
                lines);
    }
}
