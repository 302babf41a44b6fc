package gradus.result;

import gradus.database.Database;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The statistics of an exam's submitted attempts.
 *
 * @param attempts how many are counted
 * @param waiting how many are left out, since a person has not graded all of them yet
 * @param labels the questions' labels, in the order of {@link ScoreStatistics#questions}
 * @param totals the points of each attempt that is counted
 */
public record ExamStatistics(
        int attempts,
        int waiting,
        List<String> labels,
        double points,
        List<Double> totals,
        ScoreStatistics figures,
        List<MistakeCount> mistakes) {
    /** How many attempts met a mistake or fault of a part. */
    public record MistakeCount(String label, String question, String part, String mistake, long attempts) {}

    /** The points of a question that counts in an attempt. */
    public record QuestionScore(UUID attempt, String label, BigDecimal score, BigDecimal points) {}

    /** Reads the scores that count and computes the figures; O(attempts × questions) in time and memory. */
    public static ExamStatistics of(Database database, String course, String exam) {
        return database.read(ResultStore.class, store -> of(store, course, exam));
    }

    private static ExamStatistics of(ResultStore store, String course, String exam) {
        Map<String, Double> max = new LinkedHashMap<>();
        Map<UUID, Map<String, Double>> rows = new LinkedHashMap<>();
        store.eachQuestionScore(course, exam, score -> {
            max.merge(score.label(), score.points().doubleValue(), Math::max);
            rows.computeIfAbsent(score.attempt(), attempt -> new LinkedHashMap<>())
                    .put(score.label(), score.score().doubleValue());
        });
        List<String> labels = List.copyOf(max.keySet());
        List<double[]> scores = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        for (Map<String, Double> row : rows.values()) {
            double[] points = labels.stream()
                    .mapToDouble(label -> row.getOrDefault(label, 0.0))
                    .toArray();
            scores.add(points);
            totals.add(Arrays.stream(points).sum());
        }
        double[] most = max.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new ExamStatistics(
                rows.size(),
                (int) store.waiting(course, exam),
                labels,
                Arrays.stream(most).sum(),
                totals,
                ScoreStatistics.of(most, scores),
                store.mistakes(course, exam));
    }
}
