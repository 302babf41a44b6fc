package gradus.result.gradebook;

import gradus.exam.Exam;
import gradus.exam.Exams;
import gradus.exam.PublishedExam;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the students of a course have in its exams, under the scheme by which its grades are made. */
record Gradebook(String course, GradingScheme scheme, Map<String, Exam> exams, GradebookStore store) {
    /** An exam as a column. */
    public record Column(String exam, String name, String title, String points, boolean practice) {}

    /** A student and what they have, by the exam's id. */
    public record Row(Pupil pupil, Map<String, ExamGrade> grades) {}

    static Gradebook of(String course, Exams exams, GradebookStore store) {
        GradingScheme scheme = store.grading(course).map(GradingScheme::read).orElse(GradingScheme.NONE);
        Map<String, Exam> all = new LinkedHashMap<>();
        exams.of(course).stream().map(PublishedExam::exam).forEach(exam -> all.put(exam.id(), exam));
        return new Gradebook(course, scheme, all, store);
    }

    List<Column> columns() {
        return columns(java.util.Locale.ENGLISH);
    }

    /** The exams that count or are timed; practice that counts for nothing has no column. */
    List<Column> columns(java.util.Locale language) {
        return exams.values().stream()
                .filter(exam -> !exam.policy().isPractice() || scheme.weights().containsKey(exam.id()))
                .map(exam -> column(exam, language))
                .toList();
    }

    /** Every exam, also practice that could be made to count. */
    List<Column> all(java.util.Locale language) {
        return exams.values().stream().map(exam -> column(exam, language)).toList();
    }

    private static Column column(Exam exam, java.util.Locale language) {
        return new Column(
                exam.id(),
                GradingScheme.name(exam.id()),
                exam.title().in(language),
                gradus.maths.Decimals.text(exam.points()),
                exam.policy().isPractice());
    }

    /** What these students have. */
    List<Row> rows(List<Pupil> pupils) {
        List<UUID> people = pupils.stream().map(Pupil::person).toList();
        return rows(pupils, people.isEmpty() ? List.of() : store.satBy(course, people));
    }

    /** What all students have, in the order of their numbers. */
    List<Row> everybody() {
        String order = new Sorting("number", null, false).sql(AttemptRule.BEST);
        return rows(store.page(course, "", "", "", order, 0, Integer.MAX_VALUE), store.sat(course));
    }

    private List<Row> rows(List<Pupil> pupils, Collection<Sat> sat) {
        Map<UUID, Map<String, List<Sat>>> attempts =
                sat.stream().collect(Collectors.groupingBy(Sat::person, Collectors.groupingBy(Sat::exam)));
        Map<UUID, Map<String, String>> said = store.said(course).stream()
                .collect(Collectors.groupingBy(
                        GradebookStore.Said::person,
                        Collectors.toMap(GradebookStore.Said::exam, GradebookStore.Said::standing)));
        List<Row> rows = new ArrayList<>();
        for (Pupil pupil : pupils) {
            Map<String, List<Sat>> own = attempts.getOrDefault(pupil.person(), Map.of());
            Map<String, String> noted = said.getOrDefault(pupil.person(), Map.of());
            Map<String, ExamGrade> grades = new HashMap<>();
            for (Exam exam : exams.values()) {
                grades.put(
                        exam.id(),
                        ExamGrade.of(
                                own.getOrDefault(exam.id(), List.of()),
                                noted.get(exam.id()),
                                scheme.rule(exam.id()),
                                exam.policy()::rounded));
            }
            rows.add(new Row(pupil, grades));
        }
        return rows;
    }

    /** The totals of these students, of whoever has one. */
    Map<UUID, Double> totals(List<Row> rows) {
        if (!scheme.hasTotal()) {
            return Map.of();
        }
        CourseTotal total = new CourseTotal(scheme, List.copyOf(exams.keySet()));
        Map<UUID, Double> totals = new HashMap<>();
        for (Row row : rows) {
            Double own = total.of(row.grades());
            if (own != null) {
                totals.put(row.pupil().person(), own);
            }
        }
        return totals;
    }

    /** Rows by their students. */
    static Map<UUID, Row> byPerson(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.pupil().person(), Function.identity()));
    }
}
