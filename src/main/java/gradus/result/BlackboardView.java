package gradus.result;

import gradus.exam.Exam;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grade file that Blackboard imports; it knows people by {@code Username}. */
final class BlackboardView extends PlatformView {
    BlackboardView(String course, Exam exam, String title) {
        super(course, exam, title);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Last Name", "First Name", "Username", "Student ID", title + " [Total Pts: " + possible() + " Score]");
    }

    @Override
    List<@Nullable Object> cells(Examinee student, @Nullable BigDecimal grade) {
        PersonName name = PersonName.of(student.name());
        String username = student.login() == null ? student.studentNumber() : student.login();
        return ExportView.cells(name.last(), name.first(), username, student.studentNumber(), grade);
    }
}
