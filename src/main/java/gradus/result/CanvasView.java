package gradus.result;

import gradus.exam.Exam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A gradebook that Canvas imports. {@code ID} would be its own number of a person, so it stays empty and the student
 * number stands as {@code SIS User ID}.
 */
final class CanvasView extends PlatformView {
    /** Columns that Canvas drops without a word, because it computes columns of these names itself. */
    private static final Pattern COMPUTED =
            Pattern.compile("(current|final|unposted|override).*(score|points|grade)|override|points possible");

    CanvasView(String course, Exam exam, String title) {
        super(course, exam, kept(exam, title));
    }

    /** A title that Canvas keeps: a semicolon it would take for the separator of cells. */
    private static String kept(Exam exam, String title) {
        return COMPUTED.matcher(title.toLowerCase(Locale.ROOT)).find() ? exam.id() : title.replace(';', ',');
    }

    @Override
    public List<String> columns() {
        return List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", title);
    }

    @Override
    List<List<@Nullable Object>> firstRows() {
        return List.of(ExportView.cells("    Points Possible", null, null, null, null, possible()));
    }

    @Override
    List<@Nullable Object> cells(Examinee student, @Nullable BigDecimal grade) {
        return ExportView.cells(student.name(), null, student.studentNumber(), student.login(), null, grade);
    }
}
