package gradus.result;

import gradus.exam.Exam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A row a student with the best attempt, and a column a question; who has not sat the exam has a row too.
 *
 * @param asked the questions of the exam, then those that only attempts of earlier revisions have
 */
record StudentRows(String course, Exam exam, List<AskedLabel> asked) implements ExportView {
    private static final List<String> COLUMNS = List.of(
            "student_number",
            "name",
            "login",
            "email",
            "attempts",
            "attempt",
            "number",
            "started",
            "submitted",
            "ended_by",
            "late",
            "score",
            "score_rounded",
            "score_exact",
            "graded",
            "points",
            "waiting",
            "standing");

    static StudentRows of(ExportStore store, String course, Exam exam) {
        Set<AskedLabel> asked = new LinkedHashSet<>();
        // of a choice only those that somebody was asked, under the number that they then had
        exam.questions().stream()
                .filter(entry -> entry.pool() == null)
                .forEach(entry -> asked.add(new AskedLabel(entry.label(), entry.question())));
        asked.addAll(store.asked(course, exam.id()));
        return new StudentRows(course, exam, List.copyOf(asked));
    }

    @Override
    public String name() {
        return "students";
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(COLUMNS);
        for (AskedLabel question : asked) {
            String label = "question_" + question.label();
            columns.add(columns.contains(label) ? label + "_" + question.question() : label);
        }
        return columns;
    }

    @Override
    public void each(ExportStore store, Consumer<List<@Nullable Object>> row) {
        store.eachStudent(course, exam.id(), student -> row.accept(cells(student, earned(store, student))));
    }

    private Map<AskedLabel, BigFraction> earned(ExportStore store, StudentResult student) {
        Map<AskedLabel, BigFraction> earned = new HashMap<>();
        if (student.best().attempt() != null && student.best().counts()) {
            store.earned(course, student.best().attempt())
                    .forEach(part -> earned.merge(part.asked(), part.score(), BigFraction::add));
        }
        return earned;
    }

    private List<@Nullable Object> cells(StudentResult student, Map<AskedLabel, BigFraction> earned) {
        Examinee who = student.examinee();
        StudentResult.Best best = student.best();
        BigFraction score = best.score();
        List<@Nullable Object> cells = new ArrayList<>(ExportView.cells(
                who.studentNumber(),
                who.name(),
                who.login(),
                who.email().isEmpty() ? null : who.email(),
                best.attempts() == null ? 0L : best.attempts(),
                best.attempt() == null ? null : best.attempt().toString(),
                best.number(),
                ExportView.time(best.started()),
                ExportView.time(best.submitted()),
                ExportView.lower(best.endedBy()),
                best.attempt() == null ? null : best.late(),
                ExportView.decimal(score),
                score == null ? null : ExportView.decimal(exam.policy().rounded(score)),
                ExportView.exact(score),
                ExportView.decimal(best.graded()),
                ExportView.decimal(best.points()),
                ExportView.waiting(best.points(), best.graded()),
                ExportView.lower(best.standing())));
        asked.forEach(question -> cells.add(ExportView.decimal(earned.get(question))));
        return cells;
    }
}
