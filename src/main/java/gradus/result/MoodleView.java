package gradus.result;

import gradus.exam.Exam;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grade file that Moodle imports, laid out as its own export is. */
final class MoodleView extends PlatformView {
    MoodleView(String course, Exam exam, String title) {
        super(course, exam, title);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "First name", "Last name", "ID number", "Email address", title, "Feedback: " + title, "Username");
    }

    @Override
    List<@Nullable Object> cells(Examinee student, @Nullable BigDecimal grade) {
        PersonName name = PersonName.of(student.name());
        return ExportView.cells(
                name.first(), name.last(), student.studentNumber(), student.email(), grade, null, student.login());
    }
}
