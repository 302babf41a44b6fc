package gradus.result;

import gradus.exam.Exam;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The grade of each student as a learning platform reads it. Whom the platform could not know by number, login or e-mail
 * is left out, because one unknown person can stop a whole import.
 */
abstract class PlatformView implements ExportView {
    private final String course;
    private final Exam exam;

    /** What the platform is to call the exam's column. */
    final String title;

    PlatformView(String course, Exam exam, String title) {
        this.course = course;
        this.exam = exam;
        this.title = title;
    }

    @Override
    public String name() {
        return exam.id();
    }

    /** A row of a student whose grade is this, empty for none. */
    abstract List<@Nullable Object> cells(Examinee student, @Nullable BigDecimal grade);

    /** The rows that stand between the header and the students. */
    List<List<@Nullable Object>> firstRows() {
        return List.of();
    }

    /** What can be earned. */
    @Nullable
    BigDecimal possible() {
        return ExportView.decimal(exam.points());
    }

    @Override
    public void each(ExportStore store, Consumer<List<@Nullable Object>> row) {
        firstRows().forEach(row);
        store.eachStudent(course, exam.id(), student -> {
            BigFraction score = student.best().score();
            if (student.examinee().isKnown()) {
                row.accept(cells(
                        student.examinee(),
                        score == null ? null : ExportView.decimal(exam.policy().rounded(score))));
            }
        });
    }
}
