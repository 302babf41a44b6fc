package gradus.grading.check;

import gradus.question.AnswerTable;
import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Text;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All texts of a question that people read, each with the place that it belongs to. */
final class AllTexts {
    private AllTexts() {}

    /** Hands on each text with the id of its part, or the field of the question that it stands in. */
    static void of(Question question, BiConsumer<String, @Nullable Text> take) {
        take.accept("/title", question.title());
        take.accept("/prompt", question.prompt());
        take.accept("/solution", question.solution());
        question.hints().forEach(hint -> take.accept("/hints", hint.say()));
        question.conventions().forEach(convention -> take.accept("/conventions", convention.say()));
        AnswerTable layout = question.layout();
        if (layout != null) {
            layout.columns().forEach(head -> take.accept("/layout", head));
            for (AnswerTable.Row row : layout.rows()) {
                take.accept("/layout", row.say());
                row.cells().forEach(cell -> take.accept("/layout", cell));
            }
        }
        for (Part part : question.parts()) {
            take.accept(part.id(), part.label());
            take.accept(part.id(), part.answer());
            part.type().options().forEach(option -> take.accept(part.id(), option.say()));
            part.type().rows().forEach(row -> take.accept(part.id(), row));
            part.type().columns().forEach(column -> take.accept(part.id(), column));
            part.accept().forEach(accept -> take.accept(part.id(), accept.note()));
            part.rubric().forEach(criterion -> take.accept(part.id(), criterion.say()));
            part.faults().forEach(setting -> take.accept(part.id(), setting.say()));
            part.mistakes().forEach(mistake -> take.accept(part.id(), mistake.say()));
        }
    }
}
