package gradus.result;

import gradus.database.Database;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statistics of an exam's submitted attempts.
 *
 * @param attempts how many are counted
 * @param waiting how many are left out, since a person has not graded all of them yet
 * @param labels the questions' labels, in the order of {@link ScoreStatistics#questions}
 * @param totals the points of each attempt that is counted
 */
public record ExamStatistics(
        int attempts, int waiting, List<String> labels, double points, List<Double> totals, ScoreStatistics figures) {
    /** Reads the scores that count and computes the figures; O(attempts × questions) in time and memory. */
    public static ExamStatistics of(Database database, String course, String exam) {
        return of(ExamScores.of(database, course, exam));
    }

    static ExamStatistics of(ExamScores exam) {
        List<ExamScores.Sat> graded =
                exam.attempts().stream().filter(sat -> !sat.waits()).toList();
        List<String> labels = labels(graded);
        List<double[]> scores = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        double[] most = new double[labels.size()];
        for (ExamScores.Sat sat : graded) {
            double[] points = new double[labels.size()];
            byLabel(sat).forEach((label, sum) -> {
                int column = labels.indexOf(label);
                points[column] = sum.score().doubleValue();
                most[column] = Math.max(most[column], sum.points().doubleValue());
            });
            scores.add(points);
            totals.add(Arrays.stream(points).sum());
        }
        return new ExamStatistics(
                graded.size(),
                exam.attempts().size() - graded.size(),
                labels,
                Arrays.stream(most).sum(),
                totals,
                ScoreStatistics.of(most, scores));
    }

    /** Labels in the order of the exam, as far as attempts agree on it. */
    private static List<String> labels(List<ExamScores.Sat> attempts) {
        Map<String, Integer> positions = new TreeMap<>();
        for (ExamScores.Sat sat : attempts) {
            for (ExamScores.Counting score : sat.scores()) {
                positions.merge(score.asked().label(), score.asked().position(), Math::min);
            }
        }
        return positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private record Sum(BigDecimal score, BigDecimal points) {
        Sum plus(Sum other) {
            return new Sum(score.add(other.score), points.add(other.points));
        }
    }

    private static Map<String, Sum> byLabel(ExamScores.Sat sat) {
        Map<String, Sum> sums = new HashMap<>();
        for (ExamScores.Counting score : sat.scores()) {
            sums.merge(score.asked().label(), new Sum(score.score(), score.points()), Sum::plus);
        }
        return sums;
    }
}
