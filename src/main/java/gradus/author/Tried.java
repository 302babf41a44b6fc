package gradus.author;

import gradus.attempt.AskedQuestion.Place;
import gradus.attempt.Findings;
import gradus.attempt.MarkView;
import gradus.attempt.QuestionInAttempt;
import gradus.attempt.Sheet;
import gradus.attempt.sitting.FieldView;
import gradus.attempt.sitting.TableView;
import gradus.bank.KeyPreview;
import gradus.exam.ExamEntry;
import gradus.expression.value.ExpressionException;
import gradus.grading.DerivedMistakes;
import gradus.message.Message;
import gradus.question.AnswerTable;
import gradus.question.DrawException;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Variant;
import gradus.web.Markdown;
import gradus.web.SafeHtml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question of an author as a student would see it, with the keys beside it.
 *
 * @param derived which of the file's mistakes the grader would find without it
 * @param faults what else the grader finds by itself
 * @param failure why there is no variant; then all else is empty
 */
public record Tried(
        String title,
        SafeHtml prompt,
        @Nullable TableView table,
        List<FieldView> fields,
        List<KeyPreview> keys,
        SafeHtml solution,
        List<String> derived,
        List<FoundFault> faults,
        String failure) {
    /** The attempt that the fields of a try-out belong to: none. */
    public static final UUID NO_ATTEMPT = new UUID(0, 0);

    /** Whether the file names wrong procedures. */
    public boolean knows() {
        return !derived.isEmpty()
                || keys.stream().anyMatch(one -> !one.mistakes().isEmpty());
    }

    /**
     * A variant of a question by itself.
     *
     * @param typed what was typed into its fields, as a form sends it
     * @param graded whether that is graded
     */
    static Tried of(
            Question question,
            long seed,
            Function<String, List<String>> typed,
            boolean graded,
            String pictures,
            Locale language) {
        ExamEntry alone = ExamEntry.alone(question.id(), question.points());
        return of(question, alone, seed, typed, graded, pictures, language);
    }

    /** A variant of a question as an exam asks it. */
    static Tried of(
            Question question,
            ExamEntry entry,
            long seed,
            Function<String, List<String>> typed,
            boolean graded,
            String pictures,
            Locale language) {
        try {
            Variant variant = Variant.draw(question, seed, entry.with());
            Map<String, String> texts = new Sheet(new Place(1, 1), typed).texts(question.parts());
            QuestionInAttempt asked = QuestionInAttempt.tried(entry, variant, seed, texts);
            Function<Part, FieldView> field =
                    part -> FieldView.of(asked, part, false, graded ? mark(asked, part, language) : null, language);
            AnswerTable layout = question.layout();
            return new Tried(
                    question.title().in(language),
                    Markdown.html(variant.prompt(language), name -> pictures + name),
                    layout == null ? null : TableView.of(layout, asked, field, language),
                    question.parts().stream()
                            .filter(part -> layout == null || !layout.holds(part))
                            .map(field)
                            .toList(),
                    question.parts().stream()
                            .map(part -> KeyPreview.of(variant, part, language))
                            .toList(),
                    Markdown.html(KeyPreview.solution(variant, language), name -> pictures + name),
                    DerivedMistakes.of(question).stream()
                            .map(problem ->
                                    problem.line() + ": " + problem.message().in(language))
                            .toList(),
                    question.parts().stream()
                            .flatMap(part -> FoundFault.of(variant, part, language).stream())
                            .toList(),
                    "");
        } catch (DrawException never) {
            return failed(never.problem().in(language));
        } catch (ExpressionException broken) {
            return failed(Message.of("bank.cannot-compute", broken.problem()).in(language));
        }
    }

    private static Tried failed(String why) {
        SafeHtml none = Markdown.inline("");
        return new Tried("", none, null, List.of(), List.of(), none, List.of(), List.of(), why);
    }

    private static @Nullable MarkView mark(QuestionInAttempt asked, Part part, Locale language) {
        return part.work() || part.isGradedByPerson()
                ? null
                : MarkView.of(asked.result(part).verdict(), Findings.of(asked, part), true, language);
    }
}
