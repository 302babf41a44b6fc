package gradus.bank;

import gradus.question.Part;
import gradus.question.Question;
import gradus.question.Text;
import java.util.Locale;
import java.util.Optional;

/** What pages call questions and parts: as their authors named them for students, and by their ids where they did not. */
public record QuestionTitles(Bank bank) {
    /** The title of a question as it is asked now. */
    public String of(String course, String question, Locale language) {
        return now(course, question).map(asked -> asked.title().in(language)).orElse(question);
    }

    /** A question as it is asked now. */
    public Optional<Question> now(String course, String question) {
        return bank.current(course, question).map(current -> bank.question(course, current.revision()));
    }

    /** The label of a part of a question as it is asked now; its id where there is no such question any more. */
    public String of(String course, String question, String part, Locale language) {
        return now(course, question).map(asked -> of(asked, part, language)).orElse(part);
    }

    /** The label of a part, which is Markdown; its id where it has none, or one with numbers that each student has otherwise. */
    public static String of(Question question, String part, Locale language) {
        return question.parts().stream()
                .filter(one -> one.id().equals(part))
                .findFirst()
                .map(Part::label)
                .map((Text label) -> label.in(language))
                .filter(label -> !label.isBlank() && !label.contains("{{"))
                .orElse(part);
    }
}
