package gradus.result;

import gradus.exam.Exam;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A row an attempt. */
record AttemptRows(String course, Exam exam) implements ExportView {
    private static final List<String> COLUMNS = List.of(
            "student_number",
            "name",
            "login",
            "attempt",
            "number",
            "started",
            "submitted",
            "due",
            "ended_by",
            "late",
            "score",
            "score_rounded",
            "score_exact",
            "graded",
            "points",
            "waiting",
            "standing");

    @Override
    public String name() {
        return "attempts";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void each(ExportStore store, Consumer<List<@Nullable Object>> row) {
        store.eachAttempt(course, exam.id(), attempt -> row.accept(cells(attempt)));
    }

    private List<@Nullable Object> cells(ExportedAttempt attempt) {
        return ExportView.cells(
                attempt.examinee().studentNumber(),
                attempt.examinee().name(),
                attempt.examinee().login(),
                attempt.attempt().toString(),
                attempt.number(),
                ExportView.time(attempt.started()),
                ExportView.time(attempt.submitted()),
                ExportView.time(attempt.due()),
                ExportView.lower(attempt.endedBy()),
                attempt.late(),
                ExportView.decimal(attempt.score()),
                attempt.score() == null
                        ? null
                        : ExportView.decimal(exam.policy().rounded(attempt.score())),
                ExportView.exact(attempt.score()),
                ExportView.decimal(attempt.graded()),
                ExportView.decimal(attempt.points()),
                ExportView.waiting(attempt.points(), attempt.graded()),
                ExportView.lower(attempt.standing()));
    }
}
