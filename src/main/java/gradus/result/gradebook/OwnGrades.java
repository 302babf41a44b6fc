package gradus.result.gradebook;

import gradus.exam.Exam;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import gradus.exam.Show;
import gradus.maths.Decimals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a student may see of their own grades in a course: of each exam what is released, with how it came about, and the grades of
 * the course as they were told.
 *
 * @param told the grade that holds; null before one is told, and after it was taken back
 * @param earlier what was told before it, the last first
 */
record OwnGrades(List<Line> lines, ReleaseStore.@Nullable Notice told, List<ReleaseStore.Notice> earlier) {
    /**
     * An exam.
     *
     * @param score empty where there is none yet, or it is not shown
     * @param weight in the course; empty for none
     * @param shown whether the student may see what came of it
     */
    public record Line(
            String title, String state, boolean shown, String score, String points, String weight, List<Try> tries) {}

    /**
     * An attempt of an exam.
     *
     * @param counting whether it is the one that the score comes from
     * @param history how its total came about; empty where totals are not shown
     */
    public record Try(
            UUID attempt,
            int number,
            boolean counting,
            @Nullable Instant submitted,
            List<Change> history) {}

    /** A run of grading: by whom, and the total after it. */
    public record Change(Instant done, String kind, String total, boolean waits, String reason) {}

    static OwnGrades of(Gradebook book, Exams exams, ReleaseStore store, Pupil pupil, Instant now, Locale language) {
        Gradebook.Row row = book.rows(List.of(pupil)).get(0);
        Map<String, List<Sat>> sat = book.store().satBy(book.course(), List.of(pupil.person())).stream()
                .collect(Collectors.groupingBy(Sat::exam));
        Map<UUID, List<ReleaseStore.Step>> steps = store.steps(book.course(), pupil.person()).stream()
                .collect(Collectors.groupingBy(ReleaseStore.Step::attempt));
        Map<String, PublishedExam> published = new HashMap<>();
        exams.of(book.course()).forEach(one -> published.put(one.exam().id(), one));
        List<Line> lines = new ArrayList<>();
        for (Gradebook.Column column : book.columns(language)) {
            PublishedExam offered = Objects.requireNonNull(published.get(column.exam()));
            ExamGrade grade = Objects.requireNonNull(row.grades().get(column.exam()));
            boolean shown = exams.schedule(offered, pupil.person()).showsFeedback(now);
            boolean scores = shown && offered.exam().policy().show().contains(Show.SCORE);
            List<Try> tries = sat.getOrDefault(column.exam(), List.of()).stream()
                    .map(one ->
                            attempted(one, grade, scores, offered.exam(), steps.getOrDefault(one.attempt(), List.of())))
                    .toList();
            lines.add(new Line(
                    column.title(),
                    state(grade.state(), scores),
                    scores,
                    scores ? grade.text() : "",
                    column.points(),
                    book.scheme().weight(column.exam()),
                    tries));
        }
        List<ReleaseStore.Notice> all = store.told(book.course(), pupil.person());
        ReleaseStore.Told last = store.last(book.course()).orElse(null);
        ReleaseStore.Notice holding = last == null || !last.tells()
                ? null
                : all.stream()
                        .filter(notice -> notice.seq() == last.seq())
                        .findFirst()
                        .orElse(null);
        return new OwnGrades(
                lines,
                holding,
                last == null || !last.tells()
                        ? List.of()
                        : all.stream().filter(notice -> notice != holding).toList());
    }

    /** What is said of an exam; whether a person has still to grade something is told with the scores alone. */
    private static String state(String state, boolean scores) {
        return scores || !(state.equals("graded") || state.equals("waiting")) ? state : "submitted";
    }

    private static Try attempted(Sat one, ExamGrade grade, boolean scores, Exam exam, List<ReleaseStore.Step> steps) {
        boolean reasons = exam.policy().show().contains(Show.MESSAGES);
        List<Change> history = new ArrayList<>();
        for (ReleaseStore.Step step : scores ? steps : List.<ReleaseStore.Step>of()) {
            String reason = step.reason();
            history.add(new Change(
                    step.done(),
                    step.kind().toLowerCase(Locale.ROOT),
                    exam.policy().shown(Decimals.exactly(step.score())) + " / "
                            + GradebookController.plain(step.points()),
                    step.graded().compareTo(step.points()) != 0,
                    reason == null || !reasons ? "" : reason));
        }
        return new Try(one.attempt(), one.number(), one.attempt().equals(grade.attempt()), one.submitted(), history);
    }
}
