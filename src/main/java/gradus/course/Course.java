package gradus.course;

import gradus.question.Text;
import java.util.Locale;

/** A course: people and exams together. */
public record Course(String id, Text title) {
    public String title(Locale language) {
        return title.in(language);
    }
}
